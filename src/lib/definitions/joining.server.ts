import {
  acknowledgeNotice,
  createParticipant,
  hasReadNotice,
  type Participant,
} from '#lib/people/participant.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { joinGathering, type Gathering } from '#lib/territory/gathering.server.ts';
import { countProfile } from './profile.server.ts';
import type { Profile } from './profile.ts';

export interface Joining {
  readonly gathering: Pick<Gathering, 'territory_id' | 'id' | 'phase'>;
  /** The participant that the device already is in this territory. */
  readonly known: Participant | undefined;
  /** `adult`, or `young` with the parents' agreement: where consent is the basis, both are needed. */
  readonly age: 'adult' | 'young';
  readonly parentsAgree: boolean;
  readonly profile: Profile;
  readonly sentId: string;
  /** `YYYY-MM-DD` in the territory. */
  readonly day: string;
}

/**
 * Lets a person into the room with their own device, without an account, once they have read what becomes of their
 * words. Sent twice, it is one person.
 * @returns the device's new secret and the private code, which is shown this once; neither for a device that is known
 * @throws Refusal `gathering.notOpen`, `definitions.parentsNeeded`
 */
export async function joinRoom(
  db: Db,
  facts: Joining,
): Promise<{ participant: Participant; secret?: string; code?: string }> {
  const { gathering, known, day, profile } = facts;
  if (facts.age === 'young' && !facts.parentsAgree) throw new Refusal('definitions.parentsNeeded');
  const created = known
    ? undefined
    : await createParticipant(db, { territoryId: gathering.territory_id, day, sentId: facts.sentId });
  const participant = known ?? { territoryId: gathering.territory_id, id: (created as Participant).id };
  await acknowledgeNotice(db, {
    ...participant,
    ofAge: facts.age === 'adult',
    parentsAgree: facts.age === 'young' && facts.parentsAgree,
    day,
  });
  await joinGathering(db, { gathering, participant });
  await countProfile(db, { participant, gatheringId: gathering.id, profile });
  return { participant, ...(created && { secret: created.secret, code: created.code }) };
}

/** A device that has read the notice before comes into another gathering of the territory by the code alone. */
export async function mayJoinAtOnce(db: Db, known: Participant | undefined): Promise<boolean> {
  return known !== undefined && (await hasReadNotice(db, known));
}
