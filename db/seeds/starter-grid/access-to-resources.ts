import type { GridComponent } from './types.ts';

export const accessToResources: readonly GridComponent[] = [
  {
    code: 'A00',
    sourced: true,
    name: { fr: 'Moyens de vie en général', en: 'Essential resources in general', de: 'Lebensgrundlagen allgemein' },
    explanation: {
      fr: 'Avoir de quoi vivre, sans que l’on précise de quoi il s’agit.',
      en: 'Having enough to live on, without saying what exactly.',
    },
    examples: ['avoir le nécessaire', 'ne manquer de rien d’important'],
  },
  {
    code: 'A01',
    sourced: true,
    name: { fr: 'Alimentation', en: 'Food', de: 'Ernährung' },
    explanation: {
      fr: 'Manger à sa faim, manger bien, choisir ce que l’on mange.',
      en: 'Eating enough, eating well, choosing what one eats.',
    },
    examples: ['un vrai repas par jour', 'des légumes qui ne coûtent pas une fortune', 'manger à plusieurs'],
  },
  {
    code: 'A02',
    sourced: true,
    name: { fr: 'Soins et médecine', en: 'Health care and medicine', de: 'Medizinische Versorgung' },
    explanation: {
      fr: 'Trouver un soignant, être soigné à temps, bien, et pouvoir payer.',
      en: 'Finding someone to treat you, in time, well, and being able to pay.',
    },
    examples: [
      'un généraliste qui prend encore des patients',
      'ne plus renoncer aux lunettes',
      'un dentiste avant l’été',
    ],
  },
  {
    code: 'A03',
    sourced: true,
    name: { fr: 'Logement et mobilier', en: 'Housing and furniture', de: 'Wohnung und Einrichtung' },
    explanation: {
      fr: 'Avoir un toit, assez grand, sain, chauffé, meublé, dont on n’a pas peur d’être délogé.',
      en: 'A roof, large enough, healthy, heated, furnished, without fear of being moved out.',
    },
    examples: ['une chambre pour chaque enfant', 'des murs sans humidité', 'un ascenseur qui marche'],
  },
  {
    code: 'A04',
    sourced: true,
    name: { fr: 'Habillement', en: 'Clothing', de: 'Kleidung' },
    explanation: {
      fr: 'S’habiller selon la saison et selon son goût.',
      en: 'Dressing for the season and to one’s taste.',
    },
    examples: ['des chaussures d’hiver à leur taille', 'une tenue correcte pour un entretien'],
  },
  {
    code: 'A05',
    sourced: true,
    name: { fr: 'Éducation et formation', en: 'Education and training', de: 'Bildung und Ausbildung' },
    explanation: {
      fr: 'Apprendre à tout âge : l’école, un métier, une langue, un savoir.',
      en: 'Learning at any age: school, a trade, a language, a skill.',
    },
    examples: ['des classes moins chargées', 'apprendre à lire le français', 'une formation près de chez moi'],
  },
  {
    code: 'A06',
    sourced: true,
    name: { fr: 'Emploi et travail', en: 'Employment and work', de: 'Arbeit und Beschäftigung' },
    explanation: {
      fr: 'Trouver un travail, en avoir assez, qu’il soit bon et qu’il dure.',
      en: 'Finding work, enough of it, good work that lasts.',
    },
    examples: ['un contrat de plus d’une semaine', 'un métier qui n’abîme pas', 'qu’on réponde aux candidatures'],
  },
  {
    code: 'A07',
    sourced: true,
    name: { fr: 'Loisirs, culture, sports', en: 'Leisure, culture, sports', de: 'Freizeit, Kultur, Sport' },
    explanation: {
      fr: 'Jouer, bouger, lire, voir un spectacle, partir quelques jours.',
      en: 'Playing, moving, reading, seeing a show, going away for a few days.',
    },
    examples: ['aller au cinéma de temps en temps', 'un terrain ouvert le soir', 'la chorale'],
  },
  {
    code: 'A08',
    sourced: false,
    name: { fr: 'Pouvoir d’achat', en: 'Purchasing power', de: 'Kaufkraft' },
    explanation: {
      fr: 'Ce que l’argent permet ou ne permet pas, jusqu’au bout du mois.',
      en: 'What money allows or doesn’t allow, to the end of the month.',
    },
    examples: ['finir le mois', 'une facture imprévue sans paniquer', 'tout augmente sauf la paie'],
  },
  {
    code: 'A09',
    sourced: true,
    name: {
      fr: 'Aide à domicile et services à la personne',
      en: 'Home care and personal services',
      de: 'Häusliche Hilfe und persönliche Dienste',
    },
    explanation: {
      fr: 'Être aidé chez soi quand on ne peut plus tout faire, ou quand on garde des enfants.',
      en: 'Help at home when one can’t do everything any more, or when looking after children.',
    },
    examples: ['la même aide chaque semaine', 'une place en crèche', 'quelqu’un pour les courses'],
  },
  {
    code: 'A10',
    sourced: true,
    name: { fr: 'Mobilité', en: 'Mobility', de: 'Mobilität' },
    explanation: {
      fr: 'Aller où l’on doit aller : à pied, à vélo, en bus, en voiture, avec ou sans fauteuil.',
      en: 'Getting where one has to go: on foot, by bicycle, bus or car, with or without a wheelchair.',
    },
    examples: ['un bus le dimanche', 'des trottoirs où passe une poussette', 'le permis trop cher'],
  },
  {
    code: 'A11',
    sourced: true,
    name: { fr: 'Information et échanges', en: 'Information and exchange', de: 'Information und Austausch' },
    explanation: {
      fr: 'Savoir ce qui se passe, pouvoir s’informer, joindre les autres.',
      en: 'Knowing what is going on, finding things out, reaching others.',
    },
    examples: ['savoir ce qui existe dans le quartier', 'un affichage que l’on comprend', 'avoir internet chez soi'],
  },
];
