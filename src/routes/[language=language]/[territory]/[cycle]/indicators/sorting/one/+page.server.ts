import { findOnBoard } from '#lib/indicators/board.server.ts';
import { countIn } from '../board-address.ts';
import { loadSorting, sortingActions } from '../sorting.server.ts';

export async function load(event) {
  const { where, filter, data } = await loadSorting(event);
  const skip = countIn(event.url.searchParams, 'skip');
  return { ...data, skip, criterion: await findOnBoard(event.locals.house.db, where, filter, skip) };
}

export const actions = sortingActions;
