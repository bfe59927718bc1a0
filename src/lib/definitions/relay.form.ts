import * as v from 'valibot';
import { choice, id, line, optionalId, sentId, text, ticked, whole } from '#lib/platform/form.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { MOST } from './note.ts';

/** A relay begins at a door: nothing is noted before the person has agreed. */
export const visitForm = v.object({
  group: id,
  language: choice(WRITING_LANGUAGES),
  block: optionalId,
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

/** What is said at the door, and which version the writer had before them. */
export const messageForm = v.object({ text: text(2000), seen: whole(0, 1_000_000) });

export const blockForm = v.object({ name: line(60), sentId });

export const blockIdForm = v.object({ block: id });
