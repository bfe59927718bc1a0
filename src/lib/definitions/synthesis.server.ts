import { announce } from '#lib/platform/announcement.server.ts';
import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import './tables.ts';

/** What a group has said, put together by question. The rainbow group's is the territory's. */
export interface Synthesis {
  readonly id: string;
  readonly groupId: string;
  readonly number: number;
  readonly revision: number;
  readonly language: string;
  /** By question; a question without words has none. */
  readonly parts: Readonly<Record<string, string>>;
  /** The day of the meeting that validated it, and how many people were there: never who. */
  readonly validated: { readonly on: string; readonly present: number } | undefined;
  readonly published: boolean;
}

/**
 * Writes a group's synthesis. A validated one stays as it is: what is written after it is the next.
 * @param facts.revision the one that the page showed, 0 where there was none
 * @throws Refusal `definitions.synthesisChanged` when somebody else has saved meanwhile, `cycle.closed`
 */
export async function writeSynthesis(
  db: Db,
  facts: {
    territoryId: string;
    groupId: string;
    language: string;
    parts: Readonly<Record<string, string>>;
    revision: number;
    accountId: string;
  },
  now: number,
): Promise<void> {
  const { territoryId, groupId } = facts;
  const group = await getGroup(db, territoryId, groupId);
  await requireOpenCycle(db, territoryId, group.cycle_id);
  const latest = await findLatest(db, territoryId, groupId);
  const draft = latest?.validated_at === null ? latest : undefined;
  if ((draft?.revision ?? 0) !== facts.revision) throw new Refusal('definitions.synthesisChanged');
  const id = draft?.id ?? randomId();
  const written = {
    language: facts.language,
    revision: facts.revision + 1,
    written_by: facts.accountId,
    written_at: now,
  };
  if (draft)
    await db
      .updateTable('synthesis')
      .set(written)
      .where('territory_id', '=', territoryId)
      .where('id', '=', id)
      .execute();
  else
    await db
      .insertInto('synthesis')
      .values({
        territory_id: territoryId,
        id,
        cycle_id: group.cycle_id,
        group_id: groupId,
        number: (latest?.number ?? 0) + 1,
        ...written,
        validated_on: null,
        present: null,
        validated_by: null,
        validated_at: null,
      })
      .execute();
  for (const question of await listQuestions(db, territoryId, group.cycle_id))
    await writePart(db, {
      territoryId,
      synthesisId: id,
      questionId: question.id,
      text: facts.parts[question.id] ?? '',
    });
  await recordOn(db, { ...facts, id }, 'synthesis.written', now);
}

async function writePart(
  db: Db,
  facts: { territoryId: string; synthesisId: string; questionId: string; text: string },
): Promise<void> {
  await db
    .insertInto('synthesis_part')
    .values({
      territory_id: facts.territoryId,
      synthesis_id: facts.synthesisId,
      question_id: facts.questionId,
      text: facts.text,
    })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'synthesis_id', 'question_id']).doUpdateSet({ text: facts.text }),
    )
    .execute();
}

/**
 * The group, meeting again, has heard its synthesis and says that this is what it said.
 * @throws Refusal `definitions.synthesisChanged` when it isn't the one that was read out, or is validated already
 */
