import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect, fileOf } from '#lib/platform/database.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';

test('SQLite looks a visit’s notes up among many, instead of reading the territory’s', async () => {
  const place = newFile();
  await migrateAt(place.url);
  expect(await planOf(place.url)).not.toContain('visit_id');
  fill(fileOf(place.url));
  expect(await planOf(place.url)).toContain('visit_id=?');
  await place.remove();
});

/** How a database that has just been opened would find the notes of one visit. */
async function planOf(url: string): Promise<string> {
  const connections = connect(url);
  const { rows } = await sql<{ detail: string }>`
    explain query plan select text from note where territory_id = ${'t'} and visit_id = ${'v'}
  `.execute(connections.reading);
  await connections.close();
  return rows.map((row) => row.detail).join('\n');
}

/** Two thousand notes of five hundred visits, without what they refer to. */
function fill(file: string): void {
  const database = new SqliteDatabase(file);
  database.pragma('foreign_keys = OFF');
  database.exec(`
    with recursive nth (n) as (select 1 union all select n + 1 from nth where n < 2000)
    insert into note (territory_id, id, cycle_id, group_id, question_id, visit_id, language, text, source, sender, sent_id, created_at)
    select 't', 'note' || n, 'c', 'g', 'q', 'visit' || n % 500, 'fr', 'Du calme', 'relay', 's', 'sent' || n, 0 from nth`);
  database.close();
}
