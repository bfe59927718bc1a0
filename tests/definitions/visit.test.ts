import { expect, test } from 'vitest';
import { checkCounters } from '#lib/definitions/counter-check.server.ts';
import { listOwnNotes } from '#lib/definitions/own-words.server.ts';
import {
  beginVisit,
  endVisit,
  getVisit,
  listVisitNotes,
  listVisits,
  noteAtDoor,
  strikeAtDoor,
} from '#lib/definitions/visit.server.ts';
import { listWall } from '#lib/definitions/wall.server.ts';
import { findParticipantByCode } from '#lib/people/participant.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

const begin = (room: Room, sentId = randomId(), accountId = room.town.people.relay.id) =>
  room.house.write((db, now) =>
    beginVisit(
      db,
      {
        territoryId: room.territoryId,
        groupId: room.groupId,
        language: 'tr',
        sentId,
        accountId,
      },
      now,
    ),
  );

const which = (room: Room, visitId: string) => ({
  territoryId: room.territoryId,
  visitId,
  accountId: room.town.people.relay.id,
});

const note = (room: Room, visitId: string, text: string) =>
  room.house.write((db, now) =>
    noteAtDoor(
      db,
      { ...which(room, visitId), questionId: room.questions[0], language: 'tr', text, sentId: randomId() },
      now,
    ),
  );

const end = (room: Room, visitId: string, facts: { withCode: boolean; sentId?: string }) =>
  room.house.write((db, now) =>
    endVisit(db, { ...which(room, visitId), sentId: randomId(), day: '2026-05-07', ...facts }, now),
  );

eachDatabase('a relay at somebody’s door', (open) => {
  test('brings words to the group only once they have been read back', async () => {
    const room = await openRoom(await open());
    await room.lead('sharing');
    const visitId = await begin(room);
    await note(room, visitId, 'Çocuğum için yeşil bir yer');
    expect(await listWall(room.house.db, await room.gathering())).toEqual([]);
    await end(room, visitId, { withCode: false });
    expect(await listWall(room.house.db, await room.gathering())).toMatchObject([
      { text: 'Çocuğum için yeşil bir yer', language: 'tr' },
    ]);
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('is each relay’s own, even where two devices made the same id', async () => {
    const room = await openRoom(await open());
    const sentId = randomId();
    const other = room.town.people.facilitator.id;
    const visits = [await begin(room, sentId), await begin(room, sentId, other)];
    expect(new Set(visits).size).toBe(2);
    expect([await begin(room, sentId), await begin(room, sentId, other)]).toEqual(visits);
  });

  test('hands over a code by which the person comes back to their words', async () => {
    const room = await openRoom(await open());
    const visitId = await begin(room);
    await note(room, visitId, 'Un banc');
    const sentId = randomId();
    const { code } = await end(room, visitId, { withCode: true, sentId });
    expect(await end(room, visitId, { withCode: true, sentId })).toEqual({ code });
    await expect(end(room, visitId, { withCode: true })).rejects.toMatchObject({ reason: 'definitions.visitEnded' });
    const author = await findParticipantByCode(room.house.db, room.territoryId, code ?? '');
    expect(author && (await listOwnNotes(room.house.db, author))).toMatchObject([{ text: 'Un banc' }]);
    expect(await room.house.db.selectFrom('participant').select('id').execute()).toHaveLength(1);
  });

  test('begins once however often the form is sent, and sees no other relay’s visits', async () => {
    const room = await openRoom(await open());
    const sentId = randomId();
    const visitId = await begin(room, sentId);
    expect(await begin(room, sentId)).toBe(visitId);
    const stranger = { ...which(room, visitId), accountId: room.town.people.coordinator.id };
    await expect(getVisit(room.house.db, stranger)).rejects.toMatchObject({ name: 'NotThere' });
    const cycleId = room.town.cycle.id;
    expect(await listVisits(room.house.db, { ...stranger, cycleId })).toEqual([]);
    expect(await listVisits(room.house.db, { ...which(room, visitId), cycleId })).toMatchObject([{ notes: 0 }]);
  });

  test('strikes out what was misheard, and adds nothing after reading back', async () => {
    const room = await openRoom(await open());
    const visitId = await begin(room);
    await expect(end(room, visitId, { withCode: false })).rejects.toMatchObject({ reason: 'definitions.visitEmpty' });
    await note(room, visitId, 'Un blanc');
    await note(room, visitId, 'Un banc');
    const [wrong] = (await listVisitNotes(room.house.db, room.territoryId, visitId)).filter(
      (one) => one.text === 'Un blanc',
    );
    const strike = () =>
      room.house.write((db, now) => strikeAtDoor(db, { ...which(room, visitId), noteId: wrong?.id ?? '' }, now));
    await strike();
    expect(await listVisitNotes(room.house.db, room.territoryId, visitId)).toMatchObject([{ text: 'Un banc' }]);
    await end(room, visitId, { withCode: false });
    await expect(note(room, visitId, 'Un arbre')).rejects.toMatchObject({ reason: 'definitions.visitEnded' });
    await expect(strike()).rejects.toMatchObject({ reason: 'definitions.visitEnded' });
  });
});
