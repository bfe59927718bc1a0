import type { RequestEvent } from '@sveltejs/kit';
import { findRespondent, listAnswers, senderOf as answering } from '#lib/evaluation/answer.server.ts';
import { listRounds } from '#lib/evaluation/round.server.ts';
import type { Place } from '#routes/place.server.ts';
import { findAuthor } from '../../words/author.server.ts';
import { answerCookie } from '../evaluation/rounds/[round]/answer/device.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/**
 * Who took part, as far as the program knows: whoever has an account; the device or the private code of somebody whose
 * words are here, said in a gathering or to a relay; the device that answered a round of this cycle. Ballots tell
 * nothing: they stay secret. Only a hash of it is kept, apart from what is answered.
 */
export async function senderOf(event: Where, place: Place): Promise<string | undefined> {
  const { account } = event.locals.person;
  if (account) return `account:${account.id}`;
  const found = await findAuthor(event, place.territory);
  return found ? `participant:${found.author.id}` : respondentOf(event, place);
}

/** The oldest round that the device answered, so that another one doesn't make another person of it. */
async function respondentOf(event: Where, { territory, cycle }: Place): Promise<string | undefined> {
  const { db } = event.locals.house;
  for (const round of (await listRounds(db, territory.id, cycle.id)).reverse()) {
    const secret = event.cookies.get(answerCookie(round.id));
    if (!secret) continue;
    const sender = answering(secret, round.id);
    const respondent = await findRespondent(db, { territoryId: territory.id, roundId: round.id, sender });
    // Having begun is not having taken part.
    if (respondent && (await listAnswers(db, respondent)).size > 0) return `respondent:${sender}`;
  }
  return undefined;
}
