import { redirect } from '@sveltejs/kit';
import { randomId } from '#lib/platform/random-id.ts';
import { beginAnswers, findRespondent, listAnswers, senderOf } from '#lib/evaluation/answer.server.ts';
import { findLatestRelease } from '#lib/evaluation/release.server.ts';
import { listAsked, stageOf } from '#lib/evaluation/round.server.ts';
import { beginForm } from '#lib/evaluation/answer.form.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';
import { act } from '#routes/act.server.ts';
import { getRoundHere } from '../here.server.ts';
import { listProfiles } from '../profiles.server.ts';
import { answerCookie, setAnswerCookie } from './device.server.ts';

export async function load(event) {
  const { territory, base, today, round, here } = await getRoundHere(event);
  const { db } = event.locals.house;
  const secret = event.cookies.get(answerCookie(round.id));
  const respondent =
    secret &&
    (await findRespondent(db, { territoryId: territory.id, roundId: round.id, sender: senderOf(secret, round.id) }));
  return {
    base,
    here,
    round: { id: round.id, name: round.name, closesOn: round.closes_on },
    stage: stageOf(round, today),
    released: (await findLatestRelease(db, territory.id, round.id)) !== undefined,
    indicators: (await listAsked(db, territory.id, round.id)).length,
    answered: respondent ? (await listAnswers(db, respondent)).size : undefined,
    profiles: await listProfiles(event.locals.house.db, round, event.locals.language),
    leastShown: leastShownOf(round, territory),
    privacy: `/${event.locals.language}/${territory.slug}/privacy`,
  };
}

export const actions = {
  default: act(beginForm, async ({ event, facts, write }) => {
    const { territory, round, here } = await getRoundHere(event);
    const roundId = round.id;
    const secret = event.cookies.get(answerCookie(roundId)) ?? randomId();
    await write((db, now) =>
      beginAnswers(
        db,
        {
          territoryId: territory.id,
          roundId,
          sender: senderOf(secret, roundId),
          profile: {
            groupId: facts.group ?? null,
            neighbourhoodId: facts.neighbourhood ?? null,
            ageBand: facts.age ?? null,
          },
          source: 'online',
        },
        now,
      ),
    );
    setAnswerCookie(event, roundId, secret);
    redirect(303, `${here}/answer/1`);
  }),
};
