import type { Vote } from './plan-types.ts';

const firstVote: Vote = {
  key: 'vote-1',
  cycle: '2026',
  title: 'Premier vote : 120 000 € pour les deux rives',
  introduction:
    'Treize propositions relues par un jury d’habitants, d’acteurs et d’agents. Choisissez tout ce que vous approuvez, trois au moins, six au plus : vos choix n’ont pas à tenir dans le budget.',
  opened: -175,
  closes: -154,
  status: 'closed',
  openedBy: 'vote-1-opened',
  closedBy: 'vote-1-closed',
  budgetEuros: 120_000,
  minimum: 3,
  maximum: 6,
  proposals: [
    'bridge-lights',
    'doctors-rooms',
    'care-rides',
    'early-late-bus',
    'benches',
    'cool-room',
    'square-shade',
    'tools-and-bikes',
    'counter-on-wheels',
    'warm-brigade',
    'shop-trial',
    'lit-pitch',
    'bridge-feast',
  ],
  whoDecides: 'Toute personne de 16 ans et plus qui habite, étudie ou travaille sur l’une des deux rives.',
  binding:
    'C’est une consultation ouverte, un bulletin par appareil : elle conseille, et le conseil municipal décide. Il répond en public à chaque proposition, et donne ses raisons là où il s’écarte du résultat.',
  councilDay: -146,
  profiles: [
    {
      who: 'young people',
      ballots: 32,
      approves: {
        'lit-pitch': 86,
        'early-late-bus': 70,
        'bridge-lights': 58,
        'tools-and-bikes': 48,
        'bridge-feast': 46,
        'cool-room': 16,
        'square-shade': 14,
      },
    },
    {
      who: 'families',
      ballots: 38,
      approves: {
        'doctors-rooms': 72,
        'square-shade': 76,
        'bridge-lights': 54,
        'warm-brigade': 42,
        'care-rides': 28,
        'bridge-feast': 34,
        'counter-on-wheels': 22,
        'lit-pitch': 12,
      },
    },
    {
      who: 'older people',
      ballots: 40,
      approves: {
        'doctors-rooms': 80,
        benches: 82,
        'care-rides': 66,
        'cool-room': 60,
        'counter-on-wheels': 36,
        'bridge-lights': 26,
      },
    },
    {
      who: 'people with odd hours',
      ballots: 24,
      approves: {
        'early-late-bus': 80,
        'tools-and-bikes': 66,
        'warm-brigade': 60,
        'care-rides': 30,
        'counter-on-wheels': 36,
        'doctors-rooms': 26,
      },
    },
    {
      who: 'shopkeepers',
      ballots: 16,
      approves: { 'shop-trial': 88, 'bridge-feast': 64, 'bridge-lights': 50, benches: 20, 'doctors-rooms': 22 },
    },
    {
      who: 'others',
      ballots: 30,
      approves: {
        'bridge-lights': 60,
        'doctors-rooms': 60,
        'square-shade': 36,
        'early-late-bus': 30,
        'cool-room': 30,
        'care-rides': 30,
      },
    },
  ],
};

const secondVote: Vote = {
  key: 'vote-2',
  cycle: '2026',
  title: 'Deuxième vote : 60 000 €',
  introduction:
    'Neuf propositions qui n’étaient pas prêtes la première fois. Mêmes règles : trois choix au moins, et tout ce que vous approuvez.',
  opened: -8,
  closes: 13,
  status: 'open',
  openedBy: 'vote-2-opened',
  budgetEuros: 60_000,
  minimum: 3,
  maximum: 6,
  proposals: [
    'french-next-level',
    'evening-ear',
    'reading-aloud',
    'school-shutters',
    'wednesday-meal',
    'roundabout-trial',
    'street-lodge',
    'walking-bus',
    'light-path',
  ],
  whoDecides: 'Toute personne de 16 ans et plus qui habite, étudie ou travaille sur l’une des deux rives.',
  binding:
    'C’est une consultation ouverte, un bulletin par appareil : elle conseille, et le conseil municipal décide. Il répond en public à chaque proposition, et donne ses raisons là où il s’écarte du résultat.',
  councilDay: 27,
  profiles: [
    {
      who: 'families',
      ballots: 13,
      approves: {
        'french-next-level': 74,
        'walking-bus': 60,
        'wednesday-meal': 55,
        'school-shutters': 50,
        'reading-aloud': 40,
        'light-path': 36,
      },
    },
    {
      who: 'young people',
      ballots: 9,
      approves: {
        'evening-ear': 72,
        'roundabout-trial': 58,
        'wednesday-meal': 50,
        'light-path': 52,
        'walking-bus': 22,
      },
    },
    {
      who: 'older people',
      ballots: 12,
      approves: { 'reading-aloud': 80, 'street-lodge': 62, 'evening-ear': 50, 'light-path': 34, 'school-shutters': 30 },
    },
    {
      who: 'shopkeepers',
      ballots: 6,
      approves: { 'street-lodge': 84, 'roundabout-trial': 66, 'light-path': 58, 'wednesday-meal': 20 },
    },
  ],
};

export const votes: readonly Vote[] = [firstVote, secondVote];
