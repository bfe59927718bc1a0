import type { GridComponent } from './types.ts';

export const personalRelations: readonly GridComponent[] = [
  {
    code: 'D00',
    sourced: false,
    name: {
      fr: 'Relations entre les personnes en général',
      en: 'Personal relations in general',
      de: 'Persönliche Beziehungen allgemein',
    },
    explanation: {
      fr: 'Bien vivre avec les autres, sans dire lesquels.',
      en: 'Living well with others, without saying which.',
    },
    examples: ['ne pas être seul', 'le contact humain'],
  },
  {
    code: 'D01',
    sourced: false,
    name: { fr: 'Couple', en: 'Couple', de: 'Partnerschaft' },
    explanation: { fr: 'La vie à deux, l’amour, la séparation.', en: 'Life as two, love, separation.' },
    examples: ['qu’on se parle encore le soir', 'une séparation qui traîne', 'vieillir à deux'],
  },
  {
    code: 'D02',
    sourced: false,
    name: { fr: 'Famille', en: 'Family', de: 'Familie' },
    explanation: {
      fr: 'Les enfants, les parents, les frères et sœurs, proches ou loin.',
      en: 'Children, parents, brothers and sisters, near or far.',
    },
    examples: ['voir grandir mes petits-enfants', 'ma mère est loin', 'les repas du dimanche'],
  },
  {
    code: 'D03',
    sourced: false,
    name: { fr: 'Amitié', en: 'Friendship', de: 'Freundschaft' },
    explanation: {
      fr: 'Des gens que l’on a choisis et sur qui compter.',
      en: 'People one has chosen and can count on.',
    },
    examples: ['un ami que l’on peut appeler la nuit', 'mes copines', 'on ne m’invite plus'],
  },
  {
    code: 'D04',
    sourced: false,
    name: { fr: 'Voisinage', en: 'Neighbourhood', de: 'Nachbarschaft' },
    explanation: {
      fr: 'Connaître ceux d’à côté, se saluer, pouvoir demander un service.',
      en: 'Knowing the people next door, greeting, being able to ask a favour.',
    },
    examples: ['un voisin qui garde le courrier', 'personne ne dit bonjour', 'la fête de l’immeuble'],
  },
  {
    code: 'D05',
    sourced: false,
    name: { fr: 'Relations de travail', en: 'Work relations', de: 'Beziehungen bei der Arbeit' },
    explanation: {
      fr: 'Les collègues, les chefs, les clients : l’ambiance et le respect au travail.',
      en: 'Colleagues, bosses, customers: mood and respect at work.',
    },
    examples: ['une bonne équipe', 'un chef qui dit merci', 'travailler toujours seul'],
  },
  {
    code: 'D06',
    sourced: false,
    name: { fr: 'Animaux', en: 'Animals', de: 'Tiere' },
    explanation: {
      fr: 'Les animaux avec qui l’on vit ou que l’on croise.',
      en: 'The animals one lives with or meets.',
    },
    examples: ['promener mon chien', 'les hirondelles sous le toit'],
  },
];
