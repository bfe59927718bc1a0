import type { Note } from './types.ts';
import { voices } from './voices.ts';

/** Nine people who work for the public: school, hospital, buses, streets, town hall counter. */
export const notesOfPublicAgents: readonly Note[] = [
  ...voices('public-agents', '2025', 'well-being', [
    ['s01', 'import', 'C05 Q', 'Avoir le temps de finir une phrase avec quelqu’un, au guichet.'],
    ['s02', 'phone', 'A05 O', '22 élèves. Pas 29.'],
    ['s03', 'import', 'A06 Q', 'Soigner, et pas seulement cocher que j’ai soigné'],
    ['s04', 'phone', 'D05 Q', 'une collègue qui sent que ça va pas et qui prend ton guichet 10 minutes'],
    ['s05', 'import', 'A05 S', 'Retrouver un ancien élève derrière le comptoir de la pharmacie.'],
    ['s06', 'facilitator', 'C07 Q', 'Que les gens nous fassent confiance et que nous le méritions.'],
    ['s07', 'phone', 'F03 O', 'un planning connu un mois avant'],
    ['s08', 'import', 'B02 P', 'Une école dont les fenêtres s’ouvrent.', { other: 'B05 P' }],
    ['s09', 'phone', 'G01 Q', 'Being thanked. It happens, and it carries me for a week.', { language: 'en' }],
    ['s10', 'import', 'E02 S', 'Que les enfants des deux rives grandissent dans la même classe'],
    [
      's11',
      'facilitator',
      'E03 Q',
      'Habiter ici aussi. Avec le badge on oublie que je suis du quartier, moi la première.',
      { discussed: true, other: 'G01 Q' },
    ],
    ['s30', 'phone', 'G03 P', 'finir à 22h et rentrer à pied tranquille'],
    ['s31', 'phone', 'D05 Q', 'manger ensemble le midi sans parler du service'],
  ]),
  ...voices('public-agents', '2025', 'ill-being', [
    ['s12', 'import', 'C05 O', 'Dire non toute la journée sans pouvoir dire vers qui aller.'],
    ['s13', 'phone', 'C03 P', 'apprendre la réorganisation par le couloir', { other: 'D05 O' }],
    ['s14', 'import', 'A02 P', 'Deux généralistes pour tout le quartier, dont un en arrêt'],
    ['s15', 'phone', 'E04 O', 'se faire insulter a 8h du matin parce que le logiciel plante'],
    [
      's16',
      'import',
      'A05 O',
      'Un remplaçant pour trois absences. Les élèves sont répartis au fond des autres classes.',
    ],
    ['s17', 'facilitator', 'E03 O', 'Les personnes qui ne reviennent pas. On ne sait jamais pourquoi.'],
    ['s18', 'phone', 'F03 O', 'rentrer et ne plus avoir une phrase pour mes enfants', { other: 'F04 O' }],
    ['s19', 'import', 'B01 S', 'Ramasser le même dépôt sauvage au même endroit chaque mardi depuis huit ans'],
    ['s20', 'phone', 'C06 Q', 'les concertations où c’est toujours les 12 mêmes. dont moi'],
    ['s21', 'phone', 'E08 O', 'on m’a donné une tablette pour remplacer un collègue'],
  ]),
  ...voices('public-agents', '2025', 'responsibility', [
    ['s23', 'phone', 'C05 S', 'donner mon nom et ma ligne directe, même si c’est pas la règle'],
    ['s24', 'import', 'C03 Q', "Écrire les courriers comme on parle. J'ai commencé, personne n'a râlé."],
    ['s25', 'phone', 'B01 S', 'apprendre le tri aux CP, c’est eux qui corrigent les parents après'],
    ['s26', 'facilitator', 'H07 P', "Prendre un mandat dans une association d'ici, et pas seulement la subventionner."],
    ['s27', 'import', 'A07 S', 'Ouvrir le gymnase pendant les vacances : j’ai les clés, il manque l’assurance.'],
    ['s28', 'phone', 'H05 Q', 'attendre la dame qui court. 20 secondes. ça change sa journée et un peu la mienne'],
    [
      's29',
      'facilitator',
      'E03 S',
      'Jeden Morgen am Schultor stehen und alle beim Namen grüßen.',
      { language: 'de', other: 'H04 Q' },
    ],
  ]),
  ...voices('public-agents', '2026', 'well-being', [
    ['s42', 'import', 'C05 Q', 'Le guichet sans rendez-vous du mardi : on y va même fatigués.'],
    [
      's46',
      'import',
      'H04 Q',
      'People tell me their whole life between two bus stops.',
      { language: 'en', other: 'D04 Q' },
    ],
    ['s49', 'import', 'C07 S', "Deux promesses tenues sur trois. Les gens ont surtout retenu qu'on l'avait dit."],
  ]),
  ...voices('public-agents', '2026', 'ill-being', [
    ['s41', 'phone', 'F04 P', 'on a une cellule d’écoute. elle ferme à 17h. nous aussi'],
    ['s47', 'facilitator', 'E03 O', 'Celles qu’on ne voit plus depuis que tout se fait en ligne.'],
    ['s48', 'phone', 'H08 O', 'la machine à café que personne répare puisqu’elle est à tout le monde'],
  ]),
  ...voices('public-agents', '2026', 'responsibility', [
    ['s43', 'import', 'H08 S', 'Apprendre aux enfants que la cour est à eux, donc à tous ceux qui viendront après.'],
    ['s50', 'phone', 'F04 Q', 'demander comment ça va à la fin de la tournée et pas au début. à la fin on répond'],
  ]),
];
