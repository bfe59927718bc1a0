import { redirect, type RequestEvent } from '@sveltejs/kit';
import { joinForm } from '#lib/definitions/join.form.ts';
import { joinRoom, mayJoinAtOnce } from '#lib/definitions/joining.server.ts';
import { AGE_BANDS, SEXES } from '#lib/definitions/profile.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { translator } from '#lib/messages/translate.ts';
import { participantCookie, setParticipantCookie } from '#lib/people/cookie.server.ts';
import { findParticipantBySecret } from '#lib/people/participant.server.ts';
import { randomId, readCode, showCode } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { dayOf, monthsOf } from '#lib/platform/time.ts';
import { getCycle } from '#lib/territory/cycle.server.ts';
import { isInGathering, type Gathering } from '#lib/territory/gathering.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { isOpen } from '#lib/territory/phase.ts';
import { findRehearsal } from '#lib/territory/rehearsal.server.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { act } from '#routes/act.server.ts';
import { findByJoinCode } from '../find.server.ts';

export async function load(event) {
  const gathering = await findOrLeadBack(event);
  const { house, language } = event.locals;
  const room = await describe(event, gathering);
  const known = await findDevice(event, room.territory.id, room.territory.slug);
  const inside = known !== undefined && (await isInGathering(house.db, known, gathering.id));
  // Right after joining, the private code is shown first.
  if (inside && event.request.method === 'GET') redirect(303, room.write);
  // Each page that is rendered carries its own id: it must never come out of a cache, nor out of the history.
  event.setHeaders({ 'cache-control': 'no-store' });
  // Whoever waits before the door waits without a network too.
  if (gathering.phase === 'planned') event.setHeaders({ 'x-keep-copy': 'yes' });
  const t = translator(language);
  return {
    territory: room.territory.name,
    exercise: (await findRehearsal(house.db, room.territory.id, room.group.cycle_id)) !== undefined,
    privacy: `/${language}/${room.territory.slug}/privacy`,
    contact: room.territory.contact,
    months: { author: monthsOf(room.territory.author_days), unapproved: monthsOf(room.territory.unapproved_days) },
    group: room.group.name,
    place: gathering.place,
    live: `/${language}/join/${gathering.code}/live`,
    phase: isOpen(gathering.phase) ? 'open' : gathering.phase,
    knowsNotice: await mayJoinAtOnce(house.db, known),
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    ages: AGE_BANDS.map((band) => ({ value: band, label: t(`definitions.age.${band}`) })),
    sexes: SEXES.map((sex) => ({ value: sex, label: t(`definitions.sex.${sex}`) })),
    neighbourhoods: (await listNeighbourhoods(house.db, room.territory.id)).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
    sentId: randomId(),
  };
}

export const actions = {
  default: act(joinForm, async ({ event, facts, write }) => {
    const gathering = await findByJoinCode(event, readCode(event.params.code));
    const { territory, write: next } = await describe(event, gathering);
    const known = await findDevice(event, territory.id, territory.slug);
    // A device that was here before comes in as itself; only a further one is counted.
    if (!known) await event.locals.house.limits.spend('join-room', event.getClientAddress());
    const neighbourhoods = await listNeighbourhoods(event.locals.house.db, territory.id);
    const neighbourhood = neighbourhoods.find((one) => one.id === facts.neighbourhood)?.id;
    const day = dayOf(event.locals.house.clock(), territory.time_zone);
    const { secret, code } = await write((db) =>
      joinRoom(db, {
        gathering,
        known,
        age: facts.of,
        parentsAgree: facts.parentsAgree,
        profile: { age: facts.age, sex: facts.sex, neighbourhood },
        sentId: facts.sentId,
        day,
      }),
    );
    const writing = `${next}?in=${facts.language}`;
    if (secret === undefined || code === undefined) redirect(303, writing);
    setParticipantCookie(event.cookies, territory.slug, secret, event.url.protocol === 'https:');
    const place = event.locals.house.settings.origin.replace(/^https?:\/\//, '');
    const words = `${place}/${event.locals.language}/${territory.slug}/words`;
    return { joined: { privateCode: showCode(code, 4), next: writing, words } };
  }),
};

/** A code that a link or QR code leads to and that doesn't exist: the page on which it can be typed again. */
async function findOrLeadBack(event: RequestEvent): Promise<Gathering> {
  const code = readCode(event.params.code ?? '');
  try {
    return await findByJoinCode(event, code);
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    const wait = caught.reason === 'limits.wait' ? '&wait' : '';
    redirect(303, `/${event.locals.language}/join?code=${code.slice(0, 20)}${wait}`);
  }
}

async function describe(event: Pick<RequestEvent, 'locals'>, gathering: Gathering) {
  const { db } = event.locals.house;
  const territory = await getTerritory(db, gathering.territory_id);
  const group = await getGroup(db, territory.id, gathering.group_id);
  const cycle = await getCycle(db, territory.id, group.cycle_id);
  const base = `/${event.locals.language}/${territory.slug}/${cycle.slug}`;
  return { territory, group, write: `${base}/definitions/gatherings/${gathering.id}/write` };
}

async function findDevice(event: RequestEvent, territoryId: string, slug: string) {
  const secret = event.cookies.get(participantCookie(slug));
  return secret ? findParticipantBySecret(event.locals.house.db, territoryId, secret) : undefined;
}
