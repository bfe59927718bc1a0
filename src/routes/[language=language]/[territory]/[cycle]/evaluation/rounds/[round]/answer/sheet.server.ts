import { redirect, type RequestEvent } from '@sveltejs/kit';
import { findRespondent, listAnswers, senderOf } from '#lib/evaluation/answer.server.ts';
import { isTaking, listAsked } from '#lib/evaluation/round.server.ts';
import { orderSurvey } from '#lib/evaluation/survey-order.ts';
import type { KeptAnswer } from '#lib/evaluation/tables.ts';
import { getRoundHere, type RoundHere } from '../here.server.ts';
import { answerCookie } from './device.server.ts';

/** One person's way through a round: their own order of the indicators, and what they have answered. */
export interface Sheet extends Pick<RoundHere, 'territory' | 'base'> {
  readonly roundId: string;
  readonly sender: string;
  /** `/fr/…/answer` */
  readonly path: string;
  readonly order: readonly string[];
  /** Places, from 1, after which a pause is offered. */
  readonly blockEnds: readonly number[];
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  /** Place, from 1, of the first indicator not answered yet; one past the last when all are. */
  readonly firstOpen: number;
}

type Where = RequestEvent<Partial<Record<string, string>>>;

/** The device's sheet; a device without one, or of a round that takes no answers, is led to the beginning, which says so. */
export async function openSheet(event: Where): Promise<Sheet> {
  const { db } = event.locals.house;
  const { territory, today, base, round, here } = await getRoundHere(event);
  const roundId = round.id;
  const path = `${here}/answer`;
  if (!isTaking(round, today)) redirect(303, path);
  const secret = event.cookies.get(answerCookie(roundId));
  const sender = secret === undefined ? '' : senderOf(secret, roundId);
  const respondent = await findRespondent(db, { territoryId: territory.id, roundId, sender });
  if (!respondent) redirect(303, path);
  const blocks = orderSurvey(await listAsked(db, territory.id, roundId), respondent.id);
  const order = blocks.flat();
  const answers = await listAnswers(db, respondent);
  const open = order.findIndex((versionId) => !answers.has(versionId));
  return {
    base,
    territory,
    roundId,
    sender,
    path,
    order,
    blockEnds: blocks.map((_, index) => blocks.slice(0, index + 1).flat().length),
    answers,
    firstOpen: open < 0 ? order.length + 1 : open + 1,
  };
}
