import { approveNote, approveTogether, undoApproval } from '#lib/definitions/approval.server.ts';
import { eraseNote, keepToGroup, withdrawNote } from '#lib/definitions/author.server.ts';
import { hideNote } from '#lib/definitions/moderation.server.ts';
import { publishWords } from '#lib/definitions/publishing.server.ts';
import { beginVisit, noteAtDoor } from '#lib/definitions/visit.server.ts';
import { classifyCriteria } from '#lib/indicators/classification.server.ts';
import { adoptIndicator, discussIndicator } from '#lib/indicators/adoption.server.ts';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import { createGrouping } from '#lib/indicators/grouping.server.ts';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { writeProposition } from '#lib/indicators/proposition.server.ts';
import { EVERYTHING } from '#lib/indicators/visible.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { openRoom, type Guest, type Room } from '#tests/definitions/room.ts';
import { LEVELS } from '#tests/indicators/draft.ts';
import { GRID } from '#tests/indicators/words.ts';
import type { TestHouse } from '#tests/support/database.ts';

/** Words that anyone may read, in what a town of every state has said. */
export const PUBLIC = [
  'Un jardin ouvert à tous',
  '=1+1 pour un banc',
  'الناس الطيبون',
  'Un médecin "proche", ici',
  'Premier point',
  'Second point',
] as const;

/** Words that nobody but their author or their group may read, by what was done with them. */
export const PRIVATE = {
  raw: 'Chose jamais approuvée',
  approvedLater: 'Chose approuvée après la décision',
  withdrawn: 'Chose retirée par la suite',
  erased: 'Chose effacée par la suite',
  hidden: 'Chose cachée par la suite',
  keptBefore: 'Chose gardée dès le début',
  keptAfter: 'Chose gardée par la suite',
  undone: 'Chose dont l’accord est défait',
  minority: 'Chose laissée de côté',
  atDoor: 'Chose dite à la porte, non relue',
  between: 'Chose tue entre deux citations',
  reason: 'Raison de cacher cette parole',
} as const;

/** A town in which a note is in each state, all of them sorted, grouped and used while they could be. */
export async function townOfEveryState(house: TestHouse): Promise<Room> {
  const room = await openRoom(house);
  const { territoryId, gatheringId, groupId, accountId } = room;
  const { write } = house;
  const guest = await room.comeIn();
  const said = await sayAll(room, guest);
  const own = (what: keyof typeof PRIVATE) => ({ author: guest, noteId: said.get(PRIVATE[what]) ?? '' });
  await write((db, now) => keepToGroup(db, own('keptBefore'), now));
  await room.lead('approving', room.questions[0]);
  const here = { territoryId, gatheringId, accountId };
  const split = said.get(SPLIT) ?? '';
  const verdicts = [
    [split, { outcome: 'excerpts', excerpts: ['Premier point', 'Second point'] }],
    [said.get(PRIVATE.minority) ?? '', { outcome: 'minority' }],
  ] as const;
  for (const [noteId, verdict] of verdicts)
    await write((db, now) => approveNote(db, { ...here, noteId, verdict, agreed: 6, disagreed: 1 }, now));
  const waiting = [PRIVATE.raw, PRIVATE.approvedLater, PRIVATE.minority, SPLIT] as readonly string[];
  const noteIds = [...said].filter(([text]) => !waiting.includes(text)).map(([, id]) => id);
  await write((db, now) => approveTogether(db, { ...here, noteIds, agreed: null }, now));
  await room.decide('publish-words', groupId);
  await write((db, now) => publishWords(db, { territoryId, groupId, accountId }, now));
  house.setClock(house.clock() + 60_000);
  const later = [said.get(PRIVATE.approvedLater) ?? ''];
  await write((db, now) => approveTogether(db, { ...here, noteIds: later, agreed: null }, now));
  await useAll(room);
  await write((db, now) => withdrawNote(db, own('withdrawn'), now));
  await write((db, now) => eraseNote(db, own('erased'), now));
  await write((db, now) => keepToGroup(db, own('keptAfter'), now));
  const { noteId: hidden } = own('hidden');
  await write((db, now) => hideNote(db, { territoryId, noteId: hidden, accountId, reason: PRIVATE.reason }, now));
  await write((db, now) => undoApproval(db, { ...here, noteId: own('undone').noteId }, now));
  return room;
}

const SPLIT = `Premier point. ${PRIVATE.between}. Second point`;

/** @returns the notes' ids by their text */
async function sayAll(room: Room, guest: Guest): Promise<Map<string, string>> {
  const { between: _between, reason: _reason, atDoor, ...own } = PRIVATE;
  const texts = [...PUBLIC.slice(0, 4), ...Object.values(own), SPLIT];
  const said = new Map<string, string>();
  for (const text of texts) said.set(text, await guest.say(text));
  const relay = { territoryId: room.territoryId, accountId: room.town.people.relay.id };
  const visitId = await room.house.write((db, now) =>
    beginVisit(db, { ...relay, groupId: room.groupId, language: 'fr', sentId: randomId() }, now),
  );
  const words = { questionId: room.questions[0], language: 'fr', text: atDoor, sentId: randomId() };
  await room.house.write((db, now) => noteAtDoor(db, { ...relay, ...words, visitId }, now));
  return said;
}

/** Everything approved by now is sorted, grouped, summed up, and an indicator adopted on it. */
async function useAll(room: Room): Promise<void> {
  const { house, territoryId, town } = room;
  const by = {
    territoryId,
    cycleId: town.cycle.id,
    actor: { kind: 'account', id: town.people.member.id } as const,
  };
  const viewer = EVERYTHING;
  await house.write((db, now) => copyGrid(db, { ...by, grid: GRID }, now));
  const rows = await house.db.selectFrom('criterion').select('id').where('territory_id', '=', territoryId).execute();
  const criterionIds = rows.map((row) => row.id);
  const criteria = criterionIds.map((criterionId) => ({ criterionId }));
  const sorted = { code: 'A02', sense: 'P', polarity: 'well-being' } as const;
  await house.write((db, now) => classifyCriteria(db, { ...by, ...sorted, criteria, viewer }, now));
  const componentId = (await findComponentByCode(house.db, { ...by, code: 'A02' }))?.id ?? '';
  const place = { componentId, sense: 'P', polarity: 'well-being', groupId: null, viewer } as const;
  const agreed = { language: 'fr', text: 'Être bien ensemble', criterionIds };
  await house.write((db, now) => createGrouping(db, { ...by, ...place, ...agreed }, now));
  const summed = { language: 'fr', text: 'On ne trouve pas de médecin.', criterionIds };
  await house.write((db, now) => writeProposition(db, { ...by, componentId, sense: 'P', ...summed, viewer }, now));
  const words = { language: 'fr', name: 'Se soigner', question: 'Où en êtes-vous ?' };
  const { id: indicatorId, versionId } = await house.write((db, now) =>
    createIndicator(db, { ...by, ...words, componentId, direction: 'higher-is-better' }, now),
  );
  const said = { ...words, form: 'plain', levels: LEVELS } as const;
  await house.write((db, now) => wordIndicator(db, { ...by, indicatorId, ...said }, now));
  await house.write((db, now) => discussIndicator(db, { ...by, indicatorId }, now));
  await room.decide('adopt-indicator', versionId);
  await house.write((db, now) => adoptIndicator(db, { ...by, indicatorId }, now));
}
