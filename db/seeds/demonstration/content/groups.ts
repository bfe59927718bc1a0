import type { Group } from './types.ts';

/** People who are alike, seven to twelve in a room, so that nobody is talked down. */
export const groups: readonly Group[] = [
  {
    key: 'young-people',
    name: 'Jeunes de la Filature',
    standsFor:
      'Les jeunes de 16 à 25 ans de la Filature : lycée, alternance, premiers emplois, ou rien pour l’instant.',
    neighbourhood: 'filature',
    people: 10,
    facilitator: 'facilitator-filature',
    invitation:
      'Tom est passé trois soirs au city stade, puis a laissé le code du groupe à deux d’entre eux, qui ont invité les autres. Pizza à la fin, pas au début.',
    representative: 'Ilyès Morvan',
  },
  {
    key: 'parents',
    name: 'Mères et pères au foyer des Tanneurs',
    standsFor: 'Celles et ceux qui élèvent des enfants aux Tanneurs sans emploi au-dehors en ce moment.',
    neighbourhood: 'tanneurs',
    people: 11,
    facilitator: 'facilitator-tanneurs',
    invitation:
      'À la grille de l’école des Saules, à 8 h 20, pendant deux semaines. Fatma a sonné chez celles qui ne viennent pas à la grille. Les petits étaient gardés dans la salle d’à côté.',
    representative: 'Élodie Schirmann',
  },
  {
    key: 'pensioners',
    name: 'Personnes retraitées',
    standsFor: 'Les retraités des deux rives, de 62 à 88 ans, seuls ou à deux, en forme ou moins.',
    people: 12,
    facilitator: 'facilitator-tanneurs',
    invitation:
      'Une lettre signée à la main, tirée au sort parmi les personnes de plus de 65 ans (60 lettres, 14 réponses), et le bouche-à-oreille du club. Une voiture est allée chercher trois personnes.',
    representative: 'Gérard Muths',
  },
  {
    key: 'job-seekers',
    name: 'Personnes en recherche d’emploi',
    standsFor: 'Celles et ceux qui cherchent un travail ou mieux que celui qu’ils ont, de 24 à 58 ans.',
    people: 9,
    facilitator: 'facilitator-filature',
    invitation:
      'Une affichette à l’épicerie solidaire et à l’agence d’intérim, un mot des conseillères, et la promesse, tenue, que rien n’irait dans un dossier.',
    representative: 'Youssef Amrani',
  },
  {
    key: 'shopkeepers',
    name: 'Commerçants et artisans',
    standsFor: 'Les boutiques et ateliers des deux rives : boulangerie, coiffure, vélos, primeur, couture, chauffage.',
    people: 8,
    facilitator: 'facilitator-tanneurs',
    invitation:
      'Porte à porte un lundi, jour de fermeture. Ceux qui ne pouvaient pas quitter la boutique ont rempli un formulaire, importé ensuite.',
    representative: 'Lise Marandel',
  },
  {
    key: 'public-agents',
    name: 'Agents des services publics',
    standsFor: 'Celles et ceux qui travaillent pour tous : école, hôpital, bus, propreté, guichets.',
    people: 9,
    facilitator: 'facilitator-filature',
    invitation:
      'Un courriel interne, puis une affiche près des machines à café, parce que personne n’avait répondu au courriel. Une heure prise sur le temps de travail, accordée par écrit.',
    representative: 'Aïcha Lormel',
  },
];
