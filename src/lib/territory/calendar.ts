import { dayAfter, dayOf } from '#lib/platform/time.ts';
import type { Calendar } from './cycle.server.ts';
import { statusOf, type StepStatus } from './step.ts';
import { STEPS, type Step } from './tables.ts';

/** Weeks that each step takes in a first draft of a calendar; the plan has no end. */
const WEEKS = { definitions: 8, indicators: 8, evaluation: 6 } as const;

/** A calendar to start from: one step after the other, the first from `today` on. */
export function proposeCalendar(today: string): Calendar {
  const definitions = periodOf(today, WEEKS.definitions);
  const indicators = periodOf(dayAfter(definitions.closesOn, 1), WEEKS.indicators);
  const evaluation = periodOf(dayAfter(indicators.closesOn, 1), WEEKS.evaluation);
  return { definitions, indicators, evaluation, plan: { opensOn: dayAfter(evaluation.closesOn, 1), closesOn: null } };
}

function periodOf(opensOn: string, weeks: number) {
  return { opensOn, closesOn: dayAfter(opensOn, weeks * 7 - 1) };
}

/** Where each step stands today, in the steps' order. */
export function stepsOn(calendar: Calendar, today: string): { step: Step; status: StepStatus; opensOn: string }[] {
  return STEPS.map((step) => ({ step, status: statusOf(calendar[step], today), opensOn: calendar[step].opensOn }));
}

/** Whole days from `today` up to and including `lastDay`; 0 when it is past. */
export function daysLeft(lastDay: string, today: string): number {
  const days = (Date.parse(lastDay) - Date.parse(today)) / 86_400_000 + 1;
  return Math.max(0, Math.round(days));
}

/** A day `YYYY-MM-DD` in words: "14 janvier 2026", in French "1er" for the first of a month. */
export function showDay(day: string, language: string, options: Intl.DateTimeFormatOptions = {}): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...LONG, ...options });
  const parts = format.formatToParts(Date.parse(`${day}T00:00:00Z`));
  const first = (part: Intl.DateTimeFormatPart) => part.type === 'day' && part.value === '1' && language === 'fr';
  const words = parts.map((part) => (first(part) ? '1er' : part.value)).join('');
  // No day is torn from its month.
  return language.startsWith('fr') ? words.replace(/(?<=\d|1er) (?=\p{L})/u, '\u00a0') : words;
}

/** An hour of the day `HH:MM` as people write it: "18 h 30" in French, "6:30 PM" in English. */
export function showHour(time: string, language: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (language === 'fr') return `${hour}\u00a0h${minute === 0 ? '' : `\u00a0${String(minute).padStart(2, '0')}`}`;
  const format = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' });
  return format.format(Date.UTC(2000, 0, 1, hour, minute));
}

/** A moment (UTC milliseconds) in words, in a territory's time zone: "14 janvier 2026, 18 h 30". */
export function showMoment(at: number, language: string, timeZone: string): string {
  return `${showDay(dayOf(at, timeZone), language)}, ${showHourOf(at, language, timeZone)}`;
}

/** The hour of the day at a moment (UTC milliseconds), in a territory's time zone: "18 h 30". */
export function showHourOf(at: number, language: string, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return showHour(time.format(at), language);
}

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
