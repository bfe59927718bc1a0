/** Step 3: rounds, answers, results, measured series. */
export const evaluation = {
  'evaluation.title': 'Où en est-on ?',
  'evaluation.lead':
    'Chaque personne se situe sur les cinq situations de chaque indicateur, écrites avec les mots des habitantes et des habitants.',
  'evaluation.none': 'La première évaluation viendra ici',
  'evaluation.noneYet': 'Elle s’ouvrira quand les indicateurs auront été adoptés.',
  'evaluation.state.prepared': 'En préparation',
  'evaluation.state.open': 'En cours',
  'evaluation.state.over': 'Réponses terminées, en attente de clôture',
  'evaluation.state.closed': 'Terminée',

  'evaluation.round.new': 'Préparer une évaluation',
  'evaluation.round.newLead':
    'Elle porte sur des indicateurs adoptés, dont les mots ne changent plus : on pourra comparer d’une fois à l’autre.',
  'evaluation.round.noIndicators': 'Aucun indicateur n’est encore adopté',
  'evaluation.round.noIndicatorsHint': 'Une évaluation a besoin d’au moins un indicateur adopté.',
  'evaluation.round.name': 'Nom de l’évaluation',
  'evaluation.round.nameHint': 'Par exemple « Printemps 2026 »',
  'evaluation.round.lastDay': 'Dernier jour pour répondre',
  'evaluation.round.reading': 'Quelle lecture est officielle ?',
  'evaluation.round.readingHint':
    'L’autre est montrée à côté. Ce choix se fait avant l’ouverture, pour que personne ne le fasse selon le résultat.',
  'evaluation.reading.each-person': 'Chaque personne compte autant',
  'evaluation.reading.each-group': 'Chaque groupe compte autant',
  'evaluation.round.byLot': 'Les personnes sont tirées au sort',
  'evaluation.round.byLotHint':
    'Seulement si un tirage au sort dans toute la population a vraiment lieu : alors les résultats ont une marge d’erreur.',
  'evaluation.round.indicators': 'Les indicateurs posés',
  'evaluation.round.prepare': 'Préparer',
  'evaluation.round.people':
    '{people, plural, =0 {Personne n’a encore répondu} one {# personne a répondu} other {# personnes ont répondu}}',
  'evaluation.round.takingUntil':
    'On peut répondre jusqu’au {day, date, long}, par petits blocs de sept questions au plus.',
  'evaluation.round.answer': 'Je réponds',
  'evaluation.round.results': 'Voir les résultats',
  'evaluation.round.onlyParticipation':
    'Tant que l’évaluation est ouverte, on montre seulement combien de personnes répondent, à tout le monde, mairie comprise.',
  'evaluation.round.waitsForClosing': 'Le temps des réponses est passé. Les résultats sont publiés à la clôture.',
  'evaluation.round.notReleased': 'Les résultats vont être publiés : leur protection se calcule.',
  'evaluation.staff.release': 'Publier les résultats',
  'evaluation.stillOpen': 'Cette évaluation n’est pas encore close.',
  'evaluation.noIndicator': 'Choisissez au moins un indicateur.',
  'evaluation.notFrozen':
    'Un de ces indicateurs n’est pas adopté : une évaluation ne porte que sur des mots qui ne changent plus.',
  'evaluation.alreadyOpened': 'Cette évaluation a déjà été ouverte.',
  'evaluation.lastDayOver':
    'Le dernier jour pour répondre est déjà passé\u00a0: choisissez aujourd’hui ou un jour à venir.',
  'evaluation.lastDayPassed':
    'Le dernier jour pour répondre est passé\u00a0: personne ne pourrait répondre. Choisissez-en un autre, ce qui demandera une nouvelle décision, ou abandonnez cette évaluation.',
  'evaluation.notOpen': 'Cette évaluation n’est pas ouverte : on ne peut pas y répondre maintenant.',
  'evaluation.noSuchPlace': 'Ce groupe ou ce quartier n’est pas proposé ici. Choisissez-en un autre, ou aucun.',
  'evaluation.notAsked': 'Cette évaluation ne pose pas cet indicateur.',
  'evaluation.beginFirst': 'Commencez d’abord vos réponses, depuis la première page.',
  'evaluation.thresholds':
    'Les quatre seuils doivent aller dans l’ordre, du passage vers la situation 2 à celui vers la situation 5.',

  'evaluation.staff.open': 'Ouvrir l’évaluation',
  'evaluation.staff.openHint':
    'Une instance le décide, et une deuxième personne le confirme. À l’ouverture, la liste des indicateurs et la lecture officielle sont fixées.',
  'evaluation.staff.openNow': 'Ouvrir maintenant',
  'evaluation.staff.close': 'Clore et publier les résultats',
  'evaluation.staff.closeHint':
    'Une instance le décide, et une deuxième personne le confirme. Les résultats sont publiés une fois, en même temps que la clôture.',
  'evaluation.staff.closeNow': 'Clore et publier maintenant',
  'evaluation.staff.waiting': 'La décision est inscrite ; elle attend d’être confirmée par une deuxième personne.',
  'evaluation.staff.recordDecision': 'Inscrire la décision',
  'evaluation.decision.open': 'Ouvrir l’évaluation « {name} »',
  'evaluation.decision.close': 'Clore l’évaluation « {name} » et publier ses résultats',

  'evaluation.staff.final': 'La clôture ne se défait pas\u00a0: plus aucune réponse ne sera prise en ligne.',
  'evaluation.staff.early':
    'Le dernier jour annoncé, le {day, date, long}, n’est pas encore passé : clore maintenant, c’est prendre des réponses moins longtemps que prévu.',
  'evaluation.staff.scarce':
    'Close maintenant, l’évaluation ne montrerait rien {indicators, plural, one {d’un indicateur} other {de # indicateurs}}\u00a0: moins de {least, number} personnes y ont répondu. Il y en aura peut-être d’autres, car «\u00a0Je ne sais pas\u00a0» compte ici comme une réponse.',
  'evaluation.prepared.lastDay': 'Dernier jour pour répondre\u00a0: {day, date, long}.',
  'evaluation.prepared.byLot': 'Les personnes sont tirées au sort\u00a0: les résultats auront une marge d’erreur.',
  'evaluation.prepared.open': 'Toute personne qui le veut peut répondre\u00a0: ce n’est pas un échantillon.',
  'evaluation.prepared.asks': '{count, plural, one {L’indicateur posé} other {Les # indicateurs posés}}',
  'evaluation.edit.title': 'Corriger ou supprimer cette évaluation',
  'evaluation.edit.lead':
    'Tout peut changer jusqu’à l’ouverture. Une décision déjà prise sur cette évaluation ne vaut plus si elle change\u00a0: il en faut une nouvelle.',
  'evaluation.edit.unchanged': 'Rien n’a changé\u00a0: une décision déjà prise vaut toujours.',
  'evaluation.edit.discardTitle': 'La supprimer',
  'evaluation.edit.discardHint': 'Personne n’y a encore répondu\u00a0: il n’en restera qu’une ligne au journal.',
  'evaluation.edit.discard': 'Supprimer cette évaluation',
  'evaluation.invitation.title': 'Où répondre',
  'evaluation.invitation.hint': 'Montrez ce code, imprimez-le ou envoyez l’adresse\u00a0: il ne faut pas de compte.',
  'evaluation.invitation.qr': 'Code QR qui mène à l’évaluation',
  'evaluation.paper.title': 'Saisir des formulaires papier',
  'evaluation.paper.lead': 'Un formulaire à la fois. Une case laissée vide sur le papier reste vide ici.',
  'evaluation.paper.empty': 'Sans réponse',
  'evaluation.paper.save': 'Garder ce formulaire',
  'evaluation.paper.saved': 'Le formulaire est gardé. Vous pouvez saisir le suivant.',
  'evaluation.paper.once':
    'Relisez avant de garder\u00a0: ensuite le formulaire ne se retrouve plus, et ne se corrige plus.',
  'evaluation.paper.waiting':
    '{forms, plural, =0 {Aucun formulaire en retard n’attend} one {# formulaire en retard attend} other {# formulaires en retard attendent}}',
  'evaluation.paper.lateHint':
    'L’évaluation est close\u00a0: ce qui est saisi maintenant rejoint les résultats par {least, number} formulaires au moins à la fois, pour que personne ne soit reconnu à la différence.',
  'evaluation.paper.release': 'Les ajouter aux résultats',
  'evaluation.notReleased':
    'La clôture est faite, mais les résultats ne sont pas encore publiés\u00a0: publiez-les d’abord.',
  'evaluation.emptyForm': 'Ce formulaire ne porte aucune réponse\u00a0: choisissez-en au moins une.',
  'evaluation.fewLate':
    'Attendez d’avoir {least, number} formulaires en retard au moins\u00a0: en dessous, on reconnaîtrait quelqu’un à la différence.',
  'evaluation.lateChanged': 'Un formulaire a été saisi entre-temps. Ajoutez-les de nouveau.',

  'evaluation.begin.title': 'Où en êtes-vous ?',
  'evaluation.begin.lead':
    '{indicators, plural, one {Une question} other {# questions}}, par petits blocs. Arrêtez-vous quand vous voulez : chaque réponse compte.',
  'evaluation.begin.closed': 'Cette évaluation est close\u00a0: on ne peut plus y répondre.',
  'evaluation.begin.notYet': 'Cette évaluation n’est pas encore ouverte.',
  'evaluation.begin.round': 'Voir cette évaluation',
  'evaluation.begin.resume':
    '{answered, plural, =0 {Vous aviez commencé.} one {Votre première réponse est gardée.} other {Vos # réponses sont gardées.}}',
  'evaluation.begin.continue': 'Continuer',
  'evaluation.begin.secretTitle': 'Vos réponses restent secrètes',
  'evaluation.begin.secret':
    'Ni nom, ni heure : on ne garde que vos choix. Les résultats ne montrent jamais moins de {k, number} réponses ensemble.',
  'evaluation.begin.profile': 'Si vous le voulez, dites d’où vous répondez. Chaque ligne peut rester vide.',
  'evaluation.begin.notSaid': 'Je préfère ne pas le dire',
  'evaluation.begin.group': 'De quel groupe vous sentez-vous proche ?',
  'evaluation.begin.neighbourhood': 'Votre quartier',
  'evaluation.begin.age': 'Votre âge',
  'evaluation.begin.start': 'Commencer',
  'evaluation.age.under-16': 'Moins de 16 ans',
  'evaluation.age.16-25': '16 à 25 ans',
  'evaluation.age.26-39': '26 à 39 ans',
  'evaluation.age.40-59': '40 à 59 ans',
  'evaluation.age.60-74': '60 à 74 ans',
  'evaluation.age.75+': '75 ans et plus',
  'evaluation.age.not-stated': 'Âge non dit',

  'evaluation.answer.legend': 'Quelle situation ressemble le plus à la vôtre ?',
  'evaluation.answer.dontKnow': 'Je ne sais pas',
  'evaluation.answer.notConcerned': 'Cela ne me concerne pas',
  'evaluation.answer.place': 'Indicateur {place, number} sur {number, number}',
  'evaluation.answer.later': 'Reprendre plus tard',
  'evaluation.answer.next': 'Suivant',
  'evaluation.answer.problem': 'À compléter : choisissez une réponse',

  'evaluation.end.pause': 'Une pause ?',
  'evaluation.end.thanks': 'Merci',
  'evaluation.end.kept':
    '{answered, plural, =0 {Vous n’avez encore répondu à aucune question.} one {Vous avez répondu à {number, plural, =1 {la question posée} other {une question sur {number, number}}}\u00a0: votre réponse est gardée.} other {Vous avez répondu à # questions sur {number, number}\u00a0: vos réponses sont gardées.}}',
  'evaluation.end.more': 'Continuer',
  'evaluation.end.stop': 'M’arrêter là',
  'evaluation.end.resume': 'Vous pourrez reprendre ici, avec le même appareil, jusqu’à la clôture.',
  'evaluation.end.released': 'Les résultats seront publiés à la clôture, pour tout le monde en même temps.',
  'evaluation.end.home': 'Retour à l’accueil',
  'evaluation.end.review': 'Revoir mes réponses',

  'evaluation.level.1': 'très insatisfaisante',
  'evaluation.level.2': 'insatisfaisante',
  'evaluation.level.3': 'moyenne',
  'evaluation.level.4': 'bonne',
  'evaluation.level.5': 'idéale',

  'evaluation.cell.few': 'Moins de {k, number} réponses : non montré',
  'evaluation.cell.protected': 'Non montré, pour que personne ne puisse être reconnu',
  'evaluation.cell.part': 'Situation {situation} : {share, number} %',
  'evaluation.cell.answers': '{n, plural, one {# réponse} other {# réponses}}',
  'evaluation.cell.percent': '{share, number} %',

  'evaluation.results.title': 'Là où c’est le plus difficile',
  'evaluation.results.eyebrow':
    '{people, plural, one {# personne} other {# personnes}} · des participantes et participants, pas un échantillon',
  'evaluation.results.notASample':
    'Ces résultats disent la situation de celles et ceux qui ont répondu, pas de toute la population.',
  'evaluation.results.official.each-person': 'Lecture officielle : chaque personne compte autant.',
  'evaluation.results.official.each-group': 'Lecture officielle : chaque groupe compte autant.',
  'evaluation.results.caption':
    'Réponses de {people, plural, one {# personne} other {# personnes}}, par indicateur ; le plus difficile d’abord',
  'evaluation.results.indicator': 'Indicateur',
  'evaluation.results.situations': 'Cinq situations',
  'evaluation.results.illBeing': 'en\u00a01–\u20602',
  'evaluation.results.n': 'réponses',
  'evaluation.results.rules':
    'Un groupe n’est montré qu’à partir de {k, number} réponses ; de {k, number} à 29 en trois classes (1–2, 3, 4–5), à partir de 30 en cinq situations. Un groupe plus grand reste en trois classes, ou n’est pas montré, quand ses chiffres diraient par soustraction ceux d’un petit groupe\u202f; et le sort en laisse de côté un sur seize environ, pour que l’absence d’un groupe ne dise rien de ses réponses. « Je ne sais pas » et « Cela ne me concerne pas » sont comptés à part.',

  'evaluation.results.since': 'depuis « {round} »',
  'evaluation.change.points':
    '{points, plural, =0 {0 point} one {{points, number, ::sign-always} point} other {{points, number, ::sign-always} points}}',
  'evaluation.change.harder': 'plus difficile',
  'evaluation.change.easier': 'moins difficile',
  'evaluation.change.unchanged': 'inchangé',
  'evaluation.change.untold':
    'Moins de {least, number} réponses à l’une des deux évaluations\u00a0: trop peu pour dire un changement.',
  'evaluation.reading.other.each-person': 'Et si chaque groupe comptait autant ?',
  'evaluation.reading.other.each-group': 'Et si chaque personne comptait autant ?',
  'evaluation.reading.rankChanges': 'L’ordre changerait pour ces indicateurs\u00a0: leur rang, selon la lecture',
  'evaluation.group.not-stated': 'Groupe non dit',
  'evaluation.neighbourhood.not-stated': 'Quartier non dit',

  'evaluation.one.everybody': 'Tout le monde',
  'evaluation.one.illBeing': 'dans les situations 1 et 2',
  'evaluation.one.wellBeing': 'dans les situations 4 et 5',
  'evaluation.one.median': 'situation médiane (moyenne {mean, number})',
  'evaluation.one.others':
    '{dontKnow, plural, =0 {personne ne sait pas} one {# ne sait pas} other {# ne savent pas}}, {notConcerned, plural, =0 {personne ne se dit pas concerné} one {# ne se dit pas concerné} other {# ne se disent pas concernés}}',
  'evaluation.one.by.group': 'Par groupe',
  'evaluation.one.by.neighbourhood': 'Par quartier',
  'evaluation.one.by.age': 'Par âge',
  'evaluation.one.category': 'Qui',
  'evaluation.one.groups': 'Ce que les groupes en disent ensemble',
  'evaluation.one.measured': 'À côté, ce qui se mesure',
  'evaluation.one.measuredHint':
    'Des chiffres d’une autre source, à lire à côté des réponses\u00a0: ils n’y sont pas mêlés.',
  'evaluation.one.situations': 'Les cinq situations',
  'evaluation.one.objective': 'En faire un objectif',
  'evaluation.one.origin': 'De quelles paroles vient cet indicateur ?',

  'evaluation.wheel.title': 'La roue',
  'evaluation.wheel.lead':
    'La situation moyenne de chaque indicateur : au bord, la situation idéale ; au centre, la plus difficile. La médiane est dans le tableau.',
  'evaluation.wheel.open': 'Voir la roue',
  'evaluation.wheel.caption': '{round} : situations de {people, plural, one {# personne} other {# personnes}}',
  'evaluation.wheel.switches': 'Montrer ou cacher une évaluation',
  'evaluation.wheel.median':
    'médiane {median, number}, moyenne {mean, number} ({n, plural, one {# réponse} other {# réponses}})',
  'evaluation.wheel.noPoint':
    '«\u00a0{round}\u00a0» n’a aucun point sur la roue\u00a0: aucun de ses indicateurs n’est montré en cinq situations, ce qui demande {least, number} réponses au moins. Ce qui peut en être dit est dans le tableau.',
  'evaluation.wheel.notAsked': 'pas posé cette fois-là',

  'evaluation.groups.title': 'Évaluer en groupe',
  'evaluation.groups.lead':
    'Le groupe parle, puis s’accorde sur une situation. On garde ses raisons, et ce que certains voient autrement.',
  'evaluation.groups.which': 'Quel groupe ?',
  'evaluation.groups.agree': 'S’accorder sur une situation',
  'evaluation.groups.again': 'Changer d’avis ensemble',
  'evaluation.groups.agreed': 'Le groupe s’accorde sur la situation {level, number}',
  'evaluation.groups.legend': 'La situation sur laquelle s’accorde le groupe « {group} »',
  'evaluation.groups.reasons': 'Pourquoi ?',
  'evaluation.groups.dissent': 'Autres avis',
  'evaluation.groups.dissentHint': 'Ce que certains voient autrement, sans noms.',

  'evaluation.measures.title': 'Données mesurées',
  'evaluation.measures.lead':
    'Des statistiques placées à côté de ce que disent les habitantes et les habitants, jamais mélangées avec.',
  'evaluation.measures.none': 'Aucune donnée mesurée pour l’instant',
  'evaluation.measures.noneYet': 'Une statistique datée, avec son unité et sa source, peut éclairer un indicateur.',
  'evaluation.measures.attach': 'Rattacher une statistique',
  'evaluation.measures.name': 'Ce qui est mesuré',
  'evaluation.measures.unit': 'Unité',
  'evaluation.measures.unitHint': 'Par exemple « pour 10 000 habitants » ou « % des logements »',
  'evaluation.measures.source': 'Source',
  'evaluation.measures.from': 'Source : {source}',
  'evaluation.measures.direction': 'Dans quel sens est-ce mieux ?',
  'evaluation.measures.up': 'Plus la valeur est grande, mieux c’est',
  'evaluation.measures.down': 'Plus la valeur est petite, mieux c’est',
  'evaluation.measures.passages': 'Seuils du territoire',
  'evaluation.measures.passagesHint':
    'Quatre valeurs, séparées par des points-virgules : passage vers les situations 2, 3, 4 et 5. Une valeur égale au seuil l’a passé.',
  'evaluation.measures.day': 'Date',
  'evaluation.measures.level': 'Situation',
  'evaluation.measures.put': 'Ajouter ou corriger une valeur',
} as const;
