import * as v from 'valibot';
import { amount, choice, day, ids, line, sentId, text, ticked, whole } from '#lib/platform/form.ts';
import { ADD1_STOPS, ADMISSIONS } from './tables.ts';

const MOST_PROPOSALS = 300;

/** A vote as it is prepared. */
export const voteForm = v.pipe(
  v.object({
    sentId,
    name: line(120),
    question: text(600),
    proposals: v.pipe(ids, v.minLength(2, 'votes.fewProposals')),
    budget: v.pipe(amount, v.minValue(1, 'votes.noBudget')),
    leastChoices: whole(1, MOST_PROPOSALS),
    mostChoices: whole(1, MOST_PROPOSALS),
    add1Stops: choice(ADD1_STOPS),
    admission: choice(ADMISSIONS),
    closesOn: day,
    whoDecides: text(600),
    binding: choice(['yes', 'no']),
    councilOn: day,
    /** Proposals dearer than the whole budget are on the ballot all the same. */
    dearer: ticked,
  }),
  v.forward(
    v.partialCheck(
      [['leastChoices'], ['mostChoices']],
      ({ leastChoices, mostChoices }) => leastChoices <= mostChoices,
      'votes.choices',
    ),
    ['mostChoices'],
  ),
  v.forward(
    v.partialCheck(
      [['closesOn'], ['councilOn']],
      ({ closesOn, councilOn }) => closesOn < councilOn,
      'votes.councilBefore',
    ),
    ['councilOn'],
  ),
);

/** Why the council departed from a result. */
export const departureForm = v.object({ reason: text(2000) });

/** One-time codes to be made. */
export const codesForm = v.object({ sentId, batch: line(60), number: whole(1, 5000) });

/** A lost code to be replaced. */
export const replaceForm = v.object({ sentId, batch: line(60), number: whole(1, 5000) });
