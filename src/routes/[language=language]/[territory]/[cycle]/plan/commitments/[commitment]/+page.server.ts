import { getAction } from '#lib/plan/action-list.server.ts';
import { markForm } from '#lib/plan/commitment.form.ts';
import { getCommitment } from '#lib/plan/commitment-list.server.ts';
import { listHistory, markCommitment } from '#lib/plan/commitment.server.ts';
import { needsReason, nextStatuses } from '#lib/plan/commitment.ts';
import { getObjective } from '#lib/plan/objective.server.ts';
import { describeObjectives } from '#lib/plan/objective-words.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { there } from '#lib/platform/refusal.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { dateAt, dateOf, wordsFor } from '../../reading.server.ts';

export async function load(event) {
  const { commitment, objective, territory, base, today } = await getHere(event);
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const [described] = await describeObjectives(house.db, wordsFor(event, territory), [objective]);
  const history = await listHistory(house.db, territory.id, commitment.id);
  const { action_id } = commitment;
  const action = action_id === null ? undefined : await getAction(house.db, territory.id, action_id);
  return {
    base,
    here: `${base}/plan`,
    commitment: { ...commitment, from: dateOf(commitment.from_day), until: dateOf(commitment.until_day) },
    objective: there(described, 'objective'),
    action: action && { id: action.id, title: action.title },
    history: history.map((one) => ({ ...one, markedOn: dateAt(one.marked_at, territory) })).reverse(),
    // Kindly: the day has come, and nobody has said yet what became of it. Only whoever follows it up sees this.
    due: mayPrepare(person, territory.id) && commitment.until_day < today && commitment.status === 'confirmed',
    next: mayPrepare(person, territory.id)
      ? nextStatuses(commitment.status).map((status) => ({ status, reason: needsReason(status) }))
      : undefined,
  };
}

export const actions = {
  mark: act(markForm, async ({ event, facts, write }) => {
    const { territory } = await getPlace(event);
    admit(event, mayPrepare(event.locals.person, territory.id));
    const { commitment } = await getHere(event);
    const mark = { ...facts, territoryId: territory.id, commitmentId: commitment.id, actor: actorOf(event) };
    await write((db, now) => markCommitment(db, mark, now));
  }),
};

async function getHere(event: Parameters<typeof getPlace>[0]) {
  const place = await getPlace(event);
  const { db } = event.locals.house;
  const commitment = await orNotFound(getCommitment(db, place.territory.id, event.params.commitment ?? ''));
  const objective = await orNotFound(getObjective(db, place.territory.id, commitment.objective_id));
  allow(objective.cycle_id === place.cycle.id);
  return { ...place, commitment, objective };
}
