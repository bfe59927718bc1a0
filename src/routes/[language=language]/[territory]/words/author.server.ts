import type { RequestEvent } from '@sveltejs/kit';
import { findParticipantByCode, type Participant } from '#lib/people/participant.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Row } from '#lib/platform/tables.ts';
import { findParticipant } from '#routes/place.server.ts';

type Event = RequestEvent<Partial<Record<string, string>>>;

/** Holds the private code while somebody looks at their words on a device that isn't theirs. */
export function codeCookie(territorySlug: string): string {
  return `words-${territorySlug}`;
}

/**
 * Whose words are looked at: of whoever typed a private code, else of the device. A code that doesn't exist counts as a
 * try, also when it comes with the cookie.
 */
export async function findAuthor(
  event: Event,
  territory: Row<'territory'>,
): Promise<{ author: Participant; byCode: boolean } | undefined> {
  const code = event.cookies.get(codeCookie(territory.slug));
  const author = code ? await findByPrivateCode(event, territory, code).catch(nobody) : undefined;
  if (author) return { author, byCode: true };
  const device = await findParticipant(event, territory);
  return device && { author: device, byCode: false };
}

function nobody(caught: unknown): undefined {
  if (!(caught instanceof Refusal)) throw caught;
  return undefined;
}

/** @throws Refusal `limits.wait`, `definitions.code.unknown` */
export async function findByPrivateCode(
  { locals, getClientAddress }: Pick<Event, 'locals' | 'getClientAddress'>,
  territory: Row<'territory'>,
  code: string,
): Promise<Participant> {
  const { limits, db } = locals.house;
  const address = getClientAddress();
  await limits.check('private-code', address);
  const author = await findParticipantByCode(db, territory.id, code);
  if (author) return author;
  await limits.spend('private-code', address);
  throw new Refusal('definitions.code.unknown');
}
