/**
 * How many notes a second are kept for good, beside bare servers that do nothing else.
 */
import { randomId } from '#lib/platform/random-id.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';
import { jsonRequest } from './load.ts';
import { joinPhones, notesOf, placeOf, type Phone } from './phones.ts';
import { compareWriting } from './writing.ts';

/** Phones in the room: each may send 500 notes. */
const PHONES = 400;

await compareWriting({
  name: 'notes',
  floor: 'note',
  kept: [204],
  async prepare(house) {
    const town = await makeTown(house);
    const phones = await joinPhones(house, town, PHONES);
    return { place: placeOf(town, phones), sender: (port) => senderOf(port, town, phones) };
  },
  found(database) {
    const rows = database.prepare('select text, count(*) as times from note group by text').all();
    return new Map((rows as { text: string; times: number }[]).map(({ text, times }) => [text, times]));
  },
});

/** As phones send them: in the background, each with the id that the phone made. */
function senderOf(port: number, town: Town, phones: readonly Phone[]) {
  let turn = 0;
  return () => {
    const phone = phones[turn % phones.length] as Phone;
    const text = `Pouvoir parler à ses voisins sans crainte, le soir aussi (${++turn})`;
    const fields = { question: town.questionIds[turn % 3] ?? '', language: 'fr', text, sentId: randomId() };
    return { key: text, bytes: jsonRequest(port, notesOf(town), fields, { cookie: phone.cookie }) };
  };
}
