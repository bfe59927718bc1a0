import { index, territorial, within, type AnyDb } from '../column.ts';

/** Cycles and their questions, groups and gatherings, bodies and their decisions. */
export async function up(db: AnyDb): Promise<void> {
  await territorial(db, 'neighbourhood')
    .has('name', 'text')
    .has('position', 'count')
    .mayHave('retired_at', 'time')
    .create();

  await within(territorial(db, 'cycle'), 'previous_cycle_id', 'cycle')
    .has('slug', 'text')
    .has('name', 'text')
    .has('purpose', 'text')
    .mayHave('previous_cycle_id', 'id')
    .has('created_at', 'time')
    .mayHave('closed_at', 'time')
    .mayHave('closed_by', 'id')
    .unique('territory_id', 'slug')
    .create();

  await within(territorial(db, 'step_period', ['cycle_id', 'step']), 'cycle_id', 'cycle')
    .has('opens_on', 'day')
    .mayHave('closes_on', 'day')
    .check('step', "step in ('definitions', 'indicators', 'evaluation', 'plan')")
    .create();

  await within(territorial(db, 'question'), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('position', 'count')
    .has('polarity', 'text')
    .mayHave('retired_at', 'time')
    .check('polarity', "polarity in ('well-being', 'ill-being', 'responsibility', 'other')")
    .create();
  await within(territorial(db, 'question_text', ['question_id', 'language', 'form']), 'question_id', 'question')
    .has('text', 'text')
    .check('form', "form in ('plain', 'easy')")
    .create();

  const group = territorial(db, 'group')
    .has('cycle_id', 'id')
    .has('kind', 'text')
    .has('name', 'text')
    .has('stands_for', 'text')
    .has('target_size', 'count')
    .mayHave('neighbourhood_id', 'id')
    .mayHave('previous_group_id', 'id')
    .has('position', 'count')
    .mayHave('retired_at', 'time')
    .check('kind', "kind in ('homogeneous', 'rainbow', 'open')")
    .check('target_size', 'target_size between 1 and 10000');
  // The same group in the cycle before, so that change can be seen group by group.
  within(within(group, 'cycle_id', 'cycle'), 'neighbourhood_id', 'neighbourhood');
  await within(group, 'previous_group_id', 'group').create();
  await index(db, 'group', 'territory_id', 'cycle_id');

  await territorial(db, 'body')
    .has('kind', 'text')
    .has('name', 'text')
    .has('mandate', 'text')
    .mayHave('ended_at', 'time')
    .has('created_at', 'time')
    .check('kind', "kind in ('coordination', 'rainbow', 'committee')")
    .create();
  await within(territorial(db, 'body_member'), 'body_id', 'body')
    .has('body_id', 'id')
    .mayHave('account_id', 'id')
    .has('name', 'text')
    .has('capacity', 'text')
    .has('since', 'day')
    .mayHave('until', 'day')
    .refers(['account_id'], 'account', ['id'])
    .create();
  await index(db, 'body_member', 'account_id');

  // What a body decided. An act that needs a decision finds it by its purpose and subject.
  await within(territorial(db, 'decision'), 'body_id', 'body')
    .has('body_id', 'id')
    .has('decided_on', 'day')
    .has('title', 'text')
    .has('text', 'text')
    .has('purpose', 'text')
    .mayHave('subject_id', 'id')
    .mayHave('in_favour', 'count')
    .mayHave('against', 'count')
    .mayHave('abstained', 'count')
    .has('dissent', 'text')
    .mayHave('recorded_by', 'id')
    .has('recorded_at', 'time')
    .mayHave('withdrawn_by', 'id')
    .mayHave('withdrawn_at', 'time')
    .create();
  await index(db, 'decision', 'territory_id', 'body_id');
  await index(db, 'decision', 'territory_id', 'purpose', 'subject_id');
  await within(territorial(db, 'decision_confirmation', ['decision_id']), 'decision_id', 'decision')
    .has('confirmed_by', 'id')
    .has('confirmed_at', 'time')
    .create();

  const gathering = territorial(db, 'gathering')
    .has('group_id', 'id')
    .has('place', 'text')
    .has('day', 'day')
    .mayHave('time', 'text')
    .has('code', 'text')
    .has('phase', 'text')
    .mayHave('question_id', 'id')
    .has('people', 'count', (c) => c.defaultTo(0))
    .has('created_at', 'time')
    .mayHave('closed_at', 'time')
    .unique('code')
    .check('phase', "phase in ('planned', 'opening', 'writing', 'sharing', 'approving', 'closed')");
  await within(within(gathering, 'group_id', 'group'), 'question_id', 'question').create();
  await index(db, 'gathering', 'territory_id', 'group_id');

  // Which questions have been opened for sharing: without a row, nobody sees another's words.
  const sharing = territorial(db, 'gathering_sharing', ['gathering_id', 'question_id']).has('opened_at', 'time');
  await within(within(sharing, 'gathering_id', 'gathering'), 'question_id', 'question').create();

  const facilitator = territorial(db, 'gathering_facilitator', ['gathering_id', 'account_id']);
  await within(facilitator, 'gathering_id', 'gathering').refers(['account_id'], 'account', ['id']).create();
  const guest = territorial(db, 'gathering_participant', ['gathering_id', 'participant_id']);
  await within(within(guest, 'gathering_id', 'gathering'), 'participant_id', 'participant').create();

  // Who took part, counted; no row ever says who. A person's items are counted once, together.
  await within(territorial(db, 'profile_count', ['gathering_id', 'item', 'value']), 'gathering_id', 'gathering')
    .has('people', 'count')
    .check('people', 'people >= 0')
    .create();
  const profiled = territorial(db, 'profile_given', ['gathering_id', 'participant_id']);
  await within(profiled, 'gathering_id', 'gathering').create();

  await createReview(db);
}

/**
 * The review of the process by those who took part. Who has answered and what was answered share no key, no day and
 * no order, and what was written in free words is kept apart from the levels.
 */
async function createReview(db: AnyDb): Promise<void> {
  await within(territorial(db, 'review_statement'), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('position', 'count')
    .create();
  await within(
    territorial(db, 'review_statement_text', ['statement_id', 'language']),
    'statement_id',
    'review_statement',
  )
    .has('text', 'text')
    .create();
  await within(territorial(db, 'review', ['cycle_id']), 'cycle_id', 'cycle')
    .has('opened_at', 'time')
    .mayHave('opened_by', 'id')
    .mayHave('closed_at', 'time')
    .mayHave('closed_by', 'id')
    .create();
  const taken = territorial(db, 'review_taken', ['cycle_id', 'sender_hash'], { noRowid: true });
  await within(taken, 'cycle_id', 'cycle').has('sent_id', 'id').create();
  await within(territorial(db, 'review_answer', ['id'], { noRowid: true }), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('levels', 'json')
    .create();
  await within(territorial(db, 'review_words', ['id'], { noRowid: true }), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('language', 'text')
    .has('text', 'text')
    .mayHave('read_by', 'id')
    .mayHave('read_at', 'time')
    .flag('shown')
    .create();
}
