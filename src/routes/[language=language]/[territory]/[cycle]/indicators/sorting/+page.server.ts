import { listBoard } from '#lib/indicators/board.server.ts';
import { PAGE_SIZE } from '#lib/indicators/board.ts';
import { countIn } from './board-address.ts';
import { loadSorting, sortingActions } from './sorting.server.ts';

export async function load(event) {
  const { where, filter, data } = await loadSorting(event);
  const pages = Math.max(1, Math.ceil(data.total / PAGE_SIZE));
  const page = Math.min(Math.max(1, countIn(event.url.searchParams, 'page')), pages);
  return { ...data, page, pages, criteria: await listBoard(event.locals.house.db, where, filter, page) };
}

export const actions = sortingActions;
