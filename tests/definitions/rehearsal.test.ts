import { expect, test } from 'vitest';
import { listAgenda } from '#lib/definitions/agenda.server.ts';
import { approveTogether } from '#lib/definitions/approval.server.ts';
import { checkCounters } from '#lib/definitions/counter-check.server.ts';
import { listGroupCoverage } from '#lib/definitions/coverage.server.ts';
import { endRehearsal, letPeopleWrite } from '#lib/definitions/rehearsal.server.ts';
import { inventedNotes } from '#lib/definitions/rehearsal-notes.ts';
import { applyRetention } from '#lib/definitions/retention.server.ts';
import { MOST } from '#lib/definitions/note.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { DAY } from '#lib/platform/time.ts';
import { findCurrentCycle, findCycle, listCycles } from '#lib/territory/cycle.server.ts';
import { getGathering, leadGathering } from '#lib/territory/gathering.server.ts';
import { findOwnRehearsal, findRehearsalCycle, startRehearsal } from '#lib/territory/rehearsal.server.ts';
import { POLARITIES, WRITING_LANGUAGES, type Phase } from '#lib/territory/tables.ts';
import { everyFile } from '#tests/publication/read.ts';
import { eachDatabase, NOON } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { openRoom, type Room } from './room.ts';

const names = { group: 'Exercice', place: 'Salle imaginaire' };

async function begin(room: Room) {
  const { house, territoryId, accountId, town } = room;
  const facts = { territoryId, cycleId: town.cycle.id, names, day: '2026-05-07', accountId };
  const { slug, gatheringId } = await house.write((db, now) => startRehearsal(db, { ...facts, id: randomId() }, now));
  const cycle = await findRehearsalCycle(house.db, territoryId, slug);
  const where = { territoryId, cycleId: cycle?.id ?? '', gatheringId };
  const lead = (phase: Phase) =>
    house.write((db, now) => leadGathering(db, { ...where, phase, questionId: null, actor: PROGRAM }, now));
  return { slug, where, lead, facts, write: () => house.write((db, now) => letPeopleWrite(db, where, now)) };
}

/** An exercise led from end to end, everything approved. */
async function walk(room: Room) {
  const { house, accountId } = room;
  const exercise = await begin(room);
  await exercise.lead('writing');
  await exercise.write();
  await exercise.lead('approving');
  const gathering = await getGathering(house.db, exercise.where.territoryId, exercise.where.gatheringId);
  const noteIds = (await listAgenda(house.db, gathering)).map((note) => note.id);
  await house.write((db, now) => approveTogether(db, { ...exercise.where, accountId, noteIds, agreed: 8 }, now));
  await exercise.lead('closed');
  return exercise;
}

const textsIn = async ({ house }: Room, cycleId: string) =>
  (await house.db.selectFrom('note').select('text').where('cycle_id', '=', cycleId).execute()).map((row) => row.text);

test('what is invented for exercises is in five languages and fits a note', () => {
  const all = POLARITIES.flatMap((polarity) => inventedNotes(polarity));
  expect(new Set(all.map((note) => note.language))).toEqual(new Set(WRITING_LANGUAGES));
  expect(all.filter(({ text }) => text.length === 0 || text.length > MOST)).toEqual([]);
  for (const polarity of POLARITIES) {
    const people = inventedNotes(polarity).map((note) => note.person);
    expect(new Set(people).size).toBe(people.length);
  }
});

