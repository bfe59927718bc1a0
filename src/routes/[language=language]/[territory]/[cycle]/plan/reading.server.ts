import type { RequestEvent } from '@sveltejs/kit';
import type { Row } from '#lib/platform/tables.ts';
import { dayOf } from '#lib/platform/time.ts';

/** In whose words indicators are read: the reader's language, or else the territory's. */
export function wordsFor(event: Pick<RequestEvent, 'locals'>, territory: Row<'territory'>) {
  return { territoryId: territory.id, language: event.locals.language, fallback: territory.language };
}

/** A day `YYYY-MM-DD` as the messages take it. */
export function dateOf(day: string): number {
  return Date.parse(day);
}

/** The day of a moment in the territory, as the messages take it. */
export function dateAt(moment: number, territory: Row<'territory'>): number {
  return dateOf(dayOf(moment, territory.time_zone));
}
