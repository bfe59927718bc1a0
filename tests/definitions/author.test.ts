import { expect, test } from 'vitest';
import { listAgenda } from '#lib/definitions/agenda.server.ts';
import { approveTogether } from '#lib/definitions/approval.server.ts';
import { eraseNote, keepToGroup, letGo, putNoteBack, withdrawNote } from '#lib/definitions/author.server.ts';
import { checkCounters } from '#lib/definitions/counter-check.server.ts';
import { countWords } from '#lib/definitions/counter.server.ts';
import { countCriteria, getCriterion, listCriteria, listCriteriaById } from '#lib/definitions/criterion.server.ts';
import { hideNote } from '#lib/definitions/moderation.server.ts';
import { listOwnNotes } from '#lib/definitions/own-words.server.ts';
import { countWaiting, listWaitingGroups, publishWords } from '#lib/definitions/publishing.server.ts';
import { traceBackCriterion, traceForwardNote } from '#lib/definitions/trace.server.ts';
import { listWall } from '#lib/definitions/wall.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Guest, type Room } from './room.ts';

/** A room whose one note is approved, cleared and published. */
async function aPublishedNote(room: Room): Promise<{ author: Guest; noteId: string; criterionId: string }> {
  const author = await room.comeIn();
  const noteId = await author.say('Un banc à l’ombre');
  await room.lead('sharing');
  await approveAndPublish(room, [noteId]);
  const [criterionId = ''] = await traceForwardNote(room.house.db, room.territoryId, noteId);
  return { author, noteId, criterionId };
}

async function approveAndPublish(room: Room, noteIds: string[]): Promise<void> {
  const { territoryId, gatheringId, groupId, accountId } = room;
  await room.house.write((db, now) =>
    approveTogether(db, { territoryId, gatheringId, accountId, noteIds, agreed: null }, now),
  );
  await room.decide('publish-words', groupId);
  await room.house.write((db, now) =>
    publishWords(db, { territoryId, groupId, accountId: room.town.people.coordinator.id }, now),
  );
}

/** Every place where others could read the words of a room. */
async function everythingRead(room: Room, criterionId: string): Promise<string> {
  const { db } = room.house;
  const { territoryId } = room;
  const cycleId = room.town.cycle.id;
  const gathering = await room.gathering();
  return JSON.stringify([
    await listWall(db, gathering),
    await listAgenda(db, gathering),
    await listCriteria(db, territoryId, { cycleId }),
    await listCriteriaById(db, territoryId, [criterionId]),
    await getCriterion(db, territoryId, criterionId).catch((error: unknown) => String(error)),
    await traceBackCriterion(db, territoryId, criterionId).catch((error: unknown) => String(error)),
  ]);
}

