import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOfSheet, sheetCodes } from '#lib/definitions/sheet.server.ts';
import { randomCode, randomId, readCode, showCode } from '#lib/platform/random-id.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { planGathering } from '#lib/territory/gathering.server.ts';
import { retireQuestion } from '#lib/territory/question.server.ts';
import { dayOf } from '#lib/platform/time.ts';
import { cookieOf } from '#tests/access/asking.ts';
import type { Role } from '#tests/access/role.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { withRoom } from '#tests/support/room.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';

const gathering = { id: 'g', code: 'KLT482' };
const named = (place: number) => `question-${place}`;
const codeOf = (ids: readonly string[], id: string) => sheetCodes(gathering, ids)[id] ?? '';

describe('the code of a paper sheet', () => {
  test('is the join code and what tells the question, short enough to be copied by hand', () => {
    expect(showCode(codeOf([named(1), named(2)], named(1)))).toMatch(/^KLT 482 [A-Z\d]{2}$/);
    expect(readCode(' klt-482 a7 ')).toBe('KLT482A7');
  });

  test('stays when questions are moved, added or retired, and is longer where two would be alike', () => {
    const ids = Array.from({ length: 80 }, (_, place) => named(place));
    const long = codeOf(ids, named(3));
    expect(long.length).toBeGreaterThan(8);
    expect(new Set(Object.values(sheetCodes(gathering, ids))).size).toBe(80);
    expect(questionOfSheet(gathering, [named(9), named(3)], long)).toBe(named(3));
    const short = codeOf([named(3), named(9)], named(3));
    expect(questionOfSheet(gathering, [named(3)], short)).toBe(named(3));
    // Two questions that begin alike: the sheet printed before the second one came is nobody's guess.
    const first = ids.find((id) => ids.some((other) => other !== id && alike(id, other))) ?? '';
    expect(questionOfSheet(gathering, ids, codeOf([first], first))).toBeUndefined();
  });

  test('leads to its own question and to no other gathering’s, whatever the ids', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(ids, fc.string(), (questions, id) => {
        const here = { id, code: randomCode(6) };
        for (const [question, code] of Object.entries(sheetCodes(here, questions))) {
          expect(questionOfSheet(here, questions, code)).toBe(question);
          expect(questionOfSheet({ ...here, code: 'KLT482' }, questions, code)).toBeUndefined();
          expect(questionOfSheet(here, questions, code.slice(0, 7))).toBeUndefined();
        }
      }),
    );
  });
});

function alike(one: string, other: string): boolean {
  return codeOf([one], one) === codeOf([other], other);
}

eachDatabase('what is printed for a gathering', (open) => {
  async function enter() {
    const house = await open();
    house.setClock(Date.now());
    const town = await withRoom(house, await makeTown(house));
    const server = await startServer(house.connections.url);
    const here = `${town.base}/definitions/gatherings/${town.gatheringId}`;
    const ask = async (who: Role, path: string, form?: Record<string, string>) => {
      const cookie = await cookieOf(house, who, town);
      const headers = { cookie, origin: server.origin, accept: 'text/html' };
      const sent = form && { method: 'POST', body: new URLSearchParams(form) };
      const answer = await fetch(`${server.origin}${path}`, { headers, redirect: 'manual', ...sent });
      return { status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() };
    };
    const codes = sheetCodes({ id: town.gatheringId, code: town.code }, town.questionIds);
    const line = (sheet: string, text: string) => ({
      sheet,
      text,
      question: town.questionIds[0] ?? '',
      language: 'fr',
      source: 'facilitator',
      sentId: randomId(),
    });
    return { house, town, server, here, ask, codes, line };
  }

  test('is the poster alone for those who plan, and the group’s papers for who leads it', async () => {
    const { server, here, ask } = await enter();
    const all = `${here}/kit?paper=a5&sheet=poster&sheet=slips&sheet=count&sheet=synthesis`;
    const led = (await ask('facilitator', all)).page;
    for (const words of ['Votre parole compte', 'Une seule idée', 'Feuille de comptage', 'On veut de l’ombre'])
      expect(led).toContain(words);
    for (const who of ['coordinator', 'other facilitator'] as const) {
      const { page } = await ask(who, all);
      expect(page).toContain('Votre parole compte');
      for (const words of ['Une seule idée', 'Personnes présentes', 'On veut de l’ombre'])
        expect(page).not.toContain(words);
    }
    expect(await server.stop()).toBe(0);
  });

  test('is typed in by its code: under the sheet’s question, and a wrong code keeps what was typed', async () => {
    const { house, town, server, here, ask, codes, line } = await enter();
    const second = town.questionIds[1] ?? '';
    const code = codes[second] ?? '';
    const wrong = await ask('facilitator', `${here}/typing?/line`, line('KLT482ZZ', 'Un four à pain'));
    expect(wrong.status).toBe(409);
    expect(wrong.page).toContain('Ce code n’est celui d’aucune feuille');
    expect(wrong.page).toContain('value="Un four à pain"');
    expect(wrong.page).toContain('value="KLT482ZZ"');
    const right = await ask(
      'facilitator',
      `${here}/typing?/line`,
      line(showCode(code).toLowerCase(), 'Un four à pain'),
    );
    expect(right.status).toBe(303);
    const stored = house.db.selectFrom('note').select(['question_id', 'source']).where('text', '=', 'Un four à pain');
    expect(await stored.execute()).toEqual([{ question_id: second, source: 'paper' }]);
    // The code alone chooses, also when the question isn't asked any more.
    const of = { territoryId: town.territory.id, questionId: second, actor: PROGRAM };
    await house.write((db, now) => retireQuestion(db, of, now));
    const chosen = await ask('facilitator', `${here}/typing?/line`, line(code, ''));
    const { page } = await ask('facilitator', chosen.to);
    expect(page).toContain(`value="${second}" selected`);
    expect((await ask('facilitator', `${here}/typing?sheet=KLT482ZZ`)).page).toContain('Ce code n’est celui');
    expect(await server.stop()).toBe(0);
  });

  test('goes to the gathering that its code names, where the same person leads it, and else nowhere', async () => {
    const { house, town, server, here, ask, line } = await enter();
    const plan = (facilitator: string) =>
      house.write(async (db, now) => {
        const id = await planGathering(
          db,
          {
            territoryId: town.territory.id,
            groupId: town.groupId,
            place: 'Ailleurs',
            day: dayOf(now, 'Europe/Paris'),
            time: null,
            facilitatorIds: [facilitator],
            actor: PROGRAM,
          },
          now,
        );
        return db.selectFrom('gathering').select(['id', 'code']).where('id', '=', id).executeTakeFirstOrThrow();
      });
    const mine = await plan(town.people.facilitator.id);
    const theirs = await plan(town.people.otherFacilitator.id);
    const first = town.questionIds[0] ?? '';
    const codeAt = (at: typeof mine) => sheetCodes(at, town.questionIds)[first] ?? '';
    const moved = await ask('facilitator', `${here}/typing?/line`, line(codeAt(mine), 'Un kiosque'));
    expect(moved.to).toContain(`/gatherings/${mine.id}/typing?`);
    expect((await ask('facilitator', `${here}/typing?/line`, line(codeAt(theirs), 'Une mare'))).status).toBe(409);
    const kept = house.db.selectFrom('note').select('gathering_id').where('text', 'in', ['Un kiosque', 'Une mare']);
    expect(await kept.execute()).toEqual([{ gathering_id: mine.id }]);
    expect(await server.stop()).toBe(0);
  });
});
