import type { RequestEvent } from '@sveltejs/kit';
import { findRespondent, listAnswers, senderOf as answering } from '#lib/evaluation/answer.server.ts';
import { listRounds } from '#lib/evaluation/round.server.ts';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { DAY, SECOND } from '#lib/platform/time.ts';
import type { Names } from '#lib/territory/review-turn.server.ts';
import type { Place } from '#routes/place.server.ts';
import { findAuthor } from '../../words/author.server.ts';
import { answerCookie } from '../evaluation/rounds/[round]/answer/device.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** One person, by every name that the program knows them by here. */
export interface Sender extends Names {
  /** What the device remembers once somebody has answered on it signed in. */
  readonly mark: string | undefined;
}

/**
 * Who took part, as far as the program knows: whoever has an account; the device or the private code of somebody whose
 * words are here, said in a gathering or to a relay; the device that answered a round of this cycle. Ballots tell
 * nothing: they stay secret. Only hashes of it are kept, apart from what is answered.
 */
export async function findSender(event: Where, place: Place): Promise<Sender | undefined> {
  const { account } = event.locals.person;
  const author = await findAuthor(event, place.territory);
  const participant = event.cookies.get(participantCookie(place.territory.slug));
  const rounds = await listRoundSecrets(event, place);
  const answered = rounds.find((one) => one.answered)?.secret;
  const [sender, ...otherwise] = [
    account && `account:${account.id}`,
    author && `participant:${author.author.id}`,
    // By a private code somebody is on a device that isn't theirs.
    author?.byCode ? undefined : answered && `device ${answered}`,
  ].filter((name) => name !== undefined);
  if (sender === undefined) return undefined;
  const mark = event.cookies.get(markCookie(place)) ?? (account && randomId());
  const device = [participant, mark, ...rounds.map(({ secret }) => secret)].filter((secret) => secret !== undefined);
  return { sender, otherwise, way: account ? 'account' : author?.byCode ? 'code' : 'device', device, mark };
}

/** What the device keeps of each round of the cycle, and whether it has answered: having begun is not taking part. */
async function listRoundSecrets(event: Where, { territory, cycle }: Place) {
  const { db } = event.locals.house;
  const secrets: { secret: string; answered: boolean }[] = [];
  for (const round of await listRounds(db, territory.id, cycle.id)) {
    const secret = event.cookies.get(answerCookie(round.id));
    if (!secret) continue;
    const sender = answering(secret, round.id);
    const respondent = await findRespondent(db, { territoryId: territory.id, roundId: round.id, sender });
    secrets.push({ secret, answered: respondent !== undefined && (await listAnswers(db, respondent)).size > 0 });
  }
  return secrets;
}

/** So that whoever answered signed in doesn't count again on this device, signed out or by a private code. */
export function markAnswered(event: Where, place: Place, { mark }: Sender): void {
  if (mark === undefined) return;
  event.cookies.set(markCookie(place), mark, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: (365 * DAY) / SECOND,
  });
}

function markCookie({ cycle }: Place): string {
  return `reviewed-${cycle.id}`;
}
