import { expect, test } from 'vitest';
import { translator } from '#lib/messages/translate.ts';
import { usualRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { whyEqual } from '#routes/[language=language]/[territory]/[cycle]/plan/votes/[vote]/why.server.ts';

test('a proposal that doesn’t fit beside those that won is told so, not that one vote was missing', () => {
  const projects = [
    { id: 'benches', cost: 800_000n },
    { id: 'café', cost: 1_250_000n },
  ];
  const ballots = [
    { approves: ['benches'], voters: 4 },
    { approves: ['benches', 'café'], voters: 2 },
  ];
  const outcome = countEqualShares({ budget: 1_500_000n, projects, ballots }, usualRules(['benches', 'café']));
  const lost = outcome.verdicts.find(({ funded }) => !funded);
  const why = lost && whyEqual(lost, outcome, { t: translator('fr'), amount: (cents) => `${cents / 100n} €` });
  expect(why).toBe(
    'Elle coûte 12500 €, et les propositions retenues n’ont laissé que 7000 €\u00a0: elle n’aurait pu passer qu’à la place d’une autre.',
  );
});
