import * as v from 'valibot';
import { choice, day, id, ids, line, optionalId, sentId, typed, whole } from '#lib/platform/form.ts';
import { PHASES } from '#lib/territory/tables.ts';

const time = v.pipe(
  typed,
  v.trim(),
  v.check((typed) => typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'definitions.gathering.time'),
  v.transform((typed) => typed || null),
);

const facts = {
  place: line(120),
  day,
  time,
  facilitators: v.pipe(ids, v.minLength(1, 'definitions.gathering.noFacilitator')),
};

/** When and where a group meets, and who facilitates. */
export const gatheringForm = v.object({ group: id, ...facts, sentId });

export const changeForm = v.object(facts);

/** Leading on: to which phase and question, from the one that the page showed. */
export const leadForm = v.object({ phase: choice(PHASES), question: optionalId, from: choice(PHASES) });

export const presenceForm = v.object({ people: whole(0, 10_000) });
