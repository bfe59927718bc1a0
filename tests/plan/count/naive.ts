import type { Election, EqualSharesRules } from '#lib/plan/count/election.ts';
import { compareFractions, fraction } from '#lib/plan/count/fraction.ts';
import type { Fraction } from '#lib/plan/count/fraction.ts';

/**
 * Equal shares as the definition says it, with a fraction for every ballot and every raise counted by itself: slow,
 * with none of the shortcuts of the engine, and therefore something to hold the engine against.
 */
export function countNaively(election: Election, rules: EqualSharesRules): string[] {
  const votes = (id: string) => sumOf(election.ballots.filter(({ approves }) => approves.includes(id)));
  const voted = election.projects.filter(({ id }) => votes(id) > 0n);
  const compareInTies = (a: { id: string; cost: bigint }, b: { id: string; cost: bigint }) =>
    Number(a.cost - b.cost) || Number(votes(b.id) - votes(a.id)) || rules.lot.indexOf(a.id) - rules.lot.indexOf(b.id);
  const inTies = [...voted].sort(compareInTies);
  const costOf = (ids: readonly string[]) =>
    election.projects.reduce((sum, { id, cost }) => (ids.includes(id) ? sum + cost : sum), 0n);
  if (costOf(voted.map(({ id }) => id)) <= election.budget) return voted.map(({ id }) => id);
  const voters = sumOf(election.ballots);
  let chosen = runNaively(election, rules, inTies, fraction(election.budget, voters));
  for (let raises = 1n; rules.completion !== 'none'; raises++) {
    const exhaustive = voted.every(({ id, cost }) => chosen.includes(id) || costOf(chosen) + cost > election.budget);
    if (rules.stop === 'also-at-first-exhaustive' && exhaustive) break;
    const share = fraction(election.budget + raises * rules.unit * voters, voters);
    const next = runNaively(election, rules, inTies, share);
    if (costOf(next) > election.budget) break;
    chosen = next;
  }
  return chosen;
}

function sumOf(ballots: Election['ballots']): bigint {
  return ballots.reduce((sum, { voters }) => sum + BigInt(voters), 0n);
}

type Projects = Election['projects'];

function runNaively(election: Election, rules: EqualSharesRules, inTies: Projects, share: Fraction): string[] {
  const purses = election.ballots.map((ballot) => ({ ...ballot, left: share }));
  const chosen = inTies.filter(({ cost }) => cost === 0n).map(({ id }) => id);
  for (;;) {
    let best: { id: string; price: Fraction; rho: Fraction } | undefined;
    for (const { id, cost } of inTies) {
      if (chosen.includes(id)) continue;
      const price = priceNaively(
        cost,
        purses.filter((purse) => purse.approves.includes(id)),
      );
      if (!price) continue;
      const rho = fraction(price.numerator, price.denominator * (rules.utility === 'cost' ? cost : 1n));
      if (!best || compareFractions(rho, best.rho) < 0) best = { id, price, rho };
    }
    if (!best) return chosen;
    chosen.push(best.id);
    for (const purse of purses) {
      if (!purse.approves.includes(best.id)) continue;
      purse.left = compareFractions(purse.left, best.price) <= 0 ? fraction(0n) : minus(purse.left, best.price);
    }
  }
}

/** Supporters in order of what they have left: the first who can pay an equal part of what is open settles the price. */
function priceNaively(cost: bigint, supporters: { voters: number; left: Fraction }[]): Fraction | undefined {
  const sorted = [...supporters].sort((a, b) => compareFractions(a.left, b.left));
  let open = fraction(cost);
  let payers = sorted.reduce((sum, { voters }) => sum + BigInt(voters), 0n);
  for (const { voters, left } of sorted) {
    const price = fraction(open.numerator, open.denominator * payers);
    if (compareFractions(left, price) >= 0) return price;
    open = minus(open, fraction(left.numerator * BigInt(voters), left.denominator));
    payers -= BigInt(voters);
  }
  return undefined;
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}
