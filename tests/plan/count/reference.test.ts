import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { orderById, usualRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { rankTallies } from '#lib/plan/count/majority-judgment.ts';
import { writeAmount } from '#lib/plan/count/money.ts';
import { namedRules } from './named-rules.ts';
import { readElection, referenceFile } from './reference-files.ts';

const elections = [
  'Netherlands_Assen_2024.pb',
  'Poland_Swiecie_2023.pb',
  'Poland_Wieliczka_2023_Green_Budget.pb',
  'Poland_Lodz_2022.pb',
];

interface Expected {
  readonly winners: readonly string[];
  readonly total_cost: string;
}

describe.each(elections)('the real election %s', (name) => {
  const file = referenceFile(`elections/${name}`);
  const expectedFile = referenceFile('elections/expected.json');

  test.skipIf(!file || !expectedFile)('has the winners that independent tools found, by every rule', () => {
    const { election, decimals } = readElection(file as URL);
    const all = JSON.parse(readFileSync(expectedFile as URL, 'utf8')) as Record<string, Record<string, Expected>>;
    const rules = Object.entries(all[name] ?? {}).filter(([, expected]) => Array.isArray(expected.winners));
    expect(rules.length).toBeGreaterThanOrEqual(4);
    for (const [rule, expected] of rules) {
      const counted = namedRules[rule]?.(election, 10n ** BigInt(decimals));
      expect([...(counted?.winners ?? [])].sort(), rule).toEqual(expected.winners);
      expect(writeAmount(counted?.totalCost ?? -1n, decimals), rule).toBe(expected.total_cost);
    }
  });
});

const wieliczka = referenceFile('elections/Poland_Wieliczka_2023_Green_Budget.pb');

test.skipIf(!wieliczka)('the usual rules give what Wieliczka 2023 officially funded', () => {
  const { election } = readElection(wieliczka as URL);
  const official = readFileSync(wieliczka as URL, 'utf8')
    .split('VOTES')[0]
    ?.matchAll(/^(\d+);.*;1;[\d.]+;[\d.]+$/gm);
  const { winners, totalCost } = countEqualShares(election, usualRules(orderById(election.projects)));
  expect([...winners].sort()).toEqual([...(official ?? [])].map((match) => match[1]).sort());
  expect(totalCost).toBe(995_079_00n);
});

interface JudgmentCase {
  readonly title: string;
  readonly participants: number;
  readonly mode?: 'StaticDefault' | 'MedianDefault' | 'Normalized';
  readonly default?: number;
  readonly tallies: readonly (readonly number[])[];
  readonly ranks: readonly number[];
}

const judgmentFile = referenceFile('majority-judgment.json');

test.skipIf(!judgmentFile)('the nine cases of majority judgment come out as ranked elsewhere', () => {
  const cases = JSON.parse(readFileSync(judgmentFile as URL, 'utf8')) as JudgmentCase[];
  expect(cases).toHaveLength(9);
  for (const each of cases) {
    expect(rankTallies(each.tallies.map((tally) => withDefault(each, tally))), each.title).toEqual(each.ranks);
  }
});

/** Some of the cases count those who said nothing as a given grade, or as the candidate's own median. We never do. */
function withDefault({ mode, participants, default: grade = 0 }: JudgmentCase, tally: readonly number[]): number[] {
  const silent = participants - tally.reduce((sum, count) => sum + count, 0);
  const filled = mode === 'MedianDefault' ? medianOf(tally) : grade;
  const fills = mode === 'StaticDefault' || mode === 'MedianDefault';
  return tally.map((count, index) => (fills && index === filled ? count + silent : count));
}

function medianOf(tally: readonly number[]): number {
  const judgments = tally.flatMap((count, grade) => new Array<number>(count).fill(grade));
  return judgments[Math.ceil(judgments.length / 2) - 1] ?? 0;
}
