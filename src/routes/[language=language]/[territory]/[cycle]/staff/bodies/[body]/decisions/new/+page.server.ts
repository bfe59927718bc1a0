import { redirect } from '@sveltejs/kit';
import type { Language } from '#lib/messages/language.ts';
import { translator } from '#lib/messages/translate.ts';
import { mayRecordDecision } from '#lib/people/permission.ts';
import { ownPath } from '#lib/people/way.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { decisionForm } from '#lib/territory/body.form.ts';
import { getBody } from '#lib/territory/body.server.ts';
import { PURPOSES, recordDecision } from '#lib/territory/decision.server.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';
import { listSubjects, type Subject } from '../../../../subjects.server.ts';

/**
 * Other rooms lead here with `?purpose=…&subject=ID&title=…&next=PATH`: what it is about is then chosen already, and
 * `next`, one of our own paths, is where its writer goes back to.
 */
export async function load(event) {
  const { house, language, person } = event.locals;
  const place = await getPlace(event);
  const { territory, today } = place;
  admit(event, mayRecordDecision(person, { territoryId: territory.id, bodyId: event.params.body }));
  const body = await orNotFound(getBody(house.db, territory.id, event.params.body));
  const asked = event.url.searchParams;
  const wanted = `${asked.get('purpose')} ${asked.get('subject')}`;
  const subjects = await listSubjects(house.db, place, language);
  const known = subjects.some((subject) => `${subject.purpose} ${subject.id}` === wanted);
  return {
    body: { id: body.id, name: body.name, ended: body.ended_at !== null },
    subjects,
    about: known ? wanted : 'general',
    gone: asked.has('subject') && !known,
    title: (asked.get('title') ?? '').slice(0, 200),
    next: ownPath(asked.get('next')) ?? '',
    today,
    sentId: randomId(),
  };
}

export const actions = {
  default: act(decisionForm, async ({ event, facts, write }) => {
    const { house, language, person } = event.locals;
    const place = await getPlace(event);
    const seat = { territoryId: place.territory.id, bodyId: event.params.body ?? '' };
    admit(event, mayRecordDecision(person, seat));
    const { about, title, inFavour, against = 0, abstained = 0, sentId: id, next, ...decision } = facts;
    const subjects = await listSubjects(house.db, place, language);
    const known = subjects.find(
      ({ purpose, id: subjectId }) => purpose === about.purpose && subjectId === about.subjectId,
    );
    if (about.purpose !== 'general' && !known) throw new Refusal('decision.subjectGone');
    if (!known && title === '') throw new Refusal('decision.title');
    if (decision.decidedOn > place.today) throw new Refusal('decision.future');
    const recording = {
      ...seat,
      ...decision,
      title: title || titleOf(known, language),
      id,
      purpose: PURPOSES.find((one) => one === about.purpose) ?? 'general',
      subjectId: about.subjectId ?? null,
      ...(inFavour === undefined ? {} : { tally: { inFavour, against, abstained } }),
      actor: actorOf(event),
    };
    const decisionId = await write((db, now) => recordDecision(db, recording, now));
    const way = ownPath(next);
    const query = way ? `?next=${encodeURIComponent(way)}` : '';
    redirect(303, `${place.base}/staff/bodies/${seat.bodyId}/decisions/${decisionId}${query}`);
  }),
};

/** What a decision is called when nobody has written more: what it allows. */
function titleOf(subject: Subject | undefined, language: Language): string {
  return subject ? translator(language)(`territory.decision.about.${subject.purpose}`, { name: subject.name }) : '';
}
