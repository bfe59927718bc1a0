import { createHmac } from 'node:crypto';
import { randomId } from '#lib/platform/random-id.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { Lot } from './disclosure.ts';
import type { Round } from './round.server.ts';

/** Draws the secret of a round's lot, once: all its releases hide by the same. It is told to nobody. */
export async function drawLot(db: Db, { territory_id, id: round_id }: Round): Promise<void> {
  await db
    .insertInto('round_lot')
    .values({ territory_id, round_id, secret: randomId() })
    .onConflict((conflict) => conflict.columns(['territory_id', 'round_id']).doNothing())
    .execute();
}

/** Undefined for a round that was closed before there were lots: its later releases hide as its first did. */
export async function findSecret(db: Db, round: Round): Promise<string | undefined> {
  const row = await db
    .selectFrom('round_lot')
    .select('secret')
    .where('territory_id', '=', round.territory_id)
    .where('round_id', '=', round.id)
    .executeTakeFirst();
  return row?.secret;
}

/** The lot of one indicator of a round: HMAC-SHA-256 under the round's secret, its first 48 bits as a fraction. */
export function lotOf(secret: string, versionId: string): Lot {
  return (dimension, group) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([versionId, dimension, group]))
      .digest()
      .readUIntBE(0, 6) /
    2 ** 48;
}
