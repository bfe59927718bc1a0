import ical from 'ical-generator';
import { dayAfter, HOUR, momentOf } from '#lib/platform/time.ts';

/** How long a gathering takes in a calendar. */
const LASTS = 2 * HOUR;

export interface CalendarEntry {
  /** Stays the same whenever the file is made: a calendar puts the later one in place of the earlier. */
  readonly uid: string;
  readonly title: string;
  readonly place: string;
  /** `YYYY-MM-DD` in the territory. */
  readonly day: string;
  /** `HH:MM` in the territory; null while it isn't fixed: it takes the whole day then. */
  readonly time: string | null;
  readonly timeZone: string;
  readonly address: string;
}

/** One gathering as a calendar file after RFC 5545, its times in UTC. */
export function writeCalendar(entry: CalendarEntry, now: number): string {
  const calendar = ical({ prodId: { company: 'Boussole', product: 'Boussole' } });
  calendar.createEvent({
    id: entry.uid,
    stamp: new Date(now),
    ...timesOf(entry),
    summary: entry.title,
    location: entry.place,
    url: entry.address,
  });
  return calendar.toString();
}

function timesOf({ day, time, timeZone }: CalendarEntry) {
  // A whole day is named by its date alone, which is the same in every zone.
  if (time === null)
    return { start: new Date(`${day}T00:00:00Z`), end: new Date(`${dayAfter(day, 1)}T00:00:00Z`), allDay: true };
  const start = momentOf(day, timeZone, time);
  return { start: new Date(start), end: new Date(start + LASTS) };
}
