import type { Language } from '#lib/messages/language.ts';
import { translateReason } from '#lib/messages/translate.ts';
import { showMoment } from '#lib/territory/calendar.ts';
import { listJournal } from '#lib/territory/journal.server.ts';
import { coordinate } from '#routes/staff.server.ts';
import { listNames } from './names.server.ts';

const SIZE = 50;

export async function load(event) {
  const place = await coordinate(event);
  const { territory } = place;
  const { house, language } = event.locals;
  const page = Math.max(1, Math.min(10_000, Number(event.url.searchParams.get('page')) || 1));
  const lines = await listJournal(house.db, { territoryId: territory.id, page: Math.floor(page), size: SIZE });
  const names = await listNames(house.db, place, lines);
  return {
    base: place.base,
    page,
    more: lines.length > SIZE,
    lines: lines.slice(0, SIZE).map((line) => ({
      id: line.id,
      at: showMoment(line.at, language, territory.time_zone),
      iso: new Date(line.at).toISOString(),
      what: wordsOf(line.verb, language),
      about: names.get(line.subjectId),
      actorKind: line.actorKind,
      actorName: line.actorName,
    })),
  };
}

/** What a verb of the journal means; one that nobody has put into words yet is shown as it is. */
function wordsOf(verb: string, language: Language): string {
  const [kind = '', act = ''] = verb.split('.');
  const key = `territory.verb.${kind}.${act}`;
  const words = translateReason(language, key);
  return words === key ? verb : words;
}
