import { describe, expect, test } from 'vitest';
import { orderById, usualRules } from '#lib/plan/count/election.ts';
import type { Election, EqualSharesRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { fraction } from '#lib/plan/count/fraction.ts';
import { electionFrom } from './elections.ts';

function count(election: Election, rules: Partial<EqualSharesRules> = {}) {
  return countEqualShares(election, { ...usualRules(orderById(election.projects)), unit: 1n, ...rules });
}

function verdict(outcome: ReturnType<typeof count>, id: string) {
  return outcome.verdicts.find((each) => each.id === id);
}

describe('elections with little to decide', () => {
  test('everything that has a vote is funded where it fits, most votes first, to the last cent', () => {
    const election = electionFrom(30n, { a: 10n, b: 20n, c: 5n }, ['b', 'ab', '']);
    expect(count(election)).toMatchObject({
      winners: ['b', 'a'],
      budgetLeft: 0n,
      ended: { because: 'everything-fits' },
    });
    expect(verdict(count(election), 'c')).toMatchObject({ funded: false, because: 'no-votes' });
    expect(count({ ...election, budget: 29n }).ended.because).toBe('overspend');
  });

  test('no project, no ballot, or only blank ballots: nothing is funded', () => {
    const elections = [
      electionFrom(9n, {}, ['']),
      electionFrom(9n, { a: 1n }, []),
      electionFrom(9n, { a: 1n }, ['', '']),
    ];
    for (const election of elections) {
      expect(count(election)).toMatchObject({ winners: [], budgetLeft: 9n, ended: { because: 'no-votes' } });
    }
  });

  test('without a budget nothing is funded, but what is free and has a vote', () => {
    const election = electionFrom(0n, { a: 5n, b: 0n, c: 0n }, ['ab', 'a']);
    const outcome = count(election);
    expect(outcome).toMatchObject({ winners: ['b'], totalCost: 0n, raises: 2, ended: { order: ['a'], cost: 5n } });
    expect(verdict(outcome, 'b')).toMatchObject({ funded: true, because: 'free' });
    expect(verdict(outcome, 'a')).toMatchObject({ funded: false, because: 'over-budget', excess: 5n });
  });

  test('where all projects are free, all that have a vote are funded', () => {
    const election = electionFrom(10n, { a: 0n, b: 0n, c: 0n }, ['2 × b', 'ab']);
    expect(count(election).winners).toEqual(['b', 'a']);
  });
});

test('amounts beyond 2^53 cents are counted to the cent', () => {
  // Two voters hold 2^60 + 1 each. a costs all that its voter has; one cent more and it could not be funded.
  const share = 2n ** 60n + 1n;
  const rest = { completion: 'none' } as const;
  expect(count(electionFrom(2n * share, { a: share, b: 2n * share }, ['a', 'b']), rest).winners).toEqual(['a']);
  const dearer = count(electionFrom(2n * share, { a: share + 1n, b: 2n * share }, ['a', 'b']), rest);
  expect(verdict(dearer, 'a')).toMatchObject({ money: share, missing: 1n });
});

test('many raises that change nothing are passed over, with the same result', () => {
  // Three voters hold 40,000,000 and pay 10,000,000 each for a. The one who wants b must then have 90,000,001 left, that
  // is hold 100,000,001 at first: 60,000,001 raises by one.
  const election = electionFrom(120_000_000n, { a: 30_000_000n, b: 90_000_001n }, ['ab', '2 × a']);
  const outcome = count(election);
  expect(outcome).toMatchObject({ winners: ['a'], raises: 60_000_000 });
  expect(outcome.ended).toEqual({ because: 'overspend', order: ['a', 'b'], cost: 120_000_001n });
});

test('progress is told while shares are raised', () => {
  const told: number[] = [];
  const election = electionFrom(9n, { a: 2n, b: 9n, c: 10n }, ['ab', '', 'bc']);
  countEqualShares(election, { ...usualRules(['a', 'b', 'c']), unit: 1n }, (raises) => told.push(raises));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(3);
});

describe('an election that is not sound is refused', () => {
  const election = electionFrom(10n, { a: 5n, b: 6n }, ['ab']);
  const [first] = election.ballots;

  test.each([
    ['a negative budget', { ...election, budget: -1n }, {}, 'budget is negative'],
    ['a negative cost', electionFrom(10n, { a: -1n, b: 20n }, ['ab']), {}, 'cost of project a'],
    ['two projects of one id', { ...election, projects: [...election.projects, { id: 'a', cost: 1n }] }, {}, 'same id'],
    ['an approval of no project', electionFrom(10n, { a: 5n, b: 6n }, ['ax']), { lot: ['a', 'b'] }, 'no project'],
    ['a project approved twice', electionFrom(10n, { a: 5n, b: 6n }, ['aa']), {}, 'twice'],
    ['a ballot of no voter', { ...election, ballots: [{ ...first, approves: ['a'], voters: 0 }] }, {}, 'whole number'],
    ['a ballot of half a voter', { ...election, ballots: [{ approves: [], voters: 1.5 }] }, {}, 'whole number'],
    ['a lot that misses a project', election, { lot: ['a'] }, 'b is not in the lot'],
    ['a lot that names one twice', election, { lot: ['a', 'b', 'a'] }, 'twice'],
    ['a unit of nothing', election, { unit: 0n }, 'unit'],
    ['more voters than can be counted', electionFrom(10n, { a: 5n, b: 6n }, [`${2 ** 31} × ab`]), {}, 'many voters'],
    ['more money than there can be', electionFrom(2n ** 600n, { a: 5n, b: 6n }, ['ab']), {}, 'too large'],
  ])('%s', (_, unsound, rules, words) => {
    expect(() => count(unsound, { lot: ['a', 'b'], ...rules })).toThrow(words);
  });

  test('the largest that can be counted are', () => {
    // All hold less than 1 and want a; b is wanted by one and would cost more than all hold.
    const election = electionFrom(2n ** 30n, { a: 2n ** 30n, b: 2n ** 599n }, [`${2 ** 31 - 2} × a`, 'ab']);
    const outcome = count(election, { completion: 'none' });
    expect(outcome.steps[0]).toMatchObject({ id: 'a', price: fraction(2n ** 30n, 2n ** 31n - 1n) });
    expect(verdict(outcome, 'b')).toMatchObject({ because: 'over-budget', excess: 2n ** 599n - 2n ** 30n });
  });
});
