import { sql } from 'kysely';
import { index, territorial, within, type AnyDb } from '../column.ts';

/**
 * Whoever proposes something may name somebody else to carry it: they carry it once that is confirmed. Of the names
 * given before, those that stand in the journal came from people who may confirm.
 *
 * A prepared vote may be corrected: each correction has an id of its own, about which the body then decides.
 */
export async function up(db: AnyDb): Promise<void> {
  await within(
    within(territorial(db, 'proposal_holder', ['proposal_id', 'actor_id']), 'proposal_id', 'proposal'),
    'actor_id',
    'actor',
  )
    .mayHave('confirmed_by', 'id')
    .has('confirmed_at', 'time')
    .create();
  await sql`
    insert into proposal_holder (territory_id, proposal_id, actor_id, confirmed_by, confirmed_at)
    select p.territory_id, p.id, p.holder_actor_id, max(j.actor_id), max(j.at)
    from proposal p
    join journal j on j.territory_id = p.territory_id and j.subject_id = p.id and j.verb = 'proposal.holder-found'
    where p.holder_actor_id is not null
    group by p.territory_id, p.id, p.holder_actor_id
  `.execute(db);

  await within(territorial(db, 'vote_correction'), 'vote_id', 'vote')
    .has('vote_id', 'id')
    .mayHave('corrected_by', 'id')
    .has('corrected_at', 'time')
    .create();
  await index(db, 'vote_correction', 'territory_id', 'vote_id');
}
