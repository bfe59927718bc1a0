import * as v from 'valibot';
import { choice, id, optionalId, sentId, text } from '#lib/platform/form.ts';
import { tickedCriteria } from './ticked.ts';
import { CRITERION_POLARITIES, SENSES } from './tables.ts';

/** Characters of an agreed wording: as a note. */
export const WORDING_MOST = 280;

export const groupingForm = v.pipe(
  v.looseObject({
    sense: choice(SENSES),
    polarity: choice(CRITERION_POLARITIES),
    text: text(WORDING_MOST),
    group: optionalId,
    sentId,
  }),
  v.transform(({ sense, polarity, text: words, group, sentId: sent, ...rest }) => ({
    ...{ sense, polarity, text: words, group, sentId: sent },
    criterionIds: tickedCriteria(rest).map((one) => one.id),
  })),
);

export const wordingForm = v.object({ grouping: id, text: text(WORDING_MOST) });

export const extendForm = v.pipe(
  v.looseObject({ grouping: id }),
  v.transform(({ grouping, ...rest }) => ({ grouping, criterionIds: tickedCriteria(rest).map((one) => one.id) })),
);

export const memberForm = v.object({ grouping: id, criterion: id });

export const dissolveForm = v.object({ grouping: id });
