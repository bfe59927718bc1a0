import * as v from 'valibot';
import { day, ids, line, text } from '#lib/platform/form.ts';

export const pactForm = v.object({ title: line(120), text: text(8000), reviewOn: day });

export const signingForm = v.object({
  signedOn: day,
  actors: v.pipe(ids, v.minLength(1, 'plan.nobodySigns')),
});
