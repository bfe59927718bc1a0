import type { LevelNumber, Sense } from './tables.ts';

/** A passage between two situations, and the sense of the words that explain it (METHOD.md 4.3). */
export interface Threshold {
  readonly sense: Sense;
  readonly from: 1 | 2 | 3 | 4;
  readonly to: 2 | 3 | 4 | 5;
}

export const THRESHOLDS: readonly Threshold[] = [
  { sense: 'P', from: 1, to: 2 },
  { sense: 'O', from: 2, to: 3 },
  { sense: 'Q', from: 3, to: 4 },
  { sense: 'S', from: 4, to: 5 },
];

/** Possibility and obtention are summarised by what is missing, quality and sustainability by what there is. */
export function isWordedNegatively(sense: Sense): boolean {
  return sense === 'P' || sense === 'O';
}

/** The senses whose propositions a situation is worded from: the third lies between what is there and what it lacks. */
export function sensesOfLevel(level: LevelNumber): readonly Sense[] {
  const of = { 1: ['P'], 2: ['O'], 3: ['O', 'Q'], 4: ['Q'], 5: ['S'] } as const;
  return of[level];
}

/** The situations that are worded from a sense's proposition. */
export function levelsOfSense(sense: Sense): readonly LevelNumber[] {
  const of = { P: [1], O: [2, 3], Q: [3, 4], S: [5] } as const;
  return of[sense];
}
