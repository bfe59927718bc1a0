import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { recordOn, requireRows, type Acting } from './belonging.server.ts';
import type { ActorKind } from './tables.ts';

/** Whoever takes a share: a group of residents, an association, a business, a school, a public body, a person. */
export type TownActor = Row<'actor'>;

export interface ActorFacts {
  readonly kind: ActorKind;
  readonly name: string;
  readonly description: string;
  readonly neighbourhoodId?: string | null;
}

/** Enters somebody into the directory. The same form sent again is the same actor. */
export async function enterActor(
  db: Db,
  facts: ActorFacts & Acting & { sentId?: string },
  now: number,
): Promise<string> {
  await requireRows(db, 'neighbourhood', facts.territoryId, [facts.neighbourhoodId ?? null]);
  const content = contentOf(facts);
  const id = sentRowId(facts.actor, facts.sentId, content);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('actor')
    .values({ territory_id: facts.territoryId, id, ...content, created_at: now, retired_at: null })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await recordOn(db, facts, ['actor', id], 'actor.entered', now);
  return id;
}

/** Changes what the directory says of an actor. */
export async function changeActor(
  db: Db,
  facts: ActorFacts & Acting & { actorId: string },
  now: number,
): Promise<void> {
  await requireRows(db, 'neighbourhood', facts.territoryId, [facts.neighbourhoodId ?? null]);
  await update(db, facts, contentOf(facts));
  await recordOn(db, facts, ['actor', facts.actorId], 'actor.changed', now);
}

/** Somebody who takes no new share; what they promised stays told. */
export async function retireActor(db: Db, facts: Acting & { actorId: string }, now: number): Promise<void> {
  await update(db, facts, { retired_at: now });
  await recordOn(db, facts, ['actor', facts.actorId], 'actor.retired', now);
}

export async function getActor(db: Db, territoryId: string, id: string): Promise<TownActor> {
  return there(await actors(db, territoryId).where('id', '=', id).executeTakeFirst(), 'actor');
}

/** The directory, by name. */
export function listActors(db: Db, territoryId: string): Promise<TownActor[]> {
  return actors(db, territoryId).where('retired_at', 'is', null).orderBy('name').execute();
}

/** Everyone who ever was in the directory, by name: promises of those who left are still told. */
export function listEveryActor(db: Db, territoryId: string): Promise<TownActor[]> {
  return actors(db, territoryId).orderBy('name').execute();
}

async function update(
  db: Db,
  { territoryId, actorId }: { territoryId: string; actorId: string },
  values: Partial<TownActor>,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('actor')
    .set(values)
    .where('territory_id', '=', territoryId)
    .where('id', '=', actorId)
    .executeTakeFirst();
  there(numUpdatedRows === 1n ? actorId : undefined, 'actor');
}

function contentOf(facts: ActorFacts) {
  return {
    kind: facts.kind,
    name: facts.name,
    description: facts.description,
    neighbourhood_id: facts.neighbourhoodId ?? null,
  };
}

function actors(db: Db, territoryId: string) {
  return db.selectFrom('actor').selectAll().where('territory_id', '=', territoryId);
}
