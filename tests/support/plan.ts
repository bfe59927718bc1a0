import { adoptIndicator, discussIndicator } from '#lib/indicators/adoption.server.ts';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { startActions } from '#lib/plan/action.server.ts';
import { enterActor } from '#lib/plan/actor.server.ts';
import { commit } from '#lib/plan/commitment.server.ts';
import { raiseObjection } from '#lib/plan/objection.server.ts';
import { agreeObjective, proposeObjective } from '#lib/plan/objective.server.ts';
import { writePact } from '#lib/plan/pact.server.ts';
import { propose } from '#lib/plan/proposal.server.ts';
import { chooseScenario, writeScenario } from '#lib/plan/scenario.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { GRID } from '#tests/indicators/words.ts';
import type { Town } from './territory.ts';

/** One of each thing of a plan; the proposal was sent by the town's relay, objective and scenario are chosen. */
export interface PlanOfTown {
  readonly versionId: string;
  readonly objectiveId: string;
  readonly scenarioId: string;
  /** Said against the scenario by the town's resident, not answered. */
  readonly objectionId: string;
  readonly proposalId: string;
  readonly actorId: string;
  readonly actionId: string;
  readonly commitmentId: string;
}

/** A town with a plan that has begun: for what it takes, see `PlanOfTown`. */
export async function withPlan(house: Pick<House, 'write'>, town: Town): Promise<Town> {
  return { ...town, plan: await house.write((db, now) => beginPlan(db, town, now)) };
}

async function beginPlan(db: Db, town: Town, now: number): Promise<PlanOfTown> {
  const territoryId = town.territory.id;
  const by = { territoryId, cycleId: town.cycle.id, actor: { kind: 'account', id: town.people.member.id } } as const;
  const versionId = await adopt(db, town, by, now);
  const days = { fromDay: '2026-05-07', untilDay: '2099-06-30' };
  const actorId = await enterActor(db, { ...by, kind: 'association', name: 'Entraide', description: '' }, now);
  const aim = { title: 'Que chacun soit soigné', why: '', fromLevel: 2, toLevel: 3, forWhom: 'tout le monde' };
  const objectiveId = await proposeObjective(
    db,
    { ...by, ...aim, versionId, roundId: null, byDay: days.untilDay },
    now,
  );
  await decide(db, town, 'agree-objective', objectiveId, now);
  await agreeObjective(db, { ...by, objectiveId }, now);
  const way = { name: 'Un bus', description: 'd', onWorstOff: 'w', onFuture: 'f', costCents: 0, effects: [] };
  const scenarioId = await writeScenario(db, { ...by, ...way, objectiveId }, now);
  await writeScenario(db, { ...by, ...way, name: 'Un train', objectiveId }, now);
  await chooseScenario(db, { ...by, scenarioId, chosen: true, reason: 'Il passe partout' }, now);
  const resident = { kind: 'account', id: town.people.resident.id } as const;
  const said = { territoryId, scenarioId, objection: 'Il passe trop tôt', actor: resident };
  const objectionId = await raiseObjection(db, said, now);
  const proposalId = await propose(db, { ...by, ...ideaOf(town), objectiveIds: [objectiveId] }, now);
  await startActions(db, { ...by, proposalIds: [proposalId] }, now);
  const [action] = await listActions(db, territoryId, town.cycle.id);
  const actionId = action?.id ?? '';
  const share = { actorId, objectiveId, actionId, gives: 'time', words: 'Deux matins', ...days } as const;
  const commitmentId = await commit(db, { ...by, ...share }, now);
  await writePact(db, { ...by, title: 'Pacte', text: 'Ensemble.', reviewOn: days.untilDay }, now);
  return { versionId, objectiveId, scenarioId, objectionId, proposalId, actorId, actionId, commitmentId };
}

async function adopt(
  db: Db,
  town: Town,
  by: { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<string> {
  await copyGrid(db, { ...by, grid: GRID }, now);
  const componentId = (await findComponentByCode(db, { ...by, code: 'A02' }))?.id ?? '';
  const said = { language: 'fr', name: 'Se soigner', question: 'Où en êtes-vous ?' };
  const begun = { ...by, ...said, componentId, direction: 'higher-is-better' } as const;
  const { id: indicatorId, versionId } = await createIndicator(db, begun, now);
  const levels = ['un', 'deux', 'trois', 'quatre', 'cinq'];
  await wordIndicator(db, { ...by, ...said, indicatorId, form: 'plain', levels }, now);
  await discussIndicator(db, { ...by, indicatorId }, now);
  await decide(db, town, 'adopt-indicator', versionId, now);
  await adoptIndicator(db, { ...by, indicatorId }, now);
  return versionId;
}

async function decide(db: Db, town: Town, purpose: Purpose, subjectId: string, now: number): Promise<void> {
  const { member, secondMember } = town.people;
  const territoryId = town.territory.id;
  const facts = { territoryId, bodyId: town.bodyId, decidedOn: '2026-05-07', title: purpose, text: '' };
  const first = { kind: 'account', id: member.id } as const;
  const decisionId = await recordDecision(db, { ...facts, purpose, subjectId, actor: first }, now);
  const second = { kind: 'account', id: secondMember.id } as const;
  await confirmDecision(db, { territoryId, decisionId, accountId: second.id, actor: second }, now);
}

function ideaOf(town: Town) {
  return {
    title: 'Un bus vers l’hôpital',
    description: 'Deux matins par semaine.',
    place: '',
    kind: 'action',
    costCents: 120_000,
    costReasons: '',
    holderActorId: null,
    neighbourhoodId: null,
    writtenBy: '',
    sender: town.people.relay.id,
    sentId: 'the-only-one',
  } as const;
}
