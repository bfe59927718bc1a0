import * as v from 'valibot';
import { choice, ids, typed } from '#lib/platform/form.ts';
import { readCode } from '#lib/platform/random-id.ts';

/** A one-time code as somebody typed it; empty where the vote needs none. */
const code = v.pipe(typed, v.transform(readCode), v.maxLength(40, 'votes.codeUnknown'));

/** A receipt: 24 letters and digits, drawn in the voter's browser or by the server. */
const receipt = v.pipe(typed, v.transform(readCode), v.regex(/^[A-Z0-9]{24}$/, 'votes.receiptForm'));

/** A ballot on its way: the code, where one is needed, and the proposals chosen so far. */
export const choicesForm = v.object({ code, choices: ids });

/** A ballot as it is sent. */
export const ballotForm = v.object({ code, choices: ids, receipt, drawn: choice(['browser', 'server']) });

/** A paper ballot as it is typed in. */
export const paperForm = v.object({ code, choices: ids, receipt });

/** A receipt to be looked for. */
export const receiptForm = v.object({ receipt });
