import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { getGathering, joinGathering } from '#lib/territory/gathering.server.ts';
import type { Town } from '#tests/support/territory.ts';
import type { Place } from './writing.ts';

/** A device that has joined a gathering. */
export interface Phone {
  readonly id: string;
  readonly cookie: string;
}

/** Phones that come into the town's gathering. */
export function joinPhones(house: House, town: Town, count: number): Promise<Phone[]> {
  return house.write(async (db) => {
    const gathering = await getGathering(db, town.territory.id, town.gatheringId);
    const phones: Phone[] = [];
    for (let turn = 0; turn < count; turn++) {
      const participant = await createParticipant(db, { territoryId: town.territory.id, day: gathering.day });
      await joinGathering(db, { gathering, participant });
      phones.push({ id: participant.id, cookie: `${participantCookie(town.territory.slug)}=${participant.secret}` });
    }
    return phones;
  });
}

/** Where the floor puts a note. */
export function placeOf(town: Town, phones: readonly Phone[]): Place {
  return {
    territory: town.territory.id,
    cycle: town.cycle.id,
    group: town.groupId,
    gathering: town.gatheringId,
    author: phones[0]?.id ?? '',
  };
}

/** The address to which phones send their notes. */
export function notesOf(town: Town): string {
  return `${town.base}/definitions/gatherings/${town.gatheringId}/notes`;
}
