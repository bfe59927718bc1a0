import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disclosureRules, showCell, type DisclosureRules, type ReleaseCell } from '#lib/evaluation/disclosure.ts';
import { NOT_STATED, type Publication } from '#lib/evaluation/disclosure-block.ts';
import { countAnswers, distributionOf, distributionOfAnswers } from '#lib/evaluation/distribution.ts';
import { prepareRelease, type Dimension, type Release } from '#lib/evaluation/release.ts';
import { attack, type Given, type Person } from './disclosure-attacker.ts';

/** A small town that answered one indicator, and the rules under which it is published. */
interface Population {
  readonly dimensions: readonly Dimension[];
  readonly people: readonly Person[];
  readonly rules: DisclosureRules;
}

const cellsOf = (people: readonly Person[]) =>
  [...Map.groupBy(people, ({ groups, release }) => JSON.stringify([groups, release])).values()].map((some) => ({
    groups: some[0]?.groups ?? {},
    release: some[0]?.release ?? 0,
    distribution: distributionOfAnswers(some.map((person) => person.answer)),
  }));

/** All releases, as the product makes them. */
function publish({ dimensions, people, rules }: Population): Release[] {
  const releases: Release[] = [];
  let published: readonly Publication[] = [];
  for (let number = 0; number <= Math.max(0, ...people.map((one) => one.release)); number += 1) {
    const cells = cellsOf(people.filter((one) => one.release <= number));
    const release = prepareRelease({ dimensions, cells, published }, number, rules);
    releases.push(release);
    ({ published } = release);
  }
  return releases;
}

/** All releases, each set of people for itself: shown or not by `isShown` alone. */
function publishEach(
  { dimensions, people, rules }: Population,
  isShown: (some: readonly Person[]) => boolean,
): Release[] {
  const last = Math.max(0, ...people.map((one) => one.release));
  return Array.from({ length: last + 1 }, (_, number) => {
    const cell = (isIn: (person: Person) => boolean): ReleaseCell => {
      const some = people.filter((one) => one.release <= number && isIn(one));
      const distribution = distributionOfAnswers(some.map((one) => one.answer));
      const scale = countAnswers(distribution) < rules.fiveFrom ? 'classes' : 'levels';
      return isShown(some) ? showCell(distribution, scale, number) : { shown: 'no', reason: 'few' };
    };
    const groupsOf = ({ code, groups }: Dimension) =>
      [...groups, NOT_STATED].map((group) => ({
        group,
        cell: cell((person) => (person.groups[code] ?? NOT_STATED) === group),
      }));
    return {
      everybody: cell(() => true),
      dimensions: dimensions.map((dimension) => ({ code: dimension.code, groups: groupsOf(dimension) })),
      published: [],
    };
  });
}

/** k or more, not all in one class: the rules read word for word, without what follows from several numbers. */
const isShownByTheWord =
  ({ k }: DisclosureRules) =>
  (some: readonly Person[]) => {
    const levels = some.flatMap(({ answer }) => (typeof answer === 'number' ? [answer] : []));
    return levels.length >= k && new Set(levels.map((level) => (level < 3 ? 1 : level > 3 ? 5 : 3))).size > 1;
  };

const names = ['a', 'b', 'c', 'd'];

/** Towns of every kind in which somebody could be found: few people, groups that are alike, late forms, crossings. */
const anyPopulation = (most: number): fc.Arbitrary<Population> =>
  fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      k: fc.integer({ min: 3, max: 7 }),
      fiveFrom: fc.constantFrom(30, 8, 12),
      // What most in each group of the first dimension say: towns where people differ at random are safe too easily.
      usual: fc.array(fc.constantFrom<Given>(1, 2, 3, 4, 5), { minLength: 4, maxLength: 4 }),
      // How many in ten say something of their own.
      own: fc.integer({ min: 1, max: 9 }),
      releases: fc.constantFrom(0, 0, 1, 2),
      people: fc.integer({ min: 6, max: most }),
    })
    .chain(({ sizes, k, fiveFrom, usual, own, releases, people: number }) => {
      const one = fc.record({
        places: fc.tuple(...sizes.map((size) => fc.integer({ min: 0, max: size }))),
        late: fc.integer({ min: 0, max: 9 }),
        pick: fc.integer({ min: 0, max: 9 }),
        answer: fc.constantFrom<Given>(1, 2, 3, 4, 5, 1, 5, 3, 'dont-know', 'not-concerned'),
      });
      const personOf = ({
        places,
        late,
        pick,
        answer,
      }: {
        places: number[];
        late: number;
        pick: number;
        answer: Given;
      }) => ({
        groups: Object.fromEntries(
          places.flatMap((place, dimension) => (names[place - 1] ? [[`by ${dimension}`, names[place - 1] ?? '']] : [])),
        ),
        release: late < 7 ? 0 : Math.min(releases, late - 7 + 1),
        answer: pick < own ? answer : (usual[places[0] ?? 0] ?? answer),
      });
      return fc.array(one, { minLength: number, maxLength: number }).map((people) => ({
        dimensions: sizes.map((size, dimension) => ({ code: `by ${dimension}`, groups: names.slice(0, size) })),
        people: people.map(personOf),
        rules: { ...disclosureRules(k), fiveFrom },
      }));
    });

