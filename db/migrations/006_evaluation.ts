import { index, territorial, within, type AnyDb, type KeyPart, type TableMaker } from '../column.ts';

const ANSWERS = "answer in ('1', '2', '3', '4', '5', 'dont-know', 'not-concerned')";

const NUMBER: KeyPart = ['number', 'count'];

/** Rounds on frozen indicators, answers that leave no trail, releases, evaluations by groups, measured series. */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'round'), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('name', 'text')
    .has('closes_on', 'day')
    .has('official_reading', 'text')
    .flag('drawn_by_lot')
    .has('created_at', 'time')
    .mayHave('opened_at', 'time')
    .mayHave('open_decision_id', 'id')
    .mayHave('closed_at', 'time')
    .mayHave('close_decision_id', 'id')
    .check('reading', "official_reading in ('each-person', 'each-group')")
    .check('order', 'closed_at is null or opened_at is not null')
    .create();

  const asked = territorial(db, 'round_indicator', ['round_id', 'indicator_version_id']).has('position', 'count');
  await within(within(asked, 'round_id', 'round'), 'indicator_version_id', 'indicator_version').create();

  // What a person said of themselves, for one round. `sender` can be made only from the secret on their device, so that
  // no join leads from here to a participant or an account.
  const respondent = territorial(db, 'respondent')
    .has('round_id', 'id')
    .has('sender', 'id')
    .mayHave('group_id', 'id')
    .mayHave('neighbourhood_id', 'id')
    .mayHave('age_band', 'text')
    .has('source', 'text')
    .has('release', 'count')
    .unique('territory_id', 'round_id', 'sender')
    .check('source', "source in ('online', 'paper')")
    .check('release', 'release >= 0');
  await within(
    within(within(respondent, 'round_id', 'round'), 'group_id', 'group'),
    'neighbourhood_id',
    'neighbourhood',
  ).create();

  // No time, no order, no journal entry.
  const answer = territorial(db, 'answer', ['respondent_id', 'indicator_version_id'], { noRowid: true })
    .has('round_id', 'id')
    .has('answer', 'text')
    .check('answer', ANSWERS);
  await withinRound(within(answer, 'respondent_id', 'respondent')).create();

  // The finest counts, kept with each answer; secret until a release, and never read by a page.
  const finest = ['round_id', 'indicator_version_id', 'group_id', 'neighbourhood_id', 'age_band'];
  const counts = territorial(db, 'answer_count', [...finest, ['release', 'count'], 'answer'])
    .has('people', 'count')
    .check('people', 'people >= 0')
    .check('answer', ANSWERS);
  await withinRound(counts).create();

  // Shown while a round is open: how many take part, nothing else.
  await within(territorial(db, 'participation_count', ['round_id']), 'round_id', 'round')
    .has('people', 'count')
    .check('people', 'people >= 0')
    .create();

  await within(territorial(db, 'release', ['round_id', NUMBER]), 'round_id', 'round')
    .has('released_at', 'time')
    .has('people', 'count')
    .has('rules', 'json')
    .create();
  const cell = territorial(db, 'release_cell', ['round_id', NUMBER, 'indicator_version_id', 'dimension', 'category'])
    .has('shown', 'text')
    .mayHave('reason', 'text')
    .mayHave('n', 'count')
    .mayHave('counts', 'json')
    .mayHave('dont_know', 'count')
    .mayHave('not_concerned', 'count')
    .mayHave('up_to', 'count')
    .check('shown', "shown in ('levels', 'classes', 'no')");
  await withinRound(cell).create();
  await withinRound(
    territorial(db, 'release_mark', ['round_id', NUMBER, 'indicator_version_id']).has('published', 'json'),
  ).create();

  const judged = territorial(db, 'group_evaluation')
    .has('round_id', 'id')
    .has('group_id', 'id')
    .has('indicator_version_id', 'id')
    .has('level', 'count')
    .has('reasons', 'text')
    .has('dissent', 'text')
    .mayHave('recorded_by', 'id')
    .has('recorded_at', 'time')
    .mayHave('superseded_at', 'time')
    .check('level', 'level between 1 and 5');
  await withinRound(within(judged, 'group_id', 'group')).create();
  await index(db, 'group_evaluation', 'territory_id', 'round_id', 'indicator_version_id');

  await within(territorial(db, 'measure_series'), 'indicator_id', 'indicator')
    .has('indicator_id', 'id')
    .has('name', 'text')
    .has('unit', 'text')
    .has('source', 'text')
    .has('direction', 'text')
    .mayHave('thresholds', 'json')
    .has('created_at', 'time')
    .mayHave('retired_at', 'time')
    .check('direction', "direction in ('up', 'down')")
    .create();
  await within(territorial(db, 'measure_value', ['series_id', 'day']), 'series_id', 'measure_series')
    .has('value', 'real')
    .create();
}

function withinRound(maker: TableMaker): TableMaker {
  return within(within(maker, 'round_id', 'round'), 'indicator_version_id', 'indicator_version');
}
