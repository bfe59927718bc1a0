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

describe('a count worked out by hand', () => {
  // Ten voters hold 10 each. a costs 36 and has six voters: 6 each, rho 6/36 = 1/6. c costs 24 and has six: 4 each, rho
  // 4/24 = 1/6. b costs 40 and has four: 10 each, rho 10/40 = 1/4. a and c are equal, so the cheaper goes first.
  // c: six voters pay 4; five of them also want a and keep 6, one also wants b and keeps 6.
  // a: six voters pay 6, rho still 1/6; five keep 0, one keeps 4.
  // b: 6 + 10 + 10 + 10 = 36 are left behind it, 4 too few; it had enough until c was chosen.
  const costs = { a: 36n, b: 40n, c: 24n, d: 30n, e: 120n };
  const election = electionFrom(100n, costs, ['5 × ac', 'a', 'bc', 'be', '2 × b']);

  test('funds c, then a, and says what each supporter paid', () => {
    const outcome = count(election, { completion: 'none' });
    expect(outcome).toMatchObject({ winners: ['c', 'a'], totalCost: 60n, budgetLeft: 40n, voters: 10, raises: 0 });
    expect(outcome.share).toEqual(fraction(10n));
    expect(outcome.ended).toEqual({ because: 'no-completion' });
    const ofBoth = { rho: fraction(1n, 6n), votes: 6, payers: 6, payersInFull: 6 };
    expect(outcome.steps).toEqual([
      { id: 'c', cost: 24n, price: fraction(4n), moneyLeft: 76n, budgetLeft: 76n, ...ofBoth },
      { id: 'a', cost: 36n, price: fraction(6n), moneyLeft: 40n, budgetLeft: 40n, ...ofBoth },
    ]);
  });

  test('says why each project won or lost', () => {
    const shortage = { money: 36n, missing: 4n, shortAfter: 1, votesNeeded: 1n };
    expect(count(election, { completion: 'none' }).verdicts).toEqual([
      { id: 'a', cost: 36n, votes: 6, funded: true, because: 'supporters-paid', step: 1 },
      { id: 'b', cost: 40n, votes: 4, funded: false, because: 'supporters-short', ...shortage },
      { id: 'c', cost: 24n, votes: 6, funded: true, because: 'supporters-paid', step: 0 },
      { id: 'd', cost: 30n, votes: 0, funded: false, because: 'no-votes' },
      { id: 'e', cost: 120n, votes: 1, funded: false, because: 'over-budget', excess: 20n },
    ]);
  });

  // With 11 each, b's voters have 7 + 11 + 11 + 11 = 40: funded. All of the budget is spent, nothing else fits.
  test('add1 brings b in at the first raise, where the outcome is exhaustive', () => {
    const outcome = count(election, { stop: 'also-at-first-exhaustive' });
    expect(outcome).toMatchObject({ winners: ['c', 'a', 'b'], raises: 1, ended: { because: 'exhaustive' } });
    expect(outcome.steps[2]).toMatchObject({
      price: fraction(11n),
      payers: 4,
      payersInFull: 3,
      moneyLeft: 10n,
      budgetLeft: 0n,
    });
  });

  // The one voter of e pays 10 for b and can pay 120 for e once they hold 130: at the 120th raise, not at the 119th.
  test('stopping only at overspend, add1 goes on until e would be funded too', () => {
    const outcome = count(election);
    expect(outcome).toMatchObject({ winners: ['c', 'a', 'b'], raises: 119, share: fraction(129n) });
    expect(outcome.ended).toEqual({ because: 'overspend', order: ['c', 'a', 'b', 'e'], cost: 220n });
    expect(verdict(outcome, 'b')).toMatchObject({ because: 'supporters-paid', step: 2 });
  });
});

test('a supporter who has less than the price gives all, and the others share the rest', () => {
  // Four voters hold 10. a: three voters pay 7, rho 1/3. b costs 12: one voter has 3 left, the other 10: 3 + 9.
  const election = electionFrom(40n, { a: 21n, b: 12n, c: 8n }, ['ab', 'a', 'ac', 'b']);
  const outcome = count(election, { completion: 'none' });
  expect(outcome.winners).toEqual(['a', 'b']);
  expect(outcome.steps[1]).toMatchObject({ price: fraction(9n), rho: fraction(3n, 4n), payers: 2, payersInFull: 1 });
  // 7 are left and c costs 8: no vote more would have made room for it.
  expect(verdict(outcome, 'c')).toMatchObject({ money: 3n, missing: 5n, shortAfter: 1, votesNeeded: undefined });
});

