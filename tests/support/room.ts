import { keepUpload, mapColumns } from '#lib/definitions/import/batch.server.ts';
import { readUpload } from '#lib/definitions/import/upload.ts';
import { addBlock } from '#lib/definitions/campaign.server.ts';
import { importWhole } from '#lib/definitions/import/run.server.ts';
import { hideNote } from '#lib/definitions/moderation.server.ts';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { writeSynthesis } from '#lib/definitions/synthesis.server.ts';
import { beginVisit, noteAtDoor } from '#lib/definitions/visit.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import type { Db } from '#lib/platform/tables.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { text, xlsxOf } from './spreadsheet.ts';
import type { Town } from './territory.ts';

/** One of each thing of step 1: words on the wall, one of them hidden, a visit of the relay, an import, a synthesis. */
export interface RoomOfTown {
  /** On the wall, typed in by the facilitator, nothing decided about it. */
  readonly noteId: string;
  readonly hiddenNoteId: string;
  /** Of the relay; one note, not read back yet. */
  readonly visitId: string;
  readonly visitNoteId: string;
  /** Of the coordinator, a spreadsheet; mapped, not confirmed. */
  readonly batchId: string;
  /** Of the coordinator; everything came in. */
  readonly finishedBatchId: string;
  readonly blockId: string;
  /** Copied from paper by somebody else than who facilitates. */
  readonly paperNoteId: string;
  readonly synthesisId: string;
}

/** A town whose group shares its words: for what it gets, see `RoomOfTown`. */
export async function withRoom(house: Pick<House, 'write'>, town: Town): Promise<Town> {
  return { ...town, room: await house.write((db, now) => openRoom(db, town, now)) };
}

async function openRoom(db: Db, town: Town, now: number): Promise<RoomOfTown> {
  const territoryId = town.territory.id;
  const { gatheringId, groupId } = town;
  const questionId = town.questionIds[0] ?? '';
  const facilitator = town.people.facilitator.id;
  const noteId = await typeOne(db, town, 'Un banc à l’ombre', now);
  const hiddenNoteId = await typeOne(db, town, 'Le numéro de Paul', now);
  const leading = { territoryId, gatheringId, questionId, actor: { kind: 'account', id: facilitator } } as const;
  await leadGathering(db, { ...leading, phase: 'sharing' }, now);
  await hideNote(db, { territoryId, noteId: hiddenNoteId, accountId: facilitator, reason: 'Un nom' }, now);
  const relay = town.people.relay.id;
  const visitId = await beginVisit(
    db,
    { territoryId, groupId, language: 'tr', sentId: randomId(), accountId: relay },
    now,
  );
  const atDoor = { territoryId, visitId, questionId, language: 'tr', accountId: relay };
  await noteAtDoor(db, { ...atDoor, text: 'Yeşil bir yer', sentId: randomId() }, now);
  const parts = { [questionId]: 'On veut de l’ombre' };
  await writeSynthesis(db, { territoryId, groupId, language: 'fr', parts, revision: 0, accountId: facilitator }, now);
  const { id: synthesisId } = await db
    .selectFrom('synthesis')
    .select('id')
    .where('group_id', '=', groupId)
    .executeTakeFirstOrThrow();
  const { id: visitNoteId } = await db
    .selectFrom('note')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('visit_id', '=', visitId)
    .executeTakeFirstOrThrow();
  const by = town.people.coordinator.id;
  const finishedBatchId = await mapOne(db, town, 'Une autre fontaine', now);
  await importWhole(db, { territoryId, batchId: finishedBatchId, accountId: by }, now);
  return {
    ...{ noteId, hiddenNoteId, visitId, visitNoteId, synthesisId, finishedBatchId },
    batchId: await mapOne(db, town, 'Une fontaine', now),
    blockId: await addBlock(db, { territoryId, name: 'Îlot 1', accountId: by }, now),
    paperNoteId: await typeOne(db, town, 'Un puits', now, {
      accountId: town.people.otherFacilitator.id,
      source: 'paper',
    }),
  };
}

async function typeOne(
  db: Db,
  town: Town,
  text: string,
  now: number,
  by: { accountId?: string; source?: 'paper' } = {},
): Promise<string> {
  const { accountId = town.people.facilitator.id, source = 'facilitator' } = by;
  const territoryId = town.territory.id;
  await typeNotes(
    db,
    {
      territoryId,
      gatheringId: town.gatheringId,
      questionId: town.questionIds[0] ?? '',
      language: 'fr',
      source,
      lines: [text],
      sentId: randomId(),
      accountId,
    },
    now,
  );
  const { id } = await db
    .selectFrom('note')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('text', '=', text)
    .executeTakeFirstOrThrow();
  return id;
}

async function mapOne(db: Db, town: Town, said: string, now: number): Promise<string> {
  const [territoryId, accountId] = [town.territory.id, town.people.coordinator.id];
  const upload = readUpload('paroles.xlsx', xlsxOf({ Paroles: [[text('texte')], [text(said)]] }));
  const batchId = await keepUpload(db, { territoryId, cycleId: town.cycle.id, upload, accountId }, now);
  const mapping = {
    header: true,
    text: 0,
    groupId: town.groupId,
    groupColumn: null,
    questionId: town.questionIds[0] ?? '',
    questionColumn: null,
    language: 'fr',
    languageColumn: null,
    idColumn: null,
    moderationColumn: null,
    codeColumn: null,
    rejected: [],
  };
  await mapColumns(db, { territoryId, batchId, accountId, mapping }, now);
  return batchId;
}
