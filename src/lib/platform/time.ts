export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The day `YYYY-MM-DD` of a moment (UTC milliseconds) in a time zone such as `Europe/Paris`. */
export function dayOf(moment: number, timeZone: string): string {
  const known = days.get(timeZone);
  if (known) return known.format(moment);
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  days.set(timeZone, made);
  return made.format(moment);
}

/** Making a format takes a hundred times as long as using it. */
const days = new Map<string, Intl.DateTimeFormat>();

/** The moment (UTC milliseconds) at which a day begins, or `HH:MM` of it, in a time zone. */
export function momentOf(day: string, timeZone: string, time = '00:00'): number {
  const guess = Date.parse(`${day}T${time}:00Z`);
  const first = guess - offsetAt(guess, timeZone);
  // The offset may differ between the guess and the result on the day the clocks change.
  return guess - offsetAt(first, timeZone);
}

/** Whether `day` is a real calendar day written `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}

/** `day` moved by a number of calendar days. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return local - Math.floor(moment / SECOND) * SECOND;
}

/** Days as people say them when they are many: whole months. */
export function monthsOf(days: number): number {
  return Math.round(days / 30.4);
}
