import type { GridComponent } from './types.ts';

export const institutions: readonly GridComponent[] = [
  {
    code: 'C00',
    sourced: false,
    name: { fr: 'Institutions en général', en: 'Institutions in general', de: 'Institutionen allgemein' },
    explanation: {
      fr: 'Les relations avec les institutions, sans plus de précision.',
      en: 'Relations with institutions, without saying more.',
    },
    examples: ['l’administration', 'que la mairie s’occupe de nous'],
  },
  {
    code: 'C01',
    sourced: false,
    name: { fr: 'Droits et reconnaissance', en: 'Rights and recognition', de: 'Rechte und Anerkennung' },
    explanation: {
      fr: 'Avoir des droits, les obtenir, voir reconnus ses diplômes, son statut, son travail.',
      en: 'Having rights, obtaining them, seeing one’s diplomas, status and work recognised.',
    },
    examples: ['toucher ce à quoi j’ai droit', 'un titre de séjour', 'mon diplôme ne vaut rien ici'],
  },
  {
    code: 'C02',
    sourced: false,
    name: { fr: 'Justice', en: 'Justice', de: 'Justiz' },
    explanation: {
      fr: 'Pouvoir se défendre, être jugé équitablement, être protégé par la loi.',
      en: 'Being able to defend oneself, being judged fairly, being protected by the law.',
    },
    examples: ['une plainte qui aboutit', 'la même loi pour tous', 'un avocat que l’on peut payer'],
  },
  {
    code: 'C03',
    sourced: false,
    name: {
      fr: 'Transparence et communication',
      en: 'Transparency and communication',
      de: 'Transparenz und Kommunikation',
    },
    explanation: {
      fr: 'Comprendre ce que font les institutions ; qu’elles disent ce qui est vrai, clairement.',
      en: 'Understanding what institutions do; that they say what is true, and clearly.',
    },
    examples: ['des courriers que l’on comprend', 'savoir où va l’argent', 'apprendre les choses avant le journal'],
  },
  {
    code: 'C04',
    sourced: false,
    name: { fr: 'Organisation et économie', en: 'Organisation and economy', de: 'Organisation und Wirtschaft' },
    explanation: {
      fr: 'La façon dont les services et l’économie du lieu sont organisés, les charges et les règles.',
      en: 'How services and the local economy are organised, the charges and the rules.',
    },
    examples: ['trop de paperasse', 'des services qui se coordonnent', 'les loyers des boutiques'],
  },
  {
    code: 'C05',
    sourced: false,
    name: { fr: 'Accès et contacts', en: 'Access and contacts', de: 'Zugang und Kontakte' },
    explanation: {
      fr: 'Joindre quelqu’un, être reçu, entendu, suivi ; ne pas être renvoyé de porte en porte.',
      en: 'Reaching someone, being received, heard and followed up; not being sent from door to door.',
    },
    examples: [
      'une personne plutôt qu’un serveur vocal',
      'un accueil sans rendez-vous',
      'toujours un papier qui manque',
    ],
  },
  {
    code: 'C06',
    sourced: false,
    name: { fr: 'Concertation et démocratie', en: 'Consultation and democracy', de: 'Mitsprache und Demokratie' },
    explanation: {
      fr: 'Être consulté à temps, peser sur ce qui est décidé, savoir ce qu’il en est advenu.',
      en: 'Being asked in time, having weight in what is decided, learning what became of it.',
    },
    examples: ['donner son avis avant les travaux', 'des réunions qui servent', 'voter sur un vrai budget'],
  },
  {
    code: 'C07',
    sourced: false,
    name: { fr: 'Confiance', en: 'Trust', de: 'Vertrauen' },
    explanation: {
      fr: 'Pouvoir se fier aux institutions et à la parole donnée.',
      en: 'Being able to rely on institutions and on a promise made.',
    },
    examples: ['qu’ils tiennent parole', 'ne plus croire personne', 'une police que l’on n’évite pas'],
  },
  {
    code: 'C08',
    sourced: false,
    name: { fr: 'Politique sociale', en: 'Social policy', de: 'Sozialpolitik' },
    explanation: {
      fr: 'Les aides et la protection sociale : qui y a droit, comment, combien.',
      en: 'Benefits and social protection: who is entitled, how, how much.',
    },
    examples: ['des aides sans humiliation', 'une retraite qui suffit', 'être suivi après l’hôpital'],
  },
];
