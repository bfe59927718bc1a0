import type { CensusShares, Cycle, Question, Territory } from './types.ts';

/** An invented town: no figure, street or person of it is real. */
export const territory: Territory = {
  name: 'Rives-sur-Ill',
  slug: 'rives-sur-ill',
  tagline: {
    fr: 'Ici, le bien-être se définit ensemble.',
    en: 'Here, we say together what being well means.',
    de: 'Hier sagen wir gemeinsam, was Wohlergehen heißt.',
  },
  introduction:
    'Deux quartiers, une rivière entre eux, un pont que l’on passe trop peu. Depuis deux ans, les habitants de Rives-sur-Ill disent avec leurs mots ce qui les fait aller bien, regardent ensemble où l’on en est, et prennent chacun leur part de ce qu’il faut changer. Cette ville est inventée : elle sert à montrer la méthode.',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  inhabitants: 12840,
  neighbourhoods: [
    {
      key: 'tanneurs',
      name: 'Les Tanneurs',
      description:
        'La rive gauche : d’anciens séchoirs, la place du Foulon, des immeubles des années soixante-dix et la vieille rue des Tanneurs.',
      inhabitants: 6940,
    },
    {
      key: 'filature',
      name: 'La Filature',
      description:
        'La rive droite : les cités ouvrières en brique, la rue des Bobines, l’ancienne chaufferie et les tours près de la rocade.',
      inhabitants: 5900,
    },
  ],
};

export const cycles: readonly Cycle[] = [
  {
    key: '2025',
    name: 'Cycle 2025',
    yearsBefore: 1,
    opened: -790,
    closed: -385,
    purpose:
      'Dire avec nos mots ce qu’est le bien-être ici, en faire vingt indicateurs, regarder une première fois où l’on en est, et commencer par ce qui ne coûte rien.',
    steps: [
      { step: 'definitions', from: -762, until: -710 },
      { step: 'indicators', from: -709, until: -668 },
      { step: 'evaluation', from: -655, until: -618 },
      { step: 'plan', from: -617, until: -385 },
    ],
  },
  {
    key: '2026',
    name: 'Cycle 2026',
    yearsBefore: 0,
    madeFrom: '2025',
    opened: -378,
    purpose:
      'Entendre ce qui manquait la première fois, voir ce qui a changé en un an avec les mêmes indicateurs, et cette fois décider d’un plan avec un budget.',
    steps: [
      { step: 'definitions', from: -346, until: -318 },
      { step: 'indicators', from: -317 },
      { step: 'evaluation', from: -290, until: -254 },
      { step: 'plan', from: -253 },
    ],
  },
];

export const questions: readonly Question[] = [
  {
    key: 'well-being',
    order: 1,
    polarity: 'well-being',
    text: {
      fr: 'Qu’est-ce que le bien-être, pour vous ?',
      en: 'What is well-being, for you?',
      de: 'Was bedeutet Wohlergehen für Sie?',
      tr: 'Sizin için iyi olmak ne demek?',
      ar: 'ماذا يعني لك أن تكون بخير؟',
    },
    easy: { fr: 'Qu’est-ce qui vous fait du bien ?', en: 'What does you good?', de: 'Was tut Ihnen gut?' },
  },
  {
    key: 'ill-being',
    order: 2,
    polarity: 'ill-being',
    text: {
      fr: 'Qu’est-ce que le mal-être, pour vous ?',
      en: 'What is ill-being, for you?',
      de: 'Was bedeutet es für Sie, wenn es einem nicht gut geht?',
      tr: 'Sizin için kötü olmak ne demek?',
      ar: 'ماذا يعني لك ألا تكون بخير؟',
    },
    easy: {
      fr: 'Qu’est-ce qui vous empêche d’aller bien ?',
      en: 'What stops you from being well?',
      de: 'Was hindert Sie daran, dass es Ihnen gut geht?',
    },
  },
  {
    key: 'responsibility',
    order: 3,
    polarity: 'responsibility',
    text: {
      fr: 'Que faites-vous, ou que pouvez-vous faire, pour votre bien-être et celui de toutes et tous ?',
      en: 'What do you do, or what can you do, for your well-being and everyone’s?',
      de: 'Was tun Sie, oder was können Sie tun, damit es Ihnen und allen gut geht?',
      tr: 'Kendinizin ve herkesin iyiliği için ne yapıyorsunuz, ne yapabilirsiniz?',
      ar: 'ماذا تفعل، أو ماذا يمكنك أن تفعل، من أجل خيرك وخير الجميع؟',
    },
    easy: {
      fr: 'Que faites-vous, que pouvez-vous faire, pour aller bien ensemble ?',
      en: 'What do you do, what can you do, so that we are well together?',
      de: 'Was tun Sie, was können Sie tun, damit es uns zusammen gut geht?',
    },
  },
];

export const censusShares: CensusShares = {
  source: 'Recensement de Rives-sur-Ill, habitants de 16 ans et plus (données inventées)',
  neighbourhood: { tanneurs: 54, filature: 46 },
  ageBand: { '16-25': 14, '26-39': 23, '40-59': 33, '60-74': 19, '75+': 11 },
  sex: { woman: 52, man: 48 },
};
