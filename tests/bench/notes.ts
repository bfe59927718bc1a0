/**
 * How many notes a second are kept for good, beside bare servers that do nothing else.
 */
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { getGathering, joinGathering } from '#lib/territory/gathering.server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';
import { jsonRequest } from './load.ts';
import { compareWriting } from './writing.ts';

/** Phones in the room: each may send 500 notes. */
const PHONES = 400;

await compareWriting({
  name: 'notes',
  floor: 'note',
  kept: [200],
  async prepare(house) {
    const town = await makeTown(house);
    const phones = await join(house, town);
    const place = {
      territory: town.territory.id,
      cycle: town.cycle.id,
      group: town.groupId,
      gathering: town.gatheringId,
      author: phones[0]?.id ?? '',
    };
    return { place, sender: (port) => senderOf(port, town, phones) };
  },
  found(database) {
    const rows = database.prepare('select text, count(*) as times from note group by text').all();
    return new Map((rows as { text: string; times: number }[]).map(({ text, times }) => [text, times]));
  },
});

interface Phone {
  readonly id: string;
  readonly cookie: string;
}

async function join(house: House, town: Town): Promise<Phone[]> {
  return house.write(async (db) => {
    const gathering = await getGathering(db, town.territory.id, town.gatheringId);
    const phones: Phone[] = [];
    for (let turn = 0; turn < PHONES; turn++) {
      const participant = await createParticipant(db, { territoryId: town.territory.id, day: gathering.day });
      await joinGathering(db, { gathering, participant });
      phones.push({ id: participant.id, cookie: `${participantCookie(town.territory.slug)}=${participant.secret}` });
    }
    return phones;
  });
}

/** As phones send them: in the background, each with the id that the phone made. */
function senderOf(port: number, town: Town, phones: readonly Phone[]) {
  const path = `${town.base}/definitions/gatherings/${town.gatheringId}/notes`;
  let turn = 0;
  return () => {
    const phone = phones[turn % phones.length] as Phone;
    const text = `Pouvoir parler à ses voisins sans crainte, le soir aussi (${++turn})`;
    const fields = { question: town.questionIds[turn % 3] ?? '', language: 'fr', text, sentId: randomId() };
    return { key: text, bytes: jsonRequest(port, path, fields, { cookie: phone.cookie }) };
  };
}
