import { hashOf } from '#lib/platform/hash.server.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { nameKey } from './judgement.ts';
import type { Mapping } from './mapping.ts';
import '../tables.ts';

type OfShape = Pick<Row<'import_batch'>, 'territory_id' | 'columns'>;

/** Files of one shape have the same columns, in the same order; how their names are written doesn't matter. */
function shapeOf({ columns }: OfShape): string {
  return hashOf(JSON.stringify((JSON.parse(columns) as string[]).map(nameKey)));
}

/** Keeps how a file's columns are read, for the next one of its shape in this territory. */
export async function rememberMapping(
  db: Db,
  batch: OfShape,
  facts: { accountId: string; mapping: Mapping },
  now: number,
): Promise<void> {
  const chosen = { mapping: JSON.stringify(facts.mapping), chosen_by: facts.accountId, chosen_at: now };
  await db
    .insertInto('import_mapping')
    .values({ territory_id: batch.territory_id, shape: shapeOf(batch), ...chosen })
    .onConflict((conflict) => conflict.columns(['territory_id', 'shape']).doUpdateSet(chosen))
    .execute();
}

/** How the columns of the last file of this shape were read; its group and question may be another cycle's. */
export async function findRemembered(db: Db, batch: OfShape): Promise<Mapping | undefined> {
  const row = await db
    .selectFrom('import_mapping')
    .select('mapping')
    .where('territory_id', '=', batch.territory_id)
    .where('shape', '=', shapeOf(batch))
    .executeTakeFirst();
  return row && readMapping(row.mapping);
}

/** Those of earlier versions know fewer columns. */
export function readMapping(json: string): Mapping {
  return { codeColumn: null, ...(JSON.parse(json) as Omit<Mapping, 'codeColumn'> & Partial<Mapping>) };
}
