import type { Note } from './types.ts';
import { voices } from './voices.ts';

/** Eight shopkeepers and craftspeople; half of them answered a form that was imported. */
export const notesOfShopkeepers: readonly Note[] = [
  ...voices('shopkeepers', '2025', 'well-being', [
    ['c01', 'facilitator', 'B04 Q', 'Un client qui reste pour parler'],
    ['c02', 'phone', 'F03 O', 'fermer le lundi sans culpabiliser'],
    [
      'c03',
      'phone',
      'B04 S',
      'que ma fille ait envie de reprendre, ou quelqu’un d’autre, mais que le rideau reste levé',
    ],
    ['c04', 'import', 'E02 Q', 'Kunden von beiden Seiten des Flusses', { language: 'de', other: 'B04 Q' }],
    ['c05', 'import', 'A10 Q', 'Que l’on puisse venir à vélo sans risquer sa vie au rond-point.'],
    ['c06', 'phone', 'A08 S', 'me verser un salaire. le même tous les mois', { other: 'A06 S' }],
    ['c07', 'facilitator', 'C05 Q', 'UN interlocuteur à la mairie, avec un nom et un numéro qui répond'],
    ['c08', 'phone', 'D04 Q', 'Sabah dükkânı açarken komşunun bir çay getirmesi', { language: 'tr' }],
    [
      'c09',
      'phone',
      'B03 S',
      'la fête de la place du Foulon. 14 ans qu’on la fait, y a toujours un jeune pour prendre la suite',
    ],
    ['c10', 'import', 'A06 S', 'Garder mes deux apprentis après leur diplôme'],
    ['c11', 'phone', 'G02 Q', 'quand le pain est réussi. c’est bête mais c’est ça'],
    ['c12', 'facilitator', 'D05 Q', "Une équipe où l'on rit"],
  ]),
  ...voices('shopkeepers', '2025', 'ill-being', [
    ['c13', 'phone', 'B04 O', 'les vitrines vides, 4 rien que dans ma rue, ça fait peur aux clients et à moi aussi'],
    ['c14', 'import', 'C05 O', "Trois mois pour une autorisation de terrasse. L'été était fini."],
    ['c16', 'facilitator', 'F03 O', 'Soixante heures par semaine et voir ses enfants grandir en photo.'],
    ['c17', 'phone', 'E04 O', 'deux fois la vitrine cette année'],
    [
      'c18',
      'import',
      'B01 O',
      "Les livraisons à 5 heures, moteur allumé. Les voisins m'en veulent et je n'y suis pour rien.",
    ],
    ['c19', 'phone', 'B07 O', '44 degrés au fournil en août, l’apprentie a fait un malaise', { other: 'B05 O' }],
    ['c20', 'import', 'C06 O', 'Les travaux de la rue des Bobines : nous les avons appris par les plots.'],
    ['c21', 'facilitator', 'E02 O', 'Ceux de la Filature ne passent pas le pont, ceux des Tanneurs non plus.'],
    [
      'c22',
      'phone',
      'B04 P',
      'moi je suis pour les voitures. sans stationnement je ferme et après vous viendrez pas pleurer sur le commerce',
      { minority: true, discussed: true, other: 'A10 P' },
    ],
    ['c23', 'import', 'F03 O', "L'administratif le dimanche soir.", { other: 'C04 O' }],
    ['c30', 'phone', 'D04 O', 'je connais leurs commandes par coeur et pas leurs noms'],
  ]),
  ...voices('shopkeepers', '2025', 'responsibility', [
    ['c24', 'phone', 'A01 S', 'les invendus, je les donne à 19h à qui passe, sans demander de papier'],
    [
      'c25',
      'import',
      'A06 P',
      'Prendre chaque année un stagiaire de troisième du quartier. Déjà fait, ça se passe bien.',
    ],
    ['c26', 'phone', 'G03 S', 'Ich lasse das Licht im Schaufenster an, bis der letzte Bus weg ist', { language: 'de' }],
    ['c27', 'facilitator', 'D04 S', 'Garder les clés, les colis, les nouvelles. On est un peu la loge de la rue.'],
    ['c28', 'phone', 'H08 Q', 'sortir ma poubelle à l’heure. et celle du voisin quand il oublie'],
    ['c29', 'import', 'C06 Q', 'Siéger, oui. À 14 h, boutique ouverte, non.'],
    [
      'c31',
      'phone',
      'F03 S',
      'me faire remplacer deux semaines par an par un confrère et lui rendre pareil, sinon à 60 ans je suis mort',
    ],
  ]),
  ...voices('shopkeepers', '2026', 'well-being', [
    ['c41', 'import', 'B04 O', "Une vitrine rallumée sur quatre. C'est un début."],
    ['c44', 'import', 'C06 Q', 'La réunion à 20 h, enfin. Nous étions quatorze.'],
    ['c47', 'phone', 'A06 S', 'mon apprentie reste!!'],
  ]),
  ...voices('shopkeepers', '2026', 'ill-being', [
    ['c42', 'phone', 'H08 O', 'les bacs à fleurs servent de cendriers'],
    ['c43', 'phone', 'F04 O', 'je tiens. c’est le mot'],
    ['c48', 'import', 'B05 O', 'Fermé trois après-midi en août, trop chaud pour le chocolat et pour nous'],
    ['c49', 'phone', 'A10 Q', 'le rond point a pas bougé'],
    [
      'c50',
      'facilitator',
      'C06 O',
      "On en fait trop, de la participation. Qu'ils décident, ils sont élus pour ça.",
      { minority: true, discussed: true },
    ],
  ]),
  ...voices('shopkeepers', '2026', 'responsibility', [
    ['c45', 'phone', 'H08 Q', 'Kaldırımı kendi dükkânım gibi temiz tutuyorum', { language: 'tr' }],
    [
      'c46',
      'import',
      'H08 S',
      'Ein Platz, für den sich alle verantwortlich fühlen, nicht nur die Stadt',
      { language: 'de' },
    ],
  ]),
];
