import type { GridFamily } from './types.ts';

export const families: readonly GridFamily[] = [
  {
    letter: 'A',
    letterSourced: true,
    name: { fr: 'Accès aux moyens de vie', en: 'Access to essential resources', de: 'Zugang zu den Lebensgrundlagen' },
    explanation: {
      fr: 'Ce qu’il faut pour vivre : manger, se soigner, se loger, apprendre, travailler, se déplacer.',
      en: 'What it takes to live: food, care, a home, learning, work, getting around.',
      de: 'Was man zum Leben braucht: Essen, Pflege, Wohnung, Bildung, Arbeit, Wege.',
    },
  },
  {
    letter: 'B',
    letterSourced: true,
    name: { fr: 'Cadre de vie', en: 'Living environment', de: 'Lebensumfeld' },
    explanation: {
      fr: 'Les lieux où l’on vit : l’air, le calme, les rues, les commerces, les endroits où se retrouver.',
      en: 'The places we live in: air, quiet, streets, shops, somewhere to meet.',
      de: 'Die Orte, an denen wir leben: Luft, Ruhe, Straßen, Läden, Treffpunkte.',
    },
  },
  {
    letter: 'C',
    letterSourced: false,
    name: {
      fr: 'Relations avec et entre les institutions',
      en: 'Relations with and between institutions',
      de: 'Beziehungen zu und zwischen Institutionen',
    },
    explanation: {
      fr: 'Les droits, les guichets, les décisions : comment les institutions traitent les gens et se parlent.',
      en: 'Rights, counters, decisions: how institutions treat people and talk to one another.',
      de: 'Rechte, Ämter, Entscheidungen: wie Institutionen mit den Menschen und miteinander umgehen.',
    },
  },
  {
    letter: 'D',
    letterSourced: false,
    name: { fr: 'Relations entre les personnes', en: 'Personal relations', de: 'Persönliche Beziehungen' },
    explanation: {
      fr: 'Les proches, les amis, les voisins, les collègues, et les bêtes qui partagent notre vie.',
      en: 'Those close to us, friends, neighbours, colleagues, and the animals who share our lives.',
      de: 'Nahestehende, Freunde, Nachbarn, Kollegen und die Tiere, die mit uns leben.',
    },
  },
  {
    letter: 'E',
    letterSourced: false,
    name: { fr: 'Équilibres sociétaux', en: 'Societal balances', de: 'Gesellschaftliches Gleichgewicht' },
    explanation: {
      fr: 'Ce qui tient la société ensemble : justice, mélange, paix, cultures, nature, ce que l’on laisse après soi.',
      en: 'What holds society together: fairness, mix, peace, cultures, nature, what we leave behind.',
      de: 'Was die Gesellschaft zusammenhält: Gerechtigkeit, Vielfalt, Frieden, Kulturen, Natur, das Erbe.',
    },
  },
  {
    letter: 'F',
    letterSourced: false,
    name: { fr: 'Équilibres personnels', en: 'Personal balances', de: 'Persönliches Gleichgewicht' },
    explanation: {
      fr: 'Tenir debout soi-même : le corps, le moral, le temps, la liberté de mener sa vie.',
      en: 'Keeping one’s own footing: body, morale, time, the freedom to lead one’s life.',
      de: 'Selbst im Lot sein: Körper, Gemüt, Zeit, die Freiheit, sein Leben zu führen.',
    },
  },
  {
    letter: 'G',
    letterSourced: false,
    name: {
      fr: 'Sentiments de bien-être et de mal-être',
      en: 'Feelings of well-being and ill-being',
      de: 'Gefühle von Wohl- und Unwohlsein',
    },
    explanation: {
      fr: 'Ce que l’on ressent : fierté ou honte, sérénité ou peur, joie ou tristesse.',
      en: 'What we feel: pride or shame, serenity or fear, joy or sadness.',
      de: 'Was man fühlt: Stolz oder Scham, Ruhe oder Angst, Freude oder Traurigkeit.',
    },
  },
  {
    letter: 'H',
    letterSourced: false,
    name: { fr: 'Attitudes et initiatives', en: 'Attitudes and initiatives', de: 'Haltungen und Initiativen' },
    explanation: {
      fr: 'Ce que chacun fait ou peut faire, pour soi, pour les autres, pour ce qui est à tous.',
      en: 'What each of us does or can do, for ourselves, for others, for what belongs to all.',
      de: 'Was jede und jeder tut oder tun kann, für sich, für andere, für das Gemeinsame.',
    },
  },
];
