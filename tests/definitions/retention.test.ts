import { expect, test } from 'vitest';
import { approveTogether } from '#lib/definitions/approval.server.ts';
import { withdrawNote } from '#lib/definitions/author.server.ts';
import { checkCounters } from '#lib/definitions/counter-check.server.ts';
import { listOwnNotes } from '#lib/definitions/own-words.server.ts';
import { applyRetention, keepRetention } from '#lib/definitions/retention.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { countParticipants } from '#lib/territory/gathering.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

/** The town's settings: 365 days for the link to the author, 730 for words that nobody approved. */
const apply = async (room: Room, days: number) => {
  const begun = room.house.clock();
  room.house.setClock(begun + days * DAY);
  await room.house.write((db, now) => applyRetention(db, room.town.territory, now));
  room.house.setClock(begun);
};

const note = (room: Room, id: string) =>
  room.house.db.selectFrom('note').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

eachDatabase('retention', (open) => {
  test('keeps the link to the author to the last day, and then ends it with the time of day', async () => {
    const room = await openRoom(await open());
    const author = await room.comeIn();
    const id = await author.say('Un banc');
    await apply(room, 365);
    expect(await listOwnNotes(room.house.db, author)).toHaveLength(1);
    await apply(room, 366);
    expect(await listOwnNotes(room.house.db, author)).toEqual([]);
    const row = await note(room, id);
    expect(row).toMatchObject({ text: 'Un banc', author_id: null, sender: '' });
    expect(row.created_at % DAY).toBe(0);
    expect(await room.house.db.selectFrom('gathering_participant').selectAll().execute()).toEqual([]);
    expect(await countParticipants(room.house.db, room.territoryId, room.gatheringId)).toBe(1);
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('empties what its author had withdrawn when nobody could put it back any more', async () => {
    const room = await openRoom(await open());
    const author = await room.comeIn();
    const id = await author.say('Un banc');
    await room.house.write((db, now) => withdrawNote(db, { author, noteId: id }, now));
    await apply(room, 366);
    expect(await note(room, id)).toMatchObject({ text: '', erased_because: 'time' });
  });

  test('empties words that no group has dealt with, and no others; rows and counts stay', async () => {
    const room = await openRoom(await open());
    const author = await room.comeIn();
    const [raw, approved] = [await author.say('Un banc'), await author.say('Une fontaine')];
    await room.lead('sharing');
    const { territoryId, gatheringId, accountId } = room;
    await room.house.write((db, now) =>
      approveTogether(db, { territoryId, gatheringId, accountId, noteIds: [approved], agreed: null }, now),
    );
    await apply(room, 729);
    expect((await note(room, raw)).text).toBe('Un banc');
    await apply(room, 732);
    expect(await note(room, raw)).toMatchObject({ text: '', erased_because: 'time' });
    expect((await note(room, approved)).text).toBe('Une fontaine');
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('is kept in every territory, however much there is to do', async () => {
    const house = await open();
    const rooms = [await openRoom(house), await openRoom(house, 'Monts')];
    for (const room of rooms) {
      const first = await (await room.comeIn()).say('Un banc');
      const row = await note(room, first);
      await house.write(async (db) => {
        for (let part = 0; part < 3; part++)
          await db
            .insertInto('note')
            .values(Array.from({ length: 400 }, (_, n) => ({ ...row, id: `${part}-${n}`, sent_id: `${part}-${n}` })))
            .execute();
      });
    }
    house.setClock(house.clock() + 366 * DAY);
    await keepRetention(house);
    const linked = await house.db.selectFrom('note').select('id').where('author_id', 'is not', null).execute();
    expect(linked).toEqual([]);
  });

  test('leaves another territory alone', async () => {
    const house = await open();
    const [room, other] = [await openRoom(house), await openRoom(house, 'Monts')];
    const author = await other.comeIn();
    await author.say('Un banc');
    await apply(room, 4000);
    expect(await listOwnNotes(house.db, author)).toMatchObject([{ text: 'Un banc' }]);
  });
});
