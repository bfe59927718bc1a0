import { expect, test } from 'vitest';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { byYearAndDay } from '#lib/territory/decision.ts';
import { addMember } from '#lib/territory/member.server.ts';
import { freshTown } from '#tests/access/asking.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import type { Town } from '#tests/support/territory.ts';

const on = (decided_on: string) => ({ decided_on });

test('a log is read by year and by the day a body met, in its own order', () => {
  expect(byYearAndDay([])).toEqual([]);
  const log = [on('2026-03-02'), on('2026-03-02'), on('2026-01-05'), on('2025-12-31')];
  expect(byYearAndDay(log).map(({ year, number, days }) => [year, number, days.map((one) => one.day)])).toEqual([
    ['2026', 3, ['2026-03-02', '2026-01-05']],
    ['2025', 1, ['2025-12-31']],
  ]);
  expect(byYearAndDay(log)[0]?.days.map((one) => one.decisions.length)).toEqual([2, 1]);
});

eachDatabase('the public register of a body', (open) => {
  async function enter() {
    const house = await open();
    house.setClock(Date.now());
    const town = await freshTown(house);
    const record = (purpose: Purpose, subjectId: string | null, title: string, decidedOn = '2025-03-04') =>
      house.write((db, now) =>
        recordDecision(
          db,
          {
            territoryId: town.territory.id,
            bodyId: town.bodyId,
            decidedOn,
            title,
            text: '',
            purpose,
            subjectId,
            actor: { kind: 'account', id: town.people.member.id },
          },
          now,
        ),
      );
    return { house, town, record };
  }

  const subjectsOf = async ({ db }: TestHouse, town: Town): Promise<[Purpose, string][]> => {
    const one = async (query: Promise<{ id: string } | undefined>) => (await query)?.id ?? 'none';
    const { id: territoryId } = town.territory;
    const of = (table: 'objective' | 'pact') =>
      one(db.selectFrom(table).select('id').where('territory_id', '=', territoryId).executeTakeFirst());
    const frozen = db.selectFrom('indicator_version').select(['id', 'indicator_id']).where('frozen_at', 'is not', null);
    const version = await frozen.executeTakeFirst();
    const opened = db.selectFrom('round').select('id').where('opened_at', 'is not', null);
    return [
      ['publish-words', town.groupId],
      ['adopt-indicator', version?.id ?? 'none'],
      ['retire-indicator', version?.indicator_id ?? 'none'],
      ['close-round', await one(opened.executeTakeFirst())],
      ['agree-objective', await of('objective')],
      ['close-vote', town.voteId ?? 'none'],
      ['sign-pact', await of('pact')],
      ['close-cycle', town.cycle.id],
    ];
  };

  test('leads from every decision to what it was about, also once that is done', async () => {
    const { house, town, record } = await enter();
    const subjects = await subjectsOf(house, town);
    for (const [purpose, subjectId] of subjects) await record(purpose, subjectId, `Sur ${purpose}`);
    await record('open-round', 'not-there', 'Sur rien');
    const server = await startServer(house.connections.url);
    const page = await (await fetch(`${server.origin}${town.base}/bodies/${town.bodyId}`)).text();
    const entries = page.split('<article').map((entry) => entry.split('</article>')[0] ?? '');
    const entryOf = (title: string) => entries.find((entry) => entry.includes(`>${title}<`)) ?? '';
    for (const [purpose] of subjects) {
      const [, href] = /<a[^>]* href="([^"]+)"/.exec(entryOf(`Sur ${purpose}`)) ?? [];
      expect(href, purpose).toBeDefined();
      const answer = await fetch(server.origin + (href ?? '').replaceAll('&amp;', '&'), { redirect: 'manual' });
      expect([purpose, answer.status]).toEqual([purpose, 200]);
    }
    expect(entryOf('Sur rien')).not.toContain('href=');
    expect(await server.stop()).toBe(0);
  });

  test('leads a member from a decision that was carried out to what came of it', async () => {
    const { house, town, record } = await enter();
    const objective = await house.db.selectFrom('objective').select('id').executeTakeFirstOrThrow();
    await house.write((db) => db.updateTable('objective').set({ agreed_at: 1 }).execute());
    const decisionId = await record('agree-objective', objective.id, 'Nous le voulons');
    const { secret } = await openSession(house, town.people.member.id);
    const server = await startServer(house.connections.url);
    const address = `${server.origin}${town.base}/staff/bodies/${town.bodyId}/decisions/${decisionId}`;
    const page = await (await fetch(address, { headers: { cookie: `${SESSION_COOKIE}=${secret}` } })).text();
    expect(page).toContain(`href="${town.base}/plan/objectives/${objective.id}"`);
    expect(await server.stop()).toBe(0);
  });

  test('says first who sits there, then this year’s decisions, with the others of a long day and year folded', async () => {
    const { house, town, record } = await enter();
    const seat = { territoryId: town.territory.id, bodyId: town.bodyId, capacity: 'quartier', accountId: null };
    for (let number = 0; number < 9; number++) {
      const name = `Membre ${number}`;
      await house.write((db, now) => addMember(db, { ...seat, name, since: '2025-01-01', actor: PROGRAM }, now));
    }
    for (let number = 0; number < 5; number++) await record('general', null, `Point ${number}`);
    const server = await startServer(house.connections.url);
    const page = await (await fetch(`${server.origin}${town.base}/bodies/${town.bodyId}`)).text();
    expect(page.indexOf('Membres')).toBeLessThan(page.indexOf('Registre des décisions'));
    expect(page).toMatch(/Et \d+ autres personnes/);
    expect(page).toContain('2 autres décisions de ce jour');
    expect(page.match(/<details class="year[^"]*" open/g)).toHaveLength(1);
    expect(page.match(/<details class="year/g)).toHaveLength(2);
    expect(await server.stop()).toBe(0);
  });
});
