import type { AnswerCell, Publication } from './disclosure-block.ts';
import { ANSWERS, listSomeones, replacementsOf, tellingOf, type Someone, type Telling } from './disclosure-people.ts';
import { findOtherWorld, searchAmong, type Search } from './disclosure-world.ts';

/** Somebody whose class a reader may know for certain; `reader` undefined: anybody who isn't among those who answered. */
export interface Doubt {
  readonly who: Someone;
  readonly reader: Someone | undefined;
}

/**
 * Looks for people whose class, "don't know" or "not concerned" could be known with certainty to a reader who has all
 * publications, knows who belongs to which groups, who answered (on the situations, and at all), and their own answer.
 *
 * Somebody is safe from a reader if another world is possible: every published number the same, the reader's own answer
 * too, and this person's of another class. A world found is a proof. Where none is found somebody may still be safe,
 * and is doubted all the same: what isn't in doubt is safe, and more may be hidden than is needed.
 *
 * Not looked at: several readers who put their answers together, what is likely without being certain, which of the
 * two situations of a class somebody chose, and what a reader who knows this program concludes from who is hidden
 * (see `Lot`).
 *
 * @param first looked at before all others: a doubt there was before, which may remain
 * @returns the first doubt found; undefined when nobody is in doubt
 */
export function findDoubt(
  cells: readonly AnswerCell[],
  publications: readonly Publication[],
  first?: Doubt,
): Doubt | undefined {
  const telling = tellingOf(cells, publications);
  const search = searchAmong(telling);
  if (first && !findOtherWorld(search, first.who, first.reader)) return first;
  const everybody = listSomeones(telling);
  for (const who of everybody) {
    if (countReplacements(telling, who) >= 2) continue;
    const doubt = findDoubtAbout(who, everybody, search);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

/**
 * How many of the people in the same publications are in another class. With two, one at least isn't the reader, and
 * may have changed places with `who`.
 */
function countReplacements({ people, indexOf }: Telling, { cell, answer }: Someone): number {
  const counts = people[indexOf.get(cell) ?? 0]?.answers ?? [];
  return replacementsOf(answer).reduce((sum, other) => sum + (counts[other] ?? 0), 0);
}

function findDoubtAbout(who: Someone, everybody: readonly Someone[], search: Search): Doubt | undefined {
  const { telling } = search;
  let readers: readonly (Someone | undefined)[] = [undefined, ...everybody.filter((one) => !isOnly(one, who, telling))];
  while (readers.length > 0) {
    const [reader] = readers;
    const world = findOtherWorld(search, who, reader);
    if (world === undefined) return { who, reader };
    // A world proves something to all readers whose own answer is in it, and to outsiders.
    readers = readers.slice(1).filter((other) => other && !hasAnswer(other, world, telling));
  }
  return undefined;
}

/** Whether the one with this answer can only be `who`, who isn't a reader about themself. */
function isOnly(one: Someone, who: Someone, { people, indexOf }: Telling): boolean {
  const index = indexOf.get(who.cell) ?? 0;
  return indexOf.get(one.cell) === index && one.answer === who.answer && people[index]?.answers[who.answer] === 1;
}

function hasAnswer({ cell, answer }: Someone, world: Int32Array, { indexOf }: Telling): boolean {
  return (world[(indexOf.get(cell) ?? 0) * ANSWERS.length + answer] ?? 0) > 0;
}
