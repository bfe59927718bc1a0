import { expect, test } from 'vitest';
import { putOnAgenda } from '#lib/definitions/agenda.server.ts';
import { approveNote } from '#lib/definitions/approval.server.ts';
import { hideNote } from '#lib/definitions/moderation.server.ts';
import { isSettled } from '#lib/definitions/unsettled.ts';
import { countUnsettled } from '#lib/definitions/unsettled.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

const unsettled = async (room: Room) => countUnsettled(room.house.db, await room.gathering());

const inGathering = ({ territoryId, gatheringId, accountId }: Room) => ({ territoryId, gatheringId, accountId });

const approve = (room: Room, noteId: string) =>
  room.house.write((db, now) =>
    approveNote(
      db,
      { ...inGathering(room), noteId, verdict: { outcome: 'whole' }, agreed: null, disagreed: null },
      now,
    ),
  );

const nothing = { writes: false, toTalk: 0, undecided: 0, unread: 0 };

eachDatabase('what a gathering leaves open', (open) => {
  test('is nothing while nobody has come', async () => {
    const room = await openRoom(await open());
    expect(await unsettled(room)).toEqual(nothing);
    expect(isSettled(nothing)).toBe(true);
  });

  test('is that people write, and what nobody has read; once shared, what is to be talked about or decided', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    expect(await unsettled(room)).toEqual({ ...nothing, writes: true });
    const [bench, calm] = [await guest.say('Un banc'), await guest.say('Du calme')];
    const noise = await guest.say('Le bruit', room.questions[1]);
    expect(await unsettled(room)).toEqual({ ...nothing, writes: true, unread: 3 });
    await room.lead('sharing', room.questions[0]);
    expect(await unsettled(room)).toEqual({ ...nothing, undecided: 2, unread: 1 });
    await room.house.write((db) => putOnAgenda(db, { ...inGathering(room), noteId: bench }));
    expect(await unsettled(room)).toEqual({ ...nothing, toTalk: 1, undecided: 1, unread: 1 });
    await room.lead('closed', room.questions[0]);
    expect(await unsettled(room)).toEqual({ ...nothing, toTalk: 1, undecided: 1, unread: 1 });
    await approve(room, bench);
    await approve(room, calm);
    expect(await unsettled(room)).toEqual({ ...nothing, unread: 1 });
    expect(isSettled(await unsettled(room))).toBe(false);
    await room.lead('sharing');
    await approve(room, noise);
    expect(await unsettled(room)).toEqual(nothing);
  });

  test('counts no note that is held back', async () => {
    const room = await openRoom(await open());
    const noteId = await (await room.comeIn()).say('Le numéro de Paul');
    await room.lead('sharing');
    const { territoryId, accountId } = room;
    await room.house.write((db, now) => hideNote(db, { territoryId, accountId, noteId, reason: 'Un nom' }, now));
    expect(await unsettled(room)).toEqual(nothing);
  });
});
