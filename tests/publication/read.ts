import { parse } from 'csv-parse/sync';
import type { Language } from '#lib/messages/language.ts';
import type { House } from '#lib/platform/house.server.ts';
import { findTable, TABLES } from '#lib/publication/catalogue.server.ts';
import { csvOf, jsonOf, readTable } from '#lib/publication/file.server.ts';
import type { Here, PublicTable } from '#lib/publication/table.ts';

/** Where files are read from: a cycle of a territory, the newest unless another is named. */
export async function placeOf(house: House, language: Language = 'fr', cycleSlug?: string): Promise<Here> {
  const { db } = house;
  const territory = await db.selectFrom('territory').selectAll().executeTakeFirstOrThrow();
  const cycle = await db
    .selectFrom('cycle')
    .selectAll()
    .where('territory_id', '=', territory.id)
    .$if(cycleSlug !== undefined, (query) => query.where('slug', '=', cycleSlug ?? ''))
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return { db, territory, cycle, language };
}

/** Both files of a table, as they are downloaded. */
export async function filesOf(table: PublicTable, here: Here): Promise<{ csv: string; json: string }> {
  const read = await readTable(table, here);
  return { csv: csvOf(read), json: jsonOf(read, here) };
}

/** All files of a cycle, one after the other. */
export async function everyFile(here: Here): Promise<string> {
  const files: string[] = [];
  for (const table of TABLES) {
    const { csv, json } = await filesOf(table, here);
    files.push(csv, json);
  }
  return files.join('\n');
}

/** A table as somebody else's program reads it from its CSV file. */
export async function readCsv(here: Here, name: string): Promise<Record<string, string>[]> {
  const table = findTable(name);
  if (!table) throw new Error(`there is no table ${name}`);
  return parse((await filesOf(table, here)).csv, { columns: true }) as Record<string, string>[];
}
