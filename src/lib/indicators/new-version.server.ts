import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { indicatorTopicOf, type InCycle } from './acting.ts';
import { findComponentByCode } from './component.server.ts';
import { addVersion } from './draft.server.ts';
import { getIndicator } from './indicator.server.ts';
import { holdPath, openPath } from './path.server.ts';
import { addProposition } from './proposition.server.ts';
import { listPropositions, listPropositionsOfVersion } from './proposition-list.server.ts';

/**
 * An adopted indicator is edited in a new version, which begins with the words of the last one; the adopted version
 * and its results stay as they are. Where there is a draft already, that one is it.
 * @param facts.cycleId the cycle in which the new version is written
 * @returns the draft's id
 * @throws Refusal `indicators.retiredAlready`, `indicators.componentRetired`
 */
export async function draftNewVersion(db: Db, facts: InCycle & { indicatorId: string }, now: number): Promise<string> {
  const { territoryId, cycleId, actor, indicatorId } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const indicator = await getIndicator(db, territoryId, indicatorId);
  if (indicator.status === 'retired') throw new Refusal('indicators.retiredAlready');
  const last = await holdLastVersion(db, territoryId, indicatorId);
  if (last.frozen_at === null) return last.id;
  const { path, component } = await findPlace(db, facts, last, now);
  const id = randomId();
  const of = { ...facts, pathId: path.id, componentId: component.id, direction: last.direction };
  await addVersion(db, { ...of, id, number: last.number + 1 }, now);
  await copyWords(db, last, id);
  const topic = indicatorTopicOf(indicatorId);
  await record(
    db,
    { territoryId, actor, verb: 'indicator.redrafted', subject: ['indicator', indicatorId], topic },
    now,
  );
  return id;
}

/** The newest version, with the indicator held until the command ends. */
async function holdLastVersion(db: Db, territoryId: string, indicatorId: string): Promise<Row<'indicator_version'>> {
  await db
    .updateTable('indicator')
    .set((e) => ({ status: e.ref('status') }))
    .where('territory_id', '=', territoryId)
    .where('id', '=', indicatorId)
    .execute();
  const row = await db
    .selectFrom('indicator_version')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('indicator_id', '=', indicatorId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return there(row, 'indicator version');
}

/**
 * The path that the new version is written from. In a later cycle that is the path of the component with the same
 * code, with the propositions of the last version wherever it has none of its own.
 */
async function findPlace(db: Db, facts: InCycle, last: Row<'indicator_version'>, now: number) {
  const { code } = await db
    .selectFrom('component')
    .select('code')
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', last.component_id)
    .executeTakeFirstOrThrow();
  const component = await findComponentByCode(db, { ...facts, code });
  if (!component || component.retired_at !== null) throw new Refusal('indicators.componentRetired', { code });
  const path = await openPath(db, { ...facts, componentId: component.id }, now);
  if (path.id !== last.path_id) await copyPropositions(db, facts, last, path, now);
  return { path, component };
}

/** Where the later cycle has summed up nothing of its own yet, the last version's sentence goes on holding. */
async function copyPropositions(
  db: Db,
  { territoryId, actor }: InCycle,
  last: Row<'indicator_version'>,
  path: Row<'progress_path'>,
  now: number,
): Promise<void> {
  await holdPath(db, path);
  const own = await listPropositions(db, territoryId, path.id);
  for (const { sense, language, text, criterionIds } of await listPropositionsOfVersion(db, territoryId, last.id)) {
    if (own.some((one) => one.sense === sense && one.language === language)) continue;
    const copy = { territoryId, actor, pathId: path.id, number: 1, sense, language, text, criterionIds };
    await addProposition(db, copy, now);
  }
}

async function copyWords(db: Db, from: Row<'indicator_version'>, to: string): Promise<void> {
  for (const table of ['indicator_text', 'indicator_level'] as const) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('territory_id', '=', from.territory_id)
      .where('indicator_version_id', '=', from.id)
      .execute();
    for (const row of rows)
      await db
        .insertInto(table)
        .values({ ...row, indicator_version_id: to } as never)
        .execute();
  }
}
