import { record, type Actor } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf, indicatorTopicOf, type InCycle } from './acting.ts';
import { LEVEL_NUMBERS, type Direction, type WordForm } from './tables.ts';

/** An indicator's words in one language and form. */
export interface IndicatorWords {
  readonly language: string;
  readonly form: WordForm;
  readonly name: string;
  /** The question of the self-survey. */
  readonly question: string;
  /** Situations 1 to 5, in the first person; empty or absent where nobody has worded it yet. */
  readonly levels: readonly string[];
}

/** A version that is still being written. @throws a database error when the indicator has one already */
export async function addVersion(
  db: Db,
  facts: InCycle & {
    id: string;
    indicatorId: string;
    number: number;
    pathId: string;
    componentId: string;
    direction: Direction;
  },
  now: number,
): Promise<void> {
  const open = { revision: 0, discussed_at: null, frozen_by: null, frozen_at: null, decision_id: null };
  await db
    .insertInto('indicator_version')
    .values({
      territory_id: facts.territoryId,
      id: facts.id,
      indicator_id: facts.indicatorId,
      number: facts.number,
      cycle_id: facts.cycleId,
      path_id: facts.pathId,
      component_id: facts.componentId,
      direction: facts.direction,
      created_by: accountOf(facts.actor),
      created_at: now,
      edited_at: now,
      ...open,
    })
    .execute();
}

/**
 * Writes a draft's words in one language and form. A frozen version never changes: it takes a new draft.
 * @param facts.seen the draft's revision as the person saw it
 * @throws Refusal `indicators.noDraft`, `indicators.editedMeanwhile`
 */
export async function wordIndicator(
  db: Db,
  facts: {
    territoryId: string;
    indicatorId: string;
    actor: Actor;
    seen?: number;
    direction?: Direction;
  } & IndicatorWords,
  now: number,
): Promise<void> {
  const { territoryId, indicatorId, actor } = facts;
  const draft = await holdDraft(db, territoryId, indicatorId);
  const direction = facts.direction ?? draft.direction;
  if (direction === draft.direction && (await isWorded(db, draft, facts))) return;
  if (facts.seen !== undefined && facts.seen !== draft.revision) throw new Refusal('indicators.editedMeanwhile');
  await wordVersion(db, territoryId, draft.id, facts);
  await db
    .updateTable('indicator_version')
    .set({ direction, revision: draft.revision + 1, edited_at: now })
    .where('territory_id', '=', territoryId)
    .where('id', '=', draft.id)
    .execute();
  const topic = indicatorTopicOf(indicatorId);
  await record(db, { territoryId, actor, verb: 'indicator.worded', subject: ['indicator', indicatorId], topic }, now);
}

/**
 * The draft of an indicator, held until the command ends: whoever edits or adopts it at the same time comes after.
 * @throws Refusal `indicators.noDraft` when every version is frozen, `indicators.retiredAlready`, `cycle.closed`
 */
export async function holdDraft(db: Db, territoryId: string, indicatorId: string): Promise<Row<'indicator_version'>> {
  const draft = await db
    .updateTable('indicator_version')
    .set((e) => ({ revision: e.ref('revision') }))
    .where('territory_id', '=', territoryId)
    .where('indicator_id', '=', indicatorId)
    .where('frozen_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!draft) throw new Refusal('indicators.noDraft');
  const indicator = await db
    .selectFrom('indicator')
    .select('status')
    .where('territory_id', '=', territoryId)
    .where('id', '=', indicatorId)
    .executeTakeFirst();
  if (indicator?.status === 'retired') throw new Refusal('indicators.retiredAlready');
  await requireOpenCycle(db, territoryId, draft.cycle_id);
  return draft;
}

async function isWorded(db: Db, draft: Row<'indicator_version'>, words: IndicatorWords): Promise<boolean> {
  const { language, form } = words;
  const text = await db
    .selectFrom('indicator_text')
    .select(['name', 'question'])
    .where('territory_id', '=', draft.territory_id)
    .where('indicator_version_id', '=', draft.id)
    .where('language', '=', language)
    .where('form', '=', form)
    .executeTakeFirst();
  if (text?.name !== words.name || text.question !== words.question) return false;
  const levels = await db
    .selectFrom('indicator_level')
    .select(['level', 'text'])
    .where('territory_id', '=', draft.territory_id)
    .where('indicator_version_id', '=', draft.id)
    .where('language', '=', language)
    .where('form', '=', form)
    .execute();
  const textOf = (level: number) => levels.find((one) => one.level === level)?.text ?? '';
  return LEVEL_NUMBERS.every((level) => textOf(level) === (words.levels[level - 1] ?? ''));
}

/** Writes words into a version that isn't frozen. Words without a name are taken out altogether. */
export async function wordVersion(
  db: Db,
  territoryId: string,
  versionId: string,
  words: IndicatorWords,
): Promise<void> {
  const { language, form, name, question } = words;
  const of = { territory_id: territoryId, indicator_version_id: versionId };
  for (const table of ['indicator_level', 'indicator_text'] as const)
    await db
      .deleteFrom(table)
      .where('territory_id', '=', territoryId)
      .where('indicator_version_id', '=', versionId)
      .where('language', '=', language)
      .where('form', '=', form)
      .execute();
  if (name === '') return;
  await db
    .insertInto('indicator_text')
    .values({ ...of, language, form, name, question })
    .execute();
  for (const level of LEVEL_NUMBERS) {
    const text = words.levels[level - 1] ?? '';
    if (text !== '')
      await db
        .insertInto('indicator_level')
        .values({ ...of, level, language, form, text })
        .execute();
  }
}
