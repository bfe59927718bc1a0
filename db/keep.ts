import { sql } from 'kysely';
import { isSqlite, type AnyDb } from './column.ts';

/** Rules that the database itself keeps, the same on both engines. */

/** At most one row of `column` whose `ending` is still empty: what holds now, beside its history. */
export async function oneAtATime(db: AnyDb, table: string, column: string, ending: string): Promise<void> {
  await sql
    .raw(`create unique index ${table}_one_open on ${table} (territory_id, ${column}) where ${ending} is null`)
    .execute(db);
}

/** Rows of `table` are never changed or removed; with a condition on `old`, only those that meet it. */
export async function keepRows(db: AnyDb, table: string, condition = '1 = 1'): Promise<void> {
  for (const event of ['update', 'delete']) await guard(db, `${table}_no_${event}`, event, table, condition);
}

/**
 * Nothing is added to, changed in or removed from `table` for which a row of another table (`kept`, of the same
 * territory) is there. In `where`, `{row}` is the row of `table`.
 */
export async function keepWhile(db: AnyDb, table: string, when: { of: string; where: string }): Promise<void> {
  const there = (row: 'old' | 'new') =>
    `exists (select 1 from ${when.of} kept where kept.territory_id = ${row}.territory_id ` +
    `and ${when.where.replaceAll('{row}', row)})`;
  await guard(db, `${table}_kept_insert`, 'insert', table, there('new'));
  await guard(db, `${table}_kept_update`, 'update', table, `${there('old')} or ${there('new')}`);
  await guard(db, `${table}_kept_delete`, 'delete', table, there('old'));
}

async function guard(db: AnyDb, name: string, event: string, table: string, condition: string): Promise<void> {
  const statements = isSqlite(db) ? onSqlite(name, event, table, condition) : onPostgres(name, event, table, condition);
  for (const statement of statements) await sql.raw(statement).execute(db);
}

function onSqlite(name: string, event: string, table: string, condition: string): string[] {
  const refuse = `select raise(abort, '${table} is kept as it is')`;
  return [`create trigger ${name} before ${event} on ${table} when ${condition} begin ${refuse}; end`];
}

/** PostgreSQL knows no subquery in a trigger's own condition, so the function holds it. */
function onPostgres(name: string, event: string, table: string, condition: string): string[] {
  return [
    `create function ${name}() returns trigger language plpgsql as $$ begin
      if ${condition} then raise exception '${table} is kept as it is'; end if;
      return ${event === 'delete' ? 'old' : 'new'};
    end $$`,
    `create trigger ${name} before ${event} on ${table} for each row execute function ${name}()`,
  ];
}
