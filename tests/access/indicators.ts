import type { SortedOfTown } from '#tests/support/sorted.ts';
import type { Town } from '#tests/support/territory.ts';
import { accounts, by, everyone, type Role, type RouteRule } from './role.ts';

const INDICATORS = '/[language=language]/[territory]/[cycle]/indicators';
const INDICATOR = `${INDICATORS}/[indicator]`;
const PATH = `${INDICATORS}/paths/[component]`;
const EDIT_GRID = `${INDICATORS}/grid/edit`;

/** Staff and members of bodies; facilitators too, but for the grid and for adopting. */
const preparers: readonly Role[] = ['member', 'coordinator'];
const workers: readonly Role[] = [...preparers, 'facilitator', 'other facilitator'];
const moderators: readonly Role[] = ['coordinator', 'facilitator', 'other facilitator'];

const sent = () => ({ sentId: crypto.randomUUID() });
const sortedOf = (town: Town): SortedOfTown => {
  if (!town.sorted) throw new Error('The town of the matrix has no sorted words');
  return town.sorted;
};
const ticked = (town: Town, place: number) => ({
  [`criterion-${sortedOf(town).criterionIds[place] ?? ''}`]: 'unsorted',
});
const words = () => ({ language: 'fr', name: 'Un nom', explanation: 'Une explication' });
const component = (town: Town) => ({ ...sent(), ...words(), family: sortedOf(town).familyId, code: '' });
const sorting = (town: Town) => ({ ...sent(), ...ticked(town, 2), code: 'A05Q', polarity: 'asked' });
const imported = () => ({ ...sent(), sense: 'P' });
const undoing = (town: Town) => ({ actId: sortedOf(town).actId });
const member = (town: Town) => ({
  grouping: sortedOf(town).groupingId,
  criterion: sortedOf(town).criterionIds[0] ?? '',
});
const grouping = (town: Town) => ({
  ...sent(),
  ...ticked(town, 1),
  ...ticked(town, 2),
  sense: 'P',
  polarity: 'well-being',
  text: 'La même chose',
});
const extension = (town: Town) => ({ grouping: sortedOf(town).groupingId, ...ticked(town, 2) });
const wording = (town: Town) => ({ grouping: sortedOf(town).groupingId, text: 'Autrement dit' });
const dissolving = (town: Town) => ({ grouping: sortedOf(town).groupingId });
const proposition = (town: Town) => ({
  [`criterion-${sortedOf(town).criterionIds[0] ?? ''}`]: 'P',
  language: 'fr',
  ...{ 'text-P': 'On ne trouve personne.', 'seen-P': '0', 'seen-O': '0', 'seen-Q': '0', 'seen-S': '0' },
});
const indicator = () => ({ ...sent(), name: 'Un autre', question: 'Où ?', direction: 'higher-is-better' });
const indicatorWords = () => ({
  language: 'fr',
  form: 'plain',
  name: 'Les soins',
  question: 'Où en êtes-vous ?',
  level1: 'Je ne peux pas me soigner.',
  direction: 'higher-is-better',
  seen: '0',
});
const remark = () => ({ ...sent(), text: 'Une remarque' });
const hiding = (town: Town) => ({ comment: sortedOf(town).commentId, reason: 'Met en cause quelqu’un' });
const showing = (town: Town) => ({ comment: sortedOf(town).commentId });

/** Step 2. */
export const INDICATING: Readonly<Record<string, RouteRule>> = {
  [INDICATORS]: { GET: everyone },
  [`${INDICATORS}/grid`]: { GET: everyone },
  [`${INDICATORS}/criteria/[criterion]`]: {
    GET: everyone,
    'POST ?/report': by(everyone, () => ({ reason: 'Nomme quelqu’un' })),
  },
  [`${INDICATORS}/work`]: { GET: workers },
  [EDIT_GRID]: {
    GET: preparers,
    'POST ?/start': preparers,
    'POST ?/own': preparers,
    'POST ?/add': by(preparers, component),
  },
  [`${EDIT_GRID}/components/[component]`]: {
    GET: preparers,
    'POST ?/words': by(preparers, words),
    'POST ?/retire': preparers,
    'POST ?/reinstate': preparers,
  },
  [`${EDIT_GRID}/families/[family]`]: { GET: preparers, 'POST ?/words': by(preparers, words) },
  [`${INDICATORS}/sorting`]: {
    GET: workers,
    'POST ?/classify': by(workers, sorting),
    'POST ?/imported': by(workers, imported),
    'POST ?/undo': by(workers, undoing),
  },
  [`${INDICATORS}/sorting/one`]: {
    GET: workers,
    'POST ?/classify': by(workers, sorting),
    'POST ?/imported': by(workers, imported),
    'POST ?/undo': by(workers, undoing),
  },
  [`${INDICATORS}/sorting/[criterion]`]: { GET: workers, 'POST ?/undo': by(workers, undoing) },
  [PATH]: {
    GET: workers,
    'POST ?/propositions': by(workers, proposition),
    'POST ?/indicator': by(workers, indicator),
  },
  [`${PATH}/groupings`]: {
    GET: workers,
    'POST ?/create': by(workers, grouping),
    'POST ?/word': by(workers, wording),
    'POST ?/extend': by(workers, extension),
    'POST ?/remove': by(workers, member),
    'POST ?/minority': by(workers, member),
    'POST ?/majority': by(workers, member),
    'POST ?/dissolve': by(workers, dissolving),
  },
  [INDICATOR]: { GET: everyone },
  [`${INDICATOR}/edit`]: { GET: workers, POST: by(workers, indicatorWords) },
  [`${INDICATOR}/discussion`]: {
    GET: everyone,
    'POST ?/say': by(accounts, remark),
    'POST ?/hide': by(moderators, hiding),
    'POST ?/show': by(moderators, showing),
  },
  [`${INDICATOR}/adoption`]: {
    GET: workers,
    'POST ?/discuss': workers,
    'POST ?/adopt': preparers,
    'POST ?/redraft': workers,
    'POST ?/retire': preparers,
  },
};
