import { redirect } from '@sveltejs/kit';
import { translator } from '#lib/messages/translate.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { beginAnswers, findRespondent, listAnswers, senderOf } from '#lib/evaluation/answer.server.ts';
import { getRound, listAsked } from '#lib/evaluation/round.server.ts';
import { AGE_BANDS } from '#lib/definitions/profile.ts';
import { beginForm } from '#lib/evaluation/answer.form.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';
import { answerCookie, setAnswerCookie } from './device.server.ts';
import { isTaking } from './taking.server.ts';

export async function load(event) {
  const place = await getPlace(event);
  const { db } = event.locals.house;
  const { territory, cycle, base } = place;
  const round = await orNotFound(getRound(db, territory.id, event.params.round));
  const t = translator(event.locals.language);
  const secret = event.cookies.get(answerCookie(round.id));
  const respondent =
    secret &&
    (await findRespondent(db, { territoryId: territory.id, roundId: round.id, sender: senderOf(secret, round.id) }));
  const groups = await listGroups(db, territory.id, cycle.id);
  const neighbourhoods = await listNeighbourhoods(db, territory.id);
  return {
    base,
    round: { id: round.id, name: round.name, closesOn: round.closes_on },
    taking: isTaking(round, place.today),
    indicators: (await listAsked(db, territory.id, round.id)).length,
    answered: respondent ? (await listAnswers(db, respondent)).size : undefined,
    groups: groups.filter((group) => group.kind !== 'rainbow').map(({ id, name }) => ({ value: id, label: name })),
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ value: id, label: name })),
    ageBands: AGE_BANDS.map((band) => ({ value: band, label: t(`evaluation.age.${band}`) })),
    leastShown: territory.least_shown,
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