/** In how many of some towns the attacker finds somebody, what they gave up on, and how many groups were shown. */
function attackAll(populations: readonly Population[], publishBy: (population: Population) => Release[]) {
  let found = 0;
  let givenUp = 0;
  let shown = 0;
  for (const population of populations) {
    const releases = publishBy(population);
    const result = attack(population.people, releases, 1);
    if (result.findings.length > 0) found += 1;
    givenUp += result.givenUp;
    const groups = releases.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.groups));
    shown += groups.filter(({ cell }) => cell.shown !== 'no').length;
  }
  return { found, givenUp, shown };
}

describe('an attacker who knows every release, who took part, who belongs where, and their own answer', () => {
  test('finds nobody', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPopulation(24), (population) => {
        expect(attack(population.people, publish(population))).toEqual({ findings: [], givenUp: 0 });
      }),
      { numRuns: 2000, seed: 20061018 },
    );
  });

  test('finds many when the numbers are published as they are, or by the word of the rules alone', () => {
    const towns = fc.sample(anyPopulation(16), { numRuns: 400, seed: 1 });
    const [safe, word, all] = [
      attackAll(towns, publish),
      attackAll(towns, (town) => publishEach(town, isShownByTheWord(town.rules))),
      attackAll(towns, (town) => publishEach(town, () => true)),
    ];
    expect(safe.found).toBe(0);
    expect(word.found).toBeGreaterThan(100);
    expect(all.found).toBeGreaterThan(300);
    // Hiding everything would be safe as well.
    expect(safe.shown).toBeGreaterThan(word.shown / 6);
  });

  test('leaves most of a town of three hundred to be read', () => {
    const dimensions = [12, 4, 6].map((size, dimension) => ({
      code: `by ${dimension}`,
      groups: Array.from({ length: size }, (_, group) => `group ${group}`),
    }));
    const one = fc.record({
      places: fc.tuple(...dimensions.map(({ groups }) => fc.constantFrom(...groups))),
      answer: fc.constantFrom<Given>(1, 1, 2, 2, 3, 4, 5, 1, 2, 4, 'dont-know'),
    });
    const people = fc.sample(one, { numRuns: 300, seed: 3 }).map(({ places, answer }) => ({
      groups: Object.fromEntries(places.map((group, dimension) => [`by ${dimension}`, group])),
      release: 0,
      answer,
    }));
    const town = { dimensions, people, rules: disclosureRules() };
    const shown = (releases: Release[]) =>
      releases.flatMap((release) =>
        release.dimensions.map(({ groups }) => groups.filter(({ cell }) => cell.shown !== 'no').length),
      );
    expect(shown(publishEach(town, isShownByTheWord(town.rules)))).toEqual([12, 4, 6]);
    expect(shown(publish(town))).toEqual([12, 4, 6]);
  });
});

