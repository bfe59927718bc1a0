import { accounts, by, everyone, type Form, type Role, type RouteRule } from './role.ts';

const TERRITORY_HOME = '/[language=language]/[territory]';
const CYCLE = `${TERRITORY_HOME}/[cycle]`;
const STAFF = `${CYCLE}/staff`;

const staff: readonly Role[] = ['relay', 'facilitator', 'other facilitator', 'member', 'coordinator'];
const recorders: readonly Role[] = ['member', 'coordinator'];
const coordinator: readonly Role[] = ['coordinator'];

const sent = () => ({ sentId: crypto.randomUUID() });
const CALENDAR = {
  'definitions-opens': '2026-01-05',
  'indicators-opens': '2026-03-02',
  'evaluation-opens': '2026-05-04',
  'plan-opens': '2026-06-01',
};
const facts = (): Record<string, string> => ({
  name: 'Rives',
  language: 'fr',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  leastShown: '5',
  contact: 'mairie@example.org',
});
const group = (): Record<string, string> => ({
  kind: 'homogeneous',
  name: 'Les aînés',
  standsFor: 'les plus de 65 ans',
  targetSize: '9',
});
const question: Form = (town) => ({ questionId: town.questionIds[0] ?? '' });
const body = () => ({ kind: 'committee', name: 'Comité', mandate: 'Suivre le plan' });

/** A territory, its cycle, its bodies and their decisions. */
export const TERRITORY: Readonly<Record<string, RouteRule>> = {
  [TERRITORY_HOME]: { GET: everyone },
  [`${TERRITORY_HOME}/privacy`]: { GET: everyone },
  [`${TERRITORY_HOME}/new`]: {
    GET: coordinator,
    POST: by(coordinator, () => ({ name: '2027', ...CALENDAR, ...sent() })),
  },
  [CYCLE]: { GET: everyone },
  [`${CYCLE}/bodies`]: { GET: everyone },
  [`${CYCLE}/bodies/[body]`]: { GET: everyone },
  [`${CYCLE}/review`]: { GET: everyone, POST: by(['participant', ...accounts], () => ({ words: 'Bien', ...sent() })) },
  [`${CYCLE}/review/results`]: { GET: everyone },
  [STAFF]: { GET: staff },
  [`${STAFF}/settings`]: {
    GET: coordinator,
    'POST ?/save': by(coordinator, () => ({ ...facts(), authorDays: '365', unapprovedDays: '730' })),
    'POST ?/add': by(coordinator, () => ({ name: 'Les Tanneurs', ...sent() })),
    'POST ?/rename': by(coordinator, (town) => ({ name: 'La Filature', neighbourhoodId: town.neighbourhoodId })),
    'POST ?/retire': by(coordinator, (town) => ({ neighbourhoodId: town.neighbourhoodId })),
  },
  [`${STAFF}/cycle`]: {
    GET: coordinator,
    'POST ?/save': by(coordinator, () => ({ name: '2026', ...CALENDAR })),
    'POST ?/close': { who: coordinator },
  },
  [`${STAFF}/questions`]: {
    GET: coordinator,
    'POST ?/place': by(coordinator, (town) => ({ ...question(town), place: '2' })),
    'POST ?/retire': by(coordinator, question),
  },
  [`${STAFF}/questions/new`]: {
    GET: coordinator,
    POST: by(coordinator, () => ({ polarity: 'other', 'plain-fr': 'Que manque-t-il ici ?', ...sent() })),
  },
  [`${STAFF}/questions/[question]`]: { GET: coordinator, POST: by(coordinator, () => ({ 'plain-fr': 'Encore ?' })) },
  [`${STAFF}/groups`]: { GET: coordinator },
  [`${STAFF}/groups/new`]: { GET: coordinator, POST: by(coordinator, () => ({ ...group(), ...sent() })) },
  [`${STAFF}/groups/[group]`]: {
    GET: coordinator,
    'POST ?/save': by(coordinator, group),
    'POST ?/retire': { who: coordinator },
  },
  [`${STAFF}/bodies`]: { GET: staff },
  [`${STAFF}/bodies/new`]: { GET: coordinator, POST: by(coordinator, () => ({ ...body(), ...sent() })) },
  [`${STAFF}/bodies/[body]`]: {
    GET: recorders,
    'POST ?/save': by(coordinator, body),
    'POST ?/end': { who: coordinator },
    'POST ?/addMember': by(coordinator, () => ({
      name: 'Rosa',
      capacity: 'association',
      since: '2026-01-05',
      language: 'fr',
      ...sent(),
    })),
    'POST ?/acceptMember': by(['member'], (town) => ({ memberId: town.memberId })),
    'POST ?/endMember': by(coordinator, (town) => ({ memberId: town.memberId, until: '2026-05-07' })),
  },
  [`${STAFF}/decisions/new`]: { GET: staff },
  [`${STAFF}/bodies/[body]/decisions/new`]: {
    GET: recorders,
    POST: by(recorders, () => ({ about: 'general', decidedOn: '2026-01-05', title: 'Le calendrier', ...sent() })),
  },
  [`${STAFF}/bodies/[body]/decisions/[decision]`]: {
    GET: recorders,
    // Entered by the coordinator: a member is the second person, and only the coordinator takes it back.
    'POST ?/confirm': { who: ['member'] },
    'POST ?/withdraw': { who: coordinator },
  },
  [`${STAFF}/people`]: {
    GET: coordinator,
    'POST ?/invite': by(coordinator, () => ({
      role: 'relay',
      name: 'Sami',
      email: 'sami@example.org',
      language: 'fr',
    })),
    'POST ?/withdraw': by(coordinator, () => ({ grantId: 'none' })),
  },
  [`${STAFF}/review`]: {
    GET: coordinator,
    'POST ?/statements': by(coordinator, () => ({ 'statement-0-fr': 'J’ai pu parler.' })),
    'POST ?/open': { who: coordinator },
    'POST ?/close': { who: coordinator },
    // Nobody has written any words yet.
    'POST ?/read': by([], () => ({ wordsId: 'none' }), { leadsTo: '/fr/sign-in?' }),
  },
  [`${STAFF}/journal`]: { GET: coordinator },
};
