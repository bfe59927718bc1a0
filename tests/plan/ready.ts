import { adoptIndicator, discussIndicator } from '#lib/indicators/adoption.server.ts';
import { enterActor } from '#lib/plan/actor.server.ts';
import { agreeObjective, proposeObjective, type ObjectiveFacts } from '#lib/plan/objective.server.ts';
import { propose, type ProposalFacts } from '#lib/plan/proposal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { LEVELS, startIndicator, type Draft } from '#tests/indicators/draft.ts';
import type { TestHouse } from '#tests/support/database.ts';

/** A town with one adopted, frozen indicator: what a plan starts from. */
export interface Ready extends Draft {
  readonly by: ReturnType<Draft['as']>;
  readonly objective: ObjectiveFacts;
  /** Proposes an objective and has the coordination group agree it. */
  agree(facts?: Partial<ObjectiveFacts>): Promise<string>;
  enter(name: string): Promise<string>;
  propose(objectiveIds: readonly string[], facts?: Partial<ProposalFacts>): Promise<string>;
}

export async function readyTown(house: TestHouse, name = 'Rives'): Promise<Ready> {
  const draft = await startIndicator(house, LEVELS, name);
  const { indicatorId, versionId, territoryId } = draft;
  const by = draft.as('member');
  await house.write((db, now) => discussIndicator(db, { ...by, indicatorId }, now));
  await draft.decide('adopt-indicator', versionId);
  await house.write((db, now) => adoptIndicator(db, { ...by, indicatorId }, now));
  const objective: ObjectiveFacts = {
    versionId,
    roundId: null,
    title: 'Que chacun soit soigné',
    why: '',
    fromLevel: 2,
    toLevel: 3,
    forWhom: 'Les personnes âgées',
    byDay: '2027-06-30',
  };

  async function agree(facts: Partial<ObjectiveFacts> = {}): Promise<string> {
    const objectiveId = await house.write((db, now) => proposeObjective(db, { ...objective, ...facts, ...by }, now));
    await draft.decide('agree-objective', objectiveId);
    await house.write((db, now) => agreeObjective(db, { ...by, objectiveId }, now));
    return objectiveId;
  }

  return {
    ...draft,
    by,
    objective,
    agree,
    enter: (who) =>
      house.write((db, now) => enterActor(db, { ...by, kind: 'association', name: who, description: '' }, now)),
    propose: (objectiveIds, facts = {}) =>
      house.write((db, now) =>
        propose(db, { ...IDEA, ...facts, objectiveIds, ...by, territoryId, sender: 'device', sentId: randomId() }, now),
      ),
  };
}

export const IDEA: Omit<ProposalFacts, 'objectiveIds'> = {
  title: 'Un bus vers l’hôpital',
  description: 'Deux matins par semaine.',
  place: 'Place du marché',
  kind: 'action',
  costCents: 1_200_050,
  costReasons: 'Un chauffeur et du carburant.',
  holderActorId: null,
  neighbourhoodId: null,
  writtenBy: '',
};
