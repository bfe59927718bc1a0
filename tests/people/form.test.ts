import { expect, test } from 'vitest';
import * as v from 'valibot';
import {
  NAME_MOST,
  newPassword,
  PASSWORD_LEAST,
  PASSWORD_MOST,
  personName,
  signInForm,
} from '#lib/people/account.form.ts';

const holds = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;
/** Different characters in turn, so that only the length is judged. */
const words = (length: number) => 'abcdéfgh ijk'.repeat(30).slice(0, length);

test('a new password has 12 to 200 characters, of five kinds or more', () => {
  expect(holds(newPassword, words(PASSWORD_LEAST - 1))).toBe(false);
  expect(holds(newPassword, words(PASSWORD_LEAST))).toBe(true);
  expect(holds(newPassword, words(PASSWORD_MOST))).toBe(true);
  expect(holds(newPassword, words(PASSWORD_MOST + 1))).toBe(false);
  expect(holds(newPassword, 'abcdabcdabcd')).toBe(false);
  expect(holds(newPassword, 'abcdeabcdeab')).toBe(true);
  expect(holds(newPassword, undefined)).toBe(false);
});

test('a password is taken as it is typed, blanks at its ends too', () => {
  expect(v.parse(newPassword, '  quatre mots sans lien ')).toBe('  quatre mots sans lien ');
});

test('signing in asks for no more than an address and something as a password', () => {
  expect(v.parse(signInForm, { email: ' Ada@Example.ORG ', password: 'x' })).toEqual({
    email: 'ada@example.org',
    password: 'x',
    next: '',
    kept: '',
  });
  expect(holds(signInForm, { email: 'ada', password: 'x' })).toBe(false);
  expect(holds(signInForm, { email: 'ada@example.org', password: '' })).toBe(false);
});

test('a name has 1 to 80 characters on one line', () => {
  expect(holds(personName, 'é'.repeat(NAME_MOST))).toBe(true);
  expect(holds(personName, 'é'.repeat(NAME_MOST + 1))).toBe(false);
  expect(holds(personName, ' \n ')).toBe(false);
  expect(v.parse(personName, ' Anne\u202e-Lise\n Weber ')).toBe('Anne-Lise Weber');
});
