import type { RequestEvent } from '@sveltejs/kit';
import { findRespondent, listAnswers, senderOf as answering } from '#lib/evaluation/answer.server.ts';
import { listRounds } from '#lib/evaluation/round.server.ts';
import { DAY, SECOND } from '#lib/platform/time.ts';
import type { Place } from '#routes/place.server.ts';
import { findAuthor } from '../../words/author.server.ts';
import { answerCookie } from '../evaluation/rounds/[round]/answer/device.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** One person, by every name that the program knows them by here. */
export interface Sender {
  /** What their answer is kept under. */
  readonly sender: string;
  /** What they may have answered under before. */
  readonly otherwise: readonly string[];
  /** Whether somebody answered signed in on this device, which nobody is now. */
  readonly marked: boolean;
}

/**
 * Who took part, as far as the program knows: whoever has an account; the device or the private code of somebody whose
 * words are here, said in a gathering or to a relay; the device that answered a round of this cycle. Ballots tell
 * nothing: they stay secret. Only a hash of it is kept, apart from what is answered.
 */
export async function findSender(event: Where, place: Place): Promise<Sender | undefined> {
  const { account } = event.locals.person;
  const author = await findAuthor(event, place.territory);
  const respondent = await respondentOf(event, place);
  const [sender, ...otherwise] = [
    account && `account:${account.id}`,
    author && `participant:${author.author.id}`,
    // By a private code somebody is on a device that isn't theirs.
    author?.byCode ? undefined : respondent,
  ].filter((name) => name !== undefined);
  if (sender === undefined) return undefined;
  const marked = !account && !author?.byCode && event.cookies.get(answeredCookie(place)) !== undefined;
  return { sender, otherwise, marked };
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

/**
 * The device remembers that somebody answered on it signed in, so that, signed out, they don't count again. The program
 * keeps nothing of it: a row for each name would tell whose account wrote which words.
 */
export function markAnswered(event: Where, place: Place): void {
  if (!event.locals.person.account) return;
  event.cookies.set(answeredCookie(place), '1', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: (365 * DAY) / SECOND,
  });
}

function answeredCookie({ cycle }: Place): string {
  return `review-${cycle.id}`;
}
