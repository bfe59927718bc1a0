import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGreedy } from '#lib/plan/count/greedy.ts';
import { electionFrom, smallElections } from './elections.ts';

describe('the greedy count', () => {
  // Votes: a 4, b 3, c 2, d 1. Of 100, a takes 50; b (60) does not fit the 50 left, c (50) does to the last cent.
  const costs = { a: 50n, b: 60n, c: 50n, d: 1n, e: 101n, f: 0n };
  const election = electionFrom(100n, costs, ['abce', 'abc', 'abe', 'ade', 'e', 'e']);
  const outcome = countGreedy(election, Object.keys(costs));

  test('goes by votes and skips what does not fit', () => {
    expect(outcome).toMatchObject({ winners: ['a', 'c'], totalCost: 100n, budgetLeft: 0n });
  });

  test('says why each project won or lost', () => {
    expect(outcome.verdicts).toEqual([
      { id: 'a', cost: 50n, votes: 4, funded: true, because: 'fits', rank: 2, budgetLeft: 100n },
      { id: 'b', cost: 60n, votes: 3, funded: false, because: 'does-not-fit', rank: 3, budgetLeft: 50n, missing: 10n },
      { id: 'c', cost: 50n, votes: 2, funded: true, because: 'fits', rank: 4, budgetLeft: 50n },
      { id: 'd', cost: 1n, votes: 1, funded: false, because: 'does-not-fit', rank: 5, budgetLeft: 0n, missing: 1n },
      { id: 'e', cost: 101n, votes: 5, funded: false, because: 'over-budget', rank: 1, excess: 1n },
      { id: 'f', cost: 0n, votes: 0, funded: false, because: 'no-votes' },
    ]);
  });

  test('settles equal votes by lower cost, then by the lot', () => {
    expect(countGreedy(electionFrom(5n, { a: 5n, b: 4n }, ['ab']), ['a', 'b']).winners).toEqual(['b']);
    expect(countGreedy(electionFrom(5n, { a: 5n, b: 5n }, ['ab']), ['b', 'a']).winners).toEqual(['b']);
    expect(countGreedy(electionFrom(5n, { a: 5n, b: 5n }, ['ab']), ['a', 'b']).winners).toEqual(['a']);
  });

  test('funds nothing where there is no budget, save what is free and has a vote', () => {
    expect(countGreedy(electionFrom(0n, { a: 1n, b: 0n, c: 0n }, ['ab']), ['a', 'b', 'c']).winners).toEqual(['b']);
  });

  test('refuses what is not sound', () => {
    expect(() => countGreedy(electionFrom(5n, { a: 5n }, ['ab']), ['a', 'b'])).toThrow('no project');
    expect(() => countGreedy(electionFrom(5n, { a: 5n }, ['a']), [])).toThrow('not in the lot');
  });

  test('never overspends, and leaves out nothing that has a vote and would still fit', () => {
    const check = (each: ReturnType<typeof electionFrom>) => {
      const { verdicts, budgetLeft, totalCost } = countGreedy(
        each,
        each.projects.map(({ id }) => id),
      );
      expect(totalCost + budgetLeft).toBe(each.budget);
      expect(budgetLeft >= 0n).toBe(true);
      const lost = verdicts.filter(({ funded, votes }) => !funded && votes > 0);
      expect(lost.every(({ cost }) => cost > budgetLeft)).toBe(true);
    };
    fc.assert(fc.property(smallElections(), check), { numRuns: 500 });
  });
});
