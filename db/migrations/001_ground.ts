import { index, isSqlite, table, type AnyDb } from '../column.ts';

/** What every other table rests on: territories, the journal, forms kept for people whose session had ended. */
export async function up(db: AnyDb): Promise<void> {
  await table(db, 'territory')
    .has('id', 'id')
    .has('slug', 'text')
    .has('name', 'text')
    .has('tagline', 'text', (c) => c.defaultTo(''))
    .has('language', 'text')
    .has('time_zone', 'text')
    .has('currency', 'text')
    .has('least_shown', 'count', (c) => c.defaultTo(5))
    .has('author_days', 'count', (c) => c.defaultTo(365))
    .has('unapproved_days', 'count', (c) => c.defaultTo(730))
    .has('contact', 'text', (c) => c.defaultTo(''))
    .flag('demonstration')
    .has('created_at', 'time')
    .key('id')
    .unique('slug')
    .check('least_shown', 'least_shown between 3 and 11')
    .check('author_days', 'author_days between 30 and 3650')
    .check('unapproved_days', 'unapproved_days between 30 and 3650')
    .create();

  // No foreign key: what happened stays told, and the installation's own entries belong to no territory.
  await table(db, 'journal')
    .has('territory_id', 'id')
    .has('id', 'id')
    .has('at', 'time')
    .has('actor_kind', 'text')
    .mayHave('actor_id', 'id')
    .has('verb', 'text')
    .has('subject_kind', 'text')
    .has('subject_id', 'id')
    .key('territory_id', 'id')
    .create();
  await index(db, 'journal', 'territory_id', 'at');
  await index(db, 'journal', 'territory_id', 'subject_kind', 'subject_id');

  await table(db, 'kept_form')
    .has('id', 'id')
    .has('path', 'text')
    .has('body', 'text')
    .has('kept_at', 'time')
    .key('id')
    .create();

  // Between the processes of one PostgreSQL installation; a single process counts in memory.
  if (!isSqlite(db))
    await table(db, 'rate_limit')
      .has('key', 'text')
      .has('points', 'count')
      .mayHave('expire', 'time')
      .key('key')
      .create();
}
