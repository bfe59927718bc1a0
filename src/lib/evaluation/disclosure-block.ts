import { countForms, sumDistributions, type Distribution } from './distribution.ts';
import type { Scale } from './disclosure.ts';

/**
 * What people who agree in all their groups, and whose forms came in with the same release, answered to one indicator.
 * The finest counts kept beside the answers themselves; they are secret.
 */
export interface AnswerCell {
  /** Group by dimension; a dimension that isn't there was not stated, which is a group like any other. */
  readonly groups: Readonly<Record<string, string>>;
  /** 0: in by closing; r: late forms that the r-th later release was the first to look at. */
  readonly release: number;
  readonly distribution: Distribution;
}

/** A set of people whose answers were or are to be published: everybody, or one group of one dimension. */
export interface Publication {
  /** Undefined: everybody. */
  readonly dimension?: string;
  readonly group?: string;
  /** The people whose forms came in with this release or an earlier one. */
  readonly upTo: number;
  readonly scale: Scale;
}

/** The group of those who stated none. */
export const NOT_STATED = 'not-stated';

/** People between whom the publications of one dimension, and those of everybody, make no difference. */
export interface Block {
  readonly key: string;
  readonly cells: readonly AnswerCell[];
  readonly distribution: Distribution;
}

export function groupOf(cell: AnswerCell, dimension: string): string {
  return cell.groups[dimension] ?? NOT_STATED;
}

export function covers(publication: Publication, cell: AnswerCell): boolean {
  if (cell.release > publication.upTo) return false;
  return publication.dimension === undefined || groupOf(cell, publication.dimension) === publication.group;
}

/**
 * The blocks of a dimension that hold at least one form and that some publication touches. Whoever adds and subtracts
 * the publications of this dimension and of everybody can learn the counts of blocks and of unions of blocks, never of
 * less: a hidden group is in a block with the other hidden ones, late forms are in blocks of their own.
 */
export function blocksOf(
  cells: readonly AnswerCell[],
  publications: readonly Publication[],
  dimension: string | undefined,
): Block[] {
  const concerned = publications.filter((one) => one.dimension === undefined || one.dimension === dimension);
  const blocks = new Map<string, AnswerCell[]>();
  for (const cell of cells) {
    const key = blockKey(cell, concerned);
    if (key === '') continue;
    const members = blocks.get(key);
    if (members) members.push(cell);
    else blocks.set(key, [cell]);
  }
  return [...blocks]
    .map(([key, members]) => ({
      key,
      cells: members,
      distribution: sumDistributions(members.map((cell) => cell.distribution)),
    }))
    .filter((block) => countForms(block.distribution) > 0);
}

/** Which of the publications a cell is in, as one string; empty when it is in none. */
export function blockKey(cell: AnswerCell, publications: readonly Publication[]): string {
  return publications.flatMap((publication, index) => (covers(publication, cell) ? [index] : [])).join(' ');
}
