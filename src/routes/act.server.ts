import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { translateReason } from '#lib/messages/translate.ts';
import type { Account } from '#lib/people/person.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Write } from '#lib/platform/writer.server.ts';
import { keepAndSignIn } from './kept.server.ts';
import { readForm } from './read-form.server.ts';

type FormSchema = v.GenericSchema<unknown, unknown>;

/** What a page gets back when something is to be corrected: what was typed, and what to do. */
export interface FormProblem {
  /** What was typed, by field; the last one where a field came several times. */
  readonly values: Readonly<Record<string, string>>;
  /** What to correct, by field, in the person's language. */
  readonly errors: Readonly<Record<string, string>>;
  /** A rule's refusal, in the person's language. */
  readonly refusal?: string;
  /** Which form of the page it was: its action's name. */
  readonly action: string;
}

export interface Acting<E extends RequestEvent, S extends FormSchema> {
  readonly event: E;
  readonly facts: v.InferOutput<S>;
  readonly write: Write;
  /** What was sent besides plain text: files, by field. */
  readonly files: ReadonlyMap<string, File>;
}

/**
 * An action of a page: reads the form by its schema, runs `run`, and answers the three ways to fail: 422 what was
 * typed with a message at each field, 409 a rule's refusal, 404 what isn't there or isn't theirs. A session that
 * ended in the meantime keeps the form and leads to signing in.
 */
export function act<S extends FormSchema, E extends RequestEvent, R>(
  schema: S,
  run: (acting: Acting<E, S>) => Promise<R>,
): (event: E) => Promise<R | ActionFailure<FormProblem>> {
  return async (event) => {
    const data = await readForm(event);
    const parsed = v.safeParse(schema, fieldsOf(data));
    const problem = problemOf(event, data);
    try {
      if (!parsed.success) {
        event.locals.sent = data;
        return fail(422, { ...problem, errors: errorsOf(event, parsed.issues) });
      }
      return await run({ event, facts: parsed.output, write: event.locals.house.write, files: filesOf(data) });
    } catch (caught) {
      return answer(event, data, problem, caught);
    }
  };
}

/** For a form without fields: a button. */
export const button = v.object({});

async function answer(event: RequestEvent, data: FormData, problem: FormProblem, caught: unknown) {
  if (caught instanceof Refusal) {
    event.locals.sent = data;
    return fail(409, { ...problem, refusal: translateReason(event.locals.language, caught.reason, caught.facts) });
  }
  if (caught instanceof NotThere) error(404, 'not there');
  if (caught instanceof SignInNeeded) await keepAndSignIn(event, data);
  throw caught;
}

/** Thrown where an account is needed and the request has none. */
export class SignInNeeded extends Error {}

/** The account behind a request. @throws SignInNeeded in an action; in a load, leads to signing in */
export function requireAccount(event: RequestEvent): Account {
  const { account } = event.locals.person;
  if (account) return account;
  if (event.request.method !== 'GET' && !('parent' in event)) throw new SignInNeeded();
  const next = event.url.pathname + event.url.search;
  redirect(303, `/${event.locals.language}/sign-in?next=${encodeURIComponent(next)}`);
}

/** Not there or not theirs: the two look alike, in a load as in an action. Answers 404 unless `condition` holds. */
export function allow(condition: boolean): asserts condition {
  if (!condition) error(404, 'not there');
}

/**
 * Lets in whoever may: without an account they are led to signing in, else it is as if nothing were there.
 * @returns the account behind the request
 */
export function admit(event: RequestEvent, may: boolean): Account {
  const account = requireAccount(event);
  allow(may);
  return account;
}

export function actorOf(event: RequestEvent): Actor {
  const { account } = event.locals.person;
  return account ? { kind: 'account', id: account.id } : { kind: 'participant', id: null };
}

/** Fields by name; one that came several times as an array. Files are left out. */
function fieldsOf(data: FormData): Record<string, string | string[]> {
  const named = Map.groupBy(textsOf(data), ([name]) => name);
  return Object.fromEntries(
    [...named].map(([name, texts]) => {
      const values = texts.map(([, value]) => value);
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

function textsOf(data: FormData): [string, string][] {
  return [...data].filter((field): field is [string, string] => typeof field[1] === 'string');
}

function filesOf(data: FormData): Map<string, File> {
  return new Map([...data].filter((field): field is [string, File] => field[1] instanceof File));
}

function problemOf(event: RequestEvent, data: FormData): FormProblem {
  const action = [...event.url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
  return { values: Object.fromEntries(textsOf(data)), errors: {}, action };
}

function errorsOf(event: RequestEvent, issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = String(issue.path?.[0]?.key ?? 'form');
    errors[field] ??= translateReason(event.locals.language, issue.message);
  }
  return errors;
}
