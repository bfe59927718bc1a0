import type { Synthesis } from './types.ts';

/** What each group, then the rainbow group, made of its own words; read aloud before it was validated. */
export const syntheses: readonly Synthesis[] = [
  {
    cycle: '2025',
    by: 'young-people',
    text: 'Être bien à la Filature, c’est d’abord avoir où aller : un terrain ouvert le soir, un endroit chaud sans rien acheter, un bus pour rentrer. C’est qu’on nous parle à nous et pas à nos parents, qu’on nous donne une première chance qui dure plus de trois jours. On s’aide déjà beaucoup ici, sans le dire. Ce qui nous pèse, c’est la chambre à trois, le pont sans lumière, et faire semblant que ça va.',
    keptApart: 'L’un de nous aime le bruit du quartier : le silence l’inquiète davantage. On le garde, à part.',
    validation: {
      day: -733,
      present: 8,
      agreed: 8,
      words: 'On a remplacé « le quartier » par « la Filature ». C’est nous, là.',
    },
  },
  {
    cycle: '2025',
    by: 'parents',
    text: 'Nous voulons pouvoir nous occuper des nôtres sans disparaître. Un médecin pour les enfants, des murs secs, de l’ombre au square, une assiette pour chacun. Apprendre le français à une heure possible et aller seule à la mairie. Deux heures à soi par semaine. Être appelée par son prénom. Nous gardons déjà les enfants les unes des autres : cela peut s’organiser pour que ce ne soit pas toujours les mêmes qui demandent. Les pères aussi ont parlé, moins souvent ; eux aussi sont fatigués.',
    validation: {
      day: -731,
      present: 9,
      agreed: 9,
      words: 'Lue trois fois, dans trois langues. La phrase sur les pères est de nous.',
    },
  },
  {
    cycle: '2025',
    by: 'pensioners',
    text: 'Nous tenons à rester chez nous, avec des gens autour. Un médecin quand le nôtre s’en ira, une boulangerie à pied, des bancs, quelqu’un au bout du fil. Le plus dur n’est pas l’escalier, c’est le dimanche. La nuit en été, la chaleur ou le bruit, il faut choisir. Nous avons des heures à donner, des métiers à raconter, des enfants à faire lire : on ne nous le demande pas assez.',
    keptApart:
      'Plusieurs d’entre nous ont peur de sortir l’après-midi en hiver. L’une se sent plus en sécurité ici qu’ailleurs et veut que ce soit écrit : c’est écrit.',
    validation: {
      day: -729,
      present: 11,
      agreed: 10,
      words: 'Dix d’accord. Une personne aurait voulu que l’on parle davantage de la religion.',
    },
  },
  {
    cycle: '2025',
    by: 'job-seekers',
    text: 'Nous ne demandons pas qu’on s’apitoie, nous demandons qu’on nous réponde. Du travail qui ne casse pas et qui laisse voir les enfants. Une formation qui commence quand on en a besoin. Que nos diplômes d’ailleurs comptent. Ne plus choisir entre le permis et le chauffage, entre l’adresse vraie et celle qui passe. La nuit, on cogite. Et pourtant chacun de nous sait faire quelque chose : réparer, conduire, lire les courriers, prévenir les autres. Prenez-le.',
    validation: {
      day: -727,
      present: 9,
      agreed: 9,
      words: 'Sept dans la salle et deux au téléphone, en pause.',
    },
  },
  {
    cycle: '2025',
    by: 'shopkeepers',
    text: 'Une rue vit quand ses rideaux sont levés et qu’on y vient des deux rives. Nous voudrions du temps avec les nôtres, un interlocuteur à la mairie qui porte un nom, être prévenus avant les travaux et pas par les plots. Nous gardons les clés, les colis et les nouvelles : c’est peu, c’est beaucoup. Nous sommes prêts à siéger, à prendre des stagiaires, à donner les invendus. Le soir, boutique fermée.',
    keptApart:
      'Un des nôtres défend le stationnement avant tout. Nous ne sommes pas tous de cet avis, mais il l’a dit.',
    validation: { day: -724, present: 6, agreed: 6, words: 'Validée debout, un vendredi, entre deux fournées.' },
  },
  {
    cycle: '2025',
    by: 'public-agents',
    text: 'Notre bien-être au travail est celui des gens que nous recevons : le temps de finir une phrase, une classe de vingt-deux, des soins et pas des cases. Nous voudrions connaître notre planning, apprendre les choses avant la rumeur, et mériter la confiance. Ce qui nous hante, ce sont ceux qui ne reviennent pas. Beaucoup d’entre nous donnent déjà leur nom et leur ligne directe, sans l’avoir demandé.',
    validation: { day: -722, present: 8, agreed: 8, words: 'Rien à changer. On la signerait presque.' },
  },
  {
    cycle: '2025',
    by: 'rainbow',
    text: 'Six groupes, et une même demande sous des mots différents : que quelqu’un réponde. Un médecin, un employeur, un guichet, un voisin, un conducteur qui attend. Partout on a des choses à donner, et presque partout on ne sait pas à qui. Partout aussi, des nuits difficiles : la chaleur, le bruit, les comptes, les pensées. Les deux rives se croient différentes et disent la même chose du pont : on ne le passe pas assez, et le soir il y fait noir. Nous ne sommes pas d’accord sur les voitures, ni sur le bruit, ni sur ce qui fait peur. Nous l’avons laissé.',
    keptApart: 'Le stationnement, le bruit du soir, la peur de sortir : trois désaccords gardés avec leurs mots.',
    validation: {
      day: -712,
      present: 6,
      agreed: 6,
      words: 'Chacun de nous l’a lue à son groupe dans les dix jours.',
    },
  },
  {
    cycle: '2026',
    by: 'young-people',
    text: 'Ils sont revenus dire ce qu’ils avaient fait, et ça change tout. Le bus passe, pas assez. Le banc tient. Ce qu’on n’avait pas dit la première fois : souvent ça ne va pas, et on ne sait pas à qui le dire avant que ça déborde.',
    validation: { day: -344, present: 8, agreed: 8, words: 'Validée le soir même, avant la pizza.' },
  },
  {
    cycle: '2026',
    by: 'parents',
    text: 'Nous avons eu les cours du matin et la cour du samedi ; maintenant nous voulons la suite. Le médecin manque toujours et la moisissure est revenue sous la peinture. Nous plantons, on arrache, nous replantons. Il y a des jours où la seule pièce à soi est la voiture.',
    validation: {
      day: -335,
      present: 9,
      agreed: 9,
      words: 'Une maman a demandé que l’on garde la voiture. On l’a gardée.',
    },
  },
  {
    cycle: '2026',
    by: 'pensioners',
    text: 'Le docteur est parti en juin, comme on l’avait dit. Le guichet du mardi est une bonne chose. Cet été, nous avons compté les nuits. Nous sommes moins nombreux que l’an dernier. Ce que nous voulons ajouter tient en une phrase : quelqu’un qui demande comment je vais, et qui attend la réponse.',
    validation: { day: -329, present: 9, agreed: 9, words: 'Oui.' },
  },
  {
    cycle: '2026',
    by: 'job-seekers',
    text: 'Trois d’entre nous ont retrouvé quelque chose, et le reste continue d’écrire. On nous dit forts ; on voudrait surtout être moins seuls. Un badge de bénévole suffit à changer un bonjour : c’est triste, et c’est une piste.',
    validation: {
      day: -325,
      present: 7,
      agreed: 6,
      words: 'Une personne trouve « pareil que l’an dernier ». C’est noté.',
    },
  },
  {
    cycle: '2026',
    by: 'shopkeepers',
    text: 'Une vitrine rallumée sur quatre, une apprentie qui reste, une réunion à la bonne heure. Le rond-point n’a pas bougé. On tient.',
    keptApart: 'L’un de nous trouve qu’on fait trop de participation et que les élus sont là pour décider.',
  },
  {
    cycle: '2026',
    by: 'public-agents',
    text: 'Le guichet sans rendez-vous nous a rendu une partie du métier. Il reste celles que l’on ne voit plus, et nous, le soir, qui n’avons plus de phrase pour les nôtres.',
    validation: { day: -321, present: 8, agreed: 8, words: 'On y a mis « nous » exprès.' },
  },
  {
    cycle: '2026',
    by: 'rainbow',
    text: 'En un an, on se parle davantage et l’on est mieux reçu ; on est moins bien soigné et l’été a été dur. Deux choses que personne n’avait nommées sont venues de partout à la fois : le moral, et le soin de ce qui est à tous. Nous proposons d’en faire des indicateurs, sans nous presser, et de ne pas oublier que le groupe des commerçants n’a pas encore validé sa part.',
    validation: {
      day: -318,
      present: 6,
      agreed: 5,
      words: 'Cinq d’accord, une abstention : attendre que les commerçants aient relu.',
    },
  },
];
