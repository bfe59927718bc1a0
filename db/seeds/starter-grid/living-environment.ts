import type { GridComponent } from './types.ts';

export const livingEnvironment: readonly GridComponent[] = [
  {
    code: 'B00',
    sourced: true,
    name: { fr: 'Cadre de vie en général', en: 'Living environment in general', de: 'Lebensumfeld allgemein' },
    explanation: {
      fr: 'Se plaire, ou non, là où l’on vit, sans plus de précision.',
      en: 'Liking, or not, the place one lives in, without saying more.',
    },
    examples: ['un quartier agréable', 'on est bien ici'],
  },
  {
    code: 'B01',
    sourced: true,
    name: { fr: 'Pollution, déchets, bruit', en: 'Pollution, waste, noise', de: 'Verschmutzung, Abfall, Lärm' },
    explanation: {
      fr: 'L’air, l’eau, la propreté et le calme, dehors comme à la fenêtre.',
      en: 'Air, water, cleanliness and quiet, outside and at the window.',
    },
    examples: ['moins de camions sous mes fenêtres', 'des poubelles ramassées', 'une rivière propre'],
  },
  {
    code: 'B02',
    sourced: true,
    name: { fr: 'Infrastructures de base', en: 'Basic infrastructure', de: 'Grundlegende Infrastruktur' },
    explanation: {
      fr: 'Les rues, l’eau, l’éclairage, les réseaux, l’état des bâtiments publics.',
      en: 'Streets, water, lighting, networks, the state of public buildings.',
    },
    examples: ['des lampadaires qui éclairent', 'une chaussée sans trous', 'des toilettes publiques'],
  },
  {
    code: 'B03',
    sourced: false,
    name: { fr: 'Lieux de rencontre', en: 'Meeting places', de: 'Treffpunkte' },
    explanation: {
      fr: 'Des endroits où l’on peut être ensemble sans avoir à payer ou à se justifier.',
      en: 'Places where people can be together without paying or explaining themselves.',
    },
    examples: ['une salle ouverte à tous', 'des bancs qui se font face', 'un café associatif'],
  },
  {
    code: 'B04',
    sourced: false,
    name: { fr: 'Services et commerces', en: 'Services and shops', de: 'Dienste und Läden' },
    explanation: {
      fr: 'Trouver près de chez soi de quoi vivre, et quelqu’un derrière le comptoir.',
      en: 'Finding what one needs nearby, and somebody behind the counter.',
    },
    examples: ['une épicerie au coin', 'encore un rideau baissé', 'la pharmacie à cinq minutes'],
  },
  {
    code: 'B05',
    sourced: false,
    name: { fr: 'Climat et risques naturels', en: 'Weather and natural risks', de: 'Wetter und Naturgefahren' },
    explanation: {
      fr: 'La chaleur, le froid, les crues : s’en protéger, s’y préparer.',
      en: 'Heat, cold, floods: being protected and getting ready.',
    },
    examples: ['de l’ombre en été', 'la cave inondée deux fois', 'trop chaud pour dormir'],
  },
  {
    code: 'B06',
    sourced: false,
    name: { fr: 'Espace', en: 'Space', de: 'Raum' },
    explanation: {
      fr: 'Avoir de la place : pour marcher, jouer, respirer, ne pas être les uns sur les autres.',
      en: 'Having room: to walk, play, breathe, not to be on top of each other.',
    },
    examples: ['un grand parc', 'trop d’immeubles', 'de la place pour les enfants'],
  },
  {
    code: 'B07',
    sourced: false,
    name: { fr: 'Cadre de travail', en: 'Working environment', de: 'Arbeitsumgebung' },
    explanation: {
      fr: 'Les lieux, les outils et les conditions dans lesquels on travaille.',
      en: 'The places, tools and conditions in which one works.',
    },
    examples: ['un atelier clair', 'un bureau sans courant d’air', 'des outils qui fonctionnent'],
  },
  {
    code: 'B08',
    sourced: false,
    name: { fr: 'Paysage', en: 'Landscape', de: 'Landschaft' },
    explanation: {
      fr: 'Ce que l’on a sous les yeux : la rivière, les arbres, les façades, le ciel.',
      en: 'What one has before one’s eyes: the river, trees, façades, the sky.',
    },
    examples: ['voir la colline depuis ma fenêtre', 'des façades grises', 'le bord de l’eau'],
  },
];
