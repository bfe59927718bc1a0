import * as v from 'valibot';
import { choice, line, optionalId, optionalText, sentId } from '#lib/platform/form.ts';
import { ACTOR_KINDS } from './tables.ts';

/** Somebody who takes a share, as the directory tells. */
export const actorForm = v.object({
  sentId,
  kind: choice(ACTOR_KINDS),
  name: line(120),
  description: optionalText(600),
  neighbourhood: optionalId,
});
