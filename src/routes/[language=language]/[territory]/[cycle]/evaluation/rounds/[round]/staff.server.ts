import { encode } from 'uqr';
import { listIndicatorWords, type AskedIndicator } from '#lib/evaluation/asked.server.ts';
import { countScarce, listAsked, openingOf, stateOf, type Round } from '#lib/evaluation/round.server.ts';
import type { Language } from '#lib/messages/language.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { findDecision } from '#lib/territory/decision.server.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';

interface Here {
  readonly territory: Row<'territory'>;
  readonly round: Round;
}

/** What those who open and close a round need to know: the next act, whether a body allowed it, and what it does. */
export async function describeStaff(db: Db, { territory, round }: Here) {
  const state = stateOf(round);
  const purpose: 'open-round' | 'close-round' = state === 'prepared' ? 'open-round' : 'close-round';
  const subject = state === 'prepared' ? openingOf(round) : round.id;
  const decision = await findDecision(db, { territoryId: territory.id, purpose, subjectId: subject });
  const least = leastShownOf(round, territory);
  return {
    purpose,
    subject,
    waiting: decision !== undefined && decision.confirmed_at === null,
    allowed: typeof decision?.confirmed_at === 'number',
    scarce: state === 'open' ? await countScarce(db, round, least) : 0,
    least,
  };
}

/** Where people answer: the address, and the QR code that leads a phone there; true where dark. */
export function inviteTo(address: string): { address: string; reaches: boolean; qr: boolean[][] } {
  return { address, reaches: reachesPhones(address), qr: encode(address, { border: 0, ecc: 'M' }).data };
}

/** All that a round asks, in its order. */
export async function listWords(
  db: Db,
  { territory, round, language }: Here & { language: Language },
): Promise<AskedIndicator[]> {
  return listIndicatorWords(db, {
    territoryId: territory.id,
    versionIds: await listAsked(db, territory.id, round.id),
    language,
    fallback: territory.language,
  });
}
