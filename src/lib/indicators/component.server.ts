import { record } from '#lib/platform/journal.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf, type InCycle } from './acting.ts';
import { nextCode, readPlace } from './component-code.ts';
import { getFamily } from './family.server.ts';
import { sentRowId } from './sent-row.server.ts';
import './tables.ts';

export interface ComponentWords {
  readonly language: string;
  readonly name: string;
  readonly explanation: string;
}

/**
 * Adds a component to a family of the cycle's grid.
 * @param facts.code the wanted one, as `A12`; without it, the family's next
 * @throws Refusal `indicators.codeTaken`, `indicators.codeOtherFamily`, `indicators.familyFull`,
 *   `indicators.gridCodeStrange`
 */
export async function addComponent(
  db: Db,
  facts: InCycle & ComponentWords & { familyId: string; code?: string; sentId?: string },
  now: number,
): Promise<string> {
  const { territoryId, cycleId, actor, familyId, ...words } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const family = await getFamily(db, facts);
  const given = await listCodes(db, territoryId, family.id);
  const id = sentRowId(actor, facts.sentId, familyId, facts.code, words.name);
  const again = given.find((one) => one.id === id);
  if (again) return again.id;
  const code = chooseCode(
    family.letter,
    facts.code,
    given.map((one) => one.code),
  );
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('component')
    .values({
      territory_id: territoryId,
      id,
      grid_version_id: family.grid_version_id,
      family_id: family.id,
      code,
      position: Math.max(0, ...given.map((one) => one.position)) + 1,
      sourced: 0,
      created_by: accountOf(actor),
      created_at: now,
      retired_by: null,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return sentBeside(db, { territoryId, familyId, id, code });
  await wordComponent(db, territoryId, id, words);
  await record(db, { territoryId, actor, verb: 'component.added', subject: ['component', id] }, now);
  return id;
}

/** The same form may have been sent twice at once. @throws Refusal */
async function sentBeside(
  db: Db,
  facts: { territoryId: string; familyId: string; id: string; code: string },
): Promise<string> {
  const given = await listCodes(db, facts.territoryId, facts.familyId);
  if (!given.some((one) => one.id === facts.id)) throw new Refusal('indicators.codeTaken', { code: facts.code });
  return facts.id;
}

function chooseCode(letter: string, wanted: string | undefined, given: string[]): string {
  if (wanted === undefined) {
    const next = nextCode(letter, given);
    if (next === undefined) throw new Refusal('indicators.familyFull', { letter });
    return next;
  }
  const read = readPlace(wanted)?.code;
  if (read === undefined) throw new Refusal('indicators.gridCodeStrange', { code: wanted });
  if (!read.startsWith(letter)) throw new Refusal('indicators.codeOtherFamily', { code: read, letter });
  if (given.includes(read)) throw new Refusal('indicators.codeTaken', { code: read });
  return read;
}

/** Renames or explains a component in one language. Its code stays, since paths and results are known by it. */
export async function renameComponent(
  db: Db,
  facts: InCycle & ComponentWords & { componentId: string },
  now: number,
): Promise<void> {
  const { territoryId, actor, componentId, ...words } = facts;
  await requireOpenCycle(db, territoryId, facts.cycleId);
  const component = await getComponent(db, facts);
  await wordComponent(db, territoryId, component.id, words);
  await record(db, { territoryId, actor, verb: 'component.renamed', subject: ['component', componentId] }, now);
}

/** Nothing more is sorted into the component; what lies in it is shown as to be sorted again. */
export async function retireComponent(db: Db, facts: InCycle & { componentId: string }, now: number): Promise<void> {
  await setRetired(db, facts, 'component.retired', { retired_at: now, retired_by: accountOf(facts.actor) }, now);
}

export async function reinstateComponent(db: Db, facts: InCycle & { componentId: string }, now: number): Promise<void> {
  await setRetired(db, facts, 'component.reinstated', { retired_at: null, retired_by: null }, now);
}

async function setRetired(
  db: Db,
  facts: InCycle & { componentId: string },
  verb: string,
  state: Pick<Row<'component'>, 'retired_at' | 'retired_by'>,
  now: number,
): Promise<void> {
  const { territoryId, actor } = facts;
  await requireOpenCycle(db, territoryId, facts.cycleId);
  const component = await getComponent(db, facts);
  if ((component.retired_at === null) === (state.retired_at === null)) return;
  await db
    .updateTable('component')
    .set(state)
    .where('territory_id', '=', territoryId)
    .where('id', '=', component.id)
    .execute();
  await record(db, { territoryId, actor, verb, subject: ['component', component.id] }, now);
}

/** A component of the cycle's grid. @throws NotThere also for another territory's or another version's */
export async function getComponent(
  db: Db,
  facts: { territoryId: string; cycleId: string; componentId: string },
): Promise<Row<'component'>> {
  const row = await componentsOf(db, facts).where('component.id', '=', facts.componentId).executeTakeFirst();
  return there(row, 'component');
}

/** A component of the cycle's grid by its code. */
export function findComponentByCode(
  db: Db,
  facts: { territoryId: string; cycleId: string; code: string },
): Promise<Row<'component'> | undefined> {
  return componentsOf(db, facts).where('component.code', '=', facts.code).executeTakeFirst();
}

/** The codes of a cycle's grid in which words can be put. */
export async function listOpenCodes(db: Db, facts: { territoryId: string; cycleId: string }): Promise<string[]> {
  const rows = await componentsOf(db, facts).where('component.retired_at', 'is', null).execute();
  return rows.map((component) => component.code);
}

function componentsOf(db: Db, { territoryId, cycleId }: { territoryId: string; cycleId: string }) {
  return db
    .selectFrom('component')
    .innerJoin('cycle_grid', (join) =>
      join
        .onRef('cycle_grid.territory_id', '=', 'component.territory_id')
        .onRef('cycle_grid.grid_version_id', '=', 'component.grid_version_id'),
    )
    .selectAll('component')
    .where('component.territory_id', '=', territoryId)
    .where('cycle_grid.cycle_id', '=', cycleId);
}

function listCodes(db: Db, territoryId: string, familyId: string) {
  return db
    .selectFrom('component')
    .select(['id', 'code', 'position'])
    .where('territory_id', '=', territoryId)
    .where('family_id', '=', familyId)
    .execute();
}

async function wordComponent(db: Db, territoryId: string, componentId: string, words: ComponentWords): Promise<void> {
  const { language, name, explanation } = words;
  await db
    .insertInto('component_text')
    .values({ territory_id: territoryId, component_id: componentId, language, name, explanation, examples: '[]' })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'component_id', 'language']).doUpdateSet({ name, explanation }),
    )
    .execute();
}
