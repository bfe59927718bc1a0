import type { RequestEvent } from '@sveltejs/kit';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import type { Row } from '#lib/platform/tables.ts';
import { DAY, SECOND } from '#lib/platform/time.ts';
import { findParticipant } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;
type Territory = Row<'territory'>;

/** One secret for each territory, apart from the one for words: proposals can't be joined with notes or answers. */
const cookieOf = (territory: Territory) => `proposals-${territory.slug}`;

/** As whom a proposal is sent: the account, or this device, which is known by a secret from then on. */
export function senderOf(event: Where, territory: Territory): string {
  const { account } = event.locals.person;
  if (account) return account.id;
  const known = event.cookies.get(cookieOf(territory));
  const secret = known ?? randomId();
  event.cookies.set(cookieOf(territory), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: (400 * DAY) / SECOND,
  });
  return hashOf(secret);
}

/** Everybody this request may speak for: the account, this device, and the participant on it. */
export async function sendersOf(event: Where, territory: Territory): Promise<string[]> {
  const { account } = event.locals.person;
  const secret = event.cookies.get(cookieOf(territory));
  const participant = await findParticipant(event, territory);
  return [account?.id, secret && hashOf(secret), participant?.id].filter(
    (one) => one !== undefined && one !== '',
  ) as string[];
}
