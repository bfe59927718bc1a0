import { record, type Actor as Acting } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { ActorKind } from './tables.ts';

/** Whoever takes a share: a group of residents, an association, a business, a school, a public body, a person. */
export type TownActor = Row<'actor'>;

export async function enterActor(
  db: Db,
  facts: { territoryId: string; kind: ActorKind; name: string; description: string; actor: Acting },
  now: number,
): Promise<string> {
  const id = randomId();
  await db
    .insertInto('actor')
    .values({
      territory_id: facts.territoryId,
      id,
      kind: facts.kind,
      name: facts.name,
      description: facts.description,
      created_at: now,
      retired_at: null,
    })
    .execute();
  const subject = ['actor', id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'actor.entered', subject }, now);
  return id;
}

export async function getActor(db: Db, territoryId: string, id: string): Promise<TownActor> {
  return there(await actors(db, territoryId).where('id', '=', id).executeTakeFirst(), 'actor');
}

export function listActors(db: Db, territoryId: string): Promise<TownActor[]> {
  return actors(db, territoryId).where('retired_at', 'is', null).orderBy('name').execute();
}

function actors(db: Db, territoryId: string) {
  return db.selectFrom('actor').selectAll().where('territory_id', '=', territoryId);
}
