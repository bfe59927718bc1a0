import type { House } from '#lib/platform/house.server.ts';
import { PROGRAM, record } from '#lib/platform/journal.server.ts';
import { DAY, dayAfter, dayOf } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { listTerritories } from '#lib/territory/territory.server.ts';
import { eraseWords } from './author.server.ts';
import { endOldRehearsals } from './rehearsal.server.ts';
import './tables.ts';

/** How long an uploaded file waits for its import to be confirmed. */
const FILE_LASTS = 7 * DAY;

/** At most so many notes in one command, so that nobody waits long; the next run takes the rest. */
const AT_ONCE = 1000;

type Territory = Pick<Row<'territory'>, 'id' | 'time_zone' | 'author_days' | 'unapproved_days'>;

/** Keeps the promised times in every territory, in short commands one after the other. */
export async function keepRetention({ db, write }: Pick<House, 'db' | 'write'>): Promise<void> {
  for (const territory of await listTerritories(db))
    while ((await write((tx, now) => applyRetention(tx, territory, now))).more);
}

/**
 * Keeps the times that the privacy notice promises: the link between a note and its author ends after `author_days`,
 * the words of a note that no group has dealt with are emptied after `unapproved_days`, a file that nobody confirmed
 * and an exercise that nobody threw away after seven days. Rows and counts stay. Safe to run again at any time.
 * @returns whether there is more to do
 */
export async function applyRetention(db: Db, territory: Territory, now: number): Promise<{ more: boolean }> {
  const unlinked = await endAuthorLinks(db, territory, now);
  const emptied = await emptyUnapproved(db, territory, now);
  await endPresence(db, territory, now);
  await endOldRehearsals(db, territory.id, now);
  await emptyFiles(db, territory, now);
  if (unlinked + emptied > 0)
    await record(
      db,
      { territoryId: territory.id, actor: PROGRAM, verb: 'retention.applied', subject: ['territory', territory.id] },
      now,
    );
  return { more: unlinked === AT_ONCE || emptied === AT_ONCE };
}

/**
 * After this nobody can find out whose words these were, nor when in the day they came. What its author had withdrawn
 * is emptied, since nobody could put it back any more.
 */
async function endAuthorLinks(db: Db, territory: Territory, now: number): Promise<number> {
  const notes = await db
    .selectFrom('note')
    .select(['territory_id', 'id', 'created_at', 'withdrawn_at', 'erased_at'])
    .where('territory_id', '=', territory.id)
    .where('created_at', '<', now - territory.author_days * DAY)
    .where('sender', '!=', '')
    .where('source', '!=', 'import')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
  const withdrawn = notes.filter((note) => note.withdrawn_at !== null && note.erased_at === null);
  await eraseWords(db, withdrawn, 'time', now);
  for (const note of notes)
    await db
      .updateTable('note')
      .set({ author_id: null, sender: '', created_at: note.created_at - (note.created_at % DAY) })
      .where('territory_id', '=', note.territory_id)
      .where('id', '=', note.id)
      .execute();
  return notes.length;
}

/** Notes that no group has approved, split or kept as a minority voice. */
async function emptyUnapproved(db: Db, territory: Territory, now: number): Promise<number> {
  const notes = await db
    .selectFrom('note')
    .select(['note.territory_id', 'note.id'])
    .where('note.territory_id', '=', territory.id)
    .where('note.created_at', '<', now - territory.unapproved_days * DAY)
    .where('note.erased_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('note_approval')
            .select('note_approval.id')
            .whereRef('note_approval.territory_id', '=', 'note.territory_id')
            .whereRef('note_approval.note_id', '=', 'note.id')
            .where('note_approval.undone_at', 'is', null),
        ),
      ),
    )
    .orderBy('note.id')
    .limit(AT_ONCE)
    .execute();
  await eraseWords(db, notes, 'time', now);
  return notes.length;
}

/** Which device was in which room, and which visit led to which code: as long as the link to the author. */
async function endPresence(db: Db, territory: Territory, now: number): Promise<void> {
  const lastDay = dayAfter(dayOf(now, territory.time_zone), -territory.author_days);
  for (const table of ['gathering_participant', 'profile_given'] as const)
    await db
      .deleteFrom(table)
      .where('territory_id', '=', territory.id)
      .where('gathering_id', 'in', (e) =>
        e
          .selectFrom('gathering')
          .select('gathering.id')
          .where('gathering.territory_id', '=', territory.id)
          .where('gathering.day', '<', lastDay),
      )
      .execute();
  await db
    .updateTable('relay_visit')
    .set({ participant_id: null })
    .where('territory_id', '=', territory.id)
    .where('agreed_at', '<', now - territory.author_days * DAY)
    .where('participant_id', 'is not', null)
    .execute();
}

async function emptyFiles(db: Db, territory: Territory, now: number): Promise<void> {
  await db
    .updateTable('import_batch')
    .set({ content: '' })
    .where('territory_id', '=', territory.id)
    .where('uploaded_at', '<', now - FILE_LASTS)
    .where('content', '!=', '')
    .execute();
}
