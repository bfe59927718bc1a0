import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { checkCounters as checkWords, rebuildCounters as rebuildWords } from '#lib/definitions/counter-check.server.ts';
import { checkCounters as checkAnswers } from '#lib/evaluation/counter-check.server.ts';
import { checkCounters as checkBallots } from '#lib/plan/counter-check.server.ts';
import { connect, engineOf, fileOf, openSqlite, type Connections } from '#lib/platform/database.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { CannotDo, carryOut, say } from './explain.ts';
import { damage } from './inspect.ts';
import { refuseNewer } from './migrate.ts';

interface Miscount {
  readonly territoryId: string;
  readonly what: string;
  readonly counted: number;
  readonly found: number;
}

interface Counters {
  check(db: Db): Promise<Miscount[]>;
  /** Answers and ballots are not counted again: a difference there is to be looked into by people. */
  rebuild?(db: Db): Promise<void>;
}

/** The counters that each room keeps beside its facts. */
const COUNTERS: Readonly<Record<string, Counters>> = {
  definitions: { check: checkWords, rebuild: rebuildWords },
  evaluation: { check: checkAnswers },
  plan: { check: checkBallots },
};

/** Everything that is wrong with a database, a line each; none when all is well. */
export async function findFaults(connections: Connections): Promise<string[]> {
  const damaged = connections.engine === 'sqlite' ? findDamage(connections.url) : await findDamagePostgres(connections);
  const miscounts: string[] = [];
  for (const [room, { check }] of Object.entries(COUNTERS))
    for (const { territoryId, what, counted, found } of await check(connections.reading))
      miscounts.push(`${room}: ${what} of territory ${territoryId} is counted ${counted}, but there are ${found}`);
  return [...damaged, ...miscounts];
}

function findDamage(url: string): string[] {
  const database = openSqlite(fileOf(url), true);
  try {
    const found = damage(database);
    return found ? [`the file ${found}`] : [];
  } finally {
    database.close();
  }
}

/** PostgreSQL keeps its foreign keys itself; what can be wrong is one that was added without being checked. */
async function findDamagePostgres({ reading }: Connections): Promise<string[]> {
  const { rows } = await sql<{ name: string; of: string }>`
    select conname as name, conrelid::regclass::text as of from pg_constraint where not convalidated`.execute(reading);
  return rows.map(({ name, of }) => `the rule ${name} of ${of} was never checked`);
}

/** Makes the counters again from their facts where a room does that, in one transaction. */
export async function rebuildCounters({ writing }: Connections): Promise<void> {
  await writing.transaction().execute(async (db) => {
    for (const { rebuild } of Object.values(COUNTERS)) await rebuild?.(db);
  });
}

if (import.meta.main)
  await carryOut(async () => {
    const { databaseUrl } = readSettings(process.env);
    if (engineOf(databaseUrl) === 'sqlite' && !existsSync(fileOf(databaseUrl)))
      throw new CannotDo(`There is no database at ${fileOf(databaseUrl)}.`);
    const connections = connect(databaseUrl);
    try {
      await refuseNewer(connections);
      if (process.argv.includes('--repair')) await rebuildCounters(connections);
      const faults = await findFaults(connections);
      if (faults.length > 0)
        throw new CannotDo(
          `${faults.join('\n')}\n\nCounters of words can be made again from their facts: npm run check-data -- --repair`,
        );
      say('All is well: the database is whole, and every counter agrees with its facts.');
    } finally {
      await connections.close();
    }
  });
