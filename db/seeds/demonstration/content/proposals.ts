import { proposalsOfCareAndWays } from './proposals-care-and-ways.ts';
import { proposalsOfPlacesAndShade } from './proposals-places-and-shade.ts';
import { proposalsOfSecondVote } from './proposals-second-vote.ts';
import type { Proposal } from './plan-types.ts';

const FIRST_CYCLE_REVIEW = {
  day: -604,
  outcome: 'accepted',
  panel: 'Groupe de coordination, réunion ouverte : dix-neuf personnes',
} as const;

/** What was started in the first cycle without any budget, decided by the coordination group and not by a vote. */
export const firstGestures: readonly Proposal[] = [
  {
    key: 'tuesday-counter',
    cycle: '2025',
    title: 'Un guichet sans rendez-vous le mardi',
    what: 'Une agente, une table, pas d’écran entre les gens et elle. On vient avec son papier, on repart avec une réponse ou un nom.',
    where: 'Mairie annexe, Les Tanneurs',
    neighbourhood: 'tanneurs',
    kind: 'experiment',
    costEuros: 0,
    costWhy: 'Sept heures par semaine déplacées du guichet central.',
    holder: 'town',
    objectives: ['first-received'],
    author: 'town-staff',
    day: -610,
    review: { ...FIRST_CYCLE_REVIEW, reasons: 'Proposé par celle qui le tiendra. Rien à redire.' },
  },
  {
    key: 'morning-french',
    cycle: '2025',
    title: 'Le français le matin',
    what: 'Deux matinées par semaine après l’entrée de l’école, dans l’école même, les petits gardés à côté.',
    where: 'École des Saules',
    neighbourhood: 'tanneurs',
    kind: 'action',
    costEuros: 0,
    costWhy: 'Formatrice déjà payée le soir ; les heures sont déplacées.',
    holder: 'saules-school',
    objectives: ['first-received'],
    author: 'group',
    day: -609,
    review: { ...FIRST_CYCLE_REVIEW, reasons: 'Demandé par onze mères sur onze.' },
  },
  {
    key: 'late-bus',
    cycle: '2025',
    title: 'Un bus à 22 h 30',
    what: 'Un départ de plus, du centre vers les deux rives, sur les heures de réserve de la régie.',
    where: 'Ligne des deux rives',
    kind: 'improvement',
    costEuros: 0,
    costWhy: 'Heures de réserve de la régie, dans la limite de deux soirs par semaine.',
    holder: 'bus-board',
    objectives: ['first-reach'],
    author: 'group',
    day: -608,
    review: { ...FIRST_CYCLE_REVIEW, reasons: 'La régie ne promet que deux soirs. On prend.' },
  },
  {
    key: 'roundabout',
    cycle: '2025',
    title: 'Un rond-point que l’on puisse passer à vélo',
    what: 'Étudier puis peindre un passage, avec ceux qui le prennent chaque matin.',
    where: 'Rond-point de la rocade',
    neighbourhood: 'filature',
    kind: 'improvement',
    costEuros: 0,
    costWhy: 'Étude par les services, peinture sur le budget d’entretien.',
    holder: 'town',
    objectives: ['first-reach'],
    author: 'business',
    day: -607,
    review: { ...FIRST_CYCLE_REVIEW, reasons: 'Sous réserve de l’accord de ceux à qui la route appartient.' },
  },
  {
    key: 'saturday-yard',
    cycle: '2025',
    title: 'La cour de l’école ouverte le samedi',
    what: 'De 10 h à 17 h, des parents tiennent la grille à tour de rôle, les grands prêtent les ballons.',
    where: 'Cour de l’école des Saules',
    neighbourhood: 'tanneurs',
    kind: 'experiment',
    costEuros: 0,
    costWhy: 'Assurance de la ville étendue, sans frais.',
    holder: 'saules-parents',
    objectives: ['first-meeting'],
    author: 'group',
    day: -606,
    review: { ...FIRST_CYCLE_REVIEW, reasons: 'Essai de trois mois, reconduit si la cour est propre le lundi.' },
  },
];

const PANEL = 'Jury du deuxième vote : quatre habitants tirés au sort, trois acteurs, deux agents';

const boardOnly: readonly Proposal[] = [
  {
    key: 'swimming-place',
    cycle: '2026',
    title: 'Se baigner dans l’Ill',
    what: 'Un ponton, une eau analysée chaque semaine, quelqu’un qui surveille six semaines par an.',
    where: 'Ancien lavoir, en amont du pont',
    kind: 'experiment',
    costEuros: 26_000,
    costWhy: 'Estimation : 12 000 € de ponton, 11 000 € de surveillance, 3 000 € d’analyses.',
    objectives: ['summer', 'meeting'],
    author: 'resident',
    day: -90,
    review: {
      day: -25,
      outcome: 'to-rework',
      panel: PANEL,
      reasons:
        'Belle idée, eau bonne deux étés sur trois, mais personne encore pour la porter. Club de natation contacté.',
    },
  },
  {
    key: 'night-canteen',
    cycle: '2026',
    title: 'Une cantine pour ceux de la nuit',
    what: 'Un repas chaud à 4 h du matin, trois fois par semaine, pour les équipes du matin et du soir qui se croisent.',
    where: 'Près de l’arrêt du bus de 4 h 50',
    neighbourhood: 'filature',
    kind: 'experiment',
    costEuros: 13_000,
    costWhy: 'Estimation à vérifier : 60 repas par semaine pendant trente semaines.',
    objectives: ['meeting', 'reach'],
    author: 'resident',
    day: -61,
    review: {
      day: -24,
      outcome: 'to-rework',
      panel: PANEL,
      reasons: 'L’idée est séparée de celui qui la portera. La boulangerie veut bien du four, pas de la gestion.',
    },
  },
  {
    key: 'free-parking',
    cycle: '2026',
    title: 'Quarante places gratuites place du Foulon',
    what: 'Rendre la place aux voitures en semaine, une heure gratuite par client.',
    where: 'Place du Foulon',
    neighbourhood: 'tanneurs',
    kind: 'improvement',
    costEuros: 34_000,
    costWhy: '22 000 € de marquage et de bornes, 12 000 € de recettes perdues la première année.',
    holder: 'shop-union',
    objectives: ['lit-windows'],
    author: 'business',
    day: -75,
    review: {
      day: -25,
      outcome: 'declined',
      panel: PANEL,
      reasons:
        'Répond à un objectif et en abîme trois : se retrouver, l’air, passer l’été. Refusée à six voix contre trois, avec l’invitation à proposer dix places d’arrêt minute.',
    },
    appeal: {
      day: -19,
      text: 'Sans clients il n’y aura plus personne à qui faire de l’ombre. Je demande que le jury vienne compter un samedi avec moi.',
      answer: 'Le jury vient compter samedi prochain. La proposition reste hors du vote, la question reste ouverte.',
    },
  },
];

/** All proposals: the first cycle's, the two votes', and those still on the board. */
export const proposals: readonly Proposal[] = [
  ...firstGestures,
  ...proposalsOfCareAndWays,
  ...proposalsOfPlacesAndShade,
  ...proposalsOfSecondVote,
  ...boardOnly,
];