export async function validateSynthesis(
  db: Db,
  facts: {
    territoryId: string;
    groupId: string;
    synthesisId: string;
    revision: number;
    /** `YYYY-MM-DD` */
    on: string;
    present: number;
    accountId: string;
  },
  now: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('synthesis')
    .set({ validated_on: facts.on, present: facts.present, validated_by: facts.accountId, validated_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('group_id', '=', facts.groupId)
    .where('id', '=', facts.synthesisId)
    .where('revision', '=', facts.revision)
    .where('validated_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refusal('definitions.synthesisChanged');
  await recordOn(db, { ...facts, id: facts.synthesisId }, 'synthesis.validated', now);
}

/** A group's newest synthesis, validated or not: for the group. */
export async function findSynthesis(db: Db, territoryId: string, groupId: string): Promise<Synthesis | undefined> {
  const row = await findLatest(db, territoryId, groupId);
  return row && withParts(db, row);
}

/** A group's newest validated synthesis: for the other groups at the end of the session, and the rainbow group. */
export async function listValidated(db: Db, territoryId: string, cycleId: string): Promise<Synthesis[]> {
  const rows = await syntheses(db, territoryId)
    .where('synthesis.cycle_id', '=', cycleId)
    .where('synthesis.validated_at', 'is not', null)
    .orderBy('synthesis.number', 'desc')
    .execute();
  return newestOfEach(db, rows);
}

/** The groups whose newest synthesis waits for the meeting that validates it. */
export async function listUnvalidated(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<{ groupId: string; name: string }[]> {
  const rows = await db
    .selectFrom('synthesis')
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'synthesis.territory_id').onRef('group.id', '=', 'synthesis.group_id'),
    )
    .select(['synthesis.group_id as groupId', 'group.name'])
    .where('synthesis.territory_id', '=', territoryId)
    .where('synthesis.cycle_id', '=', cycleId)
    .where('synthesis.validated_at', 'is', null)
    .orderBy('group.name')
    .execute();
  return rows;
}

/** Each group's newest synthesis that was cleared for everyone. */
export async function listPublishedSyntheses(db: Db, territoryId: string, cycleId: string): Promise<Synthesis[]> {
  const rows = await syntheses(db, territoryId)
    .where('synthesis.cycle_id', '=', cycleId)
    .where('synthesis_publication.published_at', 'is not', null)
    .orderBy('synthesis.number', 'desc')
    .execute();
  return newestOfEach(db, rows);
}

type SynthesisRow = Row<'synthesis'> & { published_at: number | null };

async function newestOfEach(db: Db, rows: readonly SynthesisRow[]): Promise<Synthesis[]> {
  const newest = rows.filter((row, place) => rows.findIndex((one) => one.group_id === row.group_id) === place);
  return Promise.all(newest.map((row) => withParts(db, row)));
}

function findLatest(db: Db, territoryId: string, groupId: string): Promise<SynthesisRow | undefined> {
  return syntheses(db, territoryId)
    .where('synthesis.group_id', '=', groupId)
    .orderBy('synthesis.number', 'desc')
    .executeTakeFirst();
}

async function withParts(db: Db, row: SynthesisRow): Promise<Synthesis> {
  const parts = await db
    .selectFrom('synthesis_part')
    .select(['question_id', 'text'])
    .where('territory_id', '=', row.territory_id)
    .where('synthesis_id', '=', row.id)
    .execute();
  return {
    id: row.id,
    groupId: row.group_id,
    number: row.number,
    revision: row.revision,
    language: row.language,
    parts: Object.fromEntries(parts.map((part) => [part.question_id, part.text])),
    validated: row.validated_on === null ? undefined : { on: row.validated_on, present: row.present ?? 0 },
    published: row.published_at !== null,
  };
}

function syntheses(db: Db, territoryId: string) {
  return db
    .selectFrom('synthesis')
    .leftJoin('synthesis_publication', (join) =>
      join
        .onRef('synthesis_publication.territory_id', '=', 'synthesis.territory_id')
        .onRef('synthesis_publication.synthesis_id', '=', 'synthesis.id'),
    )
    .selectAll('synthesis')
    .select('synthesis_publication.published_at')
    .where('synthesis.territory_id', '=', territoryId);
}

async function recordOn(
  db: Db,
  facts: { territoryId: string; id: string; accountId: string },
  verb: string,
  now: number,
): Promise<void> {
  const actor = { kind: 'account', id: facts.accountId } as const;
  await record(db, { territoryId: facts.territoryId, actor, verb, subject: ['synthesis', facts.id] }, now);
  announce(db, { territoryId: facts.territoryId });
}
