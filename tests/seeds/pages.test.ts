import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedIfNew } from '#db/seed.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { newFile, openTestHouse, type TestHouse } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';

const file = newFile();
let house: TestHouse;
let server: RunningServer;

beforeAll(async () => {
  house = await openTestHouse(file.url);
  await seedIfNew(house);
  server = await startServer(file.url);
}, 120_000);

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

/** A page as anyone gets it, or as somebody who is signed in. */
async function read(path: string, name?: string): Promise<string> {
  const headers: Record<string, string> = name ? { cookie: await cookieOf(name) } : {};
  return (await fetch(server.origin + path, { headers })).text();
}

async function cookieOf(name: string): Promise<string> {
  const email = `${name}@rives-sur-ill.example`;
  const { id } = await house.db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  return `${SESSION_COOKIE}=${(await openSession(house, id)).secret}`;
}

describe('a word that everyone may read', () => {
  test('leads on by links: to its indicator, the results, the objective, what is done and who promised what', async () => {
    const page = await read(`/fr${await wordBehindAnAction()}`);
    const [, trace = ''] = /<ol[^>]*aria-label="Ce qu’est devenue cette parole"[^>]*>([\s\S]*?)<\/ol>/.exec(page) ?? [];
    const stops = [...trace.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href);
    const kinds = ['grid', 'indicators', 'results', 'objective', 'action', 'commitment'];
    const places = [
      /\/indicators\/grid#/,
      /\/indicators\/[\w-]+$/,
      /\/evaluation\/rounds\/[\w-]+\/indicators\/[\w-]+$/,
      /\/plan\/objectives\/[\w-]+$/,
      /\/plan\/actions\/[\w-]+$/,
      /\/plan\/commitments\/[\w-]+$/,
    ];
    const order = places.map((place) => stops.findIndex((href) => place.test(href)));
    expect(order.map((at, one) => (at < 0 ? kinds[one] : 'there'))).toEqual(kinds.map(() => 'there'));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    for (const href of new Set(stops)) expect((await fetch(server.origin + href)).status, href).toBe(200);
  });
});

describe('a word to be sorted', () => {
  test('says to which question it answers, among several and alone', async () => {
    const asked = await house.db
      .selectFrom('question')
      .innerJoin('cycle', 'cycle.id', 'question.cycle_id')
      .select(['question.id', 'question.polarity'])
      .where('cycle.slug', '=', 'cycle-2026')
      .where('retired_at', 'is', null)
      .orderBy('question.position')
      .execute();
    const short = { 'well-being': 'Bien-être', 'ill-being': 'Mal-être' } as Readonly<Record<string, string>>;
    for (const [place, { id, polarity }] of asked.entries()) {
      const words = `Question ${place + 1} · ${short[polarity] ?? ''}`;
      const board = `/fr/rives-sur-ill/cycle-2026/indicators/sorting`;
      const page = await read(`${board}?state=all&question=${id}`, 'nadia.kessler');
      const boxes = [...page.matchAll(/<div class="box[^"]*">/g)].length;
      expect(boxes).toBeGreaterThan(5);
      expect(page.split(words).length - 1).toBe(boxes);
      expect(await read(`${board}/one?state=all&question=${id}`, 'nadia.kessler')).toContain(words);
    }
  });
});

/** One that is summed up in an indicator with an objective that an action and a promise answer: its page. */
async function wordBehindAnAction(): Promise<string> {
  const { slug, id } = await house.db
    .selectFrom('note_publication as published')
    .innerJoin('proposition_source as source', 'source.criterion_id', 'published.criterion_id')
    .innerJoin('version_proposition as sums', 'sums.proposition_id', 'source.proposition_id')
    .innerJoin('objective', 'objective.indicator_version_id', 'sums.indicator_version_id')
    .innerJoin('commitment', 'commitment.objective_id', 'objective.id')
    .innerJoin('action_objective as answers', 'answers.objective_id', 'objective.id')
    .innerJoin('indicator_version as version', 'version.id', 'sums.indicator_version_id')
    .innerJoin('cycle', 'cycle.id', 'version.cycle_id')
    .select(['cycle.slug', 'published.criterion_id as id'])
    .executeTakeFirstOrThrow();
  return `/rives-sur-ill/${slug}/indicators/criteria/${id}`;
}
