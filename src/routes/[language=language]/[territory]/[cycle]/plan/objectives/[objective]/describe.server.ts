import { listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import type { Language } from '#lib/messages/language.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { listCommitments } from '#lib/plan/commitment-list.server.ts';
import type { Objective } from '#lib/plan/objective.server.ts';
import { describeObjectives } from '#lib/plan/objective-words.server.ts';
import { listProposals } from '#lib/plan/proposal-list.server.ts';
import { listScenarios } from '#lib/plan/scenario-list.server.ts';
import { isBeside, listStrengths } from '#lib/plan/strength.server.ts';
import { traceBackObjective } from '#lib/plan/trace.server.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getDecision } from '#lib/territory/decision.server.ts';
import { getBody } from '#lib/territory/body.server.ts';
import type { Place } from '#routes/place.server.ts';
import { dateAt, dateOf } from '../../reading.server.ts';
import { findResultHere } from '../../result.server.ts';

export interface Facts {
  readonly db: Db;
  readonly place: Place;
  readonly objective: Objective;
  readonly language: Language;
  readonly t: Translate;
}

/** Where an objective comes from: its words, its result, what people do already, who agreed it. */
export async function describeOrigin({ db, place, objective, language, t }: Facts) {
  const { territory, base } = place;
  const wanted = { territoryId: territory.id, language, fallback: territory.language };
  const [words] = await describeObjectives(db, wanted, [objective]);
  const origin = await traceBackObjective(db, objective);
  const { roundId, versionId, indicatorId } = origin;
  const strengths = await listStrengths(db, territory.id, objective.id);
  const described = there(words, 'objective');
  return {
    objective: { ...described, by: dateOf(described.byDay) },
    indicatorHref: `${base}/indicators/${indicatorId}`,
    result:
      roundId === null
        ? undefined
        : await findResultHere(db, { territoryId: territory.id, roundId, versionId, base, t }),
    strengths: strengths
      .filter(isBeside)
      .map(({ id, words: said, language: lang, groupName }) => ({ id, said, lang, groupName })),
    agreement: await findAgreement(db, place, objective),
  };
}

async function findAgreement(db: Db, { territory, base }: Place, objective: Objective) {
  if (objective.agree_decision_id === null) return undefined;
  const decision = await getDecision(db, territory.id, objective.agree_decision_id);
  const body = await getBody(db, territory.id, decision.body_id);
  return { body: body.name, href: `${base}/bodies/${body.id}`, decidedOn: dateOf(decision.decided_on) };
}

/** The ways to the objective beside each other, by every indicator that one of them touches; its own comes first. */
export async function describeScenarios({ db, place, objective, language }: Facts) {
  const { territory } = place;
  const scenarios = await listScenarios(db, territory.id, objective.id);
  const touched = scenarios.flatMap((one) => one.effects.map((effect) => effect.indicator_version_id));
  const versionIds = [...new Set([objective.indicator_version_id, ...touched])];
  const wanted = { territoryId: territory.id, versionIds, language, fallback: territory.language };
  const indicators = await listIndicatorWords(db, wanted);
  return {
    scenarios: scenarios.map((scenario) => ({ ...scenario, choice: scenario.choices.at(-1) })),
    compared: indicators.map(({ versionId, name }) => ({ versionId, name })),
  };
}

/** What answers the objective: proposals, actions, promises. */
export async function describeDoings({ db, place, objective }: Facts) {
  const { territory, cycle } = place;
  const [proposals, actions, commitments] = await Promise.all([
    listProposals(db, territory.id, cycle.id),
    listActions(db, territory.id, cycle.id),
    listCommitments(db, territory.id, [objective.id]),
  ]);
  return {
    proposals: proposals
      .filter((one) => one.objectiveIds.includes(objective.id))
      .map((one) => ({ ...one, proposedOn: dateAt(one.proposed_at, territory) })),
    actions: actions.filter((one) => one.objectiveIds.includes(objective.id)),
    commitments: commitments.map((one) => ({ ...one, until: dateOf(one.until_day) })),
  };
}
