import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import {
  choice,
  day,
  emailAddress,
  id,
  line,
  optionalLine,
  optionalText,
  sentId,
  text,
  typed,
} from '#lib/platform/form.ts';
import { BODY_KINDS } from './tables.ts';

export const MANDATE_MOST = 2000;
export const DECISION_MOST = 4000;
export const DISSENT_MOST = 1000;

export const bodyForm = v.object({ kind: choice(BODY_KINDS), name: line(80), mandate: text(MANDATE_MOST) });
export const newBodyForm = v.object({ ...bodyForm.entries, sentId });

const optionalEmail = v.pipe(
  typed,
  v.trim(),
  v.toLowerCase(),
  v.check((typed) => typed === '' || v.is(emailAddress, typed), 'form.email'),
);

/** With an address, the member gets an account and can confirm decisions. */
export const memberForm = v.object({
  name: line(80),
  capacity: line(80),
  since: day,
  email: optionalEmail,
  language: choice(WORDING_LANGUAGES),
  sentId,
});
export const acceptMemberForm = v.object({ memberId: id });
export const endMemberForm = v.object({ memberId: id, until: day });

/** How many, or nothing where the body didn't count. */
const optionalCount = v.pipe(
  typed,
  v.trim(),
  v.check((typed) => /^\d{0,4}$/.test(typed), 'form.whole|least=0&most=9999'),
  v.transform((typed) => (typed === '' ? undefined : Number(typed))),
);

/** What a decision is about: `general`, or a purpose and the id of its subject. */
const about = v.pipe(
  typed,
  v.regex(/^(general|[a-z-]+ [\w-]{1,64})$/, 'form.choose'),
  v.transform((typed) => {
    const [purpose = 'general', subjectId] = typed.split(' ');
    return { purpose, subjectId };
  }),
);

export const decisionForm = v.object({
  about,
  decidedOn: day,
  title: optionalLine(200),
  text: optionalText(DECISION_MOST),
  inFavour: optionalCount,
  against: optionalCount,
  abstained: optionalCount,
  dissent: optionalText(DISSENT_MOST),
  next: typed,
  sentId,
});