eachDatabase('people’s words are theirs:', (open) => {
  test('a published note is read by everyone, with where it comes from', async () => {
    const room = await openRoom(await open());
    const { noteId, criterionId } = await aPublishedNote(room);
    const origin = await traceBackCriterion(room.house.db, room.territoryId, criterionId);
    expect(origin).toMatchObject({
      criterion: { id: criterionId, noteId, words: 'Un banc à l’ombre', polarity: 'well-being' },
      groupName: 'Les jeunes',
      siblings: [],
    });
    expect((await everythingRead(room, criterionId)).split('Un banc à l’ombre')).toHaveLength(7);
  });

  for (const [name, command] of [
    ['withdrawn', withdrawNote],
    ['erased', eraseNote],
  ] as const)
    test(`once ${name} by its author, a note is nowhere, and the counts stay`, async () => {
      const room = await openRoom(await open());
      const { author, noteId, criterionId } = await aPublishedNote(room);
      await room.house.write((db, now) => command(db, { author, noteId }, now));
      expect(await everythingRead(room, criterionId)).not.toContain('banc');
      expect(await countWords(room.house.db, room.territoryId, room.town.cycle.id)).toMatchObject({
        notes: 1,
        criteria: 1,
      });
      expect(await countCriteria(room.house.db, room.territoryId, { cycleId: room.town.cycle.id })).toBe(0);
      expect(await checkCounters(room.house.db)).toEqual([]);
    });

  test('hidden by whoever facilitates, a note is nowhere but with its author, who reads why', async () => {
    const room = await openRoom(await open());
    const { author, noteId, criterionId } = await aPublishedNote(room);
    await room.house.write((db, now) =>
      hideNote(db, { territoryId: room.territoryId, noteId, accountId: room.accountId, reason: 'Un nom' }, now),
    );
    expect(await everythingRead(room, criterionId)).not.toContain('banc');
    expect(await listOwnNotes(room.house.db, author)).toMatchObject([
      { text: 'Un banc à l’ombre', hiddenBecause: 'Un nom', criteria: [{ published: false }] },
    ]);
  });

  test('kept to the group, a note is on the wall and not with the public, until its author lets it go', async () => {
    const room = await openRoom(await open());
    const { author, noteId, criterionId } = await aPublishedNote(room);
    await room.house.write((db, now) => keepToGroup(db, { author, noteId }, now));
    expect(await listWall(room.house.db, await room.gathering())).toHaveLength(1);
    expect(await listCriteria(room.house.db, room.territoryId, { cycleId: room.town.cycle.id })).toEqual([]);
    expect(await listCriteriaById(room.house.db, room.territoryId, [criterionId])).toMatchObject([
      { words: undefined },
    ]);
    await room.house.write((db, now) => letGo(db, { author, noteId }, now));
    expect(await listCriteria(room.house.db, room.territoryId, { cycleId: room.town.cycle.id })).toHaveLength(1);
  });

  test('withdrawn words can be put back, erased ones are gone from the database itself', async () => {
    const room = await openRoom(await open());
    const { author, noteId } = await aPublishedNote(room);
    await room.house.write((db, now) => withdrawNote(db, { author, noteId }, now));
    await room.house.write((db, now) => putNoteBack(db, { author, noteId }, now));
    expect(await listWall(room.house.db, await room.gathering())).toHaveLength(1);
    await room.house.write((db, now) => eraseNote(db, { author, noteId }, now));
    const everything = JSON.stringify([
      await room.house.db.selectFrom('note').selectAll().execute(),
      await room.house.db.selectFrom('criterion').selectAll().execute(),
      await room.house.db.selectFrom('journal').selectAll().execute(),
    ]);
    expect(everything).not.toContain('banc');
    await expect(room.house.write((db, now) => putNoteBack(db, { author, noteId }, now))).rejects.toMatchObject({
      reason: 'definitions.erased',
    });
  });

  test('a note that was erased isn’t made again by the same phone sending it once more', async () => {
    const room = await openRoom(await open());
    const author = await room.comeIn();
    const sentId = 'made-on-the-phone-1';
    const noteId = await author.say('Un banc', undefined, sentId);
    await room.house.write((db, now) => eraseNote(db, { author, noteId }, now));
    await author.say('Un banc', undefined, sentId).catch(() => undefined);
    expect(await room.house.db.selectFrom('note').select('text').execute()).toEqual([{ text: '' }]);
  });

  test('nobody decides about another person’s words', async () => {
    const house = await open();
    const room = await openRoom(house);
    const { noteId } = await aPublishedNote(room);
    const strangers = [await room.comeIn(), await (await openRoom(house, 'Monts')).comeIn()];
    for (const author of strangers)
      for (const command of [keepToGroup, withdrawNote, eraseNote])
        await expect(house.write((db, now) => command(db, { author, noteId }, now))).rejects.toMatchObject({
          name: 'NotThere',
        });
  });

  test('the journal says what was done, never by which participant', async () => {
    const room = await openRoom(await open());
    const { author, noteId } = await aPublishedNote(room);
    await room.house.write((db, now) => keepToGroup(db, { author, noteId }, now));
    await room.house.write((db, now) => eraseNote(db, { author, noteId }, now));
    const lines = await room.house.db.selectFrom('journal').selectAll().where('subject_id', '=', noteId).execute();
    expect(lines.map((line) => line.verb).sort()).toEqual(['note.erased', 'note.kept-to-group']);
    expect(lines.every((line) => line.actor_id === null)).toBe(true);
    expect(JSON.stringify(await room.house.db.selectFrom('journal').selectAll().execute())).not.toContain(author.id);
  });

  test('an author sees what became of each of their words, and only of theirs', async () => {
    const room = await openRoom(await open());
    const { author } = await aPublishedNote(room);
    await (await room.comeIn()).say('Une fontaine');
    await author.say('Un arbre');
    expect(await listOwnNotes(room.house.db, author)).toMatchObject([
      { text: expect.stringMatching('banc|arbre') as string },
      { text: expect.stringMatching('banc|arbre') as string },
    ]);
    const [bench] = (await listOwnNotes(room.house.db, author)).filter((note) => note.text.includes('banc'));
    expect(bench).toMatchObject({ outcome: 'whole', criteria: [{ words: 'Un banc à l’ombre', published: true }] });
  });
});