describe('the attacker', () => {
  const person = (group: string, answer: Given, release = 0): Person => ({ groups: { group }, release, answer });
  const dimensions = [{ code: 'group', groups: ['a', 'b'] }];
  const rules = disclosureRules(3);
  const know = (people: readonly Person[], isShown: (some: readonly Person[]) => boolean = () => true) =>
    attack(people, publishEach({ dimensions, people, rules }, isShown)).findings.length > 0;
  const mixed: readonly Given[] = [1, 1, 3, 3, 5, 5];

  test('knows a group in which all say the same, or all but themselves', () => {
    const others = mixed.map((answer) => person('b', answer));
    expect(know([...others, ...mixed.map((answer) => person('a', answer))])).toBe(false);
    expect(know([...others, person('a', 4), person('a', 5), person('a', 4)])).toBe(true);
    expect(know([...others, person('a', 4), person('a', 5), person('a', 1)])).toBe(true);
    expect(know([...others, person('a', 4), person('a', 5), person('a', 1), person('a', 1)])).toBe(false);
  });

  test('subtracts', () => {
    const people = [...mixed.map((answer) => person('b', answer)), person('a', 4), person('a', 5), person('a', 4)];
    expect(know(people, (some) => some.length !== 3)).toBe(true);
    expect(know(people, (some) => some.length === 6)).toBe(false);
  });

  test('compares releases', () => {
    const people = [...mixed.map((answer) => person('b', answer)), person('b', 3, 1)];
    expect(know(people)).toBe(true);
    expect(know([...people, person('b', 1, 1), person('b', 5, 1)])).toBe(false);
  });

  test('counts those who said "don\'t know"', () => {
    const unsure = [person('a', 'dont-know'), person('a', 'dont-know')];
    expect(know([...mixed.map((answer) => person('b', answer)), ...unsure])).toBe(true);
  });
});

describe('a reader who knows this program too', () => {
  /** All ways in which groups of four, four and three can be spread over three classes. */
  const sizes = [4, 4, 3];
  const spreads = (n: number) =>
    Array.from({ length: n + 1 }, (_, low) =>
      Array.from({ length: n - low + 1 }, (_, middle) => [low, middle, n - low - middle] as const),
    ).flat();
  type Town = readonly (readonly [number, number, number])[];
  const towns: Town[] = spreads(sizes[0] ?? 0).flatMap((a) =>
    spreads(sizes[1] ?? 0).flatMap((b) => spreads(sizes[2] ?? 0).map((c) => [a, b, c])),
  );
  const release = (town: Town, hidden?: ReadonlySet<string>) => {
    const cells = town.map(([low, middle, high], index) => ({
      groups: { group: names[index] ?? '' },
      release: 0,
      distribution: distributionOf([low, 0, middle, 0, high]),
    }));
    const answers = { dimensions: [{ code: 'group', groups: names.slice(0, 3) }], cells, published: [] };
    const lot = hidden && ((_: string, group: string) => (hidden.has(group) ? 0 : 0.5));
    return prepareRelease(answers, 0, disclosureRules(3), lot);
  };
  const hiddenIn = ({ dimensions }: Release) =>
    new Set(
      dimensions.flatMap((one) => one.groups.filter(({ cell }) => cell.shown === 'no').map(({ group }) => group)),
    );

  /** Whether all these towns agree on the class of somebody other than a reader with this answer. */
  function isSomebodyKnown(possible: readonly Town[]): boolean {
    const readers = [undefined, ...sizes.flatMap((_, group) => [0, 1, 2].map((answer) => ({ group, answer })))];
    return readers.some((reader) => {
      const own = reader ? possible.filter((town) => (town[reader.group]?.[reader.answer] ?? 0) > 0) : possible;
      const isPossible = (group: number, answer: number) =>
        own.some((town) => {
          const isReader = reader?.group === group && reader.answer === answer;
          return (town[group]?.[answer] ?? 0) > (isReader ? 1 : 0);
        });
      return own.length > 0 && sizes.some((_, group) => [0, 1, 2].filter((one) => isPossible(group, one)).length === 1);
    });
  }

  const shown = (one: Release) => JSON.stringify([one.everybody, one.dimensions]);

  test('can sometimes conclude from who is hidden, without a lot', () => {
    const sameRelease = Map.groupBy(towns, (town) => shown(release(town)));
    const known = [...sameRelease.values()].filter(isSomebodyKnown).flat();
    expect(known.length).toBeGreaterThan(0);
  });

  test('cannot, with one: every town that fits the numbers may have been released just so', { timeout: 60_000 }, () => {
    const noLot = new Set<string>();
    const released = new Map(towns.map((town) => [shown(release(town, noLot)), release(town, noLot)]));
    const fitting = Map.groupBy(towns, (town) => JSON.stringify([0, 1, 2].map((one) => sumOf(town, one))));
    for (const [text, one] of released) {
      if (one.everybody.shown === 'no') continue;
      const classes = one.everybody.shown === 'classes' ? one.everybody.classes : [];
      const hidden = hiddenIn(one);
      const same = (fitting.get(JSON.stringify(classes)) ?? []).filter((town) => shown(release(town, hidden)) === text);
      expect(isSomebodyKnown(same)).toBe(false);
    }
  });

  const sumOf = (town: Town, answer: number) => town.reduce((sum, group) => sum + (group[answer] ?? 0), 0);
});
