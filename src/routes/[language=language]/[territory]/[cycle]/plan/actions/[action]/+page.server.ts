import { listAdoptedVersions, listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { judgementForm, reportForm } from '#lib/plan/action.form.ts';
import { getAction, listReports } from '#lib/plan/action-list.server.ts';
import { followAction } from '#lib/plan/action.server.ts';
import { listCommitmentsOf } from '#lib/plan/commitment-list.server.ts';
import { judgeAction, listJudgements } from '#lib/plan/judgement.server.ts';
import { listObjectiveWords } from '#lib/plan/objective-words.server.ts';
import { findProposalTitle } from '#lib/plan/proposal-list.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { dateAt, dateOf, wordsFor } from '../../reading.server.ts';

export async function load(event) {
  const { action, territory, cycle, base } = await getHere(event);
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const wanted = wordsFor(event, territory);
  const [reports, judgements, commitments, objectives, adopted] = await Promise.all([
    listReports(house.db, territory.id, action.id),
    listJudgements(house.db, territory.id, action.id),
    listCommitmentsOf(house.db, territory.id, { actionId: action.id }),
    listObjectiveWords(house.db, { ...wanted, cycleId: cycle.id }),
    listAdoptedVersions(house.db, territory.id, cycle.id),
  ]);
  const served = objectives.filter((objective) => action.objectiveIds.includes(objective.id));
  const own = served.map((objective) => objective.indicator.versionId);
  const judged = judgements.map((one) => one.indicator_version_id);
  const versionIds = [...new Set([...own, ...judged, ...adopted])];
  const indicators = await listIndicatorWords(house.db, { ...wanted, versionIds });
  const nameOf = (versionId: string) => indicators.find((one) => one.versionId === versionId)?.name ?? '';
  return {
    base,
    here: `${base}/plan`,
    currency: territory.currency,
    action,
    objectives: served,
    proposal: await findProposalTitle(house.db, territory.id, action.proposal_id),
    reports: reports.map((one) => ({ ...one, reportedOn: dateAt(one.reported_at, territory) })),
    judgements: judgements.map((one) => ({
      ...one,
      name: nameOf(one.indicator_version_id),
      recordedOn: dateAt(one.recorded_at, territory),
    })),
    commitments: commitments.map((one) => ({ ...one, until: dateOf(one.until_day) })),
    open: cycle.closed_at === null,
    staff: mayPrepare(person, territory.id)
      ? { indicators: indicators.map(({ versionId, name }) => ({ versionId, name })), sentId: randomId() }
      : undefined,
  };
}

export const actions = {
  follow: act(reportForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    const report = { ...here, ...facts, spentCents: facts.spent };
    await write((db, now) => followAction(db, report, now));
  }),
  judge: act(judgementForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    await write((db, now) => judgeAction(db, { ...here, ...facts, versionId: facts.version }, now));
  }),
};

type Where = Parameters<typeof getPlace>[0];

async function getHere(event: Where) {
  const place = await getPlace(event);
  const reading = getAction(event.locals.house.db, place.territory.id, event.params.action ?? '');
  const action = await orNotFound(reading);
  allow(action.cycle_id === place.cycle.id);
  return { ...place, action };
}

async function preparing(event: Where) {
  const { territory } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  const { action } = await getHere(event);
  return { territoryId: territory.id, actionId: action.id, actor: actorOf(event) };
}
