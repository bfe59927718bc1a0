import { accounts, by, everyone, nobody, type RouteRule } from './role.ts';

const SIGN_IN = '/[language=language]/sign-in';
const ACCOUNT = '/[language=language]/account';

const INVITATION = () => ({ email: 'somebody@example.org', name: 'Somebody', language: 'fr' });
const SECRET = 'quatre mots sans lien';

/** Signing in, accounts, the installation. */
export const PEOPLE: Readonly<Record<string, RouteRule>> = {
  [SIGN_IN]: { GET: everyone, POST: by(everyone, () => ({ email: 'nobody@example.org', password: SECRET })) },
  // Without a mail server there is nothing to be sent.
  [`${SIGN_IN}/password`]: { GET: everyone, POST: by(nobody, () => ({ email: 'nobody@example.org' })) },
  [`${SIGN_IN}/register`]: { GET: everyone, POST: by(nobody, () => ({ email: 'nobody@example.org', name: 'Nobody' })) },
  [`${SIGN_IN}/link/[token]`]: {
    GET: everyone,
    'POST ?/choose': by(everyone, () => ({ name: 'Nobody', password: SECRET })),
    'POST ?/verify': everyone,
  },
  // A kept form is for the browser that sent it.
  [`${SIGN_IN}/kept/[kept]`]: { GET: { who: nobody, leadsTo: '/fr/sign-in?kept=' } },
  '/[language=language]/sign-out': { GET: everyone, POST: everyone },
  [ACCOUNT]: {
    GET: accounts,
    'POST ?/save': by(accounts, () => ({ name: 'Somebody', language: 'fr' })),
    'POST ?/verify': { who: accounts },
    'POST ?/leaveEverywhere': { who: accounts },
  },
  [`${ACCOUNT}/password`]: { GET: accounts, POST: by(accounts, () => ({ current: 'wrong', password: SECRET })) },
  [`${ACCOUNT}/close`]: { GET: accounts, POST: by(accounts, () => ({ current: 'wrong' })) },
  [`${ACCOUNT}/installation`]: {
    GET: ['owner'],
    'POST ?/invite': by(['owner'], INVITATION),
    'POST ?/withdraw': by(['owner'], (town) => ({ accountId: town.people.resident.id })),
    'POST ?/recover': by(['owner'], () => ({ email: 'nobody@example.org' })),
  },
  '/[language=language]/new': {
    GET: ['owner'],
    POST: by(['owner'], (town) => ({
      name: `Vallée de ${town.territory.name}`,
      language: 'fr',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      leastShown: '5',
      contact: 'mairie@example.org',
      sentId: crypto.randomUUID(),
    })),
  },
};
