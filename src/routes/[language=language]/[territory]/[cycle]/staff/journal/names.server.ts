import { sql, type RawBuilder } from 'kysely';
import type { JournalLine } from '#lib/territory/journal.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { Place } from '#routes/place.server.ts';

/** How people call something that a line of the journal is about, and where they read of it. */
export interface Named {
  readonly name: string;
  /** Below the cycle; undefined where it belongs to another one, or has no page of its own. */
  readonly path: string | undefined;
}

interface Kind {
  /** The column that holds its name, or a query for it. */
  readonly name: string | RawBuilder<string>;
  /** Whether its rows belong to one cycle. */
  readonly inCycle?: true;
  /** Whether its rows belong to no territory. */
  readonly anywhere?: true;
  readonly path?: (id: string) => string;
}

const ITS_GROUP = sql<string>`(
  select name from "group" g where g.territory_id = gathering.territory_id and g.id = gathering.group_id
)`;

/** What has a name that everyone who reads the journal may read: never words of people. Table → how it is named. */
const KINDS: Readonly<Record<string, Kind>> = {
  body_member: { name: 'name' },
  body: { name: 'name', path: (id) => `staff/bodies/${id}` },
  group: { name: 'name', inCycle: true, path: (id) => `staff/groups/${id}` },
  gathering: { name: ITS_GROUP },
  account: { name: 'name', anywhere: true },
  neighbourhood: { name: 'name', path: () => 'staff/settings' },
  cycle: { name: 'name' },
  decision: { name: 'title' },
  round: { name: 'name', inCycle: true, path: (id) => `evaluation/rounds/${id}` },
  measure_series: { name: 'name', path: () => 'evaluation/measures' },
  objective: { name: 'title', inCycle: true, path: (id) => `plan/objectives/${id}` },
  scenario: { name: 'name', path: (id) => `plan/scenarios/${id}` },
  proposal: { name: 'title', inCycle: true, path: (id) => `plan/proposals/${id}` },
  vote: { name: 'name', inCycle: true, path: (id) => `plan/votes/${id}` },
  action: { name: 'title', inCycle: true, path: (id) => `plan/actions/${id}` },
  actor: { name: 'name', path: (id) => `plan/actors/${id}` },
  pact: { name: 'title', inCycle: true, path: () => 'plan/pact' },
};

/** The names of what lines are about, by id; the journal itself holds none. */
export async function listNames(
  db: Db,
  { territory, cycle }: Place,
  lines: readonly Pick<JournalLine, 'subjectKind' | 'subjectId'>[],
): Promise<ReadonlyMap<string, Named>> {
  const names = new Map<string, Named>();
  for (const [table, kind] of Object.entries(KINDS)) {
    const ids = [...new Set(lines.filter((line) => line.subjectKind === table).map((line) => line.subjectId))];
    if (ids.length === 0) continue;
    const here = kind.anywhere ? sql`1 = 1` : sql`territory_id = ${territory.id}`;
    const { rows } = await sql<{ id: string; name: string; cycle: string }>`
      select id, ${typeof kind.name === 'string' ? sql.ref(kind.name) : kind.name} as name, ${kind.inCycle ? sql.ref('cycle_id') : sql.lit('')} as cycle
      from ${sql.table(table)} where ${here} and id in (${sql.join(ids)})
    `.execute(db);
    for (const { id, name, cycle: of } of rows)
      names.set(id, { name, path: kind.inCycle && of !== cycle.id ? undefined : kind.path?.(id) });
  }
  return names;
}
