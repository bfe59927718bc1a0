import type { Note } from './types.ts';
import { voices } from './voices.ts';

/** Nine people looking for work, from 24 to 58 years old, in both neighbourhoods. */
export const notesOfJobSeekers: readonly Note[] = [
  ...voices('job-seekers', '2025', 'well-being', [
    ['j01', 'phone', 'A06 Q', 'un travail où on rentre pas cassé'],
    ['j02', 'phone', 'A08 O', 'payer le loyer le 5 et plus y penser'],
    ['j03', 'facilitator', 'G01 P', 'Qu’on me réponde. Même non.', { other: 'A06 P' }],
    [
      'j04',
      'phone',
      'C01 P',
      'To use my diploma here. I was a pharmacist for eleven years.',
      { language: 'en', other: 'A06 P' },
    ],
    ['j05', 'relay', 'C01 P', 'أن يُعترف بشهادتي.', { language: 'ar' }],
    ['j06', 'facilitator', 'A05 O', "Une formation qui commence maintenant, pas en septembre de l'année prochaine"],
    ['j07', 'phone', 'A10 O', 'un bus a 5h du mat pour prendre le poste a la zone'],
    ['j08', 'phone', 'F03 Q', 'du travail oui, mais voir mon fils avant qu’il dorme'],
    ['j09', 'facilitator', 'H03 P', 'Avoir une raison de mettre le réveil.', { other: 'F04 P' }],
    ['j11', 'phone', 'B03 P', 'un café pas cher, une prise, du wifi qui marche. chercher ailleurs que dans ma cuisine'],
    ['j12', 'phone', 'C06 P', 'être consulté sur autre chose que mon CV'],
    ['j13', 'facilitator', 'A03 P', 'Un bail à mon nom.'],
    ['j14', 'phone', 'A01 Q', "choisir ce que je mange. à l'épicerie solidaire on choisit, c'est tout bête"],
  ]),
  ...voices('job-seekers', '2025', 'ill-being', [
    ['j15', 'phone', 'A06 P', '47 candidatures 2 réponses 0 rendez vous'],
    ['j16', 'phone', 'G01 O', 'mon beau-père qui demande "alors ?" tous les dimanches'],
    ['j17', 'facilitator', 'A08 P', 'Choisir entre le permis et le chauffage'],
    [
      'j18',
      'phone',
      'E03 P',
      "mettre l'adresse de ma soeur sur le CV parce que rue des Tanneurs ça passe pas",
      { discussed: true },
    ],
    ['j19', 'relay', 'C05 Q', 'أشعر أنني مجرد رقم في ملف.', { language: 'ar' }],
    ['j20', 'phone', 'A10 P', 'pas de permis pas de boulot, pas de boulot pas de permis', { other: 'A06 P' }],
    ['j21', 'phone', 'A05 Q', 'refaire pour la 4eme fois l’atelier valoriser son image'],
    ['j22', 'phone', 'F04 O', 'les nuits. je cogite'],
    ['j23', 'phone', 'A02 P', 'j’ai arrêté le kiné à cause de ce qui reste à payer', { other: 'A08 P' }],
    ['j24', 'facilitator', 'D03 O', "Je n'invite plus, comme ça je n'ai pas à rendre.", { other: 'A08 O' }],
    ['j25', 'phone', 'A06 O', 'intérim, intérim, CDD, intérim. à 52 ans'],
    ['j26', 'import', 'E02 P', "On met tous ceux qui galèrent dans les mêmes immeubles et après on s'étonne"],
    ['j27', 'phone', '', 'les gens qui profitent', { approved: false, discussed: true }],
    ['j28', 'phone', 'C05 O', 'Three offices, three different answers, same week.', { language: 'en' }],
    ['j35', 'phone', 'C05 P', "l'appli, le code, le code perdu, l'appli", { other: 'E08 O' }],
    ['j36', 'facilitator', 'B01 P', "Respirer. Ma fenêtre donne sur la rocade, alors je ne l'ouvre pas."],
    [
      'j37',
      'phone',
      'A03 S',
      "on dit que notre immeuble sera démoli. quand ? personne sait. j'ose plus rien accrocher aux murs",
    ],
  ]),
  ...voices('job-seekers', '2025', 'responsibility', [
    ['j29', 'facilitator', 'H06 P', "Je sais tout réparer sauf ma situation. Qu'on m'apporte les machines à laver."],
    [
      'j32',
      'phone',
      'A10 S',
      'covoiturage pour la zone, départ 4h40 place du Foulon, j’ai 3 places, je le fais déjà avec un collègue',
    ],
    [
      'j34',
      'phone',
      'H05 Q',
      'je lis les courriers aux voisins et je remplis les papiers, ça m’occupe et ça les soulage',
    ],
    [
      'j38',
      'phone',
      '',
      'je peux conduire quelqu’un à l’hôpital et je sais aussi faire les déclarations en ligne',
      {
        discussed: true,
        split: [
          ['je peux conduire quelqu’un à l’hôpital', 'H05 P', 'responsibility'],
          ['je sais aussi faire les déclarations en ligne', 'H06 P', 'responsibility'],
        ],
      },
    ],
  ]),
  ...voices('job-seekers', '2026', 'well-being', [
    ['j42', 'facilitator', 'A06 O', "J'ai été pris. Trois mois, mais j'ai été pris."],
    ['j44', 'phone', 'A08 O', 'la cantine moins chère, ça change tout le mois'],
    ['j46', 'relay', 'F04 Q', 'وجدتُ من يصغي إليّ دون أن ينظر إلى ساعته.', { language: 'ar', other: 'C05 Q' }],
    [
      'j48',
      'facilitator',
      'G01 Q',
      "Depuis que j'ai un badge de bénévole on me dit bonjour autrement. C'est triste et c'est bien.",
    ],
  ]),
  ...voices('job-seekers', '2026', 'ill-being', [
    ['j43', 'phone', 'F04 O', "l'assistante sociale m'a dit vous êtes fort. j'ai pas envie d'être fort"],
    ['j45', 'phone', 'A06 P', 'I still send letters. I stopped counting.', { language: 'en' }],
    ['j49', 'phone', 'C01 O', 'mon dossier de diplome, 14 mois, il manque toujours une page'],
    ['j50', 'phone', '', "pareil que l'an dernier", { approved: false, discussed: true }],
  ]),
  ...voices('job-seekers', '2026', 'responsibility', [
    ['j47', 'phone', 'H08 P', 'le prêt d’outils, je tiens la permanence si on me donne un local', { other: 'H06 P' }],
  ]),
];