test('what the supporters have is rounded down and what is missing up, so that both make up the cost', () => {
  // Three voters hold 100/3 each; two want b, which costs 67: they have 66 2/3, and 1/3 is missing.
  const outcome = count(electionFrom(100n, { a: 40n, b: 67n }, ['2 × b', 'a']), { completion: 'none' });
  expect(outcome.share).toEqual(fraction(100n, 3n));
  expect(verdict(outcome, 'b')).toMatchObject({ money: 66n, missing: 1n, shortAfter: 0, votesNeeded: 1n });
});

describe('the two ways to stop add1', () => {
  // Three voters hold 3, one of them blank. a costs 2, has one voter: funded. b costs 9 and has two voters with 6 in all.
  // Nothing else fits: exhaustive. Yet with 5 each, b's price is 4.5, rho 1/2, before a with rho 1; then a's voter has
  // 0.5 left, with 6 each 1.5, with 7 each 2.5: a as well, which is 11 of 9.
  const election = electionFrom(9n, { a: 2n, b: 9n, c: 10n }, ['ab', '', 'bc']);

  test('stopping at the first exhaustive outcome funds a', () => {
    expect(count(election, { stop: 'also-at-first-exhaustive' })).toMatchObject({ winners: ['a'], raises: 0 });
  });

  test('stopping only at overspend funds b', () => {
    expect(count(election)).toMatchObject({ winners: ['b'], raises: 3, ended: { order: ['b', 'a'], cost: 11n } });
  });

  test('a larger unit can step over the outcome and end elsewhere', () => {
    expect(count(election, { unit: 4n })).toMatchObject({ winners: ['a'], raises: 0, ended: { order: ['b', 'a'] } });
  });
});

describe('utility', () => {
  // Four voters hold 10. a costs 20 and has three voters: 20/3 each. b costs 6 and has two: 3 each.
  const election = electionFrom(40n, { a: 20n, b: 6n, c: 30n }, ['ab', 'ab', 'a', 'c']);

  test('counted by cost, the project with more voters goes first', () => {
    expect(count(election, { completion: 'none' }).winners).toEqual(['a', 'b']);
  });

  test('counted one each, the project that costs each supporter less goes first', () => {
    const { steps } = count(election, { completion: 'none', utility: 'one' });
    expect(steps.map(({ id, rho }) => ({ id, rho }))).toEqual([
      { id: 'b', rho: fraction(3n) },
      { id: 'a', rho: fraction(20n, 3n) },
    ]);
  });
});

describe('ties', () => {
  test('the lower cost goes first, even with fewer votes', () => {
    // One voter holds 12 and can pay for one of the two; rho is 1 for both.
    const election = electionFrom(12n, { a: 12n, b: 11n }, ['ab']);
    expect(count(election, { completion: 'none', lot: ['a', 'b'] }).winners).toEqual(['b']);
  });

  test('at equal cost, more votes go first', () => {
    // Six voters hold 10. x takes all that four of them have. v and w cost 10 each and have one voter with money, the
    // same; so both have rho 1, and v has one more voter, who has nothing left.
    const election = electionFrom(60n, { w: 10n, x: 40n, v: 10n, z: 99n }, ['3 × x', 'xv', 'vw', 'z']);
    expect(count(election, { completion: 'none', lot: ['w', 'x', 'v', 'z'] }).winners).toEqual(['x', 'v']);
  });

  test('at equal cost and votes, the lot decides', () => {
    const election = electionFrom(10n, { a: 10n, b: 10n }, ['ab']);
    expect(count(election, { lot: ['a', 'b'] }).winners).toEqual(['a']);
    expect(count(election, { lot: ['b', 'a'] }).winners).toEqual(['b']);
  });
});

describe('add1u', () => {
  // Two voters hold 10. One wants a (10) and b (9), the other c (16). b is funded, which leaves the one 1. The 9th raise
  // would add a, but the 6th already adds c: 25 of 20. So b it is, and of the 11 left a takes 10.
  const election = electionFrom(20n, { a: 10n, b: 9n, c: 16n, d: 1n }, ['ab', 'c']);

  test('fills what is left by votes, skipping what does not fit and what has no vote', () => {
    const outcome = count(election, { completion: 'add1u' });
    expect(outcome).toMatchObject({ winners: ['b', 'a'], totalCost: 19n, budgetLeft: 1n, raises: 5 });
    expect(verdict(outcome, 'a')).toMatchObject({ funded: true, because: 'filled-in', budgetLeft: 11n });
    expect(verdict(outcome, 'c')).toMatchObject({
      funded: false,
      because: 'supporters-short',
      money: 15n,
      missing: 1n,
    });
    expect(verdict(outcome, 'd')).toMatchObject({ funded: false, because: 'no-votes' });
  });

  test('add1 alone leaves the money', () => {
    expect(count(election)).toMatchObject({ winners: ['b'], budgetLeft: 11n, raises: 5 });
  });
});
