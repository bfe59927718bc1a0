import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostTold, toldOf } from '#lib/plan/vote-telling.ts';

test('below k only the outcome is told, from k totals, from 2k everything', () => {
  expect([4, 5, 9, 10].map((ballots) => toldOf([2, 2], ballots, 5))).toEqual([
    'outcome',
    'totals',
    'totals',
    'everything',
  ]);
  expect([0, 4, 5, 9, 10].map((ballots) => mostTold(ballots, 5))).toEqual([
    'outcome',
    'outcome',
    'totals',
    'totals',
    'everything',
  ]);
});

test('no totals are told where a proposal was chosen by nobody or one, by everybody or all but one', () => {
  expect([0, 1, 2, 6, 7, 8].map((votes) => toldOf([3, votes], 8, 5))).toEqual([
    'outcome',
    'outcome',
    'totals',
    'totals',
    'outcome',
    'outcome',
  ]);
});

/** Everyone's choices of one proposal after another, in every way that gives these totals. */
function* waysTo(totals: readonly number[], ballots: number): Generator<boolean[][]> {
  const [first, ...rest] = totals;
  if (first === undefined) return yield [];
  for (let bits = 0; bits < 2 ** ballots; bits++) {
    const chose = Array.from({ length: ballots }, (_, voter) => ((bits >> voter) & 1) === 1);
    if (chose.filter(Boolean).length !== first) continue;
    for (const way of waysTo(rest, ballots)) yield [chose, ...way];
  }
}

test('whoever knows the totals, who voted, how many choices a ballot has and their own learns no other one', () => {
  const election = fc
    .integer({ min: 3, max: 5 })
    .chain((ballots) =>
      fc.array(fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }), { minLength: ballots, maxLength: ballots }),
    );
  fc.assert(
    fc.property(election, (cast) => {
      const totals = [0, 1].map((place) => cast.filter((ballot) => ballot[place]).length);
      if (toldOf(totals, cast.length, 3) !== 'totals') return;
      const sizes = new Set(cast.map((ballot) => ballot.filter(Boolean).length));
      const possible = [...waysTo(totals, cast.length)].filter((way) =>
        cast.every((own, voter) => {
          const ballot = way.map((chose) => chose[voter]);
          return (voter > 0 || String(ballot) === String(own)) && sizes.has(ballot.filter(Boolean).length);
        }),
      );
      for (const place of [0, 1]) {
        for (let other = 1; other < cast.length; other++) {
          expect(new Set(possible.map((way) => way[place]?.[other])).size).toBe(2);
        }
      }
    }),
  );
});
