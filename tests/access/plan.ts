import type { Town } from '#tests/support/territory.ts';
import type { PlanOfTown } from '#tests/support/plan.ts';
import { accounts, by, everyone, type Role, type RouteRule } from './role.ts';

const PLAN = '/[language=language]/[territory]/[cycle]/plan';
const OBJECTIVE = `${PLAN}/objectives/[objective]`;
const SCENARIO = `${PLAN}/scenarios/[scenario]`;

/** Staff and members of bodies; facilitators too where it is about indicators, objectives and ways to them. */
const preparers: readonly Role[] = ['member', 'coordinator'];
const workers: readonly Role[] = [...preparers, 'facilitator', 'other facilitator'];

const sent = () => ({ sentId: crypto.randomUUID() });
const planOf = (town: Town): PlanOfTown => {
  if (!town.plan) throw new Error('The town of the matrix has no plan');
  return town.plan;
};
const objective = (town: Town) => ({
  ...sent(),
  version: planOf(town).versionId,
  round: town.round?.roundId ?? '',
  title: 'Être soigné',
  fromLevel: '1',
  toLevel: '5',
  forWhom: 'tout le monde',
  byDay: '2099-06-30',
});
const scenario = () => ({ ...sent(), name: 'Un autre', description: 'd', onWorstOff: 'w', onFuture: 'f', cost: '0' });
const proposal = (town: Town) => ({
  ...sent(),
  title: 'Un banc',
  description: 'À l’ombre',
  kind: 'action',
  cost: '500,50',
  [`objective-${planOf(town).objectiveId}`]: 'yes',
});
const actor = () => ({ ...sent(), name: 'Une boulangerie', kind: 'business' });
const judgement = (town: Town) => ({
  ...sent(),
  version: planOf(town).versionId,
  before: '1',
  reach: '40 personnes',
  worstOff: 'oui',
  evidence: 'registre',
  judgedBy: 'un groupe',
});
const commitment = (town: Town) => ({
  ...sent(),
  actor: planOf(town).actorId,
  objective: planOf(town).objectiveId,
  gives: 'time',
  words: 'Un matin',
  fromDay: '2026-05-07',
  untilDay: '2099-06-30',
});

/** The plan without its votes. */
export const PLANNING: Readonly<Record<string, RouteRule>> = {
  [PLAN]: { GET: everyone },
  [`${PLAN}/objectives/new`]: { GET: workers, POST: by(workers, objective) },
  [OBJECTIVE]: { GET: everyone, 'POST ?/agree': preparers, 'POST ?/withdraw': workers },
  [`${OBJECTIVE}/strengths`]: { GET: workers, POST: workers },
  [`${OBJECTIVE}/scenarios/new`]: { GET: workers, POST: by(workers, scenario) },
  [SCENARIO]: {
    GET: everyone,
    'POST ?/object': by(accounts, () => ({ ...sent(), objection: 'Trop cher' })),
    'POST ?/answer': by(workers, (town) => ({ objection: planOf(town).objectionId, answer: 'a' })),
    'POST ?/choose': by(preparers, () => ({ chosen: 'yes', reason: 'r' })),
    'POST ?/withdraw': workers,
  },
  [`${PLAN}/proposals`]: { GET: everyone },
  [`${PLAN}/proposals/new`]: { GET: everyone, POST: by(everyone, proposal) },
  // The town's proposal was sent by its relay.
  [`${PLAN}/proposals/mine`]: {
    GET: everyone,
    'POST ?/withdraw': by(['relay'], (town) => ({ proposal: planOf(town).proposalId })),
  },
  [`${PLAN}/proposals/[proposal]`]: {
    GET: everyone,
    'POST ?/review': by(preparers, () => ({ ...sent(), outcome: 'accepted', reasons: 'r', panel: 'mixte' })),
    'POST ?/holder': by(preparers, (town) => ({ holder: planOf(town).actorId })),
    'POST ?/refuse': by(preparers, (town) => ({ holder: planOf(town).actorId })),
  },
  [`${PLAN}/actors`]: { GET: everyone },
  [`${PLAN}/actors/new`]: { GET: preparers, POST: by(preparers, actor) },
  [`${PLAN}/actors/[actor]`]: { GET: everyone },
  [`${PLAN}/actors/[actor]/edit`]: {
    GET: preparers,
    'POST ?/change': by(preparers, actor),
    'POST ?/retire': preparers,
  },
  [`${PLAN}/actions/new`]: {
    GET: preparers,
    POST: by(preparers, (town) => ({ vote: town.voteId ?? '', proposals: planOf(town).proposalId })),
  },
  [`${PLAN}/actions/[action]`]: {
    GET: everyone,
    'POST ?/follow': by(preparers, () => ({ seen: '1', status: 'under-way', spent: '0' })),
    'POST ?/judge': by(preparers, judgement),
  },
  [`${PLAN}/commitments/new`]: { GET: preparers, POST: by(preparers, commitment) },
  [`${PLAN}/commitments/[commitment]`]: {
    GET: everyone,
    'POST ?/mark': by(preparers, () => ({ seen: '1', status: 'confirmed' })),
  },
  [`${PLAN}/pact`]: { GET: everyone },
  [`${PLAN}/pact/edit`]: {
    GET: preparers,
    'POST ?/write': by(preparers, () => ({ title: 'Pacte', text: 'Ensemble, encore.', reviewOn: '2099-06-30' })),
    'POST ?/sign': by(preparers, (town) => ({ signedOn: '2026-05-07', actors: planOf(town).actorId })),
  },
};
