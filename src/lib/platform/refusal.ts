/** Values put into a message: numbers, dates as milliseconds, words. */
export type MessageFacts = Readonly<Record<string, string | number>>;

// A refusal thrown by the server's entry is caught in SvelteKit's bundle, which has a class of its own: what counts is
// the mark, not the class.
const REFUSED = Symbol.for('boussole.refusal');
const ABSENT = Symbol.for('boussole.notThere');

/**
 * A rule says no. The reason is a message key; the person reads it in their language, and what they typed is kept.
 * Answered with 409.
 */
export class Refusal extends Error {
  readonly [REFUSED] = true;
  readonly reason: string;
  readonly facts: MessageFacts;

  constructor(reason: string, facts: MessageFacts = {}) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.facts = facts;
  }

  static override [Symbol.hasInstance](one: unknown): boolean {
    return isMarked(one, REFUSED);
  }
}

/** Not there, or not this person's to see: the two look alike. Answered with 404. */
export class NotThere extends Error {
  readonly [ABSENT] = true;

  constructor(what: string) {
    super(`${what}: not there`);
    this.name = 'NotThere';
  }

  static override [Symbol.hasInstance](one: unknown): boolean {
    return isMarked(one, ABSENT);
  }
}

function isMarked(one: unknown, mark: symbol): boolean {
  return typeof one === 'object' && one !== null && mark in one;
}

/** The row, or `NotThere`. */
export function there<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null) throw new NotThere(what);
  return row;
}
