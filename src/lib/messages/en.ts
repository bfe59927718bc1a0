import type { Messages } from './fr.ts';
import { common } from './en/common.ts';
import { definitions } from './en/definitions.ts';
import { evaluation } from './en/evaluation.ts';
import { indicators } from './en/indicators.ts';
import { people } from './en/people.ts';
import { plan } from './en/plan.ts';
import { publication } from './en/publication.ts';
import { territory } from './en/territory.ts';
import { votes } from './en/votes.ts';

/** English, complete: a missing message is a type error. */
export const en: Messages = {
  ...common,
  ...people,
  ...territory,
  ...definitions,
  ...indicators,
  ...evaluation,
  ...plan,
  ...votes,
  ...publication,
};
