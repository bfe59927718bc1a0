import { redirect } from '@sveltejs/kit';
import { randomId } from '#lib/platform/random-id.ts';
import { beginAnswers, findRespondent, listAnswers, senderOf } from '#lib/evaluation/answer.server.ts';
import { getRound, listAsked, stageOf } from '#lib/evaluation/round.server.ts';
import { beginForm } from '#lib/evaluation/answer.form.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';
import { act } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';
import { listProfiles } from '../profiles.server.ts';
import { answerCookie, setAnswerCookie } from './device.server.ts';

export async function load(event) {
  const place = await getPlace(event);
  const { db } = event.locals.house;
  const { territory, base } = place;
  const round = await orNotFound(getRound(db, territory.id, event.params.round));
  const secret = event.cookies.get(answerCookie(round.id));
  const respondent =
    secret &&
    (await findRespondent(db, { territoryId: territory.id, roundId: round.id, sender: senderOf(secret, round.id) }));
  return {
    base,
    here: `${base}/evaluation/rounds/${round.id}`,
    round: { id: round.id, name: round.name, closesOn: round.closes_on },
    stage: stageOf(round, place.today),
    indicators: (await listAsked(db, territory.id, round.id)).length,
    answered: respondent ? (await listAnswers(db, respondent)).size : undefined,
    profiles: await listProfiles(event.locals.house.db, round, event.locals.language),
    leastShown: leastShownOf(round, territory),
    privacy: `/${event.locals.language}/${territory.slug}/privacy`,
  };
}

export const actions = {
  default: act(beginForm, async ({ event, facts, write }) => {
    const { territory, base } = await getPlace(event);
    const roundId = event.params.round ?? '';
    await orNotFound(getRound(event.locals.house.db, territory.id, roundId));
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
    redirect(303, `${base}/evaluation/rounds/${roundId}/answer/1`);
  }),
};
