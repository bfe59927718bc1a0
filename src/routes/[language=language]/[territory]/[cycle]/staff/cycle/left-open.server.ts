import { listWaitingGroups } from '#lib/definitions/publishing.server.ts';
import { countUnsettled } from '#lib/definitions/unsettled.server.ts';
import { listRounds, stateOf } from '#lib/evaluation/round.server.ts';
import { countBoard } from '#lib/indicators/board.server.ts';
import { listIndicatorsInWork } from '#lib/indicators/indicator-list.server.ts';
import { getViewer } from '#lib/indicators/visible.server.ts';
import type { Language } from '#lib/messages/language.ts';
import type { Person } from '#lib/people/person.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { listCommitments } from '#lib/plan/commitment-list.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { listProposals } from '#lib/plan/proposal-list.server.ts';
import { listVotes, stateOfVote } from '#lib/plan/vote.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listGatherings } from '#lib/territory/gathering.server.ts';
import { findReview } from '#lib/territory/review.server.ts';
import type { Place } from '#routes/place.server.ts';

/** What a cycle leaves open as it stands, in the order of the method: how many, and where it is settled. */
export interface LeftOpen {
  readonly what:
    | 'gatherings'
    | 'undecided'
    | 'unread'
    | 'unpublished'
    | 'unsorted'
    | 'indicators'
    | 'rounds'
    | 'proposals'
    | 'votes'
    | 'actions'
    | 'commitments'
    | 'review';
  readonly count: number;
  readonly href: string;
}

export async function listLeftOpen(db: Db, place: Place, person: Person, language: Language): Promise<LeftOpen[]> {
  const { base } = place;
  const all = [
    ...(await ofDefinitions(db, place)),
    ...(await ofIndicators(db, place, person, language)),
    ...(await ofEvaluation(db, place)),
    ...(await ofPlan(db, place)),
    ...(await ofReview(db, place)),
  ];
  return all.filter(([, count]) => count > 0).map(([what, count, path]) => ({ what, count, href: `${base}/${path}` }));
}

type Counted = readonly [LeftOpen['what'], number, string];

async function ofDefinitions(db: Db, { territory, cycle }: Place): Promise<Counted[]> {
  const gatherings = await listGatherings(db, territory.id, cycle.id);
  const left = await Promise.all(gatherings.map((gathering) => countUnsettled(db, gathering)));
  const waiting = await listWaitingGroups(db, territory.id, cycle.id);
  return [
    ['gatherings', gatherings.filter((one) => one.phase !== 'closed').length, 'definitions/gatherings'],
    ['undecided', sum(left.map((one) => one.toTalk + one.undecided)), 'definitions/gatherings'],
    ['unread', sum(left.map((one) => one.unread)), 'definitions/gatherings'],
    ['unpublished', sum(waiting.map((one) => one.count)), 'definitions/syntheses'],
  ];
}

async function ofIndicators(db: Db, place: Place, person: Person, language: Language): Promise<Counted[]> {
  const { territory, cycle } = place;
  const where = { territoryId: territory.id, cycleId: cycle.id, viewer: await getViewer(db, person, territory.id) };
  const reading = { language, fallback: territory.language };
  const inWork = await listIndicatorsInWork(db, territory.id, cycle.id, reading);
  return [
    ['unsorted', await countBoard(db, where, { state: 'unsorted' }), 'indicators/sorting'],
    ['indicators', inWork.filter(({ draft }) => draft !== undefined).length, 'indicators/work'],
  ];
}

async function ofEvaluation(db: Db, { territory, cycle }: Place): Promise<Counted[]> {
  const rounds = await listRounds(db, territory.id, cycle.id);
  return [['rounds', rounds.filter((one) => stateOf(one) !== 'closed').length, 'evaluation']];
}

async function ofPlan(db: Db, { territory, cycle }: Place): Promise<Counted[]> {
  const proposals = await listProposals(db, territory.id, cycle.id);
  const votes = await listVotes(db, territory.id, cycle.id);
  const actions = await listActions(db, territory.id, cycle.id);
  const objectives = await listObjectives(db, territory.id, cycle.id);
  const commitments = await listCommitments(
    db,
    territory.id,
    objectives.map((one) => one.id),
  );
  const ahead = { action: ['planned', 'under-way'], commitment: ['proposed', 'confirmed', 'renegotiated'] };
  return [
    ['proposals', proposals.filter((one) => one.review === undefined).length, 'plan/proposals?show=waiting'],
    ['votes', votes.filter((one) => stateOfVote(one) !== 'closed').length, 'plan/votes'],
    ['actions', actions.filter((one) => ahead.action.includes(one.status)).length, 'plan'],
    ['commitments', commitments.filter((one) => ahead.commitment.includes(one.status)).length, 'plan'],
  ];
}

async function ofReview(db: Db, { territory, cycle }: Place): Promise<Counted[]> {
  const review = await findReview(db, territory.id, cycle.id);
  return [['review', review && review.closed_at === null ? 1 : 0, 'staff/review']];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
