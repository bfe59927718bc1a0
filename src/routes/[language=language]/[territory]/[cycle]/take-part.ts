import type { Step } from '#lib/ui/step.ts';
import type { Standing } from './standing.server.ts';

/** The one thing that a resident can do now. */
export interface TakePart {
  readonly what: 'vote' | 'answer' | 'speak' | 'read';
  readonly step: Step;
  readonly href: string;
}

/**
 * What takes people's part today: an open vote before an open survey, a survey before words, and where nothing is
 * taken, what came out last.
 * @param open the steps that are open today
 */
export function wayToTakePart(
  { base, standing }: { base: string; standing: Standing },
  open: readonly Step[],
  language: string,
): TakePart | undefined {
  const { votes, round } = standing;
  const [vote, another] = votes;
  if (vote) return { what: 'vote', step: 'plan', href: `${base}/plan/votes${another ? '' : `/${vote.id}`}` };
  if (round) return { what: 'answer', step: 'evaluation', href: `${base}/evaluation/rounds/${round.id}/answer` };
  if (open.includes('definitions')) return { what: 'speak', step: 'definitions', href: `/${language}/join` };
  const last = open.at(-1);
  return last && { what: 'read', step: last, href: `${base}/${last}` };
}
