import { expect, test } from 'vitest';
import { beginAnswers, senderOf } from '#lib/evaluation/answer.server.ts';
import { enterPaperForm } from '#lib/evaluation/paper.server.ts';
import { prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { endRound } from '#lib/evaluation/round.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { benchOf, openSurvey } from '#tests/support/opened.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';

const SOMEONE = { groupId: null, neighbourhoodId: null, ageBand: null };
const OVER = 'Le temps des réponses est passé';

eachDatabase('the pages of a round', (open) => {
  async function enter() {
    const house = await open();
    house.setClock(Date.now());
    const town = await makeTown(house);
    const { roundId, versionIds } = await openSurvey(house, town);
    const here = { territoryId: town.territory.id, roundId };
    const type = () =>
      house.write((db) => {
        const answers = new Map([[versionIds[0] ?? '', '3' as const]]);
        return enterPaperForm(db, { ...here, sentId: randomId(), profile: SOMEONE, answers });
      });
    const read = async (...paths: string[]) => {
      const server = await startServer(house.connections.url);
      const pages = await Promise.all(
        paths.map(async (path) => (await fetch(`${server.origin}${town.base}${path}`)).text()),
      );
      expect(await server.stop()).toBe(0);
      return pages;
    };
    return { house, town, here, type, read, answerPage: `/evaluation/rounds/${roundId}/answer` };
  }

  test('say that its last day has passed, and the step stays under way until the closing', async () => {
    const { house, town, here, read, answerPage } = await enter();
    await house.write((db) =>
      db
        .updateTable('step_period')
        .set({ closes_on: '2026-01-02', opens_on: '2026-01-01' })
        .where('territory_id', '=', town.territory.id)
        .execute(),
    );
    const [before] = await read('');
    expect(before?.match(/En cours/g)).toHaveLength(1);
    expect(before).toContain('jours pour répondre');
    await house.write((db) =>
      db.updateTable('round').set({ closes_on: '2026-01-02' }).where('id', '=', here.roundId).execute(),
    );
    const [home, list, answering] = await read('', '/evaluation', answerPage);
    expect(home?.match(/En cours/g)).toHaveLength(1);
    expect(home).not.toContain('jours pour répondre');
    for (const page of [home, list, answering]) expect(page).toContain(OVER);
    expect(list).not.toContain('En cours');
  });

  test('warn who would close it that its last day isn’t over, that day included, and not from the next on', async () => {
    const { house, town, here } = await enter();
    const cookie = `${SESSION_COOKIE}=${(await openSession(house, town.people.member.id)).secret}`;
    const today = dayOf(Date.now(), town.territory.time_zone);
    const server = await startServer(house.connections.url);
    const read = async (closesOn: string, headers: Record<string, string>) => {
      await house.write((db) =>
        db.updateTable('round').set({ closes_on: closesOn }).where('id', '=', here.roundId).execute(),
      );
      const page = await fetch(`${server.origin}${town.base}/evaluation/rounds/${here.roundId}`, { headers });
      return page.text();
    };
    const warning = 'prendre des réponses moins longtemps que prévu';
    expect(await read(today, { cookie })).toContain(warning);
    expect(await read(today, {})).not.toContain(warning);
    const after = await read(dayAfter(today, -1), { cookie });
    expect(after).toContain('Clore');
    expect(after).not.toContain(warning);
    expect(await server.stop()).toBe(0);
  });

  test('tell of a closed round the people of its release, whatever was typed in since, and lead to its results', async () => {
    const { house, town, here, type, read, answerPage } = await enter();
    for (let turn = 0; turn < 6; turn++) await type();
    const bench = benchOf(house, town);
    await bench.decide('close-round', here.roundId);
    const round = await house.write((db, now) => endRound(db, { ...here, actor: bench.first }, now));
    const prepared = await prepareResults(house.db, round);
    await house.write((db, now) => publishResults(db, prepared, now));
    await type();
    const [list, page, csv, answering] = await read(
      '/evaluation',
      `/evaluation/rounds/${here.roundId}`,
      '/data/rounds.json',
      answerPage,
    );
    expect(list).toContain('6 personnes ont répondu');
    expect(page).toContain('6 personnes');
    expect(csv).toMatch(/"people":\s*6\b/);
    for (const text of [list, page, csv, answering]) expect(text).not.toMatch(/7 personnes|"people":\s*7\b/);
    expect(answering).toContain('Cette évaluation est close');
    expect(answering).toContain(`href="${town.base}/evaluation/rounds/${here.roundId}"`);
  });

  test('show no question any more once the time is over: they say so and lead on, whoever had begun', async () => {
    const { house, town, here, answerPage } = await enter();
    const secret = randomId();
    const beginning = { ...here, sender: senderOf(secret, here.roundId), profile: SOMEONE, source: 'online' } as const;
    await house.write((db, now) => beginAnswers(db, beginning, now));
    const server = await startServer(house.connections.url);
    const ask = (place: string, answer?: string) =>
      fetch(`${server.origin}${town.base}${answerPage}${place}`, {
        ...(answer && { method: 'POST', body: new URLSearchParams({ answer }) }),
        headers: { cookie: `answers-${here.roundId}=${secret}`, origin: server.origin, accept: 'text/html' },
      });
    expect(await (await ask('/1')).text()).toContain('name="answer"');
    await house.write((db) => db.updateTable('round').set({ closes_on: '2026-01-02' }).execute());
    const bench = benchOf(house, town);
    const expectTold = async (words: string) => {
      for (const [place, answer] of [['/1'], ['/next'], ['/end'], ['/1', '3']] as const) {
        const page = await (await ask(place, answer)).text();
        expect(page).toContain(words);
        expect(page).not.toContain('name="answer"');
      }
    };
    await expectTold(OVER);
    await bench.decide('close-round', here.roundId);
    const round = await house.write((db, now) => endRound(db, { ...here, actor: bench.first }, now));
    await expectTold('Les résultats vont être publiés');
    const prepared = await prepareResults(house.db, round);
    await house.write((db, now) => publishResults(db, prepared, now));
    await expectTold('Voir les résultats');
    expect(await house.db.selectFrom('answer').selectAll().execute()).toEqual([]);
    expect(await server.stop()).toBe(0);
  });
});

test('this machine’s own name for itself reaches no phone', () => {
  for (const host of ['localhost:3000', '127.0.0.1', '127.1.2.3:80', '[::1]:3000']) {
    expect(reachesPhones(`http://${host}/fr/join`)).toBe(false);
  }
  expect(reachesPhones('http://192.168.1.5:3000')).toBe(true);
  expect(reachesPhones('https://boussole.example/fr')).toBe(true);
});
