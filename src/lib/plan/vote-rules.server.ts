import { createHash } from 'node:crypto';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Row } from '#lib/platform/tables.ts';
import { drawText, lotOrder } from './count/lot.ts';

type Vote = Row<'vote'>;
type OnBallot = Row<'vote_proposal'>;

/** The lot that has the last word on ties, drawn before the first ballot; anyone can draw it again from the seed. */
export interface Lot {
  readonly seed: string;
  /** Proposal ids; on a tie the earlier one wins. */
  readonly order: readonly string[];
}

export function drawLot(proposalIds: readonly string[]): Lot {
  const seed = randomId();
  const digest = (id: string) => sha256(drawText(seed, id));
  return { seed, order: lotOrder(proposalIds.map((id) => ({ id, digest: digest(id) }))) };
}

/** The lot of a vote that has been opened. */
export function lotOf(vote: Vote): Lot {
  return JSON.parse(there(vote.lot, 'lot')) as Lot;
}

/** The rules as they are published: what is counted, and how. The same vote always gives the same text. */
export function rulesOf(vote: Vote, proposals: readonly OnBallot[], lot: Lot) {
  const byId = [...proposals].sort((a, b) => (a.proposal_id < b.proposal_id ? -1 : 1));
  return {
    vote: vote.id,
    name: vote.name,
    question: vote.question,
    currency: vote.currency,
    budget_cents: vote.budget_cents,
    least_choices: vote.least_choices,
    most_choices: vote.most_choices,
    rule: 'equal-shares',
    utility: 'cost',
    completion: 'add1',
    add1_unit_cents: 100,
    add1_stops: vote.add1_stops,
    ties: ['lower cost', 'more votes', 'lot'],
    lot,
    admission: vote.admission,
    closes_on: vote.closes_on,
    who_decides: vote.who_decides,
    is_binding: vote.is_binding === 1,
    council_on: vote.council_on,
    ...(vote.least_shown !== null && { least_shown: vote.least_shown }),
    receipt_key: vote.signing_key,
    proposals: byId.map(({ proposal_id, title, cost_cents }) => ({ id: proposal_id, title, cost_cents })),
  };
}

/** The published text of the rules: JSON without white space. */
export function writeRules(vote: Vote, proposals: readonly OnBallot[], lot: Lot): string {
  return JSON.stringify(rulesOf(vote, proposals, lot));
}

/** SHA-256, in hexadecimal, of the published text of the rules. */
export function hashRules(vote: Vote, proposals: readonly OnBallot[], lot: Lot): string {
  return sha256(writeRules(vote, proposals, lot));
}

/** SHA-256 in hexadecimal, as `sha256sum` prints it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
