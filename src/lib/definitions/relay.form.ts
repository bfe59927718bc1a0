import * as v from 'valibot';
import { choice, id, sentId, text, ticked } from '#lib/platform/form.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { MOST } from './note.ts';

/** A relay begins at a door: nothing is noted before the person has agreed. */
export const visitForm = v.object({
  group: id,
  language: choice(WRITING_LANGUAGES),
  agrees: v.pipe(
    ticked,
    v.check((yes) => yes, 'definitions.relay.noAgreement'),
  ),
  sentId,
});

export const doorNoteForm = v.object({ question: id, language: choice(WRITING_LANGUAGES), text: text(MOST), sentId });

/** What was noted has been read back; with or without a code to hand over. */
export const readBackForm = v.object({
  readBack: v.pipe(
    ticked,
    v.check((yes) => yes, 'definitions.relay.notReadBack'),
  ),
  withCode: ticked,
  sentId,
});
