import { record } from '#lib/platform/journal.server.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import type { InCycle } from './acting.ts';
import type { ComponentWords } from './component.server.ts';
import './tables.ts';

/** Renames or explains a family in one language. */
export async function renameFamily(
  db: Db,
  facts: InCycle & ComponentWords & { familyId: string },
  now: number,
): Promise<void> {
  const { territoryId, actor, language, name, explanation } = facts;
  await requireOpenCycle(db, territoryId, facts.cycleId);
  const family = await getFamily(db, facts);
  await db
    .insertInto('family_text')
    .values({ territory_id: territoryId, family_id: family.id, language, name, explanation })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'family_id', 'language']).doUpdateSet({ name, explanation }),
    )
    .execute();
  await record(db, { territoryId, actor, verb: 'family.renamed', subject: ['family', family.id] }, now);
}

/** A family of the cycle's grid. @throws NotThere also for another territory's or another version's */
export async function getFamily(
  db: Db,
  facts: { territoryId: string; cycleId: string; familyId: string },
): Promise<Row<'family'>> {
  return there(await familiesOf(db, facts).where('family.id', '=', facts.familyId).executeTakeFirst(), 'family');
}

/** A family of the cycle's grid by its letter. */
export function findFamilyByLetter(
  db: Db,
  facts: { territoryId: string; cycleId: string; letter: string },
): Promise<Row<'family'> | undefined> {
  return familiesOf(db, facts).where('family.letter', '=', facts.letter).executeTakeFirst();
}

function familiesOf(db: Db, { territoryId, cycleId }: { territoryId: string; cycleId: string }) {
  return db
    .selectFrom('family')
    .innerJoin('cycle_grid', (join) =>
      join
        .onRef('cycle_grid.territory_id', '=', 'family.territory_id')
        .onRef('cycle_grid.grid_version_id', '=', 'family.grid_version_id'),
    )
    .selectAll('family')
    .where('family.territory_id', '=', territoryId)
    .where('cycle_grid.cycle_id', '=', cycleId);
}