eachDatabase('the publication of a group’s words', (open) => {
  test('needs a decision that a second person confirmed, and takes in nothing that was approved after it', async () => {
    const room = await openRoom(await open());
    const { territoryId, gatheringId, groupId, accountId, house } = room;
    const author = await room.comeIn();
    const first = await author.say('Un banc');
    await room.lead('sharing');
    const approve = (noteIds: string[]) =>
      house.write((db, now) =>
        approveTogether(db, { territoryId, gatheringId, accountId, noteIds, agreed: null }, now),
      );
    const publish = () => house.write((db, now) => publishWords(db, { territoryId, groupId, accountId }, now));
    await approve([first]);
    await expect(publish()).rejects.toMatchObject({ reason: 'decision.needed' });
    const read = () => listCriteria(house.db, territoryId, { cycleId: room.town.cycle.id });
    expect(await read()).toEqual([]);
    await room.decide('publish-words', groupId);
    house.setClock(house.clock() + 60_000);
    await approve([await author.say('Une fontaine')]);
    expect(await publish()).toEqual({ criteria: 1, synthesis: false });
    expect((await read()).map((criterion) => criterion.words)).toEqual(['Un banc']);
    await expect(publish()).rejects.toMatchObject({ reason: 'definitions.nothingToPublish' });
    const waiting = () => countWaiting(house.db, territoryId, groupId);
    expect(await waiting()).toMatchObject({ criteria: 1, decided: { criteria: 0 }, published: 1 });
    const groups = () => listWaitingGroups(house.db, territoryId, room.town.cycle.id);
    expect(await groups()).toEqual([{ id: groupId, name: 'Les jeunes', count: 1 }]);
    await room.decide('publish-words', groupId);
    expect(await waiting()).toMatchObject({ criteria: 1, decided: { criteria: 1 }, published: 1 });
    expect(await publish()).toEqual({ criteria: 1, synthesis: false });
    expect(await waiting()).toMatchObject({ criteria: 0, decided: { criteria: 0 }, published: 2 });
    expect(await groups()).toEqual([]);
    expect(await read()).toHaveLength(2);
  });

  test('is filtered by question, group and polarity, page by page', async () => {
    const room = await openRoom(await open());
    const author = await room.comeIn();
    const ids: string[] = [];
    for (const question of room.questions)
      for (const text of ['une', 'deux']) ids.push(await author.say(`${text} ${question}`, question));
    await room.lead('sharing');
    await approveAndPublish(room, ids);
    const { db } = room.house;
    const cycleId = room.town.cycle.id;
    const where = { cycleId, questionId: room.questions[2] };
    expect(await listCriteria(db, room.territoryId, where)).toHaveLength(2);
    expect(await countCriteria(db, room.territoryId, { cycleId, polarity: 'responsibility' })).toBe(2);
    expect(await countCriteria(db, room.territoryId, { cycleId, groupId: 'another' })).toBe(0);
    const pages = [1, 2, 3].map((number) => listCriteria(db, room.territoryId, { cycleId }, { number, size: 2 }));
    const all = (await Promise.all(pages)).flat().map((criterion) => criterion.id);
    expect(new Set(all).size).toBe(6);
  });
});
