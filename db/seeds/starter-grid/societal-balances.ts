import type { GridComponent } from './types.ts';

export const societalBalances: readonly GridComponent[] = [
  {
    code: 'E00',
    sourced: false,
    name: {
      fr: 'Équilibres sociétaux en général',
      en: 'Societal balances in general',
      de: 'Gesellschaftliches Gleichgewicht allgemein',
    },
    explanation: {
      fr: 'L’état de la société, sans plus de précision.',
      en: 'The state of society, without saying more.',
    },
    examples: ['vivre dans un monde meilleur', 'la société va mal'],
  },
  {
    code: 'E01',
    sourced: false,
    name: { fr: 'Identité, culture, valeurs', en: 'Identity, culture, values', de: 'Identität, Kultur, Werte' },
    explanation: {
      fr: 'D’où l’on vient, ses langues, ses métiers, ce que l’on transmet.',
      en: 'Where one comes from, one’s languages and trades, what one hands down.',
    },
    examples: ['parler la langue de ma mère', 'les fêtes de chacun', 'la mémoire du quartier'],
  },
  {
    code: 'E02',
    sourced: false,
    name: { fr: 'Équité et mixité', en: 'Equity and mix', de: 'Gerechtigkeit und Durchmischung' },
    explanation: {
      fr: 'Le partage équitable entre quartiers, âges et milieux ; se mélanger.',
      en: 'A fair share between neighbourhoods, ages and backgrounds; mixing.',
    },
    examples: ['les mêmes moyens pour chaque école', 'des quartiers mélangés', 'toujours les mêmes qui trinquent'],
  },
  {
    code: 'E03',
    sourced: false,
    name: { fr: 'Inclusion, exclusion', en: 'Inclusion, exclusion', de: 'Teilhabe, Ausgrenzung' },
    explanation: {
      fr: 'Avoir sa place, comme on est ; ou être mis de côté.',
      en: 'Having one’s place, as one is; or being put aside.',
    },
    examples: ['être invité aussi', 'on me regarde de travers', 'un quartier que l’on ne montre pas du doigt'],
  },
  {
    code: 'E04',
    sourced: false,
    name: { fr: 'Violence et paix', en: 'Violence and peace', de: 'Gewalt und Frieden' },
    explanation: {
      fr: 'Les coups, les insultes, les vols ; ou la paix entre les gens.',
      en: 'Blows, insults, thefts; or peace between people.',
    },
    examples: ['la paix', 'des bagarres au pied de l’immeuble', 'ne plus se crier dessus'],
  },
  {
    code: 'E05',
    sourced: false,
    name: { fr: 'Société et environnement', en: 'Society and environment', de: 'Gesellschaft und Umwelt' },
    explanation: {
      fr: 'Ce que notre façon de vivre fait à la nature, et ce qu’elle laisse aux suivants.',
      en: 'What our way of living does to nature, and what it leaves to those who follow.',
    },
    examples: ['consommer moins', 'laisser une rivière vivante', 'le climat pour mes enfants'],
  },
  {
    code: 'E06',
    sourced: false,
    name: { fr: 'Progrès', en: 'Progress', de: 'Fortschritt' },
    explanation: {
      fr: 'Le sentiment que les choses avancent ou reculent.',
      en: 'The sense that things move forward or back.',
    },
    examples: ['que ça bouge', 'c’était mieux avant', 'avoir des projets pour la ville'],
  },
  {
    code: 'E07',
    sourced: false,
    name: { fr: 'Démographie', en: 'Demography', de: 'Bevölkerung' },
    explanation: {
      fr: 'Qui naît, vieillit, arrive, part.',
      en: 'Who is born, grows old, arrives, leaves.',
    },
    examples: ['les jeunes s’en vont', 'une classe qui ferme', 'de nouvelles familles'],
  },
  {
    code: 'E08',
    sourced: false,
    name: { fr: 'Technologie', en: 'Technology', de: 'Technik' },
    explanation: {
      fr: 'Ce que les machines et les écrans apportent ou enlèvent.',
      en: 'What machines and screens bring or take away.',
    },
    examples: ['des machines à la place des gens', 'les enfants sur les écrans', 'un outil qui fait gagner du temps'],
  },
];
