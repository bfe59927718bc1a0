/** Territories, cycles, groups, bodies, the review of the process. */
export const territory = {
  'territory.nameTaken':
    'Un territoire porte déjà ce nom, ou ce nom ne peut pas servir d’adresse. Choisissez-en un autre que « {name} ».',
  'cycle.nameTaken': 'Un cycle porte déjà ce nom. Choisissez-en un autre que « {name} ».',
  'cycle.closed': 'Ce cycle est clos : on peut tout y lire, mais plus rien y ajouter.',
  'cycle.closesBeforeOpening': 'Une étape se termine avant d’avoir commencé. Corrigez ses dates.',
  'decision.samePerson': 'Une décision est confirmée par une deuxième personne, pas par celle qui l’a saisie.',
  'decision.needed':
    'Il faut d’abord une décision de l’instance, saisie dans son registre et confirmée par une deuxième personne.',
  'gathering.notOpen': 'Cette rencontre n’est pas ouverte. Demandez à la personne qui anime.',
} as const;
