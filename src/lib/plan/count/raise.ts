import type { Counting } from './counting.ts';
import type { EqualSharesRules } from './election.ts';
import { runEqualShares, runIfUnchanged } from './run.ts';
import type { Run } from './run.ts';

/** Where add1 ended. */
export interface Raised {
  readonly run: Run;
  /** How many times the share was raised. */
  readonly raises: number;
  /** The run after it, which would have spent more than the budget; none when the first exhaustive outcome ended it. */
  readonly beyond: Run | undefined;
}

/**
 * Raises every voter's share by one unit at a time and counts afresh, until the next run would overspend or, where the
 * rules say so, nothing else that has a vote fits any more.
 *
 * Not every raise is counted by itself: where it is certain that nothing changes over many raises, they are passed over
 * together (see `runIfUnchanged`). The outcome is the same.
 */
export function raiseShares(counting: Counting, rules: EqualSharesRules, onRaise?: (raises: number) => void): Raised {
  const { tally } = counting;
  const moneyAfter = (raises: number) => tally.budget + BigInt(raises) * rules.unit * BigInt(tally.voters);
  const pace = newPace();
  let run = runEqualShares(counting, moneyAfter(0));
  let raises = 0;
  while (rules.stop === 'only-at-overspend' || !isExhaustive(counting, run)) {
    onRaise?.(raises);
    const stride = nextStride(pace, raises);
    const unchanged = stride > 1 ? runIfUnchanged(counting, run, moneyAfter(raises + stride)) : undefined;
    keepPace(pace, raises, stride, unchanged !== undefined);
    if (stride > 1 && !unchanged) continue;
    const next = unchanged ?? runEqualShares(counting, moneyAfter(raises + 1));
    if (next.cost > tally.budget) return { run, raises, beyond: next };
    run = next;
    raises += stride;
  }
  return { run, raises, beyond: undefined };
}

function isExhaustive({ tally, candidates }: Counting, { steps, cost }: Run): boolean {
  const funded = new Set(steps.map((step) => step.project));
  return candidates.every((project) => funded.has(project) || cost + (tally.costs[project] as bigint) > tally.budget);
}

/** How far to look ahead: twice as far after each success; after a failure, halfway to where it failed, and so on. */
interface Pace {
  stride: number;
  /** The number of raises up to which no certainty was had, until it is reached. */
  wall: number;
  /** Single raises to make before looking ahead again: the more often it is of no use, the longer. */
  wait: number;
  patience: number;
}

const longestWait = 32;

function newPace(): Pace {
  return { stride: 2, wall: Infinity, wait: 1, patience: 1 };
}

function nextStride({ stride, wall, wait }: Pace, raises: number): number {
  if (wall !== Infinity) return Math.ceil((wall - raises) / 2);
  return wait > 0 ? 1 : stride;
}

function keepPace(pace: Pace, raises: number, stride: number, unchanged: boolean): void {
  if (stride === 1) passSingly(pace, raises + 1);
  else if (!unchanged) pace.wall = raises + stride;
  else if (pace.wall === Infinity) pace.stride *= 2;
  if (stride > 2 && unchanged) pace.patience = 1;
  if (stride === 2 && !unchanged) pace.patience = Math.min(pace.patience * 2, longestWait);
}

function passSingly(pace: Pace, raises: number): void {
  pace.wait -= 1;
  if (raises < pace.wall) return;
  if (pace.wall !== Infinity) Object.assign(pace, { wall: Infinity, stride: 2, wait: pace.patience });
}
