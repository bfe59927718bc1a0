import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderById, usualRules } from '#lib/plan/count/election.ts';
import type { Ballot, Election, EqualSharesRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { compareFractions, fraction } from '#lib/plan/count/fraction.ts';
import type { EqualSharesOutcome } from '#lib/plan/count/outcome.ts';
import { paymentsOf } from '#lib/plan/count/payments.ts';
import { smallElections, someRules } from './elections.ts';
import { countNaively } from './naive.ts';

const counted = smallElections().chain((election) => fc.tuple(fc.constant(election), someRules(election)));

function costOf({ projects }: Election, ids: readonly string[]): bigint {
  return projects.reduce((sum, { id, cost }) => (ids.includes(id) ? sum + cost : sum), 0n);
}

function assertAlways(holds: (election: Election, rules: EqualSharesRules) => void, numRuns = 500): void {
  fc.assert(
    fc.property(counted, ([election, rules]) => holds(election, rules)),
    { numRuns },
  );
}

test('the winners are those of a count without any shortcut', () => {
  assertAlways((election, rules) => {
    const { winners } = countEqualShares(election, rules);
    expect([...winners].sort()).toEqual(countNaively(election, rules).sort());
  }, 3000);
});

test('they are, too, where so many vote alike that fixed-point figures cannot tell balances apart', () => {
  const crowds = fc.integer({ min: 100_000_000, max: 100_000_003 });
  const elections = smallElections(crowds)
    .map((election) => inflate(election, 100_000_001n))
    .chain((election) => fc.tuple(fc.constant(election), someRules(election)));
  const check = ([election, rules]: [Election, EqualSharesRules]) => {
    const raised = { ...rules, completion: 'none' as const };
    expect([...countEqualShares(election, raised).winners].sort()).toEqual(countNaively(election, raised).sort());
  };
  fc.assert(fc.property(elections, check), { numRuns: 1000 });
});

function inflate({ budget, projects, ballots }: Election, by: bigint): Election {
  return { budget: budget * by, projects: projects.map(({ id, cost }) => ({ id, cost: cost * by })), ballots };
}

test('never more than the budget is spent', () => {
  assertAlways((election, rules) => {
    const { winners, totalCost, budgetLeft } = countEqualShares(election, rules);
    expect(totalCost).toBe(costOf(election, winners));
    expect(totalCost <= election.budget).toBe(true);
    expect(budgetLeft).toBe(election.budget - totalCost);
  });
});

test('each choice is paid in full, exactly, by its supporters, and no voter pays more than their share', () => {
  assertAlways((election, rules) => {
    const outcome = countEqualShares(election, rules);
    const paid = election.ballots.map((ballot) => ({ ballot, payments: paymentsOf(ballot, outcome) }));
    outcome.steps.forEach(({ cost, payers }, step) => {
      const parts = paid.map(({ ballot, payments }) => ({ ballot, part: payments[step] ?? fraction(-1n) }));
      const inAll = parts.map(({ ballot, part }) => fraction(part.numerator * BigInt(ballot.voters), part.denominator));
      expect(sum(inAll)).toEqual(fraction(cost));
      const paying = parts.filter(({ part }) => part.numerator > 0n);
      expect(paying.reduce((voters, { ballot }) => voters + ballot.voters, 0)).toBe(payers);
    });
    for (const { payments } of paid) expect(compareFractions(sum(payments), outcome.share)).toBeLessThanOrEqual(0);
  });
});

function sum(parts: readonly { numerator: bigint; denominator: bigint }[]) {
  return parts.reduce(
    (a, b) => fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
    fraction(0n),
  );
}

test('a number of votes is said to have been enough only where it would have been', () => {
  let told = 0;
  assertAlways((election, rules) => {
    const { verdicts, budgetLeft } = countEqualShares(election, rules);
    for (const verdict of verdicts) {
      if (verdict.because !== 'supporters-short' || verdict.votesNeeded === undefined) continue;
      told++;
      expect(verdict.cost).toBeLessThanOrEqual(budgetLeft);
      const more = { approves: [verdict.id], voters: Number(verdict.votesNeeded) };
      const again = { ...election, ballots: [...election.ballots, more] };
      expect(countNaively(again, rules)).toContain(verdict.id);
    }
  }, 1000);
  expect(told).toBeGreaterThan(0);
});

test('the order of ballots and of projects, and giving equal ballots one by one, change nothing', () => {
  const shuffled = counted.chain(([election, rules]) =>
    fc.tuple(
      fc.constant([election, rules] as const),
      fc.shuffledSubarray(election.ballots.flatMap(oneByOne), { minLength: countVoters(election) }),
      fc.shuffledSubarray([...election.projects], { minLength: election.projects.length }),
    ),
  );
  const check = ([[election, rules], ballots, projects]: typeof shuffled extends fc.Arbitrary<infer T> ? T : never) => {
    const { verdicts, ...told } = countEqualShares(election, rules);
    const { verdicts: others, ...same } = countEqualShares({ budget: election.budget, ballots, projects }, rules);
    expect(same).toEqual(told);
    expect(new Set(others)).toEqual(new Set(verdicts));
  };
  fc.assert(fc.property(shuffled, check), { numRuns: 500 });
});

function oneByOne({ approves, voters }: Ballot): Ballot[] {
  return Array.from({ length: voters }, () => ({ approves: [...approves].reverse(), voters: 1 }));
}

function countVoters({ ballots }: Election): number {
  return ballots.reduce((voters, ballot) => voters + ballot.voters, 0);
}

test('counting all amounts in another unit changes nothing, even far beyond 2^53', () => {
  const scaled = fc.tuple(counted, fc.bigInt(2n, 10n ** 30n));
  const check = ([[election, rules], by]: [[Election, EqualSharesRules], bigint]) => {
    const outcome = countEqualShares(election, rules);
    const same = countEqualShares(inflate(election, by), { ...rules, unit: rules.unit * by });
    expect(same.winners).toEqual(outcome.winners);
    expect(same.raises).toBe(outcome.raises);
    expect(same.totalCost).toBe(outcome.totalCost * by);
  };
  fc.assert(fc.property(scaled, check), { numRuns: 500 });
});

test('every project gets a verdict that fits the outcome', () => {
  assertAlways((election, rules) => {
    const outcome = countEqualShares(election, rules);
    expect(outcome.verdicts.map(({ id }) => id)).toEqual(orderOf(election));
    for (const verdict of outcome.verdicts) {
      expect(verdict.funded).toBe(outcome.winners.includes(verdict.id));
      if (verdict.because === 'supporters-paid') expect(outcome.steps[verdict.step]?.id).toBe(verdict.id);
      if (verdict.because !== 'supporters-short') continue;
      expect(verdict.money + verdict.missing).toBe(verdict.cost);
      expect(verdict.missing > 0n).toBe(true);
      expect(verdict.shortAfter).toBeLessThanOrEqual(outcome.steps.length);
      expect(moneyBehind(election, outcome, verdict.id, verdict.shortAfter) < Number(verdict.cost) + 1e-9).toBe(true);
      if (verdict.shortAfter > 0) {
        const before = moneyBehind(election, outcome, verdict.id, verdict.shortAfter - 1);
        expect(before > Number(verdict.cost) - 1e-9).toBe(true);
      }
    }
  });
});

function orderOf({ projects }: Election): string[] {
  return projects.map(({ id }) => id);
}

/** What the supporters of a project have left after so many steps, for comparison within rounding. */
function moneyBehind(election: Election, outcome: EqualSharesOutcome, id: string, steps: number): number {
  const supporters = election.ballots.filter(({ approves }) => approves.includes(id));
  return supporters.reduce((money, ballot) => {
    const paid = sum(paymentsOf(ballot, outcome).slice(0, steps));
    const left = outcome.share.numerator * paid.denominator - paid.numerator * outcome.share.denominator;
    return money + (Number(left) * ballot.voters) / Number(outcome.share.denominator * paid.denominator);
  }, 0);
}

test('a group whose part of the budget pays for what they all want gets it, or one of them all but one project of it', () => {
  const rules = (election: Election) => ({ ...usualRules(orderById(election.projects)), unit: 1n });
  const check = (election: Election) => {
    const { winners } = countEqualShares(election, rules(election));
    for (const wanted of subsetsOf(orderOf(election))) {
      const group = election.ballots.filter(({ approves }) => wanted.every((id) => approves.includes(id)));
      const voters = BigInt(group.reduce((all, ballot) => all + ballot.voters, 0));
      const deserved = costOf(election, wanted) * BigInt(countVoters(election)) <= voters * election.budget;
      if (voters === 0n || !deserved) continue;
      expect(group.some((ballot) => isServed(election, ballot, winners, wanted))).toBe(true);
    }
  };
  fc.assert(fc.property(smallElections(), check), { numRuns: 500 });
});

/** Extended justified representation up to one project, with cost as utility. */
function isServed(election: Election, { approves }: Ballot, winners: readonly string[], wanted: readonly string[]) {
  const got = costOf(
    election,
    winners.filter((id) => approves.includes(id)),
  );
  const due = costOf(election, wanted);
  return got >= due || wanted.some((id) => !winners.includes(id) && got + costOf(election, [id]) > due);
}

function subsetsOf(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]).slice(1);
}
