import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { choice, emailAddress, line, typed } from '#lib/platform/form.ts';
import { lengthOf } from '#lib/ui/characters.ts';
import { ROLES } from './tables.ts';

/** Fewest and most characters of a password: long enough not to be guessed, short enough to be hashed. */
export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 200;
export const NAME_MOST = 80;

/** A password as it was typed: nothing is cut off or cleaned. */
const typedPassword = v.pipe(
  typed,
  v.check((typed) => typed !== '', 'form.required'),
  v.check((typed) => lengthOf(typed) <= PASSWORD_MOST, `form.tooLong|most=${PASSWORD_MOST}`),
);

/** A password that is being chosen. */
export const newPassword = v.pipe(
  typedPassword,
  v.check((typed) => lengthOf(typed) >= PASSWORD_LEAST, `account.passwordShort|least=${PASSWORD_LEAST}`),
  v.check((typed) => new Set(typed).size >= 5, 'account.passwordSimple'),
);

export const personName = line(NAME_MOST);
export const interfaceLanguage = choice(WORDING_LANGUAGES);

export const signInForm = v.object({
  email: emailAddress,
  password: typedPassword,
  next: typed,
  kept: typed,
});

export const choosePasswordForm = v.object({ name: personName, password: newPassword, next: typed });
export const changePasswordForm = v.object({ current: typedPassword, password: newPassword });
export const closeAccountForm = v.object({ current: typedPassword });
export const recoveryForm = v.object({ email: emailAddress });
export const registrationForm = v.object({ email: emailAddress, name: personName, next: typed });
export const accountForm = v.object({ name: personName, language: interfaceLanguage });
export const invitationForm = v.object({ email: emailAddress, name: personName, language: interfaceLanguage });
export const roleForm = v.object({ ...invitationForm.entries, role: choice(ROLES) });
