import { expect, test } from 'vitest';
import { approveNote } from '#lib/definitions/approval.server.ts';
import { focusOn, unfocus } from '#lib/definitions/focus.server.ts';
import { hideNote } from '#lib/definitions/moderation.server.ts';
import { getRoomState } from '#lib/definitions/wall.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { openRoom } from './room.ts';

async function begin(house: TestHouse) {
  const room = await openRoom(house);
  const guest = await room.comeIn();
  const [bench, fountain] = [await guest.say('Un banc'), await guest.say('Une fontaine')];
  return {
    ...room,
    bench,
    fountain,
    show: (noteId: string) => house.write((db, now) => focusOn(db, { ...room, noteId }, now)),
    shown: async () => (await getRoomState(house.db, await room.gathering())).focus,
  };
}

eachDatabase('the note before the room', (open) => {
  test('is one that the room may read, the last that was chosen, until it is taken away', async () => {
    const room = await begin(await open());
    await expect(room.show(room.bench)).rejects.toThrow('note');
    await room.lead('sharing', room.questions[0]);
    await room.show(room.bench);
    await room.show(room.fountain);
    expect(await room.shown()).toBe(room.fountain);
    await room.house.write((db) => unfocus(db, room));
    expect(await room.shown()).toBeNull();
  });

  test('goes when the room is led on, also back, and doesn’t come back by itself', async () => {
    const room = await begin(await open());
    await room.lead('sharing', room.questions[0]);
    await room.show(room.bench);
    await room.lead('sharing', room.questions[0]);
    expect(await room.shown()).toBe(room.bench);
    await room.lead('writing', room.questions[0]);
    await expect(room.show(room.bench)).rejects.toThrow('note');
    await room.lead('sharing', room.questions[0]);
    expect(await room.shown()).toBeNull();
  });

  test('goes when it is hidden or settled', async () => {
    const room = await begin(await open());
    await room.lead('approving', room.questions[0]);
    await room.show(room.bench);
    await room.house.write((db, now) => hideNote(db, { ...room, noteId: room.bench, reason: 'Un nom' }, now));
    expect(await room.shown()).toBeNull();
    await room.show(room.fountain);
    const verdict = { outcome: 'minority' } as const;
    await room.house.write((db, now) =>
      approveNote(db, { ...room, noteId: room.fountain, verdict, agreed: null, disagreed: null }, now),
    );
    expect(await room.shown()).toBeNull();
  });
});
