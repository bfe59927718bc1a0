import { hashOf } from '#lib/platform/hash.server.ts';
import { codeFrom } from '#lib/platform/random-id.ts';
import type { Gathering } from '#lib/territory/gathering.server.ts';

/** Fewest characters that tell a sheet's question, after the gathering's code. */
const LEAST = 2;
const MOST = 8;

type OfGathering = Pick<Gathering, 'id' | 'code'>;

/**
 * The codes of a gathering's paper sheets, by question: its join code, then what tells the question. It comes from ids
 * alone, so that a printed sheet stays good when questions are moved, added or retired. A character misread is nearly
 * always no code at all, rather than another question's.
 * @param questionIds of every question of the cycle: where two would be alike, the codes are longer
 */
export function sheetCodes(gathering: OfGathering, questionIds: readonly string[]): Record<string, string> {
  const marks = questionIds.map((id) => markOf(gathering, id));
  let length = LEAST;
  while (length < MOST && new Set(marks.map((mark) => mark.slice(0, length))).size < marks.length) length++;
  return Object.fromEntries(
    questionIds.map((id, place) => [id, gathering.code + (marks[place] ?? '').slice(0, length)]),
  );
}

/**
 * @param code as `readCode` gives it
 * @returns the question whose sheet it is, undefined when it is none's or could be two
 */
export function questionOfSheet(
  gathering: OfGathering,
  questionIds: readonly string[],
  code: string,
): string | undefined {
  const mark = code.slice(gathering.code.length);
  if (!code.startsWith(gathering.code) || mark.length < LEAST) return undefined;
  const meant = questionIds.filter((id) => markOf(gathering, id).startsWith(mark));
  return meant.length === 1 ? meant[0] : undefined;
}

function markOf(gathering: OfGathering, questionId: string): string {
  const bytes = (turn: number) => Buffer.from(hashOf(`sheet ${gathering.id} ${questionId} ${turn}`), 'base64url');
  return codeFrom(bytes, MOST);
}
