/**
 * A reader with a pencil. It shares no code with the protection: it sees what a release shows, turns each shown number
 * into an equation over people, and asks of everybody whether the equations leave only one class for them. The answer
 * is exact: bounds are tightened as far as they go, then values are tried, until a second possible world is found or
 * none is left.
 */
import type { Release } from '#lib/evaluation/release.ts';

export type Given = 1 | 2 | 3 | 4 | 5 | 'dont-know' | 'not-concerned';

export interface Person {
  /** Group by dimension; absent: not stated. */
  readonly groups: Readonly<Record<string, string>>;
  /** 0: at closing; r: a late form first looked at by release r. */
  readonly release: number;
  readonly answer: Given;
}

export interface Finding {
  readonly person: Person;
  /** Whose own answer it takes to know; undefined: anybody's. */
  readonly reader: Person | undefined;
  readonly known: string;
}

export interface Attack {
  readonly findings: readonly Finding[];
  /** Questions given up after too many steps; 0 means the search was complete. */
  readonly givenUp: number;
}

/** A published number: so many of these people gave one of these answers. */
interface Equation {
  readonly holds: (person: Person) => boolean;
  readonly answers: readonly Given[];
  readonly count: number;
}

const ANSWERS: readonly Given[] = [1, 2, 3, 4, 5, 'dont-know', 'not-concerned'];
const CLASSES: readonly (readonly Given[])[] = [[1, 2], [3], [4, 5], ['dont-know'], ['not-concerned']];
const STEPS = 20_000;

/**
 * All that can be known of others from these releases by somebody who knows who took part and who belongs where. Twice:
 * by one who also knows who placed themselves on a situation (and looks for these people's classes), and by one who
 * doesn't (and looks for "don't know" and "not concerned" too).
 *
 * @param enough stop at so many findings
 */
export function attack(people: readonly Person[], releases: readonly Release[], enough = Infinity): Attack {
  const equations = equationsOf(releases);
  const onSituations = people.filter((person) => typeof person.answer === 'number');
  const finest = equations.some(({ answers }) => answers.length === 1 && typeof answers[0] === 'number');
  const first = attackOne(
    onSituations,
    equations.filter(({ answers }) => typeof answers[0] === 'number'),
    outcomesFor(finest, 3),
    enough,
  );
  if (first.findings.length >= enough) return first;
  const second = attackOne(people, equations, outcomesFor(finest, 5), enough);
  return { findings: [...first.findings, ...second.findings], givenUp: first.givenUp + second.givenUp };
}

/** The answers that have to be told apart: the five situations only where some number is about one of them. */
function outcomesFor(finest: boolean, classes: number): (readonly Given[])[] {
  const told = CLASSES.slice(0, classes);
  return finest ? told.flatMap((answers) => answers.map((answer) => [answer])) : told;
}

function equationsOf(releases: readonly Release[]): Equation[] {
  return releases.flatMap((release) => [
    ...equationsOfCell(release.everybody, () => true),
    ...release.dimensions.flatMap(({ code, groups }) =>
      groups.flatMap(({ group, cell }) =>
        equationsOfCell(cell, (person) => (person.groups[code] ?? 'not-stated') === group),
      ),
    ),
  ]);
}

function equationsOfCell(cell: Release['everybody'], holds: (person: Person) => boolean): Equation[] {
  if (cell.shown === 'no') return [];
  const inTime = (person: Person) => person.release <= cell.upTo && holds(person);
  const parts =
    cell.shown === 'levels'
      ? cell.levels.map((n, i) => [n, [ANSWERS[i]]])
      : cell.classes.map((n, i) => [n, CLASSES[i]]);
  return [...parts, [cell.dontKnow, ['dont-know']], [cell.notConcerned, ['not-concerned']]].map(([count, answers]) => ({
    holds: inTime,
    count: count as number,
    answers: answers as Given[],
  }));
}

/** People in the same equations, the unknowns of the system: how many of them gave each outcome. */
interface Kind {
  readonly people: readonly Person[];
  readonly equations: readonly number[];
}

function attackOne(
  people: readonly Person[],
  equations: readonly Equation[],
  outcomes: readonly (readonly Given[])[],
  enough: number,
): Attack {
  const kinds = [...Map.groupBy(people, (person) => memberships(person, equations).join(' ')).values()].map((some) => ({
    people: some,
    equations: some[0] ? memberships(some[0], equations) : [],
  }));
  const readers = [
    undefined,
    ...kinds.flatMap((kind) => [...new Map(kind.people.map((one) => [one.answer, one])).values()]),
  ];
  const findings: Finding[] = [];
  let givenUp = 0;
  for (const reader of readers) {
    for (const kind of kinds) {
      const others = kind.people.filter((person) => person !== reader);
      const known = CLASSES.find((answers) => others.every((person) => answers.includes(person.answer)));
      const [person] = others;
      if (person === undefined || known === undefined) continue;
      const possible = isAnotherWorldPossible(kinds, equations, outcomes, reader, kind, known);
      if (possible === undefined) givenUp += 1;
      if (possible === false) findings.push({ person, reader, known: known.join('–') });
      if (findings.length >= enough) return { findings, givenUp };
    }
  }
  return { findings, givenUp };
}

