/** The grades that one candidate got: how many of each, from the worst grade to the best. */
export interface Judged {
  readonly id: string;
  /** Whole numbers of 0 or more; as many as there are grades, for all candidates alike. */
  readonly grades: readonly (number | bigint)[];
  /** Ballots that gave this candidate no grade. */
  readonly noOpinion: number | bigint;
}

export interface Judgment {
  readonly id: string;
  /** From 1; candidates that nothing tells apart have the same rank, and the next rank is as much further on. */
  readonly rank: number;
  /** The majority grade, from 0 for the worst: the lower median. None when nobody gave a grade. */
  readonly median: number | undefined;
  /** How many gave a grade, and how many of these one above and one below the median. */
  readonly graded: bigint;
  readonly above: bigint;
  readonly below: bigint;
  /** Share of the ballots that gave a grade, 0 to 1, for showing; 0 where there are no ballots. */
  readonly response: number;
}

/**
 * Ranks by majority judgment (Balinski, Laraki: Majority Judgment, 2010). The better lower median comes first; where
 * medians are equal, one judgment of the median grade is taken away from each, and the new medians are compared, and
 * so on. Candidates with fewer grades than others are compared as if each of their grades had been given
 * proportionally more often. Who got no grade at all comes last. Throws a RangeError for counts that aren't whole or
 * are negative, and for candidates with different numbers of grades.
 */
export function judgeByMajority(candidates: readonly Judged[]): Judgment[] {
  const ranks = rankTallies(candidates.map((candidate) => candidate.grades));
  return candidates.map((candidate, index) => tellJudgment(candidate, ranks[index] as number));
}

/** The rank of each tally (counts from the worst grade to the best), from 1; equal ones share a rank. */
export function rankTallies(tallies: readonly (readonly (number | bigint)[])[]): number[] {
  const counts = tallies.map(wholeCounts);
  if (new Set(counts.map((tally) => tally.length)).size > 1) {
    throw new RangeError('All candidates need a count for each grade.');
  }
  const totals = counts.map(sum);
  const common = totals.reduce((multiple, total) => (total > 0n ? commonMultiple(multiple, total) : multiple), 1n);
  const merits = counts.map((tally, index) => meritOf(tally, totals[index] as bigint, common));
  return merits.map((merit) => 1 + merits.filter((other) => compareMerits(other, merit) > 0).length);
}

function wholeCounts(tally: readonly (number | bigint)[]): bigint[] {
  return tally.map((count) => {
    if (count < 0 || (typeof count === 'number' && !Number.isSafeInteger(count))) {
      throw new RangeError('A count of grades must be a whole number of 0 or more.');
    }
    return BigInt(count);
  });
}

/**
 * The medians that come up as judgments are taken away one by one, in stretches. From the middle of the sorted
 * judgments outwards, lower medians alternate between the next one below and the next one above, so that judgments go
 * in pairs: `low` and `high` stay the same for `pairs` of them.
 */
interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly pairs: bigint;
}

/** With the judgments scaled to twice the common total, so that they always make pairs; scaling changes no order. */
function meritOf(tally: readonly bigint[], total: bigint, common: bigint): Stretch[] {
  if (total === 0n) return [];
  const scaled = tally.map((count) => (2n * count * common) / total);
  const lows = halfOf(scaled, common, -1);
  const highs = halfOf(scaled, common, 1);
  return pairUp(lows, highs);
}

interface Pile {
  readonly grade: number;
  readonly count: bigint;
}

/** The lower half of the judgments from the middle downwards, or the upper half from the middle upwards. */
function halfOf(scaled: readonly bigint[], half: bigint, direction: -1 | 1): Pile[] {
  const piles = scaled.map((count, grade) => ({ grade, count }));
  if (direction === 1) piles.reverse();
  let room = half;
  const taken = piles.map(({ grade, count }) => {
    const part = count < room ? count : room;
    room -= part;
    return { grade, count: part };
  });
  return taken.filter(({ count }) => count > 0n).reverse();
}

function pairUp(lows: readonly Pile[], highs: readonly Pile[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [low, high] = [lows[0], highs[0]];
  for (let i = 0, j = 0; low && high;) {
    const pairs: bigint = low.count < high.count ? low.count : high.count;
    stretches.push({ low: low.grade, high: high.grade, pairs });
    low = low.count > pairs ? { grade: low.grade, count: low.count - pairs } : lows[++i];
    high = high.count > pairs ? { grade: high.grade, count: high.count - pairs } : highs[++j];
  }
  return stretches;
}

/** Positive when a has more merit, 0 when nothing tells them apart. */
function compareMerits(a: readonly Stretch[], b: readonly Stretch[]): number {
  let [ofA, ofB] = [a[0], b[0]];
  for (let i = 0, j = 0; ofA && ofB;) {
    if (ofA.low !== ofB.low) return ofA.low - ofB.low;
    if (ofA.high !== ofB.high) return ofA.high - ofB.high;
    const pairs: bigint = ofA.pairs < ofB.pairs ? ofA.pairs : ofB.pairs;
    ofA = ofA.pairs > pairs ? { ...ofA, pairs: ofA.pairs - pairs } : a[++i];
    ofB = ofB.pairs > pairs ? { ...ofB, pairs: ofB.pairs - pairs } : b[++j];
  }
  return a.length === 0 || b.length === 0 ? Math.sign(a.length - b.length) : 0;
}

function tellJudgment({ id, grades, noOpinion }: Judged, rank: number): Judgment {
  const counts = wholeCounts(grades);
  const [silent = 0n] = wholeCounts([noOpinion]);
  const graded = sum(counts);
  const median = lowerMedian(counts, graded);
  const above = median === undefined ? 0n : sum(counts.slice(median + 1));
  const below = median === undefined ? 0n : sum(counts.slice(0, median));
  const asked = graded + silent;
  return { id, rank, median, graded, above, below, response: asked === 0n ? 0 : Number(graded) / Number(asked) };
}

function lowerMedian(counts: readonly bigint[], total: bigint): number | undefined {
  let seen = 0n;
  const median = counts.findIndex((count) => (seen += count) * 2n >= total && total > 0n);
  return median < 0 ? undefined : median;
}

function sum(counts: readonly bigint[]): bigint {
  return counts.reduce((total, count) => total + count, 0n);
}

function commonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
