import { encode } from 'uqr';
import { AGE_BANDS } from '#lib/definitions/profile.ts';
import { sheetCodes } from '#lib/definitions/sheet.server.ts';
import { findSynthesis } from '#lib/definitions/synthesis.server.ts';
import { directionOf, LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { PAPER } from '#lib/messages/paper.ts';
import { mayPlanGathering } from '#lib/people/permission.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { showDay, showHour } from '#lib/territory/calendar.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { listEveryQuestion } from '#lib/territory/question.server.ts';
import type { WritingLanguage } from '#lib/territory/tables.ts';
import { admit } from '#routes/act.server.ts';
import { tellSynthesis } from '../../../told.server.ts';
import { asked, getHere, leads, type Here } from '../here.server.ts';
import { joinAddress, joinQr } from '../joining.server.ts';
import { languagesOf, readKit, SHEETS } from './kit.ts';

export async function load(event) {
  const here = await getHere(event);
  const { territory, gathering, group } = here;
  const { house, language, person } = event.locals;
  admit(event, mayPlanGathering(person, territory.id));
  // The group's words and papers are for who leads it; whoever plans puts up posters.
  const led = await leads(event, here);
  const languages = languagesOf(here.questions);
  const sheets = led ? SHEETS : (['poster'] as const);
  const { origin } = house.settings;
  const kit = readKit(event.url.searchParams, { sheets, languages, language: territory.language });
  return {
    here: here.here,
    base: here.base,
    led,
    kit,
    sheets,
    languages: languages.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    reachesPhones: reachesPhones(origin),
    group: group.name,
    place: gathering.place,
    territory: territory.name,
    code: showCode(gathering.code),
    when: whenOf(here, language),
    editions: kit.languages.map((one) => editionIn(here, one as WritingLanguage, origin)),
    typing: kit.sheets.includes('slips') ? await typingOf(event, here) : {},
    count: kit.sheets.includes('count')
      ? { ages: AGE_BANDS, neighbourhoods: (await listNeighbourhoods(house.db, territory.id)).map(({ name }) => name) }
      : undefined,
    synthesis: kit.sheets.includes('synthesis') ? await synthesisOf(event, here) : undefined,
  };
}

/** What people read, in one language. */
function editionIn(here: Here, language: WritingLanguage, origin: string) {
  return {
    language,
    direction: directionOf(language),
    words: PAPER[language],
    when: whenOf(here, language),
    address: joinAddress(origin),
    qr: joinQr(origin, here.gathering.code),
    questions: asked(here, language),
  };
}

/** Day and hour as people say them. */
function whenOf({ gathering }: Here, language: string): string {
  const day = showDay(gathering.day, language, { weekday: 'long' });
  return gathering.time ? `${day} · ${showHour(gathering.time, language)}` : day;
}

/** By question: the code of its sheets, and the picture that leads whoever may to typing them in. */
async function typingOf(event: Parameters<typeof getHere>[0], here: Here) {
  const { db, settings } = event.locals.house;
  const every = await listEveryQuestion(db, here.territory.id, here.cycle.id);
  const codes = sheetCodes(
    here.gathering,
    every.map(({ id }) => id),
  );
  return Object.fromEntries(
    Object.entries(codes).map(([id, code]) => [
      id,
      { code: showCode(code), qr: encode(`${settings.origin}${here.here}/typing?sheet=${code}`, { border: 0 }).data },
    ]),
  );
}

async function synthesisOf(event: Parameters<typeof getHere>[0], here: Here) {
  const { db } = event.locals.house;
  const synthesis = await findSynthesis(db, here.territory.id, here.group.id);
  return {
    language: synthesis?.language ?? here.territory.language,
    validated: synthesis?.validated,
    written: synthesis !== undefined,
    questions: await tellSynthesis(db, here, synthesis),
  };
}