function memberships(person: Person, equations: readonly Equation[]): number[] {
  return equations.flatMap((equation, index) => (equation.holds(person) ? [index] : []));
}

interface Sum {
  readonly unknowns: readonly number[];
  readonly value: number;
}

/** Whether somebody of this kind could have answered outside `known`, given the reader's own answer. */
function isAnotherWorldPossible(
  kinds: readonly Kind[],
  equations: readonly Equation[],
  outcomes: readonly (readonly Given[])[],
  reader: Person | undefined,
  about: Kind,
  known: readonly Given[],
): boolean | undefined {
  const at = (kind: number, outcome: number) => kind * outcomes.length + outcome;
  const truth = kinds.flatMap((kind) =>
    outcomes.map((answers) => kind.people.filter((one) => one !== reader && answers.includes(one.answer)).length),
  );
  const sizes = kinds.map((kind) => kind.people.filter((one) => one !== reader).length);
  const sums: Sum[] = kinds.map((_, kind) => ({
    unknowns: outcomes.map((_, o) => at(kind, o)),
    value: sizes[kind] ?? 0,
  }));
  for (const [index, equation] of equations.entries()) {
    const unknowns = kinds.flatMap((kind, k) =>
      kind.equations.includes(index)
        ? outcomes.flatMap((answers, o) => (equation.answers.includes(answers[0] as Given) ? [at(k, o)] : []))
        : [],
    );
    const own = reader && equation.holds(reader) && equation.answers.includes(reader.answer) ? 1 : 0;
    sums.push({ unknowns, value: equation.count - own });
  }
  const low = truth.map(() => 0);
  const high = kinds.flatMap((_, kind) => outcomes.map(() => sizes[kind] ?? 0));
  const index = kinds.indexOf(about);
  const inside = outcomes.flatMap((answers, o) => (known.includes(answers[0] as Given) ? [at(index, o)] : []));
  const outside = outcomes.flatMap((answers, o) => (known.includes(answers[0] as Given) ? [] : [at(index, o)]));
  if (inside.length + outside.length !== outcomes.length) throw new Error('Outcomes and classes differ');
  const search = { sums, truth, steps: 0 };
  let gaveUp = false;
  for (const unknown of outside) {
    const answer = solve(search, low.with(unknown, 1), [...high]);
    if (answer === true) return true;
    if (answer === undefined) gaveUp = true;
  }
  return gaveUp ? undefined : false;
}

function solve(
  search: { sums: readonly Sum[]; truth: readonly number[]; steps: number },
  low: number[],
  high: number[],
): boolean | undefined {
  search.steps += 1;
  if (search.steps > STEPS) return undefined;
  if (!tighten(search.sums, low, high)) return false;
  let open = -1;
  for (let unknown = 0; unknown < low.length; unknown += 1) {
    const width = (high[unknown] ?? 0) - (low[unknown] ?? 0);
    if (width > 0 && (open < 0 || width < (high[open] ?? 0) - (low[open] ?? 0))) open = unknown;
  }
  if (open < 0) return true;
  const [from, to, near] = [low[open] ?? 0, high[open] ?? 0, search.truth[open] ?? 0];
  const values = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  // What is nearest to the truth is tried first: a second world usually differs little.
  for (const value of values.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))) {
    const answer = solve(search, low.with(open, value), high.with(open, value));
    if (answer !== false) return answer;
  }
  return false;
}

/** Narrows the bounds by each sum until nothing moves; false when a sum can't be reached. */
function tighten(sums: readonly Sum[], low: number[], high: number[]): boolean {
  for (let moved = true; moved;) {
    moved = false;
    for (const { unknowns, value } of sums) {
      let least = 0;
      let most = 0;
      for (const unknown of unknowns) {
        least += low[unknown] ?? 0;
        most += high[unknown] ?? 0;
      }
      if (value < least || value > most) return false;
      for (const unknown of unknowns) {
        const [l, h] = [low[unknown] ?? 0, high[unknown] ?? 0];
        const newHigh = Math.min(h, value - (least - l));
        const newLow = Math.max(l, value - (most - h));
        if (newHigh === h && newLow === l) continue;
        low[unknown] = newLow;
        high[unknown] = newHigh;
        least += newLow - l;
        most += newHigh - h;
        moved = true;
      }
    }
  }
  return true;
}
