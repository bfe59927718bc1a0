import { index, territorial, within, type AnyDb } from '../column.ts';

/** Cycles and their questions, groups and gatherings, bodies and their decisions. */
export async function up(db: AnyDb): Promise<void> {
  await territorial(db, 'neighbourhood').has('name', 'text').has('position', 'count').create();

  await within(territorial(db, 'cycle'), 'previous_cycle_id', 'cycle')
    .has('slug', 'text')
    .has('name', 'text')
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
    .has('position', 'count')
    .mayHave('retired_at', 'time')
    .check('kind', "kind in ('homogeneous', 'rainbow', 'open')");
  await within(within(group, 'cycle_id', 'cycle'), 'neighbourhood_id', 'neighbourhood').create();

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

  // What a body decided. An act that needs a decision names its purpose and subject here; the row is used once.
  await within(territorial(db, 'decision'), 'body_id', 'body')
    .has('body_id', 'id')
    .has('decided_on', 'day')
    .has('title', 'text')
    .has('text', 'text')
    .has('purpose', 'text')
    .mayHave('subject_id', 'id')
    .mayHave('recorded_by', 'id')
    .has('recorded_at', 'time')
    .create();
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
    .has('created_at', 'time')
    .mayHave('closed_at', 'time')
    .unique('code')
    .check('phase', "phase in ('planned', 'opening', 'writing', 'sharing', 'approving', 'closed')");
  await within(within(gathering, 'group_id', 'group'), 'question_id', 'question').create();
  await index(db, 'gathering', 'territory_id', 'group_id');

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

  await within(territorial(db, 'process_review'), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('sender', 'id')
    .has('sent_id', 'id')
    .has('day', 'day')
    .has('levels', 'json')
    .has('words', 'text')
    .unique('territory_id', 'cycle_id', 'sender', 'sent_id')
    .create();
}
