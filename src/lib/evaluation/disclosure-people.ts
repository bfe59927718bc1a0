import type { Scale } from './disclosure.ts';
import { blockKey, covers, type AnswerCell, type Publication } from './disclosure-block.ts';

/** The seven answers, by index: situations 1–5, "don't know", "not concerned". */
export const ANSWERS = [0, 1, 2, 3, 4, 5, 6] as const;
/** The class of each answer; a publication in classes counts these parts, one in situations counts each answer. */
const CLASS_OF_ANSWER = [0, 0, 1, 2, 2, 3, 4] as const;
/** Answers below this index are situations. */
const SITUATIONS = 5;

/** People who are in the same publications, so that no published number tells them apart. */
export interface People {
  readonly cells: readonly AnswerCell[];
  /** Indexes of the publications they are in. */
  readonly publications: readonly number[];
  /** How many of them gave each answer. */
  readonly answers: readonly number[];
}

/** Somebody, by their cell and their answer; whoever gave the same answer in the same cell is the same to us. */
export interface Someone {
  readonly cell: AnswerCell;
  readonly answer: number;
}

/** Everybody who answered and is in some publication, and what is published of them. */
export interface Telling {
  readonly people: readonly People[];
  readonly indexOf: ReadonlyMap<AnswerCell, number>;
  readonly publications: readonly Publication[];
  /** Indexes of the people in each publication. */
  readonly members: readonly (readonly number[])[];
  /** By people and answer: how many of them gave it. */
  readonly table: Int32Array;
  /** By publication and answer: the part in which it counts it. */
  readonly parts: Int32Array;
}

export function tellingOf(cells: readonly AnswerCell[], publications: readonly Publication[]): Telling {
  const published = cells.filter((cell) => publications.some((one) => covers(one, cell)));
  const people = [...Map.groupBy(published, (cell) => blockKey(cell, publications)).values()].map((some) => ({
    cells: some,
    publications: publications.flatMap((one, index) => (some[0] && covers(one, some[0]) ? [index] : [])),
    answers: ANSWERS.map((answer) => some.reduce((sum, cell) => sum + countOf(cell, answer), 0)),
  }));
  return {
    people,
    indexOf: new Map(people.flatMap((some, index) => some.cells.map((cell) => [cell, index] as const))),
    publications,
    members: publications.map((_, one) =>
      people.flatMap((some, index) => (some.publications.includes(one) ? [index] : [])),
    ),
    table: Int32Array.from(people.flatMap((some) => some.answers)),
    parts: Int32Array.from(publications.flatMap(({ scale }) => ANSWERS.map((answer) => partOf(scale, answer)))),
  };
}

function countOf({ distribution }: AnswerCell, answer: number): number {
  return [...distribution.levels, distribution.dontKnow, distribution.notConcerned][answer] ?? 0;
}

/** Everybody, each answer of each set of people once. */
export function listSomeones({ people }: Telling): Someone[] {
  return people.flatMap(({ answers, cells }) => {
    const [cell] = cells;
    return cell === undefined ? [] : ANSWERS.flatMap((answer) => (answers[answer] ? [{ cell, answer }] : []));
  });
}

function partOf(scale: Scale, answer: number): number {
  return scale === 'levels' ? answer : (CLASS_OF_ANSWER[answer] ?? answer);
}

/**
 * The answers that people may exchange in a question about this one. Whoever asks for the class of somebody on the five
 * situations may know who is on them at all: then only these answers move.
 */
export function movableWith(answer: number): readonly number[] {
  return answer < SITUATIONS ? ANSWERS.slice(0, SITUATIONS) : ANSWERS;
}

/** The answers of another class that somebody with this one may have given instead. */
export function replacementsOf(answer: number): readonly number[] {
  return movableWith(answer).filter((other) => CLASS_OF_ANSWER[other] !== CLASS_OF_ANSWER[answer]);
}
