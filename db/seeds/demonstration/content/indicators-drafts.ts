import type { Indicator } from './evaluation-types.ts';

/** Two paths still being discussed; nobody has yet said what would make the first one last. */
export const indicatorsDiscussed: readonly Indicator[] = [
  {
    key: 'morale',
    component: 'F04',
    cycle: '2026',
    status: 'discussed',
    direction: 'higher-is-better',
    fr: {
      name: 'Le moral',
      question: 'Quand ça ne va pas, que se passe-t-il ?',
      levels: [
        'Je n’ai personne à qui le dire.',
        'Je dis que ça va, et l’on me croit.',
        'J’en parle, mais à quelqu’un qui regarde l’heure.',
        'Quelqu’un me demande comment je vais et attend la réponse.',
        null,
      ],
    },
    en: {
      name: 'Morale',
      question: 'When you are not well, what happens?',
      levels: [
        'I have nobody to tell.',
        'I say I’m fine, and am believed.',
        'I talk about it, but to someone with an eye on the clock.',
        'Someone asks how I am and waits for the answer.',
        null,
      ],
    },
    propositions: {
      P: 'On ne sait pas à qui parler avant que ça déborde, ou c’est fermé.',
      O: 'On tient, on dit que ça va, et personne ne regarde derrière.',
      Q: 'Quelqu’un demande, et attend la réponse.',
      S: null,
    },
    discussion: [
      {
        day: -40,
        from: 'Agents des services publics',
        text: 'Attention à ne pas en faire un test de santé. Ce n’est pas à nous de poser un diagnostic.',
      },
      {
        day: -38,
        from: 'Jeunes de la Filature',
        text: 'le niveau 2 c’est nous. gardez le',
      },
      {
        day: -31,
        from: 'Groupe arc-en-ciel',
        text: 'Il manque le passage du 4 au 5 : qu’est-ce qui ferait que cela dure ? Personne ne l’a encore dit. On pose la question à l’atelier plutôt que d’inventer.',
      },
      {
        day: -20,
        from: 'Une habitante des Tanneurs',
        text: 'Peut-être quand on est plusieurs à demander, pas une seule personne sur qui tout repose ?',
      },
    ],
  },
  {
    key: 'common-goods',
    component: 'H08',
    cycle: '2026',
    status: 'discussed',
    direction: 'higher-is-better',
    fr: {
      name: 'Prendre soin de ce qui est à tous',
      question: 'Le square, la cour, le local, le banc : que pouvez-vous y faire ?',
      levels: [
        'Je n’ai ni la clé ni les outils pour y faire quelque chose.',
        'J’y fais quelque chose, et c’est vite défait.',
        'Ce que nous faisons tient, mais personne ne le voit.',
        'On voit ce que nous faisons, et c’est mieux qu’avant.',
        'C’est mieux qu’avant, et d’autres prennent la suite.',
      ],
    },
    en: {
      name: 'Caring for what belongs to all',
      question: 'The square, the yard, the shared room, the bench: what can you do for them?',
      levels: [
        'I have neither the key nor the tools to do anything.',
        'I do something, and it is soon undone.',
        'What we do holds, but nobody sees it.',
        'What we do is seen, and things are better than before.',
        'Things are better than before, and others take over.',
      ],
    },
    propositions: {
      P: 'On voudrait réparer, mais on n’a ni le local ni les outils.',
      O: 'Ce qui est à tout le monde, personne ne s’en occupe : on plante, c’est arraché.',
      Q: 'Ce que l’on répare tient, et on l’a fait ensemble.',
      S: 'Chacun en prend sa part, pour ceux d’après.',
    },
    discussion: [
      {
        day: -36,
        from: 'Personnes retraitées',
        text: 'Que l’on ne dise pas que ce sont les jeunes. Nous voyons bien qui jette.',
      },
      {
        day: -33,
        from: 'Commerçants et artisans',
        text: 'Le trottoir compte-t-il ? Il est à la ville mais nous le balayons.',
      },
      {
        day: -27,
        from: 'Groupe de coordination',
        text: 'Oui, le trottoir compte. Proposé à l’adoption après l’atelier, si les jeunes raccourcissent le niveau 3.',
      },
    ],
  },
];