eachDatabase('an exercise', (open) => {
  test('asks the questions of the cycle, of eight people who write once', async () => {
    const room = await openRoom(await open());
    const exercise = await begin(room);
    await expect(exercise.write()).rejects.toMatchObject({ reason: 'gathering.notOpen' });
    await exercise.lead('writing');
    await exercise.write();
    await exercise.write();
    const gathering = await getGathering(room.house.db, room.territoryId, exercise.where.gatheringId);
    expect(gathering.people).toBe(8);
    expect((await textsIn(room, exercise.where.cycleId)).length).toBe(24);
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('is one for each person, until it is thrown away', async () => {
    const room = await openRoom(await open());
    const { house, territoryId, accountId } = room;
    const { slug, where, facts } = await begin(room);
    expect((await begin(room)).slug).toBe(slug);
    const other = { ...facts, id: randomId(), accountId: room.town.people.otherFacilitator.id };
    expect((await house.write((db, now) => startRehearsal(db, other, now))).slug).not.toBe(slug);
    await house.write((db, now) => endRehearsal(db, { ...where, actor: PROGRAM }, now));
    expect(await findOwnRehearsal(house.db, territoryId, accountId)).toBeUndefined();
    expect((await begin(room)).slug).not.toBe(slug);
  });

  test('is no cycle of the territory, and no real gathering can be thrown away', async () => {
    const room = await openRoom(await open());
    const { house, territoryId, town } = room;
    const { slug } = await walk(room);
    expect(await findCycle(house.db, territoryId, slug)).toBeUndefined();
    expect((await listCycles(house.db, territoryId)).map((cycle) => cycle.id)).toEqual([town.cycle.id]);
    expect((await findCurrentCycle(house.db, territoryId))?.id).toBe(town.cycle.id);
    const real = { territoryId, cycleId: town.cycle.id, gatheringId: town.gatheringId };
    await expect(house.write((db, now) => letPeopleWrite(db, real, now))).rejects.toThrow('rehearsal');
    await expect(house.write((db, now) => endRehearsal(db, { ...real, actor: PROGRAM }, now))).rejects.toThrow();
  });

  test('leaves nothing in any page, file, count or duty', async () => {
    const room = await openRoom(await open());
    const { house, territoryId, town, accountId } = room;
    const territory = await house.db.selectFrom('territory').selectAll().executeTakeFirstOrThrow();
    const cycle = await house.db.selectFrom('cycle').selectAll().executeTakeFirstOrThrow();
    const files = () => everyFile({ db: house.db, territory, cycle, language: 'fr' });
    const coverage = () => listGroupCoverage(house.db, territoryId, town.cycle.id);
    const cookies = await Promise.all(
      (['coordinator', 'member', 'facilitator'] as const).map(async (part) => {
        const { secret } = await openSession(house, town.people[part].id);
        return `${SESSION_COOKIE}=${secret}`;
      }),
    );
    const server = await startServer(house.connections.url);
    try {
      const read = async (path: string, cookie: string) => {
        const answer = await fetch(server.origin + path, { headers: { cookie }, redirect: 'manual' });
        return `${path} ${answer.status} ${(await answer.text()).replaceAll(/name="sentId" value="\w+"/g, '')}`;
      };
      const pages = ['', '/definitions', '/definitions/words', '/definitions/coverage', '/data', '/bodies', '/staff'];
      const more = ['/staff/groups', '/definitions/syntheses', '/indicators/work', '/indicators/sorting'];
      const paths = ['/fr', town.base.replace(/\/[^/]+$/, ''), ...[...pages, ...more].map((page) => town.base + page)];
      const everything = async () => {
        const texts: string[] = [await files(), JSON.stringify(await coverage())];
        for (const path of paths) for (const cookie of ['', ...cookies]) texts.push(await read(path, cookie));
        return texts;
      };
      const before = await everything();
      const { slug, where } = await walk(room);
      expect(await everything()).toEqual(before);
      const inside = town.base.replace(/[^/]+$/, slug);
      for (const cookie of ['', ...cookies])
        for (const page of [...pages, ...more, '/definitions/gatherings', '/data/words.csv', '/plan', '/review'])
          expect(await read(inside + page, cookie)).toContain(`${inside}${page} 404 `);
      const [, , facilitator = ''] = cookies;
      const room1 = `${inside}/definitions/gatherings/${where.gatheringId}`;
      for (const page of ['', '/screen', '/approval', '/typing'])
        expect(await read(room1 + page, facilitator)).toMatch(/ 200 [^]*Exercice\s?: rien ne compte/);
      expect(await read(room1, cookies[0] ?? '')).toContain(' 404 ');
      await house.write((db, now) => endRehearsal(db, { ...where, actor: { kind: 'account', id: accountId } }, now));
      expect(await read(room1, facilitator)).toContain(' 404 ');
    } finally {
      await server.stop();
    }
  }, 60_000);

  test('is thrown away with every word, by a button or after seven days', async () => {
    const room = await openRoom(await open());
    const { house, territoryId } = room;
    const said = await (await room.comeIn()).say('Un vrai banc');
    const { where, slug } = await walk(room);
    const territory = await house.db.selectFrom('territory').selectAll().executeTakeFirstOrThrow();
    const retain = (now: number) => house.write((db) => applyRetention(db, territory, now));
    await retain(NOON + 7 * DAY - 1);
    expect(await findRehearsalCycle(house.db, territoryId, slug)).toBeDefined();
    await retain(NOON + 7 * DAY);
    expect(await findRehearsalCycle(house.db, territoryId, slug)).toBeUndefined();
    expect(new Set(await textsIn(room, where.cycleId))).toEqual(new Set(['']));
    const words = await house.db.selectFrom('criterion').select('words').execute();
    expect(new Set(words.map((one) => one.words))).toEqual(new Set(['']));
    const kept = await house.db.selectFrom('note').select('text').where('id', '=', said).executeTakeFirst();
    expect(kept?.text).toBe('Un vrai banc');
    expect((await getGathering(house.db, territoryId, where.gatheringId)).phase).toBe('closed');
    await expect(house.write((db, now) => letPeopleWrite(db, where, now))).rejects.toThrow();
  });
});
