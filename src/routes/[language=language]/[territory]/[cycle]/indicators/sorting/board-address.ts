import { BOARD_STATES, type BoardFilter } from '#lib/indicators/board.ts';

/** What of the board an address asks for; what it doesn't say, or says wrongly, is as at the beginning. */
export function filterIn(query: URLSearchParams): BoardFilter {
  const word = (name: string) => {
    const value = query.get(name) ?? '';
    return /^[\w-]{1,64}$/.test(value) ? value : undefined;
  };
  return {
    state: BOARD_STATES.find((state) => state === query.get('state')) ?? 'unsorted',
    groupId: word('group'),
    questionId: word('question'),
    family: word('family'),
  };
}

/** A count from 0 on; 0 for anything else. */
export function countIn(query: URLSearchParams, name: string): number {
  const value = query.get(name) ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) : 0;
}

/** The same view of the board, as part of an address; `more` sets what differs. */
export function queryFor(
  filter: BoardFilter,
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const query = new URLSearchParams();
  const all = {
    state: filter.state,
    group: filter.groupId,
    question: filter.questionId,
    family: filter.family,
    ...more,
  };
  for (const [name, value] of Object.entries(all))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return query.toString();
}
