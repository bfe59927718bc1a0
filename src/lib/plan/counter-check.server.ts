import type { Db } from '#lib/platform/tables.ts';
import './tables.ts';

interface Miscount {
  readonly territoryId: string;
  readonly what: string;
  readonly counted: number;
  readonly found: number;
}

/** Compares the number of ballots of each vote with the ballots in its box. @returns what differs */
export async function checkCounters(db: Db): Promise<Miscount[]> {
  const rows = await db
    .selectFrom('ballot_count')
    .select(['ballot_count.territory_id', 'ballot_count.vote_id', 'ballot_count.ballots'])
    .select((e) =>
      e
        .selectFrom('ballot')
        .select((b) => b.fn.countAll<number>().as('found'))
        .whereRef('ballot.territory_id', '=', 'ballot_count.territory_id')
        .whereRef('ballot.vote_id', '=', 'ballot_count.vote_id')
        .as('found'),
    )
    .execute();
  return rows
    .map((row) => ({
      territoryId: row.territory_id,
      what: `ballots of vote ${row.vote_id}`,
      counted: row.ballots,
      found: Number(row.found),
    }))
    .filter(({ counted, found }) => counted !== found);
}
