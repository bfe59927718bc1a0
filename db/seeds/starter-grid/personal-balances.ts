import type { GridComponent } from './types.ts';

export const personalBalances: readonly GridComponent[] = [
  {
    code: 'F00',
    sourced: false,
    name: {
      fr: 'Équilibres personnels en général',
      en: 'Personal balances in general',
      de: 'Persönliches Gleichgewicht allgemein',
    },
    explanation: {
      fr: 'Être en équilibre, aller bien, sans plus de précision.',
      en: 'Being in balance, being well, without saying more.',
    },
    examples: ['être bien dans ma peau', 'trouver mon équilibre'],
  },
  {
    code: 'F01',
    sourced: false,
    name: {
      fr: 'Équilibre physique et santé',
      en: 'Physical balance and health',
      de: 'Körperliches Gleichgewicht und Gesundheit',
    },
    explanation: {
      fr: 'L’état du corps : forme, sommeil, douleur, handicap.',
      en: 'The state of the body: fitness, sleep, pain, disability.',
    },
    examples: ['bien dormir', 'ne pas avoir mal', 'marcher tous les jours'],
  },
  {
    code: 'F02',
    sourced: false,
    name: { fr: 'Autonomie et liberté', en: 'Autonomy and freedom', de: 'Selbstständigkeit und Freiheit' },
    explanation: {
      fr: 'Mener sa vie soi-même, faire ses choix, se débrouiller.',
      en: 'Leading one’s own life, making one’s choices, managing alone.',
    },
    examples: ['ne dépendre de personne', 'sortir sans demander la permission', 'décider pour moi'],
  },
  {
    code: 'F03',
    sourced: false,
    name: { fr: 'Temps et sphères de vie', en: 'Time and spheres of life', de: 'Zeit und Lebensbereiche' },
    explanation: {
      fr: 'Du temps pour soi, pour les siens, pour le travail, et l’équilibre entre eux.',
      en: 'Time for oneself, one’s family, one’s work, and the balance between them.',
    },
    examples: ['une soirée par semaine pour moi', 'courir toute la journée', 'des horaires que l’on connaît'],
  },
  {
    code: 'F04',
    sourced: false,
    name: {
      fr: 'Équilibre mental et émotionnel',
      en: 'Mental and emotional balance',
      de: 'Seelisches Gleichgewicht',
    },
    explanation: {
      fr: 'Le moral, les pensées qui tournent, pouvoir en parler.',
      en: 'Morale, thoughts that go round, being able to talk about it.',
    },
    examples: ['garder le moral', 'des idées noires', 'quelqu’un à qui se confier'],
  },
  {
    code: 'F05',
    sourced: false,
    name: { fr: 'Spiritualité', en: 'Spirituality', de: 'Spiritualität' },
    explanation: {
      fr: 'Croire, méditer, prier, chercher du sens.',
      en: 'Believing, meditating, praying, looking for meaning.',
    },
    examples: ['ma foi', 'un moment de recueillement', 'trouver un sens à ma vie'],
  },
  {
    code: 'F06',
    sourced: false,
    name: { fr: 'Équilibre avec la société', en: 'Balance with society', de: 'Gleichgewicht mit der Gesellschaft' },
    explanation: {
      fr: 'Être en accord, ou non, avec la société où l’on vit.',
      en: 'Being at one, or not, with the society one lives in.',
    },
    examples: ['me sentir utile à la société', 'ne plus me reconnaître dans ce monde'],
  },
];
