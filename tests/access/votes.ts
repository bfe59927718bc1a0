import { by, everyone, nobody, type Role, type RouteRule } from './role.ts';

const VOTES = '/[language=language]/[territory]/[cycle]/plan/votes';
const VOTE = `${VOTES}/[vote]`;

const preparers: readonly Role[] = ['member', 'coordinator'];

const sent = () => ({ sentId: crypto.randomUUID() });
const receipt = () => ({ receipt: 'ACDEFGHJKMNPQRTWXY346797' });
const ballot = () => ({ code: 'ACDEFGHJKMNP', choices: ['one', 'two'] });
const vote = () => ({
  ...sent(),
  name: 'Un vote',
  question: 'Que faire ?',
  proposals: ['one', 'two'],
  budget: '1000',
  leastChoices: '1',
  mostChoices: '2',
  add1Stops: 'only-at-overspend',
  admission: 'roll',
  closesOn: '2099-05-31',
  whoDecides: 'Le conseil',
  binding: 'yes',
  councilOn: '2099-06-20',
});

/** Votes; the town's own is by roll, and open. */
export const VOTING: Readonly<Record<string, RouteRule>> = {
  [VOTES]: { GET: everyone },
  [`${VOTES}/new`]: { GET: preparers, POST: by(preparers, vote) },
  // One that is only prepared: tests/plan/vote-pages.test.ts.
  [VOTE]: {
    GET: everyone,
    'POST ?/open': preparers,
    'POST ?/discard': preparers,
    'POST ?/close': preparers,
    'POST ?/count': preparers,
    'POST ?/depart': by(preparers, () => ({ reason: 'Le pont est fermé.' })),
  },
  // Whoever has a code votes; without one it is refused in words, not hidden.
  [`${VOTE}/ballot`]: {
    GET: everyone,
    'POST ?/choose': by(everyone, ballot),
    'POST ?/review': by(everyone, ballot),
    'POST ?/send': by(everyone, () => ({ ...ballot(), ...receipt(), drawn: 'server' })),
  },
  // The town's vote is open: whoever prepares votes is led back to it.
  [`${VOTE}/edit`]: { GET: preparers, POST: by(preparers, vote) },
  [`${VOTE}/receipt`]: { GET: everyone, POST: by(everyone, receipt) },
  [`${VOTE}/roll`]: {
    GET: preparers,
    'POST ?/make': by(preparers, () => ({ ...sent(), batch: 'guichet', number: '2' })),
    'POST ?/replace': by(preparers, () => ({ ...sent(), batch: 'guichet', number: '1' })),
  },
  [`${VOTE}/paper`]: { GET: preparers, POST: by(preparers, () => ({ ...ballot(), ...receipt() })) },
  [`${VOTE}/rules.json`]: { GET: everyone },
  // While a vote is open there is nothing of it to read, for nobody.
  [`${VOTE}/ballots.pb`]: { GET: nobody },
  [`${VOTE}/result.json`]: { GET: nobody },
  [`${VOTE}/receipts.csv`]: { GET: nobody },
};
