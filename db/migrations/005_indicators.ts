import { index, territorial, within, type AnyDb } from '../column.ts';
import { keepRows, keepWhile, oneAtATime } from '../keep.ts';

/** Progress paths, indicators with their frozen versions, and what people say about them. */
export async function up(db: AnyDb): Promise<void> {
  await createPaths(db);
  await createIndicators(db);
  await createDiscussion(db);
  await guardVersions(db);
}

async function createPaths(db: AnyDb): Promise<void> {
  await within(within(territorial(db, 'progress_path'), 'cycle_id', 'cycle'), 'component_id', 'component')
    .has('cycle_id', 'id')
    .has('component_id', 'id')
    .mayHave('created_by', 'id')
    .has('created_at', 'time')
    .unique('territory_id', 'cycle_id', 'component_id')
    .create();

  // Never changed: the highest number is the one that holds; an empty text takes the proposition back.
  await within(territorial(db, 'proposition'), 'path_id', 'progress_path')
    .has('path_id', 'id')
    .has('sense', 'text')
    .has('language', 'text')
    .has('number', 'count')
    .has('text', 'text')
    .mayHave('written_by', 'id')
    .has('written_at', 'time')
    .unique('territory_id', 'path_id', 'sense', 'language', 'number')
    .check('sense', "sense in ('P', 'O', 'Q', 'S')")
    .create();
  const source = territorial(db, 'proposition_source', ['proposition_id', 'criterion_id']);
  await within(within(source, 'proposition_id', 'proposition'), 'criterion_id', 'criterion').create();
  await index(db, 'proposition_source', 'territory_id', 'criterion_id');
}

async function createIndicators(db: AnyDb): Promise<void> {
  await territorial(db, 'indicator')
    .has('status', 'text')
    .mayHave('created_by', 'id')
    .has('created_at', 'time')
    .check('status', "status in ('draft', 'discussed', 'adopted', 'retired')")
    .create();

  const version = within(
    within(territorial(db, 'indicator_version'), 'indicator_id', 'indicator'),
    'cycle_id',
    'cycle',
  );
  await within(
    within(within(version, 'path_id', 'progress_path'), 'component_id', 'component'),
    'decision_id',
    'decision',
  )
    .has('indicator_id', 'id')
    .has('number', 'count')
    .has('cycle_id', 'id')
    .has('path_id', 'id')
    .has('component_id', 'id')
    .has('direction', 'text')
    .mayHave('created_by', 'id')
    .has('created_at', 'time')
    .has('revision', 'count')
    .has('edited_at', 'time')
    .mayHave('discussed_at', 'time')
    .mayHave('frozen_by', 'id')
    .mayHave('frozen_at', 'time')
    .mayHave('decision_id', 'id')
    .unique('territory_id', 'indicator_id', 'number')
    .check('direction', "direction in ('higher-is-better', 'lower-is-better')")
    .check('frozen', '(frozen_at is null) = (decision_id is null)')
    .create();
  await oneAtATime(db, 'indicator_version', 'indicator_id', 'frozen_at');
  await index(db, 'indicator_version', 'territory_id', 'component_id');

  const text = territorial(db, 'indicator_text', ['indicator_version_id', 'language', 'form']);
  await within(text, 'indicator_version_id', 'indicator_version')
    .has('name', 'text')
    .has('question', 'text')
    .check('form', "form in ('plain', 'easy')")
    .create();
  const level = territorial(db, 'indicator_level', ['indicator_version_id', ['level', 'count'], 'language', 'form']);
  await within(level, 'indicator_version_id', 'indicator_version')
    .has('text', 'text')
    .check('level', 'level between 1 and 5')
    .check('form', "form in ('plain', 'easy')")
    .create();
  // Which propositions held when the version was frozen.
  const stood = territorial(db, 'version_proposition', ['indicator_version_id', 'proposition_id']);
  await within(within(stood, 'indicator_version_id', 'indicator_version'), 'proposition_id', 'proposition').create();
  await index(db, 'version_proposition', 'territory_id', 'proposition_id');

  // An indicator in a cycle, with the frozen version that holds there.
  const inCycle = within(territorial(db, 'cycle_indicator', ['cycle_id', 'indicator_id']), 'cycle_id', 'cycle');
  await within(within(inCycle, 'indicator_id', 'indicator'), 'indicator_version_id', 'indicator_version')
    .mayHave('indicator_version_id', 'id')
    .mayHave('carried_from', 'id')
    .mayHave('added_by', 'id')
    .has('added_at', 'time')
    .create();
  await index(db, 'cycle_indicator', 'territory_id', 'indicator_id');

  await within(within(territorial(db, 'indicator_status'), 'indicator_id', 'indicator'), 'decision_id', 'decision')
    .has('indicator_id', 'id')
    .has('indicator_version_id', 'id')
    .has('status', 'text')
    .mayHave('decision_id', 'id')
    .mayHave('set_by', 'id')
    .has('set_at', 'time')
    .create();
  await index(db, 'indicator_status', 'territory_id', 'indicator_id');
}

async function createDiscussion(db: AnyDb): Promise<void> {
  const comment = within(territorial(db, 'indicator_comment'), 'indicator_id', 'indicator');
  await within(comment, 'indicator_version_id', 'indicator_version')
    .has('indicator_id', 'id')
    .has('indicator_version_id', 'id')
    .has('account_id', 'id')
    .has('language', 'text')
    .has('text', 'text')
    .has('posted_at', 'time')
    .refers(['account_id'], 'account', ['id'])
    .create();
  await index(db, 'indicator_comment', 'territory_id', 'indicator_id', 'posted_at');

  await within(territorial(db, 'comment_hiding'), 'comment_id', 'indicator_comment')
    .has('comment_id', 'id')
    .has('reason', 'text')
    .has('hidden_by', 'id')
    .has('hidden_at', 'time')
    .mayHave('shown_by', 'id')
    .mayHave('shown_at', 'time')
    .create();
  await oneAtATime(db, 'comment_hiding', 'comment_id', 'shown_at');
}

/** A frozen version and its words, and a proposition with its sources once a version rests on it, stay as they are. */
async function guardVersions(db: AnyDb): Promise<void> {
  for (const table of ['proposition', 'proposition_source', 'version_proposition']) await keepRows(db, table);
  await keepRows(db, 'indicator_version', 'old.frozen_at is not null');
  for (const table of ['indicator_text', 'indicator_level', 'version_proposition'])
    await keepWhile(db, table, {
      of: 'indicator_version',
      where: 'kept.id = {row}.indicator_version_id and kept.frozen_at is not null',
    });
  await keepWhile(db, 'proposition_source', {
    of: 'version_proposition',
    where: 'kept.proposition_id = {row}.proposition_id',
  });
}
