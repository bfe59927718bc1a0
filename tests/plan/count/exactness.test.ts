import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCounting } from '#lib/plan/count/counting.ts';
import type { Counting } from '#lib/plan/count/counting.ts';
import { orderById, usualRules } from '#lib/plan/count/election.ts';
import type { Election, EqualSharesRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { fraction } from '#lib/plan/count/fraction.ts';
import { raiseShares } from '#lib/plan/count/raise.ts';
import { runEqualShares, runIfUnchanged } from '#lib/plan/count/run.ts';
import type { Run } from '#lib/plan/count/run.ts';
import { tallyElection } from '#lib/plan/count/tally.ts';
import { electionFrom, smallElections, someRules } from './elections.ts';

/**
 * As coarse as fixed-point figures get: with this many voters, nearly all blank, and a share of 10^9, one unit of them
 * is 512 cents, and bounds are some units wide. Single cents are then told apart by the exact ledger alone.
 */
describe('single cents decide where fixed-point figures cannot see them', () => {
  const voters = 2 ** 31 - 1;
  const share = 10n ** 9n;
  const beyond = BigInt(voters) * share + 1n;
  const sizes = [1n, 2n, 100n, 255n, 256n, 257n, 511n, 512n, 513n, 1024n, 2000n];

  function count(costs: Record<string, bigint>, votes: readonly string[]) {
    // z has a vote and costs more than the budget, so that not simply everything is funded.
    const cast = electionFrom(BigInt(voters) * share, { ...costs, z: beyond }, [...votes, 'z']);
    const blank = voters - cast.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
    const election = { ...cast, ballots: [...cast.ballots, { approves: [], voters: blank }] };
    return countEqualShares(election, { ...usualRules(orderById(election.projects)), completion: 'none' });
  }

  // a has three voters, b two: a goes first at rho 1/3. The voter of both keeps `left`, the other voter of b all.
  const votes = ['ab', '2 × a', 'b'];
  const costOfA = (left: bigint) => 3n * (share - left);

  test.each(sizes)('what is left after paying is kept: %i cents', (left) => {
    const outcome = count({ a: costOfA(left), b: share + left }, votes);
    expect(outcome.winners).toEqual(['a', 'b']);
    expect(outcome.steps[1]).toMatchObject({ price: fraction(share), payers: 2, payersInFull: 1 });
  });

  test('a supporter who has paid all to the last cent pays nothing more', () => {
    const outcome = count({ a: costOfA(0n), b: share }, votes);
    expect(outcome.steps[1]).toMatchObject({ price: fraction(share), votes: 2, payers: 1, payersInFull: 1 });
  });

  test.each(sizes)('and nothing more after three payments of which the first is %i cents', (first) => {
    // The voter of all four pays for x, y and a in turn; each of these has two more voters.
    const costs = { x: 3n * first, y: 3n * (first + 1n), a: costOfA(2n * first + 1n), b: share };
    const outcome = count(costs, ['xyab', '2 × x', '2 × y', '2 × a', 'b']);
    expect(outcome.winners).toEqual(['x', 'y', 'a', 'b']);
    expect(outcome.steps[3]).toMatchObject({ price: fraction(share), votes: 2, payers: 1, payersInFull: 1 });
  });

  test.each(sizes)('one cent too little is too little: %i cents left', (left) => {
    const outcome = count({ a: costOfA(left), b: share + left + 1n }, votes);
    expect(outcome.winners).toEqual(['a']);
    expect(outcome.verdicts[1]).toMatchObject({ money: share + left, missing: 1n, shortAfter: 1 });
  });

  test.each(sizes)(
    'who has a cent or a half less than the price gives all, who has as much pays it: %i cents',
    (left) => {
      const secondStep = (cost: bigint) => count({ a: costOfA(left), b: cost }, votes).steps[1];
      expect(secondStep(2n * left + 1n)).toMatchObject({ price: fraction(left + 1n), payersInFull: 1 });
      expect(secondStep(2n * left)).toMatchObject({ price: fraction(left), payersInFull: 2 });
      expect(secondStep(2n * left - 1n)).toMatchObject({ price: fraction(2n * left - 1n, 2n), payersInFull: 2 });
    },
  );

  test.each(sizes)(
    'a price lower by less than a cent in a million goes first, whatever ties would say: %i cents',
    (left) => {
      // c's rho is 1 - (left + 1)/cost, d's 1 - left/(cost - 1): lower for c, but d costs less.
      const cost = share / 2n;
      const costs = { c: cost, d: cost - 1n, x: costOfA(left + 1n), y: costOfA(left) };
      const outcome = count(costs, ['xc', '2 × x', 'c', 'yd', '2 × y', 'd']);
      expect(outcome.winners).toEqual(['x', 'y', 'c', 'd']);
      // With the same left over, c's rho is higher; with the same costs too, the lot decides.
      const other = count({ ...costs, x: costOfA(left) }, ['xc', '2 × x', 'c', 'yd', '2 × y', 'd']);
      expect(other.winners).toEqual(['x', 'y', 'd', 'c']);
      const same = count({ ...costs, c: cost - 1n, x: costOfA(left) }, ['xc', '2 × x', 'c', 'yd', '2 × y', 'd']);
      expect(same.winners).toEqual(['x', 'y', 'c', 'd']);
    },
  );
});

/** Elections in which something changes only every so many cents. */
const coarse = smallElections()
  .map((election) => inflate(election, 25n))
  .chain((election) => fc.tuple(fc.constant(election), someRules(election)));

function counts([election, rules]: [Election, EqualSharesRules], check: (counting: Counting) => void) {
  const counting = openCounting(tallyElection(election, rules.lot), rules.utility);
  const cost = counting.candidates.reduce((sum, project) => sum + (counting.tally.costs[project] ?? 0n), 0n);
  fc.pre(cost > election.budget);
  check(counting);
}

function shareOut({ tally }: Counting, raises: number): bigint {
  return tally.budget + BigInt(raises * tally.voters);
}

function orderIn({ steps }: Run): number[] {
  return steps.map(({ project }) => project);
}

test('when a run is said to change nothing, none of the raises up to it does', () => {
  let said = 0;
  const check = (from: number, stride: number) => (counting: Counting) => {
    const earlier = runEqualShares(counting, shareOut(counting, from));
    const later = runIfUnchanged(counting, earlier, shareOut(counting, from + stride));
    if (!later) return;
    said++;
    for (let raises = from; raises <= from + stride; raises++) {
      expect(orderIn(runEqualShares(counting, shareOut(counting, raises)))).toEqual(orderIn(later));
    }
    expect(later).toMatchObject({ cost: earlier.cost, money: shareOut(counting, from + stride) });
  };
  const strides = fc.tuple(coarse, fc.nat(200), fc.integer({ min: 2, max: 60 }));
  fc.assert(
    fc.property(strides, ([election, from, stride]) => counts(election, check(from, stride))),
    { numRuns: 1000 },
  );
  expect(said).toBeGreaterThan(100);
});

test('passing over raises ends where counting each of them ends', () => {
  let passedOver = 0;
  const check =
    ({ 1: rules }: [Election, EqualSharesRules]) =>
    (counting: Counting) => {
      let counted = 0;
      const settings = { ...rules, unit: 1n, stop: 'only-at-overspend' } as const;
      const { run, raises } = raiseShares(counting, settings, () => counted++);
      const runs = Array.from({ length: raises + 1 }, (_, raised) =>
        runEqualShares(counting, shareOut(counting, raised)),
      );
      expect(runs.every(({ cost }) => cost <= counting.tally.budget)).toBe(true);
      expect(orderIn(run)).toEqual(orderIn(runs[raises] as Run));
      expect(runEqualShares(counting, shareOut(counting, raises + 1)).cost > counting.tally.budget).toBe(true);
      passedOver += raises - counted;
    };
  fc.assert(
    fc.property(coarse, (election) => counts(election, check(election))),
    { numRuns: 200 },
  );
  expect(passedOver).toBeGreaterThan(1000);
});

function inflate({ budget, projects, ballots }: Election, by: bigint): Election {
  return { budget: budget * by, projects: projects.map(({ id, cost }) => ({ id, cost: cost * by })), ballots };
}
