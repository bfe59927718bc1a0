import { index, territorial, within, type AnyDb } from '../column.ts';
import { keepRows, oneAtATime } from '../keep.ts';

const SENSE = "sense in ('P', 'O', 'Q', 'S')";
const POLARITY = "polarity in ('well-being', 'ill-being', 'responsibility')";

/** The grid as data, the sorting of criteria into it, and groupings of criteria that say the same. */
export async function up(db: AnyDb): Promise<void> {
  await createGrid(db);
  await createSorting(db);
  await createGroupings(db);
  for (const table of ['classification', 'grouping_wording']) await keepRows(db, table);
}

async function createGrid(db: AnyDb): Promise<void> {
  await within(territorial(db, 'grid_version'), 'based_on_id', 'grid_version')
    .has('number', 'count')
    // Which published grid it was copied from, and that grid's own version.
    .has('origin', 'text')
    .mayHave('based_on_id', 'id')
    .mayHave('created_by', 'id')
    .has('created_at', 'time')
    .unique('territory_id', 'number')
    .create();
  await within(territorial(db, 'grid_version_text', ['grid_version_id', 'language']), 'grid_version_id', 'grid_version')
    .has('name', 'text')
    .has('notice', 'text')
    .create();

  const used = within(territorial(db, 'cycle_grid', ['cycle_id']), 'cycle_id', 'cycle');
  await within(used, 'grid_version_id', 'grid_version')
    .has('grid_version_id', 'id')
    .mayHave('set_by', 'id')
    .has('set_at', 'time')
    .create();

  await within(territorial(db, 'family'), 'grid_version_id', 'grid_version')
    .has('grid_version_id', 'id')
    .has('letter', 'text')
    .has('position', 'count')
    .flag('sourced')
    .unique('territory_id', 'grid_version_id', 'letter')
    .create();
  await within(territorial(db, 'family_text', ['family_id', 'language']), 'family_id', 'family')
    .has('name', 'text')
    .has('explanation', 'text')
    .create();

  const component = within(territorial(db, 'component'), 'grid_version_id', 'grid_version');
  await within(component, 'family_id', 'family')
    .has('grid_version_id', 'id')
    .has('family_id', 'id')
    .has('code', 'text')
    .has('position', 'count')
    .flag('sourced')
    .mayHave('created_by', 'id')
    .has('created_at', 'time')
    .mayHave('retired_by', 'id')
    .mayHave('retired_at', 'time')
    .unique('territory_id', 'grid_version_id', 'code')
    .create();
  await index(db, 'component', 'territory_id', 'family_id');
  await within(territorial(db, 'component_text', ['component_id', 'language']), 'component_id', 'component')
    .has('name', 'text')
    .has('explanation', 'text')
    .has('examples', 'json')
    .create();
}

async function createSorting(db: AnyDb): Promise<void> {
  // Never changed: a new one supersedes. What was done in one go has one act.
  const classification = within(
    within(territorial(db, 'classification'), 'criterion_id', 'criterion'),
    'component_id',
    'component',
  );
  await within(classification, 'supersedes_id', 'classification')
    .has('criterion_id', 'id')
    .has('component_id', 'id')
    .has('sense', 'text')
    .has('polarity', 'text')
    .mayHave('supersedes_id', 'id')
    .has('act_id', 'id')
    .mayHave('classified_by', 'id')
    .has('classified_at', 'time')
    .check('sense', SENSE)
    .check('polarity', POLARITY)
    .create();
  await index(db, 'classification', 'territory_id', 'criterion_id');
  await index(db, 'classification', 'territory_id', 'component_id');
  await index(db, 'classification', 'territory_id', 'act_id');

  await within(territorial(db, 'classification_undoing', ['classification_id']), 'classification_id', 'classification')
    .mayHave('undone_by', 'id')
    .has('undone_at', 'time')
    .create();

  // Where a criterion lies now. One row each, so that two people who sort it at once come one after the other.
  const place = within(territorial(db, 'criterion_place', ['criterion_id']), 'criterion_id', 'criterion');
  await within(place, 'classification_id', 'classification').mayHave('classification_id', 'id').create();
  await index(db, 'criterion_place', 'territory_id', 'classification_id');
}

async function createGroupings(db: AnyDb): Promise<void> {
  const grouping = within(within(territorial(db, 'grouping'), 'cycle_id', 'cycle'), 'component_id', 'component');
  await within(grouping, 'group_id', 'group')
    .has('cycle_id', 'id')
    .has('component_id', 'id')
    .has('sense', 'text')
    .has('polarity', 'text')
    .mayHave('group_id', 'id')
    .mayHave('created_by', 'id')
    .has('created_at', 'time')
    .mayHave('dissolved_by', 'id')
    .mayHave('dissolved_at', 'time')
    .check('sense', SENSE)
    .check('polarity', POLARITY)
    .create();
  await index(db, 'grouping', 'territory_id', 'cycle_id', 'component_id');

  await within(territorial(db, 'grouping_wording', ['grouping_id', ['number', 'count']]), 'grouping_id', 'grouping')
    .has('language', 'text')
    .has('text', 'text')
    .mayHave('worded_by', 'id')
    .has('worded_at', 'time')
    .create();

  const member = within(
    within(territorial(db, 'grouping_member'), 'grouping_id', 'grouping'),
    'criterion_id',
    'criterion',
  );
  await member
    .has('grouping_id', 'id')
    .has('criterion_id', 'id')
    .flag('minority')
    .mayHave('added_by', 'id')
    .has('added_at', 'time')
    .mayHave('removed_by', 'id')
    .mayHave('removed_at', 'time')
    .create();
  await index(db, 'grouping_member', 'territory_id', 'grouping_id');
  await oneAtATime(db, 'grouping_member', 'criterion_id', 'removed_at');
}
