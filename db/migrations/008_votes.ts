import { index, territorial, within, type AnyDb } from '../column.ts';

/**
 * Votes. The roll (who has voted) and the ballot box share no key, no time and no order: no column of one leads to the
 * other, ballots have random ids, and on SQLite neither table keeps a hidden row number.
 */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'vote'), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('name', 'text')
    .has('question', 'text')
    .has('currency', 'id')
    .has('budget_cents', 'cents')
    .has('least_choices', 'count')
    .has('most_choices', 'count')
    .has('add1_stops', 'text')
    .has('admission', 'text')
    .has('closes_on', 'day')
    .has('who_decides', 'text')
    .flag('is_binding')
    .has('council_on', 'day')
    .has('created_at', 'time')
    .mayHave('opened_at', 'time')
    .mayHave('open_decision_id', 'id')
    .mayHave('rules_hash', 'id')
    .mayHave('lot', 'json')
    .mayHave('signing_key', 'text')
    .mayHave('closed_at', 'time')
    .mayHave('close_decision_id', 'id')
    .mayHave('departure', 'text')
    .check('add1', "add1_stops in ('only-at-overspend', 'also-at-first-exhaustive')")
    .check('admission', "admission in ('open', 'account', 'roll')")
    .check('choices', 'least_choices between 0 and most_choices')
    .check('budget', 'budget_cents > 0')
    .create();

  // Signs receipts while the vote is open; its row is deleted at closing, so that nobody can sign one later.
  await within(territorial(db, 'vote_key', ['vote_id']), 'vote_id', 'vote')
    .has('private_key', 'text')
    .create();

  // What stands on the ballot: as prepared, then, from the opening on, as it was that day.
  await within(
    within(territorial(db, 'vote_proposal', ['vote_id', 'proposal_id']), 'vote_id', 'vote'),
    'proposal_id',
    'proposal',
  )
    .has('cost_cents', 'cents')
    .has('title', 'text')
    .create();

  // Who may vote, and who has. `voter_hash`: of a one-time code, an account or a device, each mixed with the vote's id.
  await within(territorial(db, 'roll_entry', ['vote_id', 'voter_hash'], { noRowid: true }), 'vote_id', 'vote')
    .has('state', 'text')
    .mayHave('batch', 'text')
    .mayHave('number', 'count')
    .check('state', "state in ('ready', 'used', 'void', 'test')")
    .create();

  await within(territorial(db, 'ballot', ['vote_id', 'ballot_id'], { noRowid: true }), 'vote_id', 'vote')
    .has('choices', 'json')
    .create();

  // Signed commitments to receipts, published apart from the ballots.
  await within(territorial(db, 'receipt', ['vote_id', 'receipt_hash'], { noRowid: true }), 'vote_id', 'vote')
    .has('signature', 'text')
    .create();

  // How many ballots are in, and nothing else, while a vote is open; `taking` is its last word on letting one in.
  await within(territorial(db, 'ballot_count', ['vote_id']), 'vote_id', 'vote')
    .has('ballots', 'count')
    .flag('taking')
    .create();

  await within(territorial(db, 'tally', ['vote_id']), 'vote_id', 'vote')
    .has('counted_at', 'time')
    .has('ballots', 'count')
    .has('published', 'json')
    .has('result', 'json')
    .has('hashes', 'json')
    .create();
  await index(db, 'vote', 'territory_id', 'cycle_id');
}
