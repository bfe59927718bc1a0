/** Values put into a message: numbers, dates as milliseconds, words. */
export type MessageFacts = Readonly<Record<string, string | number>>;

/**
 * A rule says no. The reason is a message key; the person reads it in their language, and what they typed is kept.
 * Answered with 409.
 */
export class Refusal extends Error {
  readonly reason: string;
  readonly facts: MessageFacts;

  constructor(reason: string, facts: MessageFacts = {}) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.facts = facts;
  }
}

/** Not there, or not this person's to see: the two look alike. Answered with 404. */
export class NotThere extends Error {
  constructor(what: string) {
    super(`${what}: not there`);
    this.name = 'NotThere';
  }
}

/** The row, or `NotThere`. */
export function there<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null) throw new NotThere(what);
  return row;
}
