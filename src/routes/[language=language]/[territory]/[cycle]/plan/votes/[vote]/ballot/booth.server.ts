import { redirect, type RequestEvent } from '@sveltejs/kit';
import { getAccount } from '#lib/people/account.server.ts';
import { findState, voterHash } from '#lib/plan/roll.server.ts';
import type { Vote } from '#lib/plan/vote.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { DAY, SECOND } from '#lib/platform/time.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** One secret for each vote: two votes of one device can't be joined, nor with words or answers. */
function cookieOf(vote: Vote): string {
  return `ballot-${vote.id}`;
}

/** Whoever comes into the booth, as the roll knows them; undefined for a code that isn't typed yet. */
export async function recogniseVoter(event: Where, vote: Vote, code: string): Promise<string | undefined> {
  if (vote.admission === 'roll') return code === '' ? undefined : voterHash(vote.id, 'code', code);
  if (vote.admission === 'account') return voterHash(vote.id, 'account', leadToSignIn(event));
  const secret = event.cookies.get(cookieOf(vote));
  return secret && voterHash(vote.id, 'device', secret);
}

/** The same, for somebody who sends something. @throws Refusal where they can't be a voter of this vote */
export async function admitVoter(event: Where, vote: Vote, code: string): Promise<string> {
  const voter = await recogniseVoter(event, vote, code);
  if (vote.admission === 'open' && voter === undefined) throw new Refusal('votes.noCookie');
  if (vote.admission === 'account' && !(await hasShownAddress(event))) throw new Refusal('votes.ballot.unverified');
  if (vote.admission === 'roll') await checkCode(event, vote, voter);
  return voter ?? '';
}

/** A device's secret, from its first look at the ballot on: a straw poll takes one ballot from each. */
export function markDevice(event: Where, vote: Vote): void {
  if (vote.admission !== 'open' || event.cookies.get(cookieOf(vote))) return;
  event.cookies.set(cookieOf(vote), randomId(), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: (120 * DAY) / SECOND,
  });
}

export async function hasShownAddress(event: Where): Promise<boolean> {
  const { account } = event.locals.person;
  if (!account) return false;
  return (await getAccount(event.locals.house.db, account.id)).verified_at !== null;
}

/** Guessing is limited by address, and each wrong guess leaves a line in the log that names nobody. */
async function checkCode(event: Where, vote: Vote, voter: string | undefined): Promise<void> {
  const { house } = event.locals;
  const address = event.getClientAddress();
  await house.limits.check('roll-code', address);
  const facts = { territoryId: vote.territory_id, voteId: vote.id, voterHash: voter ?? '' };
  if ((await findState(house.db, facts)) !== undefined) return;
  house.log.warn({ vote: vote.id }, 'an unknown voting code was tried');
  await house.limits.spend('roll-code', address);
  throw new Refusal('votes.codeUnknown');
}

/** A ballot is never kept while somebody signs in: its choices would lie beside an account. */
function leadToSignIn(event: Where): string {
  const { language, person } = event.locals;
  if (person.account) return person.account.id;
  redirect(303, `/${language}/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
}
