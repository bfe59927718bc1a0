import { followAction, startActions } from '#lib/plan/action.server.ts';
import { enterActor } from '#lib/plan/actor.server.ts';
import { commit, markCommitment } from '#lib/plan/commitment.server.ts';
import { nameHolder } from '#lib/plan/holder.server.ts';
import { judgeAction } from '#lib/plan/judgement.server.ts';
import { answerObjection, raiseObjection } from '#lib/plan/objection.server.ts';
import { agreeObjective, proposeObjective } from '#lib/plan/objective.server.ts';
import { signPact, writePact } from '#lib/plan/pact.server.ts';
import { propose } from '#lib/plan/proposal.server.ts';
import { reviewProposal } from '#lib/plan/proposal-review.server.ts';
import { chooseScenario, writeScenario } from '#lib/plan/scenario.server.ts';
import { chooseStrengths, listStrengths } from '#lib/plan/strength.server.ts';
import { there } from '#lib/platform/refusal.ts';
import { actions } from './content/actions.ts';
import { actors } from './content/actors.ts';
import { commitments } from './content/commitments.ts';
import { objectives } from './content/objectives.ts';
import { actionEvaluations, pact } from './content/pact.ts';
import { firstGestures, proposals } from './content/proposals.ts';
import { scenarios } from './content/scenarios.ts';
import type { CycleKey, Day } from './content/types.ts';
import { actorOf, at, dayIn, decide, idOf, type Story } from './story.ts';

export async function tellActors(story: Story, day: Day): Promise<void> {
  for (const { key, kind, name, text } of actors) {
    const facts = {
      territoryId: story.territoryId,
      kind,
      name,
      description: text,
      actor: actorOf(story, 'coordinator'),
    };
    story.actors.set(key, await enterActor(story.db, facts, at(story, day)));
  }
}

/** A cycle's objectives, each agreed by the coordination group, and the ways to them that were compared. */
export async function tellObjectives(story: Story, cycle: CycleKey, day: Day): Promise<void> {
  const { territoryId } = story;
  const actor = actorOf(story, 'member-association');
  for (const objective of objectives.filter((one) => one.cycle === cycle)) {
    const facts = {
      territoryId,
      cycleId: idOf(story.cycles, cycle),
      versionId: there(story.indicators.get(objective.indicator), objective.indicator).versionId,
      roundId: idOf(story.rounds, cycle === '2025' ? 'round-1' : 'round-2'),
      title: objective.title,
      why: objective.why,
      fromLevel: objective.fromLevel,
      toLevel: objective.toLevel,
      forWhom: objective.forWhom,
      byDay: dayIn(story, objective.by),
      actor,
    };
    const objectiveId = await proposeObjective(story.db, facts, at(story, day));
    story.objectives.set(objective.key, objectiveId);
    await decide(story, objective.adoptedBy, objectiveId, `Objectif : ${objective.title}`);
    await agreeObjective(story.db, { territoryId, objectiveId, actor }, at(story, day, '21:00'));
    const keys = objective.alreadyDone.flatMap((key) => [key, `${key}#1`, `${key}#2`]);
    const said = keys.map((key) => story.criteria.get(key));
    const published = await listStrengths(story.db, territoryId, objectiveId);
    const criterionIds = published.map(({ id }) => id).filter((id) => said.includes(id));
    await chooseStrengths(story.db, { territoryId, objectiveId, criterionIds, actor }, at(story, day + 1));
  }
  await tellScenarios(story, cycle, day);
}

async function tellScenarios(story: Story, cycle: CycleKey, day: Day): Promise<void> {
  const { territoryId } = story;
  const actor = actorOf(story, 'member-association');
  const own = objectives.filter((one) => one.cycle === cycle).map((one) => one.key);
  const told: { scenarioId: string; chosen: boolean; reason: string }[] = [];
  for (const scenario of scenarios.filter((one) => own.includes(one.objective))) {
    const facts = {
      territoryId,
      objectiveId: idOf(story.objectives, scenario.objective),
      name: scenario.title,
      description: scenario.text,
      onWorstOff: scenario.worstOff,
      onFuture: scenario.futureGenerations,
      costCents: scenario.costEuros * 100,
      effects: scenario.effects.map(({ indicator, change, why }) => ({
        versionId: there(story.indicators.get(indicator), indicator).versionId,
        effect: change,
        words: why,
      })),
      actor,
    };
    const scenarioId = await writeScenario(story.db, facts, at(story, day + 2));
    for (const { objection, answer } of scenario.objections) {
      const raised = { territoryId, scenarioId, objection, actor: actorOf(story, 'member-resident') };
      const objectionId = await raiseObjection(story.db, raised, at(story, day + 8));
      await answerObjection(story.db, { territoryId, scenarioId, objectionId, answer, actor }, at(story, day + 10));
    }
    told.push({ scenarioId, chosen: scenario.chosen, reason: scenario.reason });
  }
  for (const choice of told) await chooseScenario(story.db, { territoryId, actor, ...choice }, at(story, day + 14));
}

