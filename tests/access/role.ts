import type { Town } from '#tests/support/territory.ts';

/** As whom a request is made. `facilitator` leads the gathering in question, `other facilitator` another one. */
export const ROLES = [
  'signed out',
  'participant',
  'resident',
  'relay',
  'facilitator',
  'other facilitator',
  'member',
  'coordinator',
  'owner',
] as const;
export type Role = (typeof ROLES)[number];

/** The fields of a form that passes its schema, so that the answer is about who asks and not about what was typed. */
export type Form = (town: Town) => Record<string, string | readonly string[]>;

/** Who may do one thing; everybody else finds nothing there, or is led to signing in. */
export interface Rule {
  readonly who: readonly Role[];
  readonly form?: Form;
  /** `?…` of the address, where it needs one. */
  readonly query?: (town: Town) => string;
  /** Where somebody without an account is led instead of to signing in: the beginning of the address. */
  readonly leadsTo?: string;
}

/** What is stated for one route: who may `GET`, `POST` (a page's only form), `POST ?/name` (one of several forms). */
export type RouteRule = Readonly<Record<string, readonly Role[] | Rule>>;

export const everyone: readonly Role[] = ROLES;
export const accounts: readonly Role[] = ROLES.filter((role) => role !== 'signed out' && role !== 'participant');
export const nobody: readonly Role[] = [];

/** Those who may, with a form that passes the schema. */
export function by(who: readonly Role[], form: Form, more: Omit<Rule, 'who' | 'form'> = {}): Rule {
  return { who, form, ...more };
}

export function ruleOf(stated: readonly Role[] | Rule): Rule {
  return 'who' in stated ? stated : { who: stated };
}
