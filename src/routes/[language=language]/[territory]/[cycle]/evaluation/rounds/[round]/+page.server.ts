import { translator } from '#lib/messages/translate.ts';
import { mayPlanGathering, mayPrepare } from '#lib/people/permission.ts';
import { countRespondents, endRound, getRound, openRound, stateOf } from '#lib/evaluation/round.server.ts';
import { findLatestRelease, prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { findDecision } from '#lib/territory/decision.server.ts';
import { act, actorOf, allow, button, requireAccount } from '#routes/act.server.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { isTaking } from './answer/taking.server.ts';
import { describeResults } from './describe.server.ts';

export async function load(event) {
  const { territory, today, base } = await getPlace(event);
  const { db } = event.locals.house;
  const { person, language } = event.locals;
  const round = await orNotFound(getRound(db, territory.id, event.params.round));
  const prepares = mayPrepare(person, territory.id);
  const state = stateOf(round);
  allow(state !== 'prepared' || prepares);
  publicPage(event, territory.id);
  const purpose: 'open-round' | 'close-round' = state === 'prepared' ? 'open-round' : 'close-round';
  const decision = await findDecision(db, { territoryId: territory.id, purpose, subjectId: round.id });
  return {
    base,
    here: `${base}/evaluation/rounds/${round.id}`,
    round: { id: round.id, name: round.name, closesOn: Date.parse(round.closes_on), reading: round.official_reading },
    state,
    taking: isTaking(round, today),
    people: await countRespondents(db, territory.id, round.id),
    results: await describeResults(db, { territory, round, language, t: translator(language) }),
    staff: prepares
      ? {
          purpose,
          waiting: decision !== undefined && decision.confirmed_at === null,
          allowed: typeof decision?.confirmed_at === 'number',
        }
      : undefined,
    facilitates: mayPlanGathering(person, territory.id) && state === 'open',
  };
}

export const actions = {
  open: act(button, async ({ event, write }) => {
    const facts = await preparing(event);
    await write((db, now) => openRound(db, facts, now));
  }),
  close: act(button, async ({ event, write }) => {
    const facts = await preparing(event);
    await write((db, now) => endRound(db, facts, now));
    await release(event, facts);
  }),
  /** After a closing that was interrupted before its results were published. */
  release: act(button, async ({ event }) => release(event, await preparing(event))),
};

async function release(event: Parameters<typeof getPlace>[0], facts: { territoryId: string; roundId: string }) {
  const { db, write } = event.locals.house;
  const { territory } = await getPlace(event);
  const round = await getRound(db, facts.territoryId, facts.roundId);
  if (await findLatestRelease(db, facts.territoryId, facts.roundId)) return;
  const prepared = await prepareResults(db, { round, leastShown: territory.least_shown });
  await write((tx, now) => publishResults(tx, prepared, now));
}

async function preparing(event: Parameters<typeof getPlace>[0]) {
  requireAccount(event);
  const { territory } = await getPlace(event);
  allow(mayPrepare(event.locals.person, territory.id));
  return { territoryId: territory.id, roundId: event.params.round ?? '', actor: actorOf(event) };
}