/** A cycle's proposals and what the panel said of them. */
export async function tellProposals(story: Story, cycle: CycleKey): Promise<void> {
  const { territoryId } = story;
  for (const proposal of [...firstGestures, ...proposals].filter((one) => one.cycle === cycle)) {
    const { id: sender, ...actor } = actorOf(story, proposal.author === 'town-staff' ? 'coordinator' : 'resident');
    const proposalId = await propose(
      story.db,
      {
        territoryId,
        cycleId: idOf(story.cycles, cycle),
        title: proposal.title,
        description: proposal.what,
        place: proposal.where,
        kind: proposal.kind,
        costCents: proposal.costEuros * 100,
        costReasons: proposal.costWhy,
        holderActorId: proposal.holder === undefined ? null : idOf(story.actors, proposal.holder),
        neighbourhoodId:
          proposal.neighbourhood === undefined ? null : idOf(story.neighbourhoods, proposal.neighbourhood),
        writtenBy: AUTHORS[proposal.author],
        objectiveIds: proposal.objectives.map((key) => idOf(story.objectives, key)),
        sender,
        sentId: proposal.key,
        actor: { ...actor, id: sender },
      },
      at(story, proposal.day),
    );
    story.proposals.set(proposal.key, proposalId);
    const { outcome, reasons, panel, day } = proposal.review;
    const review = { territoryId, proposalId, outcome, reasons, panel, actor: actorOf(story, 'coordinator') };
    await reviewProposal(story.db, review, at(story, day));
    if (proposal.holder === undefined) continue;
    const actorId = idOf(story.actors, proposal.holder);
    await nameHolder(story.db, { territoryId, proposalId, actorId, actor: review.actor }, at(story, day));
  }
}

const AUTHORS = {
  resident: 'Une personne du quartier',
  group: 'Un groupe d’habitantes et d’habitants',
  association: 'Une association',
  'town-staff': 'La ville',
  business: 'Un commerce',
  school: 'Une école',
} as const;

/** Winners become actions; their status, what they cost and how they were judged. */
export async function tellActions(story: Story, cycle: CycleKey, day: Day): Promise<void> {
  const { territoryId } = story;
  const cycleId = idOf(story.cycles, cycle);
  const actor = actorOf(story, 'coordinator');
  const own = actions.filter((action) => action.cycle === cycle);
  const proposalIds = own.map((action) => idOf(story.proposals, action.proposal));
  await startActions(story.db, { territoryId, cycleId, proposalIds, actor }, at(story, day));
  const rows = await story.db
    .selectFrom('action')
    .select(['id', 'proposal_id'])
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .execute();
  for (const action of own) {
    const actionId = there(
      rows.find((row) => row.proposal_id === story.proposals.get(action.proposal))?.id,
      action.key,
    );
    story.actions.set(action.key, actionId);
    const news = action.news.length > 0 ? action.news : [{ day: action.started, text: '' }];
    for (const [place, { day, text }] of news.entries()) {
      const last = place === news.length - 1;
      const report = {
        status: last ? action.status : ('under-way' as const),
        spentCents: last ? action.spentEuros * 100 : 0,
        words: text,
      };
      await followAction(story.db, { territoryId, actionId, ...report, actor }, at(story, day));
    }
  }
  for (const judged of actionEvaluations.filter((one) => own.some(({ key }) => key === one.action))) {
    const facts = {
      territoryId,
      actionId: idOf(story.actions, judged.action),
      versionId: there(story.indicators.get(judged.indicator), judged.indicator).versionId,
      before: judged.before,
      expected: judged.expected,
      observed: judged.observed,
      reach: judged.reach,
      worstOff: judged.worstOff,
      fewerResources: judged.fewerResources,
      multiplied: judged.multiplied,
      coResponsibility: judged.coResponsibility,
      evidence: judged.evidence,
      judgedBy: judged.judgedBy,
      actor,
    };
    await judgeAction(story.db, facts, at(story, judged.day));
  }
}

/** What actors gave, and whether it was kept. */
export async function tellCommitments(story: Story, cycle: CycleKey): Promise<void> {
  const { territoryId } = story;
  const actor = actorOf(story, 'coordinator');
  for (const promised of commitments.filter((one) => one.cycle === cycle)) {
    const [first, ...later] = promised.history;
    const commitmentId = await commit(
      story.db,
      {
        territoryId,
        actorId: idOf(story.actors, promised.actor),
        objectiveId: idOf(story.objectives, promised.objective),
        actionId: promised.action === undefined ? null : idOf(story.actions, promised.action),
        gives: promised.gives,
        words: promised.what,
        fromDay: dayIn(story, promised.from),
        untilDay: dayIn(story, promised.until),
        actor,
      },
      at(story, first?.day ?? promised.from),
    );
    for (const { day, status, reason } of later) {
      await markCommitment(story.db, { territoryId, commitmentId, status, reason, actor }, at(story, day));
    }
  }
}

export async function tellPact(story: Story): Promise<void> {
  const { territoryId } = story;
  const actor = actorOf(story, 'coordinator');
  const place = { territoryId, cycleId: idOf(story.cycles, pact.cycle), actor };
  const words = { title: pact.title, text: pact.text.join('\n\n'), reviewOn: dayIn(story, pact.review) };
  const pactId = await writePact(story.db, { ...place, ...words }, at(story, pact.signed - 12));
  await decide(story, 'pact', pactId);
  const actorIds = pact.signatories.map((key) => idOf(story.actors, key));
  await signPact(story.db, { ...place, actorIds, day: dayIn(story, pact.signed) }, at(story, pact.signed, '19:00'));
}
