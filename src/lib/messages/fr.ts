import { common } from './fr/common.ts';
import { definitions } from './fr/definitions.ts';
import { evaluation } from './fr/evaluation.ts';
import { indicators } from './fr/indicators.ts';
import { people } from './fr/people.ts';
import { plan } from './fr/plan.ts';
import { publication } from './fr/publication.ts';
import { territory } from './fr/territory.ts';
import { votes } from './fr/votes.ts';

/** French: the language in which every message is written first. Messages follow ICU MessageFormat. */
export const fr = {
  ...common,
  ...people,
  ...territory,
  ...definitions,
  ...indicators,
  ...evaluation,
  ...plan,
  ...votes,
  ...publication,
} as const;

export type MessageKey = keyof typeof fr;
export type Messages = Readonly<Record<MessageKey, string>>;
