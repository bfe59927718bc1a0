import type { Person } from '#lib/people/person.ts';
import type { Role } from '#lib/people/tables.ts';
import type { Db } from '#lib/platform/tables.ts';
import { findCurrentCycle } from './cycle.server.ts';

/** A territory in which somebody has a part, and where their work begins. */
export interface Workplace {
  readonly territory: { readonly id: string; readonly slug: string; readonly name: string };
  readonly roles: readonly Role[];
  /** Names of the bodies in which the person has a seat. */
  readonly bodies: readonly string[];
  /** Undefined while the territory has no cycle yet. */
  readonly cycleSlug: string | undefined;
}

/** Where a person works, by the territories' names. */
export async function listWorkplaces(db: Db, person: Person): Promise<Workplace[]> {
  const ids = [...person.roles, ...person.memberships].map((part) => part.territoryId);
  const territories = await db
    .selectFrom('territory')
    .select(['id', 'slug', 'name'])
    .where('id', 'in', ['', ...ids])
    .orderBy('name')
    .execute();
  const bodies = await db
    .selectFrom('body')
    .select(['territory_id', 'id', 'name'])
    .where('id', 'in', ['', ...person.memberships.map((seat) => seat.bodyId)])
    .orderBy('name')
    .execute();
  const places: Workplace[] = [];
  for (const territory of territories)
    places.push({
      territory,
      roles: person.roles.filter((grant) => grant.territoryId === territory.id).map((grant) => grant.role),
      bodies: bodies.filter((body) => body.territory_id === territory.id).map((body) => body.name),
      cycleSlug: (await findCurrentCycle(db, territory.id))?.slug,
    });
  return places;
}
