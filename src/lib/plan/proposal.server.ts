import { record, type Actor } from '#lib/platform/journal.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import type { ProposalKind, ReviewOutcome } from './tables.ts';

export interface ProposalFacts {
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly kind: ProposalKind;
  readonly costCents: number;
  readonly costReasons: string;
  /** Who carries it; null for an orphan, an idea that looks for a holder. */
  readonly holderActorId: string | null;
  readonly neighbourhoodId: string | null;
  /** As the author wants to be named; may be empty. */
  readonly writtenBy: string;
  readonly objectiveIds: readonly string[];
}

export interface Sending {
  readonly territoryId: string;
  readonly cycleId: string;
  /** Of the device or account that sends. */
  readonly sender: string;
  readonly sentId: string;
  readonly actor: Actor;
}

/**
 * Proposes something to do, with its cost. Sent again with the same words it is the same proposal; with other words
 * it is kept as a new one.
 * @returns the proposal's id
 * @throws Refusal `plan.noObjective` when it answers none of the cycle's objectives
 */
export async function propose(db: Db, facts: ProposalFacts & Sending, now: number): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const objectives = await requireObjectives(db, facts);
  const sentId = hashOf(JSON.stringify([facts.sentId, contentOf(facts)]));
  const known = await findSent(db, facts, sentId);
  if (known) return known.id;
  const id = randomId();
  await db
    .insertInto('proposal')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      ...contentOf(facts),
      sender: facts.sender,
      sent_id: sentId,
      proposed_at: now,
      withdrawn_at: null,
    })
    .execute();
  await db
    .insertInto('proposal_objective')
    .values(
      objectives.map((objectiveId) => ({
        territory_id: facts.territoryId,
        proposal_id: id,
        objective_id: objectiveId,
      })),
    )
    .execute();
  await recordOn(db, facts, id, 'proposal.made', now);
  return id;
}

/** A mixed panel's answer to a proposal, with public reasons. A later review supersedes; none is erased. */
export async function reviewProposal(
  db: Db,
  facts: {
    territoryId: string;
    proposalId: string;
    outcome: ReviewOutcome;
    reasons: string;
    panel: string;
    actor: Actor;
  },
  now: number,
): Promise<void> {
  const proposal = await getProposal(db, facts.territoryId, facts.proposalId);
  await requireOpenCycle(db, facts.territoryId, proposal.cycle_id);
  const id = randomId();
  await db
    .insertInto('proposal_review')
    .values({
      territory_id: facts.territoryId,
      id,
      proposal_id: proposal.id,
      outcome: facts.outcome,
      reasons: facts.reasons,
      panel: facts.panel,
      reviewed_by: facts.actor.id,
      reviewed_at: now,
    })
    .execute();
  await recordOn(db, facts, proposal.id, 'proposal.reviewed', now);
}

/** A holder for an orphan, or another one. */
export async function findHolder(
  db: Db,
  facts: { territoryId: string; proposalId: string; actorId: string; actor: Actor },
  now: number,
): Promise<void> {
  await getProposal(db, facts.territoryId, facts.proposalId);
  await db
    .updateTable('proposal')
    .set({ holder_actor_id: facts.actorId })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.proposalId)
    .execute();
  await recordOn(db, facts, facts.proposalId, 'proposal.holder-found', now);
}

export type Proposal = Row<'proposal'>;
export type Review = Row<'proposal_review'>;

export async function getProposal(db: Db, territoryId: string, id: string): Promise<Proposal> {
  return there(await proposals(db, territoryId).where('id', '=', id).executeTakeFirst(), 'proposal');
}

/** A cycle's proposals with their newest review, by title. */
export async function listProposals(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<(Proposal & { review: Review | undefined; objectiveIds: string[] })[]> {
  const rows = await proposals(db, territoryId)
    .where('cycle_id', '=', cycleId)
    .where('withdrawn_at', 'is', null)
    .orderBy('title')
    .execute();
  const ids = ['', ...rows.map((row) => row.id)];
  const reviews = await listReviews(db, territoryId, ids);
  const links = await db
    .selectFrom('proposal_objective')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('proposal_id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    ...row,
    review: reviews.findLast((review) => review.proposal_id === row.id),
    objectiveIds: links.filter((link) => link.proposal_id === row.id).map((link) => link.objective_id),
  }));
}

/** Every review of some proposals, oldest first. */
export function listReviews(db: Db, territoryId: string, proposalIds: readonly string[]): Promise<Review[]> {
  return db
    .selectFrom('proposal_review')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('proposal_id', 'in', ['', ...proposalIds])
    .orderBy('reviewed_at')
    .execute();
}

async function requireObjectives(db: Db, facts: ProposalFacts & Sending): Promise<string[]> {
  const rows = await db
    .selectFrom('objective')
    .select('id')
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .where('id', 'in', ['', ...facts.objectiveIds])
    .where('withdrawn_at', 'is', null)
    .execute();
  if (rows.length === 0) throw new Refusal('plan.noObjective');
  return rows.map((row) => row.id);
}

function findSent(db: Db, facts: Sending, sentId: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('proposal')
    .select('id')
    .where('territory_id', '=', facts.territoryId)
    .where('sender', '=', facts.sender)
    .where('sent_id', '=', sentId)
    .executeTakeFirst();
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

function proposals(db: Db, territoryId: string) {
  return db.selectFrom('proposal').selectAll().where('territory_id', '=', territoryId);
}

function recordOn(
  db: Db,
  facts: { territoryId: string; actor: Actor },
  id: string,
  verb: string,
  now: number,
): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['proposal', id] }, now);
}
