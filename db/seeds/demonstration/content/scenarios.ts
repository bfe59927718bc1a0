import type { Scenario } from './plan-types.ts';

/** Two ways to an objective, compared before deciding; objections are sought first. */
export const scenarios: readonly Scenario[] = [
  {
    key: 'care-rooms',
    objective: 'care',
    title: 'Préparer la place pour qu’un médecin vienne',
    text: 'Deux cabinets prêts à l’emploi dans l’ancienne mercerie, une secrétaire partagée, un stage de fin d’études accueilli chaque année, et des trajets solidaires en attendant.',
    effects: [
      { indicator: 'care', change: 1, why: 'si un médecin s’installe dans les dix-huit mois ; rien sinon' },
      { indicator: 'shops', change: 1, why: 'une vitrine rallumée et du passage dans la rue' },
      { indicator: 'mutual-help', change: 1, why: 'les trajets mettent en lien des voisins' },
    ],
    worstOff:
      'Les personnes sans médecin gagnent peu la première année : d’où les trajets, qui commencent tout de suite.',
    futureGenerations: 'Un lieu qui reste, et des étudiants qui connaissent la ville avant de choisir où s’établir.',
    costEuros: 53_500,
    objections: [
      {
        objection: 'On a déjà vu des cabinets tout neufs rester vides.',
        answer:
          'C’est vrai. Les travaux ne commencent qu’avec la lettre d’un premier médecin ; sinon l’argent revient au vote.',
      },
      {
        objection: 'C’est à l’État de s’en occuper.',
        answer:
          'Oui, et nous le lui écrivons. Nous ne pouvons pas attendre sa réponse pour conduire quelqu’un à l’hôpital demain.',
      },
    ],
    chosen: true,
    reason: 'Retenu à 19 voix sur 26 : plus lent, mais ce qui est fait reste.',
  },
  {
    key: 'care-remote',
    objective: 'care',
    title: 'Soigner à distance dès le mois prochain',
    text: 'Une cabine de consultation à distance à la pharmacie, trois demi-journées par semaine, avec une infirmière à côté.',
    effects: [
      { indicator: 'care', change: 1, why: 'on obtient une ordonnance dans la semaine' },
      { indicator: 'belonging', change: -1, why: 'ceux que les écrans éloignent s’éloignent encore' },
      { indicator: 'being-received', change: 0, why: 'chaque fois un autre visage' },
    ],
    worstOff: 'Les plus âgés disent qu’ils n’iront pas seuls ; l’infirmière n’est là que trois demi-journées.',
    futureGenerations: 'Un abonnement à payer chaque année, et aucune relève sur place.',
    costEuros: 31_000,
    objections: [
      {
        objection: 'Parler à un écran quand on a peur, non.',
        answer:
          'Une infirmière reste dans la pièce. Ce n’est pas la même chose qu’un médecin, nous ne le prétendons pas.',
      },
      {
        objection: 'Et quand le contrat s’arrête ?',
        answer: 'Il ne reste rien. C’est la raison principale de notre hésitation.',
      },
    ],
    chosen: false,
    reason: 'Écarté sans être refusé : à reprendre si aucun médecin n’a répondu dans un an.',
  },
  {
    key: 'evening-full',
    objective: 'evening',
    title: 'Éclairer le pont et les deux rampes',
    text: 'Vingt-quatre lampadaires à détection, câbles neufs sous le tablier, peinture claire du passage sous la voie ferrée.',
    effects: [
      { indicator: 'safety', change: 2, why: 'le détour n’est plus nécessaire' },
      {
        indicator: 'air-and-quiet',
        change: -1,
        why: 'de la lumière dans les chambres du quai si l’on ne règle pas bien',
      },
      { indicator: 'mobility', change: 1, why: 'on traverse à pied et à vélo' },
    ],
    worstOff: 'Profite à ceux qui n’ont pas d’autre chemin, conducteurs de bus et aides-soignantes compris.',
    futureGenerations: 'Vingt ans d’usage ; consommation divisée par trois par la détection.',
    costEuros: 58_000,
    objections: [
      {
        objection: 'La moitié du budget pour un seul ouvrage.',
        answer: 'C’est exact. Le vote dira si assez de gens veulent y mettre leur part.',
      },
      {
        objection: 'La peur ne vient pas que du noir.',
        answer: 'Non. Mais dix-sept personnes sur vingt-six disent que c’est par là qu’il faut commencer.',
      },
    ],
    chosen: true,
    reason: 'Mis au premier vote, où il n’a pas été retenu par le comptage à parts égales.',
  },
  {
    key: 'evening-people',
    objective: 'evening',
    title: 'Un chemin de lumière tenu par les gens',
    text: 'Douze lampes solaires aux endroits les plus noirs, des vitrines allumées jusqu’au dernier bus, un bonsoir aux arrêts.',
    effects: [
      { indicator: 'safety', change: 1, why: 'on voit, et l’on sait que quelqu’un voit' },
      { indicator: 'neighbours', change: 1, why: 'les commerçants et les conducteurs deviennent des repères' },
      { indicator: 'shops', change: 0, why: 'un peu de passage, un peu d’électricité' },
    ],
    worstOff: 'Le passage sous la voie ferrée reste sombre : il faudra y revenir.',
    futureGenerations: 'Presque rien à entretenir, mais tout repose sur des personnes qui peuvent partir.',
    costEuros: 11_400,
    objections: [
      {
        objection: 'C’est faire faire par les habitants ce que la ville doit faire.',
        answer: 'La ville garde l’obligation d’éclairer. Ceci ne la remplace pas, cela n’attend pas.',
      },
    ],
    chosen: false,
    reason: 'Gardé pour le deuxième vote, après l’échec du premier.',
  },
  {
    key: 'summer-trees',
    objective: 'summer',
    title: 'Faire pousser l’ombre',
    text: 'Douze arbres déjà grands au square, arrosés trois étés par les cages d’escalier, et des bancs dessous.',
    effects: [
      { indicator: 'heat', change: 1, why: 'de l’ombre dès le premier été, de la vraie fraîcheur au bout de cinq ans' },
      { indicator: 'neighbours', change: 1, why: 'l’arrosage fait se rencontrer les immeubles' },
    ],
    worstOff: 'Ceux qui ne descendent plus l’escalier n’en profitent pas : il leur faut autre chose.',
    futureGenerations: 'C’est pour elles d’abord.',
    costEuros: 25_500,
    objections: [
      {
        objection: 'L’an dernier, on plantait et c’était arraché.',
        answer: 'Les arbres adoptés par une cage d’escalier ont tenu. Tous. On continue ainsi.',
      },
    ],
    chosen: true,
    reason: 'Retenu avec la salle fraîche ; le vote a choisi les arbres et les bancs.',
  },
  {
    key: 'summer-room',
    objective: 'summer',
    title: 'Une salle fraîche et quelqu’un pour y mener',
    text: 'L’ancienne chaufferie, toujours à vingt-trois degrés, ouverte les jours de canicule, avec des lits de camp et une voiture.',
    effects: [
      { indicator: 'heat', change: 2, why: 'effet immédiat les jours où l’on y est' },
      { indicator: 'meeting-places', change: 1, why: 'on y reste pour parler' },
    ],
    worstOff: 'Le mieux pour ceux qui sont seuls et âgés, à condition d’aller les chercher.',
    futureGenerations: 'Ne change rien aux étés d’après.',
    costEuros: 14_800,
    objections: [
      {
        objection: 'Les vieux n’iront pas dormir sur un lit de camp.',
        answer: 'Trois sur douze disent que si. Pour eux, on le prépare.',
      },
    ],
    chosen: true,
    reason: 'Les deux se complètent : l’une pour cet été, l’autre pour dans vingt ans.',
  },
];
