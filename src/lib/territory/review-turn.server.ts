import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';

/** By what somebody is known: an account, a private code typed on whichever device, or the device alone. */
const WAYS = ['account', 'code', 'device'] as const;
export type Way = (typeof WAYS)[number];

export interface Names {
  /** `account:ID`, `participant:ID` or a secret of the device: only its hash is kept, apart from what was answered. */
  readonly sender: string;
  /** What else the person is known by: whoever has answered under one of these has answered. Nothing of it is kept. */
  readonly otherwise?: readonly string[];
  readonly way?: Way;
  /**
   * Secrets in the device's cookies. Kept hashed with the way by which somebody answered on it. Nobody can make these
   * hashes but the device, so that they don't tell whose account wrote which words.
   */
  readonly device?: readonly string[];
}

interface Here {
  readonly territoryId: string;
  readonly cycleId: string;
}

/**
 * Takes the one turn of a person, for all the names that a device has. Several people may use one device, each by an
 * account, or each by a private code; but whoever comes by another way than the one before may be the same person.
 * The review must be held, so that what is found here stays true until the commit.
 * @returns false when this very form was kept already
 * @throws Refusal `review.answered`
 */
export async function takeTurn(db: Db, facts: Here & Names & { sentId: string }): Promise<boolean> {
  const { territoryId, cycleId, sender, sentId, way = 'device', device = [] } = facts;
  const taken = await listAnsweredUnder(db, facts);
  if (taken.some((row) => row.sender_hash === hashFor(facts, sender) && row.sent_id === sentId)) return false;
  if (taken.length > 0) throw new Refusal('review.answered');
  const marks = [...new Set(device)].map((secret) => [markOf(way, secret), randomId()] as const);
  await db
    .insertInto('review_taken')
    .values(
      [[sender, sentId] as const, ...marks].map(([name, sent_id]) => ({
        territory_id: territoryId,
        cycle_id: cycleId,
        sender_hash: hashFor(facts, name),
        sent_id,
      })),
    )
    // Two people, each by their own account on one device, leave the same mark.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

/** What was kept of an earlier answer that counts as this person's. */
export function listAnsweredUnder(db: Db, facts: Here & Names) {
  const { sender, otherwise = [], way = 'device', device = [] } = facts;
  const ways = WAYS.filter((other) => other !== way || way === 'device');
  const names = [sender, ...otherwise, ...device.flatMap((secret) => ways.map((other) => markOf(other, secret)))];
  return db
    .selectFrom('review_taken')
    .select(['sender_hash', 'sent_id'])
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .where(
      'sender_hash',
      'in',
      names.map((name) => hashFor(facts, name)),
    )
    .execute();
}

function markOf(way: Way, secret: string): string {
  return `${way} on ${secret}`;
}

function hashFor({ cycleId }: Here, name: string): string {
  return hashOf(`${cycleId}:${name}`);
}
