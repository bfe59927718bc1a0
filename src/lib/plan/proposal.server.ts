import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { recordOn, requireRows, type Acting } from './belonging.server.ts';
import type { ProposalKind } from './tables.ts';

export interface ProposalFacts {
  readonly title: string;
  readonly description: string;
  /** Where, in words; may be empty. */
  readonly place: string;
  readonly kind: ProposalKind;
  readonly costCents: number;
  readonly costReasons: string;
  /** Who could carry it, to be confirmed (`nameHolder`); null for an orphan, an idea that looks for a holder. */
  readonly holderActorId: string | null;
  readonly neighbourhoodId: string | null;
  /** As the author wants to be named; may be empty. */
  readonly writtenBy: string;
  readonly objectiveIds: readonly string[];
}

export interface Sending extends Acting {
  readonly cycleId: string;
  /** Of the device or account that sends: a hash or an id, never a name. */
  readonly sender: string;
  readonly sentId: string;
}

/**
 * Proposes something to do, with its cost. Sent again with the same words it is the same proposal; with other words
 * it is kept as a new one.
 * @returns the proposal's id
 * @throws Refusal `plan.noObjective` when it answers none of the cycle's objectives, `cycle.closed`
 * @throws NotThere for an objective of another cycle, a holder or a neighbourhood of another territory
 */
export async function propose(db: Db, facts: ProposalFacts & Sending, now: number): Promise<string> {
  const { territoryId, cycleId, sender } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const objectives = await requireObjectives(db, facts);
  await requireRows(db, 'actor', territoryId, [facts.holderActorId]);
  await requireRows(db, 'neighbourhood', territoryId, [facts.neighbourhoodId]);
  const content = contentOf(facts);
  const sentId = hashOf(JSON.stringify([facts.sentId, content, objectives]));
  const id = randomId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('proposal')
    .values({
      territory_id: territoryId,
      id,
      cycle_id: cycleId,
      ...content,
      sender,
      sent_id: sentId,
      proposed_at: now,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'sender', 'sent_id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return getSent(db, facts, sentId);
  await db
    .insertInto('proposal_objective')
    .values(objectives.map((objective_id) => ({ territory_id: territoryId, proposal_id: id, objective_id })))
    .execute();
  await recordOn(db, facts, ['proposal', id], 'proposal.made', now);
  return id;
}

/**
 * Takes a proposal back, by whoever sent it; its page says so.
 * @throws Refusal `plan.inVote` once a vote on it has been opened
 * @throws NotThere for anybody else's
 */
export async function withdrawProposal(
  db: Db,
  facts: Acting & { proposalId: string; senders: readonly string[] },
  now: number,
): Promise<void> {
  const proposal = await getProposal(db, facts.territoryId, facts.proposalId);
  if (!facts.senders.includes(proposal.sender)) throw new NotThere('proposal');
  if (proposal.withdrawn_at !== null) return;
  if (await isInVote(db, facts.territoryId, proposal.id)) throw new Refusal('plan.inVote');
  await db
    .updateTable('proposal')
    .set({ withdrawn_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', proposal.id)
    .execute();
  await recordOn(db, facts, ['proposal', proposal.id], 'proposal.withdrawn', now);
}

export type Proposal = Row<'proposal'>;

/** A proposal, also one that was taken back. */
export async function getProposal(db: Db, territoryId: string, id: string): Promise<Proposal> {
  const row = await db
    .selectFrom('proposal')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'proposal');
}

async function requireObjectives(db: Db, facts: ProposalFacts & Sending): Promise<string[]> {
  const wanted = [...new Set(facts.objectiveIds)].sort();
  if (wanted.length === 0) throw new Refusal('plan.noObjective');
  const rows = await db
    .selectFrom('objective')
    .select('id')
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .where('id', 'in', wanted)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (rows.length !== wanted.length) throw new NotThere('objective');
  return wanted;
}

async function getSent(db: Db, { territoryId, sender }: Sending, sentId: string): Promise<string> {
  const row = await db
    .selectFrom('proposal')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('sender', '=', sender)
    .where('sent_id', '=', sentId)
    .executeTakeFirst();
  return there(row, 'proposal').id;
}

/** Whether a vote on it has been opened: from then on it can't be taken back. */
export async function isInVote(db: Db, territoryId: string, proposalId: string): Promise<boolean> {
  const row = await db
    .selectFrom('vote_proposal')
    .innerJoin('vote', (join) =>
      join.onRef('vote.territory_id', '=', 'vote_proposal.territory_id').onRef('vote.id', '=', 'vote_proposal.vote_id'),
    )
    .select('vote.id')
    .where('vote_proposal.territory_id', '=', territoryId)
    .where('vote_proposal.proposal_id', '=', proposalId)
    .where('vote.opened_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

function contentOf(facts: ProposalFacts) {
  return {
    title: facts.title,
    description: facts.description,
    place: facts.place,
    kind: facts.kind,
    cost_cents: facts.costCents,
    cost_reasons: facts.costReasons,
    holder_actor_id: facts.holderActorId,
    neighbourhood_id: facts.neighbourhoodId,
    written_by: facts.writtenBy,
  };
}
