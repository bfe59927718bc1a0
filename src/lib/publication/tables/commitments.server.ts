import { listCommitments } from '#lib/plan/commitment-list.server.ts';
import { listHistory } from '#lib/plan/commitment.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { findPact, listSignatures } from '#lib/plan/pact.server.ts';
import { ACTOR_KINDS, COMMITMENT_STATUSES, GIFTS } from '#lib/plan/tables.ts';
import { dayIn } from '../here.ts';
import { publicTable, type Here } from '../table.ts';

/** What each actor gives to an objective, and how that stands now. */
export const commitments = publicTable(
  'commitments',
  'plan',
  {
    commitment_id: 'id',
    actor_id: 'id',
    actor: 'name',
    objective_id: 'id',
    objective: 'name',
    action_id: 'id',
    gives: GIFTS,
    text: 'text',
    from_day: 'day',
    until_day: 'day',
    commitment_status: COMMITMENT_STATUSES,
    reason: 'text',
    told_on: 'day',
  },
  async (here) =>
    (await listHere(here)).map(({ commitment, objective }) => ({
      commitment_id: commitment.id,
      actor_id: commitment.actor_id,
      actor: commitment.actorName,
      objective_id: commitment.objective_id,
      objective,
      action_id: commitment.action_id,
      gives: commitment.gives,
      text: commitment.words,
      from_day: commitment.from_day,
      until_day: commitment.until_day,
      commitment_status: commitment.status,
      reason: commitment.reason || null,
      told_on: dayIn(here, commitment.markedAt),
    })),
);

/** Every status that a commitment ever had, with its reason, oldest first. */
export const commitmentHistory = publicTable(
  'commitment-history',
  'plan',
  {
    commitment_id: 'id',
    actor: 'name',
    number: 'number',
    commitment_status: COMMITMENT_STATUSES,
    reason: 'text',
    told_on: 'day',
  },
  async (here) => {
    const told = await Promise.all(
      (await listHere(here)).map(async ({ commitment }) =>
        (await listHistory(here.db, here.territory.id, commitment.id)).map((one) => ({ commitment, one })),
      ),
    );
    return told.flat().map(({ commitment, one }) => ({
      commitment_id: commitment.id,
      actor: commitment.actorName,
      number: one.number,
      commitment_status: one.status,
      reason: one.reason || null,
      told_on: dayIn(here, one.marked_at),
    }));
  },
);

/** The pact, once it is signed. */
export const pacts = publicTable(
  'pacts',
  'plan',
  { pact_id: 'id', pact: 'text', text: 'text', signed_on: 'day', review_on: 'day' },
  async (here) => {
    const pact = await findSignedPact(here);
    if (!pact) return [];
    const signed_on = dayIn(here, pact.signed_at);
    return [{ pact_id: pact.id, pact: pact.title, text: pact.text, signed_on, review_on: pact.review_on }];
  },
);

export const pactSignatures = publicTable(
  'pact-signatures',
  'plan',
  { pact_id: 'id', actor_id: 'id', actor: 'name', actor_kind: ACTOR_KINDS, signed_on: 'day' },
  async (here) => {
    const pact = await findSignedPact(here);
    if (!pact) return [];
    return (await listSignatures(here.db, here.territory.id, pact.id)).map((signer) => ({
      pact_id: pact.id,
      actor_id: signer.id,
      actor: signer.name,
      actor_kind: signer.kind,
      signed_on: signer.signed_on,
    }));
  },
);

/** Until it is signed, its words are a draft of those who write it. */
async function findSignedPact({ db, territory, cycle }: Here) {
  const pact = await findPact(db, territory.id, cycle.id);
  return pact?.signed_at === null ? undefined : pact;
}

async function listHere({ db, territory, cycle }: Here) {
  const titles = new Map((await listObjectives(db, territory.id, cycle.id)).map(({ id, title }) => [id, title]));
  const listed = await listCommitments(db, territory.id, [...titles.keys()]);
  return listed.map((commitment) => ({ commitment, objective: titles.get(commitment.objective_id) ?? null }));
}
