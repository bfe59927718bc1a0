import type { MeasuredSeries } from './evaluation-types.ts';

type Values = MeasuredSeries['values'];

/** Yearly values, the oldest first; the last is the latest year that was over when they were entered. */
function yearly(...values: readonly number[]): Values {
  return values.map((value, index) => ({ yearsAgo: values.length - 1 - index, value }));
}

/** Statistics beside what people say; all figures are invented. */
export const measures: readonly MeasuredSeries[] = [
  {
    key: 'general-practitioners',
    indicator: 'care',
    name: 'Médecins généralistes en exercice',
    unit: 'pour 10 000 habitants',
    source: 'Liste des praticiens tenue par la maison de santé (données inventées)',
    direction: 'up',
    decimals: 1,
    values: yearly(8.6, 8.1, 7, 6.2, 5.5, 4.7),
    thresholds: [4, 6, 8, 10],
    thresholdsWhy:
      'Fixés avec la maison de santé : au-dessous de 4, les deux médecins restants refusent tout nouveau patient.',
  },
  {
    key: 'energy-poverty',
    indicator: 'housing',
    name: 'Part des logements dont les occupants disent se priver de chauffage',
    unit: '%',
    source: 'Enquête annuelle de l’Entraide auprès de 300 ménages (données inventées)',
    direction: 'down',
    decimals: 1,
    values: yearly(24.2, 25.1, 27.8, 28.4, 26.9, 25.7),
    thresholds: [35, 25, 15, 8],
    thresholdsWhy: 'Le groupe a voulu que le niveau 5 reste possible : un logement sur douze, pas zéro.',
  },
  {
    key: 'night-noise',
    indicator: 'air-and-quiet',
    name: 'Bruit moyen la nuit, quai et rocade',
    unit: 'dB(A)',
    source: 'Deux capteurs posés par les habitants, de mai à septembre (données inventées)',
    direction: 'down',
    decimals: 0,
    values: yearly(61, 62, 60, 61, 59, 59),
    thresholds: [65, 58, 52, 45],
    thresholdsWhy: 'À 45, on dort fenêtre ouverte : essayé chez trois volontaires.',
  },
  {
    key: 'empty-shops',
    indicator: 'shops',
    name: 'Part des vitrines vides',
    unit: '%',
    source: 'Comptage à pied de l’Union des commerçants, chaque mois de janvier (données inventées)',
    direction: 'down',
    decimals: 1,
    values: yearly(11.2, 13, 16.4, 18.1, 19.5, 18.2),
    thresholds: [25, 18, 12, 6],
    thresholdsWhy: 'À 6 %, les boutiques vides sont celles qui changent de main.',
  },
  {
    key: 'tropical-nights',
    indicator: 'heat',
    name: 'Nuits où il ne fait jamais moins de 20 °C',
    unit: 'nuits par an',
    source: 'Thermomètre de l’école des Saules (données inventées)',
    direction: 'down',
    decimals: 0,
    values: yearly(3, 9, 6, 12, 8, 19),
    thresholds: [25, 15, 8, 3],
    thresholdsWhy: 'Ce chiffre ne dépend pas de nous ; ce qui dépend de nous est d’y être préparés.',
  },
  {
    key: 'evening-buses',
    indicator: 'mobility',
    name: 'Départs de bus avant 5 h ou après 21 h',
    unit: 'par semaine',
    source: 'Horaires de la régie des bus (données inventées)',
    direction: 'up',
    decimals: 0,
    values: yearly(0, 0, 0, 0, 2, 14),
    thresholds: [2, 10, 24, 40],
    thresholdsWhy: 'À 40, les équipes du matin et du soir sont desservies tous les jours sur les deux rives.',
  },
  {
    key: 'reply-time',
    indicator: 'being-received',
    name: 'Délai médian de réponse aux demandes écrites',
    unit: 'jours',
    source: 'Registre du courrier de la ville (données inventées)',
    direction: 'down',
    decimals: 0,
    values: yearly(34, 36, 31, 33, 26, 19),
    thresholds: [45, 30, 15, 7],
    thresholdsWhy: 'Sept jours : le temps qu’un groupe d’habitants a jugé respectueux.',
  },
  {
    key: 'course-places',
    indicator: 'learning',
    name: 'Demandes de cours de français satisfaites dans les deux mois',
    unit: 'pour 100 demandes',
    source: 'Cahier d’inscription de l’école des Saules (données inventées)',
    direction: 'up',
    decimals: 0,
    values: yearly(22, 25, 24, 31, 58, 63),
    thresholds: [20, 40, 70, 90],
    thresholdsWhy: 'Le groupe des mères et pères a placé le niveau 4 à sept demandes sur dix.',
  },
];
