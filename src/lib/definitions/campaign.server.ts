import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import './tables.ts';

interface InCycle {
  readonly territoryId: string;
  readonly cycleId: string;
}

/** What relays say at the door, written together: a version each time, with who and when. */
export interface Message {
  readonly number: number;
  readonly text: string;
  readonly by: string;
  readonly at: number;
}

/** Every version, newest first. */
export function listMessages(db: Db, { territoryId, cycleId }: InCycle): Promise<Message[]> {
  return db
    .selectFrom('campaign_message')
    .innerJoin('account', 'account.id', 'campaign_message.written_by')
    .select(['campaign_message.number', 'campaign_message.text', 'account.name as by'])
    .select('campaign_message.written_at as at')
    .where('campaign_message.territory_id', '=', territoryId)
    .where('campaign_message.cycle_id', '=', cycleId)
    .orderBy('campaign_message.number', 'desc')
    .execute();
}

/**
 * Writes the next version; the same words again are no new one.
 * @param facts.seen number of the version that the page showed, 0 where there was none
 * @throws Refusal `definitions.campaign.overtaken` when somebody else has written meanwhile, `cycle.closed`
 */
export async function writeMessage(
  db: Db,
  facts: InCycle & { text: string; seen: number; accountId: string },
  now: number,
): Promise<void> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const [latest] = await listMessages(db, facts);
  if (latest?.text === facts.text) return;
  if ((latest?.number ?? 0) !== facts.seen) throw new Refusal('definitions.campaign.overtaken');
  const added = await db
    .insertInto('campaign_message')
    .values({
      territory_id: facts.territoryId,
      cycle_id: facts.cycleId,
      number: facts.seen + 1,
      text: facts.text,
      written_by: facts.accountId,
      written_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  if (!added) throw new Refusal('definitions.campaign.overtaken');
  const actor: Actor = { kind: 'account', id: facts.accountId };
  const subject = ['cycle', facts.cycleId] as const;
  await record(db, { territoryId: facts.territoryId, actor, verb: 'campaign.written', subject }, now);
}

/** The territory's street blocks that are offered, in the order in which they were added. */
export function listBlocks(db: Db, territoryId: string): Promise<Row<'street_block'>[]> {
  return db
    .selectFrom('street_block')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('retired_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** @param facts.id as the sender made it: sent again it is the same block */
export async function addBlock(
  db: Db,
  facts: { territoryId: string; name: string; id?: string; accountId: string },
  now: number,
): Promise<string> {
  const id = facts.id ?? randomId();
  const { position } = await db
    .selectFrom('street_block')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('position'))
    .where('territory_id', '=', facts.territoryId)
    .executeTakeFirstOrThrow();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('street_block')
    .values({
      territory_id: facts.territoryId,
      id,
      name: facts.name,
      position: position + 1,
      added_by: facts.accountId,
      added_at: now,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 0n) await recordOn(db, { ...facts, blockId: id }, 'block.added', now);
  return id;
}

/** A block that is no longer offered; visits that name it keep it. @throws NotThere */
export async function retireBlock(
  db: Db,
  facts: { territoryId: string; blockId: string; accountId: string },
  now: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('street_block')
    .set({ retired_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.blockId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotThere('block');
  await recordOn(db, facts, 'block.retired', now);
}

/** How many doors a relay was at, in one street block; `block` is null where none was named. */
export interface Reach {
  readonly relay: string;
  readonly block: string | null;
  /** Visits whose words were read back. */
  readonly visits: number;
  readonly notes: number;
}

/** Where relays have been, by relay and street block; no visit can be told from another. */
export async function listReach(db: Db, { territoryId, cycleId }: InCycle): Promise<Reach[]> {
  const rows = await db
    .selectFrom('relay_visit')
    .innerJoin('account', 'account.id', 'relay_visit.relay_id')
    .leftJoin('street_block', (join) =>
      join
        .onRef('street_block.territory_id', '=', 'relay_visit.territory_id')
        .onRef('street_block.id', '=', 'relay_visit.block_id'),
    )
    .leftJoin('note', (join) =>
      join.onRef('note.territory_id', '=', 'relay_visit.territory_id').onRef('note.visit_id', '=', 'relay_visit.id'),
    )
    .select(['account.id', 'account.name as relay', 'street_block.name as block', 'street_block.position'])
    .select((e) => [
      e.fn.count<number>('relay_visit.id').distinct().as('visits'),
      e.fn.count<number>('note.id').as('notes'),
    ])
    .where('relay_visit.territory_id', '=', territoryId)
    .where('relay_visit.cycle_id', '=', cycleId)
    .where('relay_visit.read_back_at', 'is not', null)
    .groupBy(['account.id', 'account.name', 'street_block.id', 'street_block.name', 'street_block.position'])
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
  return rows
    .sort((one, other) => (one.id === other.id ? (one.position ?? Infinity) - (other.position ?? Infinity) : 0))
    .map(({ relay, block, visits, notes }) => ({ relay, block, visits: Number(visits), notes: Number(notes) }));
}

function recordOn(
  db: Db,
  facts: { territoryId: string; blockId: string; accountId: string },
  verb: string,
  now: number,
): Promise<void> {
  const actor: Actor = { kind: 'account', id: facts.accountId };
  return record(db, { territoryId: facts.territoryId, actor, verb, subject: ['street_block', facts.blockId] }, now);
}
