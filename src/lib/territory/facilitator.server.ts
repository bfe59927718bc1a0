import { record, type Actor } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';

interface Seating {
  readonly territoryId: string;
  readonly gatheringId: string;
  readonly facilitatorIds: readonly string[];
  readonly actor: Actor;
}

export async function listFacilitatorIds(db: Db, territoryId: string, gatheringId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('gathering_facilitator')
    .select('account_id')
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .execute();
  return rows.map((row) => row.account_id);
}

export async function seatFacilitators(db: Db, facts: Omit<Seating, 'actor'>): Promise<void> {
  for (const accountId of facts.facilitatorIds)
    await db
      .insertInto('gathering_facilitator')
      .values({ territory_id: facts.territoryId, gathering_id: facts.gatheringId, account_id: accountId })
      .execute();
}

/**
 * Changes who facilitates a gathering, and tells the journal of each. Once it holds words only one of its facilitators
 * does: whoever plans doesn't give themself, or anybody, what a group said among itself.
 * @throws Refusal `gathering.facilitatorsHold`
 */
export async function changeFacilitators(
  db: Db,
  gathering: Pick<Row<'gathering'>, 'phase' | 'people'>,
  facts: Seating,
  now: number,
): Promise<void> {
  const sitting = await listFacilitatorIds(db, facts.territoryId, facts.gatheringId);
  const seated = facts.facilitatorIds.filter((id) => !sitting.includes(id));
  const unseated = sitting.filter((id) => !facts.facilitatorIds.includes(id));
  if (seated.length + unseated.length === 0) return;
  if (!sitting.includes(facts.actor.id ?? '') && (await isHeld(db, gathering, facts, sitting)))
    throw new Refusal('gathering.facilitatorsHold');
  await db
    .deleteFrom('gathering_facilitator')
    .where('territory_id', '=', facts.territoryId)
    .where('gathering_id', '=', facts.gatheringId)
    .where('account_id', 'in', ['', ...unseated])
    .execute();
  await seatFacilitators(db, { ...facts, facilitatorIds: seated });
  for (const id of seated) await tell(db, facts, 'facilitator.seated', id, now);
  for (const id of unseated) await tell(db, facts, 'facilitator.unseated', id, now);
}

/** Whether it has begun or holds words, and somebody is there to answer for them: an account that signs in. */
async function isHeld(
  db: Db,
  gathering: Pick<Row<'gathering'>, 'phase' | 'people'>,
  facts: { territoryId: string; gatheringId: string },
  sitting: readonly string[],
): Promise<boolean> {
  const note = await db
    .selectFrom('note')
    .select('id')
    .where('territory_id', '=', facts.territoryId)
    .where('gathering_id', '=', facts.gatheringId)
    .executeTakeFirst();
  if (gathering.phase === 'planned' && gathering.people === 0 && note === undefined) return false;
  const answering = await db
    .selectFrom('account')
    .select('id')
    .where('id', 'in', ['', ...sitting])
    .where('password_hash', 'is not', null)
    .executeTakeFirst();
  return answering !== undefined;
}

function tell(db: Db, facts: Seating, verb: string, accountId: string, now: number): Promise<void> {
  const { territoryId, actor } = facts;
  return record(db, { territoryId, actor, verb, subject: ['account', accountId] }, now);
}
