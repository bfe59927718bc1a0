import { translator } from '#lib/messages/translate.ts';
import { mayPlanGathering, mayPrepare } from '#lib/people/permission.ts';
import { endRound, isTaking, openRound, stateOf } from '#lib/evaluation/round.server.ts';
import {
  countParticipants,
  findLatestRelease,
  prepareResults,
  publishResults,
} from '#lib/evaluation/release.server.ts';
import type { Row } from '#lib/platform/tables.ts';
import { act, allow, button } from '#routes/act.server.ts';
import { publicPage } from '#routes/place.server.ts';
import { describeResults } from './describe.server.ts';
import { describeStaff, inviteTo, listWords } from './staff.server.ts';
import { getRoundHere, prepareHere } from './here.server.ts';

export async function load(event) {
  const { territory, cycle, today, base, round, here } = await getRoundHere(event);
  const { db, settings } = event.locals.house;
  const { person, language } = event.locals;
  const prepares = mayPrepare(person, territory.id);
  const state = stateOf(round);
  allow(state !== 'prepared' || prepares);
  publicPage(event, territory.id);
  return {
    base,
    here,
    round: {
      id: round.id,
      name: round.name,
      closesOn: Date.parse(round.closes_on),
      reading: round.official_reading,
      drawnByLot: round.drawn_by_lot === 1,
    },
    state,
    taking: isTaking(round, today),
    barred: state === 'prepared' ? barrierOf(cycle, today > round.closes_on) : undefined,
    people: await countParticipants(db, round),
    results: await describeResults(db, { territory, round, language, t: translator(language) }),
    prepared: state === 'prepared' ? await listWords(db, { territory, round, language }) : undefined,
    staff: prepares ? await describeStaff(db, { territory, round }) : undefined,
    invitation: prepares && isTaking(round, today) ? inviteTo(`${settings.origin}${here}/answer`) : undefined,
    facilitates: mayPlanGathering(person, territory.id) && state === 'open',
    saved: event.url.searchParams.get('saved'),
  };
}

/** Why a prepared round can't be opened as it is. */
function barrierOf(cycle: Row<'cycle'>, isPast: boolean): 'cycle.closed' | 'evaluation.lastDayPassed' | undefined {
  if (cycle.closed_at !== null) return 'cycle.closed';
  return isPast ? 'evaluation.lastDayPassed' : undefined;
}

export const actions = {
  open: act(button, async ({ event, write }) => {
    const { on } = await prepareHere(event);
    await write((db, now) => openRound(db, on, now));
  }),
  close: act(button, async ({ event, write }) => {
    const { on } = await prepareHere(event);
    await write((db, now) => endRound(db, on, now));
    await release(event);
  }),
  /** After a closing that was interrupted before its results were published. */
  release: act(button, async ({ event }) => release(event)),
};

async function release(event: Parameters<typeof prepareHere>[0]) {
  const { db, write } = event.locals.house;
  const { round, territory } = await prepareHere(event);
  if (await findLatestRelease(db, territory.id, round.id)) return;
  const prepared = await prepareResults(db, round);
  await write((tx, now) => publishResults(tx, prepared, now));
}
