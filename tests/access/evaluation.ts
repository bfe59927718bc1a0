import type { Town } from '#tests/support/territory.ts';
import type { RoundOfTown } from '#tests/support/round.ts';
import { by, everyone, type Role, type RouteRule } from './role.ts';

const EVALUATION = '/[language=language]/[territory]/[cycle]/evaluation';
const ROUND = `${EVALUATION}/rounds/[round]`;

const preparers: readonly Role[] = ['member', 'coordinator'];
const planners: readonly Role[] = ['coordinator', 'facilitator', 'other facilitator'];

const roundOf = (town: Town): RoundOfTown => {
  if (!town.round) throw new Error('The town of the matrix has no round');
  return town.round;
};
const round = (town: Town) => ({
  name: 'Automne',
  closesOn: '2099-06-30',
  reading: 'each-person',
  versions: [roundOf(town).versionId],
});
const paper = (town: Town) => ({ sentId: 'made-on-the-device-1', answers: `${roundOf(town).versionId} 3` });
const agreed = (town: Town) => ({ group: town.groupId, version: roundOf(town).versionId, level: '3' });
const series = (town: Town) => ({
  indicator: roundOf(town).indicatorId,
  name: 'Médecins',
  unit: '%',
  source: 's',
  direction: 'up',
});
const value = (town: Town) => ({ series: roundOf(town).seriesId, day: '2026-01-01', value: '12,5' });

/** Step 3. The round of the matrix is closed and released. */
export const EVALUATING: Readonly<Record<string, RouteRule>> = {
  [EVALUATION]: { GET: everyone },
  [`${EVALUATION}/measures`]: {
    GET: everyone,
    'POST ?/attach': by(preparers, series),
    'POST ?/value': by(preparers, value),
  },
  [`${EVALUATION}/rounds/new`]: { GET: preparers, POST: by(preparers, round) },
  [ROUND]: { GET: everyone, 'POST ?/open': preparers, 'POST ?/close': preparers, 'POST ?/release': preparers },
  [`${ROUND}/edit`]: { GET: preparers, 'POST ?/change': by(preparers, round), 'POST ?/discard': preparers },
  [`${ROUND}/paper`]: { GET: preparers, 'POST ?/enter': by(preparers, paper), 'POST ?/release': preparers },
  [`${ROUND}/wheel`]: { GET: everyone },
  [`${ROUND}/indicators/[version]`]: { GET: everyone },
  [`${ROUND}/groups`]: { GET: planners, POST: by(planners, agreed) },
  [`${ROUND}/answer`]: { GET: everyone, POST: everyone },
  // Without the device that began, one is led to the beginning.
  [`${ROUND}/answer/[place]`]: { GET: everyone, POST: by(everyone, () => ({ answer: '3' })) },
  [`${ROUND}/answer/end`]: { GET: everyone },
};
