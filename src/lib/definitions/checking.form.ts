import * as v from 'valibot';
import { id, text } from '#lib/platform/form.ts';
import { MOST } from './note.ts';

/** A typed note as it stands on the paper; the same words where it was typed rightly. */
export const checkForm = v.object({ note: id, text: text(MOST) });
