import type { GridComponent } from './types.ts';

export const feelings: readonly GridComponent[] = [
  {
    code: 'G00',
    sourced: false,
    name: { fr: 'Sentiments en général', en: 'Feelings in general', de: 'Gefühle allgemein' },
    explanation: {
      fr: 'Se sentir bien ou mal, sans plus de précision.',
      en: 'Feeling well or unwell, without saying more.',
    },
    examples: ['me sentir bien', 'un mal-être que je n’explique pas'],
  },
  {
    code: 'G01',
    sourced: false,
    name: { fr: 'Estime de soi, honte', en: 'Self-esteem, shame', de: 'Selbstachtung, Scham' },
    explanation: {
      fr: 'Être fier de ce que l’on est et respecté ; ou se sentir de trop.',
      en: 'Being proud of what one is and respected; or feeling unwanted.',
    },
    examples: ['qu’on me dise merci', 'avoir honte de demander', 'être fier de mon métier'],
  },
  {
    code: 'G02',
    sourced: false,
    name: { fr: 'Satisfaction, frustration', en: 'Satisfaction, frustration', de: 'Zufriedenheit, Frust' },
    explanation: {
      fr: 'Le plaisir de ce qui réussit, ou l’amertume de ce qui n’arrive jamais.',
      en: 'The pleasure of what succeeds, or the bitterness of what never comes.',
    },
    examples: ['le travail bien fait', 'attendre toujours', 'avoir obtenu ce que je voulais'],
  },
  {
    code: 'G03',
    sourced: false,
    name: { fr: 'Sérénité, peur', en: 'Serenity, fear', de: 'Gelassenheit, Angst' },
    explanation: {
      fr: 'Être tranquille dehors et chez soi, ou avoir peur.',
      en: 'Being at ease outside and at home, or being afraid.',
    },
    examples: ['rentrer tard sans peur', 'laisser les enfants descendre seuls', 'éviter le passage souterrain'],
  },
  {
    code: 'G04',
    sourced: false,
    name: { fr: 'Stress, tranquillité', en: 'Stress, tranquillity', de: 'Stress, Ruhe' },
    explanation: {
      fr: 'La pression de tous les jours, ou la paix.',
      en: 'Everyday pressure, or peace of mind.',
    },
    examples: ['souffler un peu', 'la boule au ventre le lundi', 'la tranquillité'],
  },
  {
    code: 'G05',
    sourced: false,
    name: { fr: 'Joie, tristesse', en: 'Joy, sadness', de: 'Freude, Traurigkeit' },
    explanation: {
      fr: 'Ce qui fait rire, ce qui rend triste.',
      en: 'What makes us laugh, what makes us sad.',
    },
    examples: ['rire ensemble', 'les fêtes', 'la tristesse du soir'],
  },
];
