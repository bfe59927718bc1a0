import type { EqualSharesRules } from './election.ts';
import type { Fraction } from './fraction.ts';

/** The count by equal shares, with everything needed to explain it and to check it. Money is in the smallest unit. */
export interface EqualSharesOutcome {
  readonly rules: EqualSharesRules;
  /** Ids of the funded projects in the order in which they were chosen. */
  readonly winners: readonly string[];
  readonly totalCost: bigint;
  readonly budgetLeft: bigint;
  /** Blank ballots included. */
  readonly voters: number;
  /** What each voter held in the run that decided; 0 where no money was shared out. */
  readonly share: Fraction;
  /** How many times the share had been raised by one unit in that run. */
  readonly raises: number;
  readonly ended: Ended;
  /** Each choice of the run that decided. Free projects and what add1u filled in are not among them. */
  readonly steps: readonly FundingStep[];
  /** For each project of the election, in its order, why it won or lost. */
  readonly verdicts: readonly Verdict[];
}

/** Why the count ended where it did. */
export type Ended =
  | { readonly because: 'no-votes' }
  | { readonly because: 'everything-fits' }
  | { readonly because: 'no-completion' }
  /** Nothing else that has a vote would have fitted into the budget. */
  | { readonly because: 'exhaustive' }
  /** With one more unit per voter these would have been chosen, in this order, for more than the budget. */
  | { readonly because: 'overspend'; readonly order: readonly string[]; readonly cost: bigint };

export interface FundingStep {
  readonly id: string;
  readonly cost: bigint;
  /** Price per unit of utility: the smallest of all projects that could be afforded. 1/rho is the effective support. */
  readonly rho: Fraction;
  /** The most that one supporter paid. */
  readonly price: Fraction;
  /** How many voters approve it. */
  readonly votes: number;
  /** How many of them still had money and so paid something. */
  readonly payers: number;
  /** How many of these paid the price in full; the others gave all that they had left. */
  readonly payersInFull: number;
  /** What all voters together held afterwards; more than the budget left once shares have been raised. */
  readonly moneyLeft: bigint;
  /** The budget less the cost of all that had been chosen by then. */
  readonly budgetLeft: bigint;
}

interface OfProject {
  readonly id: string;
  readonly cost: bigint;
  readonly votes: number;
}

export type Verdict = OfProject & (Won | Lost);

export type Won =
  /** All proposals with a vote fit the budget together. */
  | { readonly funded: true; readonly because: 'everything-fits' }
  | { readonly funded: true; readonly because: 'free' }
  /** Its supporters paid for it; `step` is its place in `steps`, from 0. */
  | { readonly funded: true; readonly because: 'supporters-paid'; readonly step: number }
  /** It was next by votes and fitted into the budget that was left, which was `budgetLeft` before it. */
  | { readonly funded: true; readonly because: 'filled-in'; readonly budgetLeft: bigint };

export type Lost =
  | { readonly funded: false; readonly because: 'no-votes' }
  /** It costs more than the whole budget, by `excess`. */
  | { readonly funded: false; readonly because: 'over-budget'; readonly excess: bigint }
  | ({ readonly funded: false; readonly because: 'supporters-short' } & Shortage);

export interface Shortage {
  /** What its supporters had left among them at the end, rounded down; with `missing` it makes up the cost. */
  readonly money: bigint;
  readonly missing: bigint;
  /** After how many steps they first had too little; 0 when they never had enough. */
  readonly shortAfter: number;
  /** So many more ballots for it alone, and it would have been funded: counted again with them. Told where few. */
  readonly votesNeeded: bigint | undefined;
}
