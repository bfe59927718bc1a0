import { sumDistributions } from './distribution.ts';
import { hideCell, showCell, type DisclosureRules, type Lot, type ReleaseCell } from './disclosure.ts';
import { covers, groupOf, NOT_STATED, type AnswerCell, type Publication } from './disclosure-block.ts';
import { chooseEverybody, chooseGroups, type Choice } from './disclosure-choice.ts';

/** A way to group people, one at a time: declared group, neighbourhood, age band. */
export interface Dimension {
  readonly code: string;
  /** All groups, those without an answer too. `NOT_STATED` is added where somebody is in it. */
  readonly groups: readonly string[];
}

/** All that is kept of the answers to one indicator in one round, and what has been told of it. Secret. */
export interface IndicatorAnswers {
  /** The most important first: where two would give somebody away together, the later one hides more. */
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly AnswerCell[];
  /** As the last release returned it; empty before the first. What has been published can't be taken back. */
  readonly published: readonly Publication[];
}

export interface ReleasedGroup {
  readonly group: string;
  readonly cell: ReleaseCell;
}

export interface ReleasedDimension {
  readonly code: string;
  readonly groups: readonly ReleasedGroup[];
}

/** One indicator's part of a release: the only thing that pages, exports and interfaces read. */
export interface Release {
  readonly everybody: ReleaseCell;
  readonly dimensions: readonly ReleasedDimension[];
  /** To be kept for the next release: which sets of people were published, without counts. */
  readonly published: readonly Publication[];
}

/**
 * What may be published of one indicator's answers at closing (`number` 0) or in a later release (1, 2, …).
 *
 * 1. A set of people is published if it `mayStandAlone`: in three classes; with 30 answers or more in five situations.
 * 2. What follows by subtraction counts as a set of people too: within a dimension, what remains of everybody without
 *    the groups shown, and what came in between two releases. If such a remainder may not stand alone, further groups
 *    are hidden, the smallest first, until it may. Likewise for five situations, for which it needs 30 answers.
 * 3. Over several dimensions nobody may be in doubt (`findDoubt`); otherwise groups of the dimension added last are
 *    hidden, the smallest first.
 * 4. Late forms are added by the same rules. A group that may not be updated keeps what was published before.
 *
 * Answers that have been in a release must stay as they were: a change would be published as a difference.
 *
 * @param lot the indicator's, the same for all releases of a round; without one the rules alone decide
 * @throws RangeError when a form belongs to a later release, a number was used before, or a group isn't listed
 */
export function prepareRelease(answers: IndicatorAnswers, number: number, rules: DisclosureRules, lot?: Lot): Release {
  const cells = inOrder(answers.cells);
  if (cells.some((cell) => cell.release > number) || answers.published.some((one) => one.upTo >= number)) {
    throw new RangeError('A release comes after all earlier ones and holds no form of a later one');
  }
  const dimensions = answers.dimensions.map((dimension) => withNotStated(dimension, cells));
  const published = choosePublications({ ...answers, cells, dimensions }, { number, rules, lot });
  const show = (dimension?: Dimension, group?: string) => cellOf(cells, published, dimension?.code, group, rules);
  return {
    everybody: show(),
    dimensions: dimensions.map((dimension) => ({
      code: dimension.code,
      groups: dimension.groups.map((group) => ({ group, cell: show(dimension, group) })),
    })),
    published,
  };
}

/** In an order of their own, so that the same answers make the same release however they were read. */
function inOrder(cells: readonly AnswerCell[]): AnswerCell[] {
  const key = ({ groups, release }: AnswerCell) => JSON.stringify([release, Object.entries(groups).toSorted()]);
  const keyed = cells.map((cell) => ({ cell, key: key(cell) }));
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ cell }) => cell);
}

function withNotStated({ code, groups }: Dimension, cells: readonly AnswerCell[]): Dimension {
  const named = new Set(cells.map((cell) => groupOf(cell, code)).filter((group) => !groups.includes(group)));
  for (const group of named) if (group !== NOT_STATED) throw new RangeError(`${code} has no group ${group}`);
  return { code, groups: [...groups, ...named] };
}

function choosePublications(answers: IndicatorAnswers, terms: Pick<Choice, 'number' | 'rules' | 'lot'>): Publication[] {
  const choice = { ...terms, cells: answers.cells };
  const everybody = chooseEverybody({ ...choice, published: answers.published });
  let published = [...answers.published, ...everybody];
  // Groups are part of everybody: where everybody's forms since then are too few or too alike, so are a group's.
  if (everybody.length === 0) return published;
  for (const { code, groups } of answers.dimensions) {
    published = [...published, ...chooseGroups({ ...choice, published }, code, groups)];
  }
  return published;
}

/** The latest that was published of a set of people. */
function cellOf(
  cells: readonly AnswerCell[],
  published: readonly Publication[],
  dimension: string | undefined,
  group: string | undefined,
  rules: DisclosureRules,
): ReleaseCell {
  const last = published.findLast((one) => one.dimension === dimension && one.group === group);
  const inSet = (cell: AnswerCell) =>
    last ? covers(last, cell) : dimension === undefined || groupOf(cell, dimension) === group;
  const distribution = sumDistributions(cells.filter(inSet).map((cell) => cell.distribution));
  return last ? showCell(distribution, last.scale, last.upTo) : hideCell(distribution, rules);
}
