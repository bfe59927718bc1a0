import type { Indicator } from './evaluation-types.ts';

/** Being received, having a say. */
export const indicatorsOfInstitutions: readonly Indicator[] = [
  {
    key: 'being-received',
    component: 'C05',
    cycle: '2025',
    status: 'adopted',
    direction: 'higher-is-better',
    fr: {
      name: 'Être reçu et entendu',
      question: 'Quand vous avez une démarche à faire, que se passe-t-il ?',
      levels: [
        'Je n’arrive à joindre personne.',
        'Je joins quelqu’un, et l’on me renvoie ailleurs.',
        'On traite mon dossier, mais on ne m’écoute pas.',
        'On m’écoute et on me répond.',
        'On m’écoute, et la même personne me suit jusqu’au bout.',
      ],
    },
    easy: {
      name: 'Les papiers et les bureaux',
      question: 'Vous avez un papier à faire. Que se passe-t-il ?',
      levels: [
        'Je ne trouve personne.',
        'On me dit d’aller dans un autre bureau.',
        'On fait mon papier. On ne m’écoute pas.',
        'On m’écoute et on me répond.',
        'On m’écoute. C’est toujours la même personne.',
      ],
    },
    en: {
      name: 'Being received and heard',
      question: 'When you have something to arrange with an office, what happens?',
      levels: [
        'I can’t reach anybody.',
        'I reach someone, and am sent elsewhere.',
        'They deal with my file, but don’t listen to me.',
        'They listen to me and answer.',
        'They listen, and the same person sees it through with me.',
      ],
    },
    propositions: {
      P: 'On ne peut ni se faire comprendre ni joindre quelqu’un, sauf par internet.',
      O: 'D’un guichet à l’autre, tout est à recommencer.',
      Q: 'Quelqu’un prend le temps, et porte un nom.',
      S: 'La même personne nous suit, avec une ligne directe.',
    },
    adoptedBy: 'indicators-1',
    discussion: [],
  },
  {
    key: 'having-a-say',
    component: 'C06',
    cycle: '2025',
    status: 'adopted',
    direction: 'higher-is-better',
    fr: {
      name: 'Peser sur ce qui se décide',
      question: 'Quand quelque chose se décide ici, quelle est votre place ?',
      levels: [
        'On ne me demande rien.',
        'On me demande mon avis quand tout est décidé.',
        'On me le demande à temps, sans que cela change rien.',
        'Mon avis compte dans ce qui est décidé.',
        'Mon avis compte, et l’on revient me dire ce qui a été fait.',
      ],
    },
    en: {
      name: 'Having weight in decisions',
      question: 'When something is decided here, what is your place?',
      levels: [
        'I am not asked.',
        'I am asked once everything is decided.',
        'I am asked in time, but it changes nothing.',
        'My opinion counts in what is decided.',
        'My opinion counts, and they come back to tell me what was done.',
      ],
    },
    propositions: {
      P: 'On n’est pas consulté sur ce qui compte.',
      O: 'On l’apprend quand tout est décidé.',
      Q: 'On peut venir, à une heure possible, et l’on n’est pas toujours les mêmes.',
      S: 'On nous dit ensuite ce que c’est devenu.',
    },
    adoptedBy: 'indicators-1',
    discussion: [],
  },
];
