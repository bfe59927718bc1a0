import { ANSWERS, movableWith, replacementsOf, type Someone, type Telling } from './disclosure-people.ts';

const WIDTH = ANSWERS.length;

/** A world on its way. Row by row: people × answers, and publications × the parts they count. */
interface World {
  readonly table: Int32Array;
  /** How far each published part is off its number. */
  readonly off: Int32Array;
  /** How far all are off together; 0: every number is as published. */
  distance: number;
}

/** Steps of a first search for each replacement and of a second: most worlds are near. */
const SHORT = 60;
const LONG = 600;
/** A change isn't taken back for so many steps, and up to so many more, unless it is better than all else by this. */
const HELD = 5;
const HELD_MORE = 10;
const HELD_COST = 3;

/** What searches among the same people share. */
export interface Search {
  readonly telling: Telling;
  readonly draw: (below: number) => number;
  /** Steps taken so far. */
  steps: number;
  /** By people, answer now and answer next: up to which step the change is held. */
  readonly heldUntil: Int32Array;
}

export function searchAmong(telling: Telling): Search {
  return { telling, draw: drawing(), steps: 0, heldUntil: new Int32Array(telling.people.length * WIDTH * WIDTH) };
}

/**
 * Another possible world: an answer of another class for `who`, the reader's own answer kept, and every published
 * number the same. One that is found is a proof, since each number is counted; none found proves nothing.
 *
 * Tabu search (F. Glover, Tabu Search, ORSA Journal on Computing 1, 1989): `who` changes, which puts some published
 * parts off; then, step by step, somebody in one of these changes, so that as little as possible is off.
 *
 * @returns by people and answer, as in `Telling`, how many others than `who` answer so; undefined when none was found
 */
export function findOtherWorld(search: Search, who: Someone, reader: Someone | undefined): Int32Array | undefined {
  for (const most of [SHORT, LONG]) {
    for (const answer of replacementsOf(who.answer)) {
      const world = worldWith(search.telling, who, answer, reader);
      mend(search, world, movableWith(who.answer), most);
      if (world.distance > 0) continue;
      if (reader) addTo(world.table, cellAt(search.telling, reader), 1);
      return world.table;
    }
  }
  return undefined;
}

/** The true world, but for the answer of `who`. They and the reader don't move: they aren't in its table. */
function worldWith(telling: Telling, who: Someone, answer: number, reader: Someone | undefined): World {
  const table = telling.table.slice();
  const world = { table, off: new Int32Array(telling.publications.length * WIDTH), distance: 0 };
  makeChange(telling, world, telling.indexOf.get(who.cell) ?? 0, who.answer, answer);
  addTo(table, cellAt(telling, { ...who, answer }), -1);
  if (reader) addTo(table, cellAt(telling, reader), -1);
  return world;
}

function cellAt({ indexOf }: Telling, { cell, answer }: Someone): number {
  return (indexOf.get(cell) ?? 0) * WIDTH + answer;
}

function mend(search: Search, world: World, movable: readonly number[], most: number): void {
  // What an earlier search held is free again.
  search.steps += HELD + HELD_MORE;
  for (let step = 0; step < most && world.distance > 0; step += 1) {
    const change = findBestChange(search, world, movable);
    if (change === undefined) return;
    const { people, from, to } = change;
    makeChange(search.telling, world, people, from, to);
    search.steps += 1;
    search.heldUntil[(people * WIDTH + to) * WIDTH + from] = search.steps + HELD + search.draw(HELD_MORE);
  }
}

function makeChange(telling: Telling, world: World, people: number, from: number, to: number): void {
  world.distance += costOf(telling, world, people, from, to);
  addTo(world.table, people * WIDTH + from, -1);
  addTo(world.table, people * WIDTH + to, 1);
  for (const index of telling.people[people]?.publications ?? []) {
    addTo(world.off, index * WIDTH + partIn(telling, index, from), -1);
    addTo(world.off, index * WIDTH + partIn(telling, index, to), 1);
  }
}

/** By how much a change moves the world away from the published numbers. */
function costOf(telling: Telling, { off }: World, people: number, from: number, to: number): number {
  let cost = 0;
  for (const index of telling.people[people]?.publications ?? []) {
    const less = partIn(telling, index, from);
    const more = partIn(telling, index, to);
    if (less === more) continue;
    cost += (off[index * WIDTH + less] ?? 0) > 0 ? -1 : 1;
    cost += (off[index * WIDTH + more] ?? 0) < 0 ? -1 : 1;
  }
  return cost;
}

/** Of the changes that mend one part that is off, one of those that cost least. */
function findBestChange({ telling, draw, steps, heldUntil }: Search, world: World, movable: readonly number[]) {
  const off = drawPartOff(telling, world, draw);
  const isIn = movable.map((answer) => partIn(telling, off.publication, answer) === off.part);
  const froms = movable.filter((_, index) => isIn[index] === off.tooMany);
  const tos = movable.filter((_, index) => isIn[index] !== off.tooMany);
  let best: { people: number; from: number; to: number } | undefined;
  let least = Infinity;
  let equals = 0;
  for (const people of telling.members[off.publication] ?? []) {
    for (const from of froms) {
      if ((world.table[people * WIDTH + from] ?? 0) <= 0) continue;
      for (const to of tos) {
        const held = (heldUntil[(people * WIDTH + from) * WIDTH + to] ?? 0) > steps;
        const cost = costOf(telling, world, people, from, to) + (held ? HELD_COST : 0);
        if (cost > least) continue;
        equals = cost < least ? 1 : equals + 1;
        // The n-th of equals takes the place with chance 1/n, which makes all equally likely.
        if (draw(equals) === 0) best = { people, from, to };
        least = cost;
      }
    }
  }
  return best;
}

/** One of the parts that are off: of groups, if there are any, since these leave less to try than everybody. */
function drawPartOff({ publications }: Telling, { off }: World, draw: (below: number) => number) {
  let drawn = 0;
  let equals = 0;
  let ofGroup = false;
  for (let index = 0; index < off.length; index += 1) {
    if (off[index] === 0) continue;
    const isGroup = publications[Math.floor(index / WIDTH)]?.dimension !== undefined;
    if (ofGroup && !isGroup) continue;
    equals = isGroup && !ofGroup ? 1 : equals + 1;
    ofGroup = isGroup;
    if (draw(equals) === 0) drawn = index;
  }
  return { publication: Math.floor(drawn / WIDTH), part: drawn % WIDTH, tooMany: (off[drawn] ?? 0) > 0 };
}

function partIn({ parts }: Telling, publication: number, answer: number): number {
  return parts[publication * WIDTH + answer] ?? answer;
}

function addTo(counts: Int32Array, index: number, count: number): void {
  counts[index] = (counts[index] ?? 0) + count;
}

/**
 * Whole numbers from 0, below what is asked for: always the same sequence, so that a release can be made again (linear
 * congruential generator, multiplier 1664525 and increment 1013904223 after Knuth and Lewis; the upper bits).
 */
function drawing(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
