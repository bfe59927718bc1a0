import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { dayOf } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { listVoteProposals, putOnBallot, requireAccepted } from './vote-proposal.server.ts';
import { getVote, type Vote, type VoteAct, type VoteFacts } from './vote.server.ts';

/**
 * Prepares a vote on proposals that the panel accepted.
 * @param facts.id as the sender made it: sent again it is the same vote
 * @throws Refusal `votes.fewProposals` below two, `votes.notAccepted` for a proposal that no panel accepted,
 *   `votes.choices` when a ballot couldn't name that many, `votes.lastDayOver`, `votes.councilBefore` when the council
 *   would deal with the result before its last day is over
 */
export async function prepareVote(
  db: Db,
  facts: VoteFacts & { territoryId: string; cycleId: string; id?: string; actor: Actor },
  now: number,
): Promise<string> {
  const proposals = await requireSound(db, facts, now);
  const id = facts.id ?? randomId();
  const { currency } = await getTerritory(db, facts.territoryId);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('vote')
    .values({ ...columnsOf(facts), ...NOT_OPENED, ...idsOf(facts, id), created_at: now, currency })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await putOnBallot(db, { territory_id: facts.territoryId, vote_id: id }, proposals);
  await recordOn(db, { ...facts, voteId: id }, 'vote.prepared', now);
  return id;
}

/**
 * Corrects a vote that isn't open yet. What a body decided on it before was about another vote, and no longer counts.
 * Sent without a change, it changes nothing.
 * @throws Refusal `votes.alreadyOpened`; those of `prepareVote`
 */
export async function correctVote(db: Db, facts: VoteFacts & VoteAct, now: number): Promise<void> {
  const vote = await requirePrepared(db, facts);
  const proposals = await requireSound(db, { ...facts, cycleId: vote.cycle_id }, now);
  const columns = columnsOf(facts);
  if (sayOf({ ...vote, ...columns }, rowsOf(proposals)) === sayOf(vote, await onBallot(db, vote))) return;
  await db
    .updateTable('vote')
    .set(columns)
    .where('territory_id', '=', vote.territory_id)
    .where('id', '=', vote.id)
    .execute();
  await clear(db, vote, [
    'vote_proposal',
    ...(facts.admission === 'roll' ? [] : (['roll_entry', 'roll_batch'] as const)),
  ]);
  await putOnBallot(db, { territory_id: vote.territory_id, vote_id: vote.id }, proposals);
  await db
    .insertInto('vote_correction')
    .values({
      territory_id: vote.territory_id,
      id: randomId(),
      vote_id: vote.id,
      corrected_by: facts.actor.id,
      corrected_at: now,
    })
    .execute();
  await recordOn(db, facts, 'vote.corrected', now);
}

/** Throws away a vote that isn't open yet, with its codes. @throws Refusal `votes.alreadyOpened` */
export async function discardVote(db: Db, facts: VoteAct, now: number): Promise<void> {
  const vote = await requirePrepared(db, facts);
  await clear(db, vote, ['vote_proposal', 'roll_entry', 'roll_batch', 'vote_correction']);
  await db.deleteFrom('vote').where('territory_id', '=', vote.territory_id).where('id', '=', vote.id).execute();
  await recordOn(db, facts, 'vote.discarded', now);
}

async function requirePrepared(db: Db, facts: VoteAct): Promise<Vote> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (vote.opened_at !== null) throw new Refusal('votes.alreadyOpened');
  return vote;
}

/** @returns the proposals. @throws Refusal as `prepareVote` does */
async function requireSound(db: Db, facts: VoteFacts & { territoryId: string; cycleId: string }, now: number) {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const proposals = await requireAccepted(db, facts.territoryId, facts.cycleId, facts.proposalIds);
  if (facts.leastChoices > facts.mostChoices || facts.leastChoices > proposals.length)
    throw new Refusal('votes.choices');
  if (facts.councilOn <= facts.closesOn) throw new Refusal('votes.councilBefore');
  const { time_zone } = await getTerritory(db, facts.territoryId);
  if (dayOf(now, time_zone) > facts.closesOn) throw new Refusal('votes.lastDayOver');
  return proposals;
}

function columnsOf(facts: VoteFacts) {
  return {
    name: facts.name,
    question: facts.question,
    budget_cents: facts.budgetCents,
    least_choices: facts.leastChoices,
    most_choices: facts.mostChoices,
    add1_stops: facts.add1Stops,
    admission: facts.admission,
    closes_on: facts.closesOn,
    who_decides: facts.whoDecides,
    is_binding: facts.isBinding ? (1 as const) : (0 as const),
    council_on: facts.councilOn,
  };
}

const NOT_OPENED = {
  opened_at: null,
  open_decision_id: null,
  rules_hash: null,
  lot: null,
  signing_key: null,
  closed_at: null,
  close_decision_id: null,
  departure: null,
};

function idsOf(facts: { territoryId: string; cycleId: string }, id: string) {
  return { territory_id: facts.territoryId, id, cycle_id: facts.cycleId };
}

type OnBallot = Pick<Row<'vote_proposal'>, 'proposal_id' | 'title' | 'cost_cents'>;

function rowsOf(proposals: readonly { id: string; title: string; cost_cents: number }[]): OnBallot[] {
  return proposals.map(({ id, title, cost_cents }) => ({ proposal_id: id, title, cost_cents }));
}

function onBallot(db: Db, vote: Vote): Promise<OnBallot[]> {
  return listVoteProposals(db, vote.territory_id, vote.id);
}

/** All that a prepared vote says, as one text: the same for the same vote. */
function sayOf(vote: Vote, proposals: readonly OnBallot[]): string {
  const lines = proposals
    .map(({ proposal_id, title, cost_cents }) => [proposal_id, title, cost_cents].join(' '))
    .sort();
  return JSON.stringify([Object.entries(vote).sort(), lines]);
}

async function clear(
  db: Db,
  vote: Vote,
  tables: readonly ('vote_proposal' | 'roll_entry' | 'roll_batch' | 'vote_correction')[],
): Promise<void> {
  for (const name of tables) {
    await db
      .deleteFrom(name as 'vote_proposal')
      .where('territory_id', '=', vote.territory_id)
      .where('vote_id', '=', vote.id)
      .execute();
  }
}

function recordOn(db: Db, facts: VoteAct, verb: string, now: number): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['vote', facts.voteId] }, now);
}
