import type { GridComponent } from './types.ts';

export const attitudes: readonly GridComponent[] = [
  {
    code: 'H00',
    sourced: false,
    name: {
      fr: 'Attitudes et initiatives en général',
      en: 'Attitudes and initiatives in general',
      de: 'Haltungen und Initiativen allgemein',
    },
    explanation: {
      fr: 'Faire quelque chose, sans dire quoi.',
      en: 'Doing something, without saying what.',
    },
    examples: ['chacun peut faire un peu', 'agir à mon niveau'],
  },
  {
    code: 'H01',
    sourced: false,
    name: { fr: 'Travail sur soi', en: 'Work on oneself', de: 'Arbeit an sich selbst' },
    explanation: {
      fr: 'Se changer soi-même : patience, habitudes, regard.',
      en: 'Changing oneself: patience, habits, outlook.',
    },
    examples: ['apprendre à écouter', 'arrêter de râler', 'prendre soin de moi'],
  },
  {
    code: 'H02',
    sourced: false,
    name: { fr: 'Initiatives privées', en: 'Private initiatives', de: 'Private Initiativen' },
    explanation: {
      fr: 'Ce que l’on lance soi-même, seul ou à quelques-uns.',
      en: 'What one starts oneself, alone or with a few others.',
    },
    examples: ['ouvrir un atelier', 'monter une association', 'un jardin sur le toit'],
  },
  {
    code: 'H03',
    sourced: false,
    name: { fr: 'Élan et volonté', en: 'Drive and will', de: 'Antrieb und Wille' },
    explanation: {
      fr: 'L’envie de faire, la force de s’y mettre.',
      en: 'The wish to do, the strength to start.',
    },
    examples: ['garder l’envie', 'se lever avec un but', 'ne pas lâcher'],
  },
  {
    code: 'H04',
    sourced: false,
    name: { fr: 'Sociabilité', en: 'Sociability', de: 'Geselligkeit' },
    explanation: {
      fr: 'Aller vers les autres, dire bonjour, inviter.',
      en: 'Going towards others, saying hello, inviting.',
    },
    examples: ['sourire aux gens', 'inviter les nouveaux', 'faire le premier pas'],
  },
  {
    code: 'H05',
    sourced: false,
    name: {
      fr: 'Respect, tolérance, solidarité',
      en: 'Respect, tolerance, solidarity',
      de: 'Respekt, Toleranz, Solidarität',
    },
    explanation: {
      fr: 'S’entraider, se respecter, accepter que l’autre soit autre.',
      en: 'Helping each other, respecting, accepting that others differ.',
    },
    examples: ['faire les courses d’une voisine', 'se respecter entre âges', 'ne laisser tomber personne'],
  },
  {
    code: 'H06',
    sourced: false,
    name: { fr: 'Partage', en: 'Sharing', de: 'Teilen' },
    explanation: {
      fr: 'Mettre en commun des choses, des savoirs, des repas.',
      en: 'Pooling things, knowledge, meals.',
    },
    examples: ['prêter mes outils', 'donner des cours de cuisine', 'échanger des graines'],
  },
  {
    code: 'H07',
    sourced: false,
    name: { fr: 'Engagement civique', en: 'Civic engagement', de: 'Bürgerschaftliches Engagement' },
    explanation: {
      fr: 'Prendre part à la vie publique : voter, siéger, faire vivre une association.',
      en: 'Taking part in public life: voting, sitting on a council, keeping an association alive.',
    },
    examples: ['être bénévole', 'venir au conseil de quartier', 'signer et faire signer'],
  },
  {
    code: 'H08',
    sourced: false,
    name: {
      fr: 'Responsabilité envers les biens communs',
      en: 'Responsibility for common goods',
      de: 'Verantwortung für Gemeingüter',
    },
    explanation: {
      fr: 'Prendre soin de ce qui est à tous : la rue, l’eau, l’énergie, les locaux.',
      en: 'Taking care of what belongs to all: the street, water, energy, shared rooms.',
    },
    examples: ['ne rien jeter par terre', 'fermer les lumières', 'entretenir le square ensemble'],
  },
];
