import { listRounds, stateOf } from '#lib/evaluation/round.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { findPact } from '#lib/plan/pact.server.ts';
import { isPublished, listVotes, openingOf } from '#lib/plan/vote.server.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { listCycles } from '#lib/territory/cycle.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';

/** By the id of what decisions were about: where anyone reads it, once it is done or about to be. */
export type Decided = ReadonlyMap<string, string>;

type Cycle = Row<'cycle'>;
/** A subject, and where it is read below its cycle. */
type Found = readonly [subjectId: string, path: string];

/** What the bodies of a territory have decided on, in all its cycles. @param home `/fr/rives-sur-ill` */
export async function listDecided(db: Db, territoryId: string, home: string): Promise<Decided> {
  const cycles = await listCycles(db, territoryId);
  const found = await Promise.all(
    cycles.map(async (cycle) => {
      const sources = [groups, indicators, rounds, objectives, votes, pact].map((source) => source(db, cycle));
      const inside = [[cycle.id, ''] as const, ...(await Promise.all(sources)).flat()];
      return inside.map(([id, path]) => [id, `${home}/${cycle.slug}${path}`] as const);
    }),
  );
  return new Map(found.flat());
}

async function groups(db: Db, cycle: Cycle): Promise<Found[]> {
  const all = await listGroups(db, cycle.territory_id, cycle.id);
  return all.map(({ id }) => [id, `/definitions/words?group=${id}`]);
}

/** Each version that anyone may read, and for its indicator the last one that held. */
async function indicators(db: Db, cycle: Cycle): Promise<Found[]> {
  const versions = await db
    .selectFrom('indicator_version')
    .select(['id', 'indicator_id', 'number', 'frozen_at', 'discussed_at'])
    .where('territory_id', '=', cycle.territory_id)
    .where('cycle_id', '=', cycle.id)
    .orderBy('number')
    .execute();
  const open = versions.filter((one) => one.frozen_at !== null || one.discussed_at !== null);
  return open.flatMap(({ id, indicator_id, number, frozen_at }): Found[] => {
    const path = `/indicators/${indicator_id}?version=${number}`;
    return frozen_at === null
      ? [[id, path]]
      : [
          [id, path],
          [indicator_id, path],
        ];
  });
}

async function rounds(db: Db, cycle: Cycle): Promise<Found[]> {
  const all = await listRounds(db, cycle.territory_id, cycle.id);
  return all
    .filter((round) => stateOf(round) !== 'prepared')
    .flatMap(({ id, correction_id }) => bothOf(id, correction_id ?? id, `/evaluation/rounds/${id}`));
}

async function objectives(db: Db, cycle: Cycle): Promise<Found[]> {
  const all = await listObjectives(db, cycle.territory_id, cycle.id);
  return all.map(({ id }) => [id, `/plan/objectives/${id}`]);
}

async function votes(db: Db, cycle: Cycle): Promise<Found[]> {
  const all = await listVotes(db, cycle.territory_id, cycle.id);
  const found = all.map(async (vote) =>
    (await isPublished(db, vote)) ? bothOf(vote.id, await openingOf(db, vote), `/plan/votes/${vote.id}`) : [],
  );
  return (await Promise.all(found)).flat();
}

async function pact(db: Db, cycle: Cycle): Promise<Found[]> {
  const found = await findPact(db, cycle.territory_id, cycle.id);
  return found ? [[found.id, '/plan/pact']] : [];
}

/** A decision to open is about what it read, a correction included; one to close is about the thing itself. */
function bothOf(id: string, opening: string, path: string): Found[] {
  return [
    [id, path],
    [opening, path],
  ];
}
