import { hashOf } from '#lib/platform/hash.server.ts';
import { codeFrom, randomCode, randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Flag } from '#lib/platform/tables.ts';

/** Characters of a private code: 54 bits, more than anyone can guess at twenty tries in ten minutes. */
const CODE_LENGTH = 12;

export interface Participant {
  readonly territoryId: string;
  readonly id: string;
}

/**
 * Lets a device take part in a territory without an account.
 * @param facts.sentId the fresh id of the form by which the device came: sent twice, it is the same participant with
 * the same secret and code, so that a double click doesn't count as two people
 * @returns the secret for its cookie and the private code shown once to its owner; only hashes are kept
 */
export async function createParticipant(
  db: Db,
  facts: { territoryId: string; day: string; sentId?: string },
): Promise<Participant & { secret: string; code: string }> {
  const { secret, code } = facts.sentId === undefined ? drawKeys() : keysFrom(facts.sentId);
  await db
    .insertInto('participant')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      secret_hash: hashOf(secret),
      code_hash: hashOf(code),
      day: facts.day,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'secret_hash']).doNothing())
    .execute();
  const { id } = there(await findParticipantBySecret(db, facts.territoryId, secret), 'participant');
  return { territoryId: facts.territoryId, id, secret, code };
}

function drawKeys() {
  return { secret: randomId(), code: randomCode(CODE_LENGTH) };
}

function keysFrom(sentId: string) {
  const bytes = (turn: number) => Buffer.from(hashOf(`${turn} code ${sentId}`), 'base64url');
  return { secret: hashOf(`secret ${sentId}`), code: codeFrom(bytes, CODE_LENGTH) };
}

export async function findParticipantBySecret(
  db: Db,
  territoryId: string,
  secret: string,
): Promise<Participant | undefined> {
  return find(db, territoryId, 'secret_hash', hashOf(secret));
}

/** @param code as `readCode` gives it */
export async function findParticipantByCode(
  db: Db,
  territoryId: string,
  code: string,
): Promise<Participant | undefined> {
  return find(db, territoryId, 'code_hash', hashOf(code));
}

async function find(db: Db, territoryId: string, column: 'secret_hash' | 'code_hash', hash: string) {
  return db
    .selectFrom('participant')
    .select(['territory_id as territoryId', 'id'])
    .where('territory_id', '=', territoryId)
    .where(column, '=', hash)
    .executeTakeFirst();
}

/** Keeps that the privacy notice was read before the first note; young people say whether their parents agree. */
export async function acknowledgeNotice(
  db: Db,
  facts: Participant & { ofAge: boolean; parentsAgree: boolean; day: string },
): Promise<void> {
  const flag = (yes: boolean): Flag => (yes ? 1 : 0);
  await db
    .insertInto('notice_reading')
    .values({
      territory_id: facts.territoryId,
      participant_id: facts.id,
      day: facts.day,
      of_age: flag(facts.ofAge),
      parents_agree: flag(facts.parentsAgree),
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'participant_id']).doNothing())
    .execute();
}

export async function hasReadNotice(db: Db, participant: Participant): Promise<boolean> {
  const row = await db
    .selectFrom('notice_reading')
    .select('day')
    .where('territory_id', '=', participant.territoryId)
    .where('participant_id', '=', participant.id)
    .executeTakeFirst();
  return row !== undefined;
}
