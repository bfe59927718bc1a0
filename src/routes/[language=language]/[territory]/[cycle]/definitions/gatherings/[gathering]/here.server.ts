import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Participant } from '#lib/people/participant.server.ts';
import { mayLead } from '#lib/people/permission.ts';
import type { Row } from '#lib/platform/tables.ts';
import { showHourOf } from '#lib/territory/calendar.ts';
import { listFacilitatorIds } from '#lib/territory/facilitator.server.ts';
import { getGathering, isInGathering } from '#lib/territory/gathering.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { listQuestions, type Question } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { admit } from '#routes/act.server.ts';
import { findParticipant, getPlace, orNotFound, type Place } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** A gathering, where a request is about one. */
export interface Here extends Place {
  readonly gathering: Row<'gathering'>;
  readonly group: Row<'group'>;
  /** In their order, with every wording. */
  readonly questions: readonly Question[];
  /** `/fr/rives-sur-ill/2026/definitions/gatherings/ID` */
  readonly here: string;
}

/** @throws 404 when the cycle of the address has no such gathering */
export async function getHere(event: Where): Promise<Here> {
  const place = await getPlace(event);
  const { db } = event.locals.house;
  const { territory, cycle, base } = place;
  const gathering = await orNotFound(getGathering(db, territory.id, event.params.gathering ?? ''));
  const group = await getGroup(db, territory.id, gathering.group_id);
  if (group.cycle_id !== cycle.id) error(404, 'not there');
  const questions = await listQuestions(db, territory.id, cycle.id);
  return { ...place, gathering, group, questions, here: `${base}/definitions/gatherings/${gathering.id}` };
}

/** For whoever facilitates this gathering, and nobody else. */
export async function lead(event: Where): Promise<Here & { accountId: string }> {
  const here = await getHere(event);
  const account = admit(event as RequestEvent, await leads(event, here));
  return { ...here, accountId: account.id };
}

/** For the devices that came in. Others are led to where they can; who has an account finds nothing there. */
export async function attend(event: Where): Promise<Here & { participant: Participant }> {
  const here = await getHere(event);
  const participant = await findGuest(event, here);
  if (participant) return { ...here, participant };
  if (event.locals.person.account) error(404, 'not there');
  redirect(303, `/${event.locals.language}/join`);
}

/** The device's participant, if it came into this gathering. */
export async function findGuest(event: Where, here: Here): Promise<Participant | undefined> {
  const participant = await findParticipant(event, here.territory);
  const inside = participant && (await isInGathering(event.locals.house.db, participant, here.gathering.id));
  return inside ? participant : undefined;
}

export async function leads(event: Where, { territory, gathering }: Here): Promise<boolean> {
  const facilitatorIds = await listFacilitatorIds(event.locals.house.db, territory.id, gathering.id);
  return mayLead(event.locals.person, { territoryId: territory.id, facilitatorIds });
}

/**
 * Until when the phase's time lasts, in words, where there is a limit.
 * @param endsAt as `findTimer` gives it
 */
export function timeOf(
  { locals }: Where,
  { territory }: Pick<Here, 'territory'>,
  endsAt: number | null | undefined,
): { until: string; over: boolean } | undefined {
  if (typeof endsAt !== 'number') return undefined;
  const until = showHourOf(endsAt, locals.language, territory.time_zone);
  return { until, over: endsAt <= locals.house.clock() };
}

export interface AskedQuestion {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  /** The language the wording is in, which may not be the one that was wanted. */
  readonly language: string;
}

/** The questions in a language, as they are asked; in easy words where they are wanted and there are some. */
export function asked(
  here: Pick<Here, 'questions' | 'territory'>,
  language: string,
  form: 'plain' | 'easy' = 'plain',
): AskedQuestion[] {
  return here.questions.map((question, place) => ({
    id: question.id,
    number: place + 1,
    ...wordsOf(question, language, here.territory.language, form),
  }));
}
