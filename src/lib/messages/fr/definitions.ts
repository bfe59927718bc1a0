/** Step 1: gatherings, notes, their approval and what becomes of them. */
export const definitions = {
  'gathering.moved': 'La rencontre a avancé entre-temps. Regardez où elle en est, puis choisissez de nouveau.',

  'definitions.tooMany':
    'Cet appareil a déjà envoyé {most, number} paroles ici. Donnez la suite à la personne qui anime.',

  'definitions.parentsNeeded': 'Avant 15 ans, il faut l’accord d’un parent. Cochez la case si vous l’avez.',

  'definitions.notShared': 'Le partage n’est pas ouvert : pour l’instant, chaque personne écrit pour elle-même.',

  'definitions.erased': 'Cette parole est effacée : il n’en reste rien à décider.',

  'definitions.visitEmpty': 'Rien n’est noté pour cette visite. Notez au moins une parole avant de terminer.',

  'definitions.visitEnded': 'Cette visite est terminée : ce qui a été relu ne change plus. Commencez une autre visite.',

  'definitions.synthesisChanged':
    'La synthèse a changé depuis que cette page a été ouverte. Votre texte est encore ci-dessous : copiez-le, ouvrez la page de nouveau, puis reprenez.',

  'definitions.nothingToPublish':
    'Rien n’attend d’être publié : ce qui a été approuvé ou validé après la décision attend la prochaine.',

  'definitions.excerpts.two': 'Pour partager une parole, gardez au moins deux extraits.',
  'definitions.excerpts.verbatim':
    'Un extrait ne reprend pas la parole mot pour mot. Enlevez des mots, n’en changez aucun.',
  'definitions.excerpts.same': 'Deux extraits sont les mêmes. Gardez une idée dans chacun.',
  'definitions.excerpts.whole':
    'Un extrait est la parole entière. Ne laissez dans chaque case que les mots d’une idée.',

  'definitions.standing.planned': 'Prévue',
  'definitions.standing.opening': 'Accueil',
  'definitions.standing.writing': 'Écriture',
  'definitions.standing.sharing': 'Partage',
  'definitions.standing.approving': 'Approbation',
  'definitions.standing.closed': 'Close',
  'definitions.phase.planned': 'Prévue',
  'definitions.phase.opening': 'Accueillir',
  'definitions.phase.writing': 'Écrire, chaque personne pour soi',
  'definitions.phase.sharing': 'Partager',
  'definitions.phase.approving': 'Approuver',
  'definitions.phase.closed': 'Clore',

  'definitions.phaseHelp.planned': 'Personne ne peut encore entrer.',
  'definitions.phaseHelp.opening': 'On entre avec le code, on fait connaissance, on dit à quoi chacun s’engage.',
  'definitions.phaseHelp.writing': 'Une idée par parole. Personne ne voit celles des autres.',
  'definitions.phaseHelp.sharing': 'Les paroles viennent au mur, mélangées. On lit, on ne juge pas.',
  'definitions.phaseHelp.approving':
    'On parle de celles dont quelqu’un veut parler ; les autres sont approuvées ensemble.',
  'definitions.phaseHelp.closed':
    'Plus personne n’entre ni n’écrit ; chaque personne garde ses paroles sous la main. Vous pourrez la rouvrir en revenant à une étape.',

  'definitions.outcome.whole': 'Retenue par le groupe',
  'definitions.outcome.excerpts': 'Retenue en plusieurs idées',
  'definitions.outcome.minority': 'Voix minoritaire, gardée mot pour mot',

  'definitions.note.approved': 'retenue par le groupe',

  'definitions.people.one': '# personne',
  'definitions.people.other': '# personnes',

  'definitions.notes.one': '# parole',
  'definitions.notes.other': '# paroles',

  'definitions.age.under-16': 'Moins de 16 ans',
  'definitions.age.16-25': '16 à 25 ans',
  'definitions.age.26-39': '26 à 39 ans',
  'definitions.age.40-59': '40 à 59 ans',
  'definitions.age.60-74': '60 à 74 ans',
  'definitions.age.75+': '75 ans ou plus',

  'definitions.sex.woman': 'Une femme',
  'definitions.sex.man': 'Un homme',
  'definitions.sex.other': 'Autrement',

  'definitions.join.title': 'J’ai un code',
  'definitions.join.lead':
    'Le code est affiché dans la salle, ou la personne qui anime vous le dit ; un code de vote est sur votre coupon. Pas besoin de compte.',
  'definitions.join.code': 'Code de la rencontre ou du vote',
  'definitions.join.codeHint':
    'Six lettres et chiffres pour une rencontre, par exemple KLT 496 ; douze pour un vote. Majuscules ou minuscules, comme vous voulez.',
  'definitions.join.noCode': 'Écrivez le code affiché dans la salle, ou celui de votre coupon.',
  'definitions.join.unknown':
    'Ce code n’existe pas : aucune rencontre n’a ces six lettres et chiffres. Regardez-les encore une fois, ou demandez à la personne qui vous l’a donné.',
  'definitions.join.length':
    'Il y a ici {length, plural, one {une lettre ou un chiffre} other {# lettres et chiffres}}. Le code d’une rencontre en a six, celui d’un vote douze : il en manque, ou il y en a trop.',
  'definitions.join.shutOut': 'Trop de codes faux depuis ce réseau. Attendez dix minutes, puis essayez de nouveau.',

  'definitions.welcome.title': 'Bienvenue',
  'definitions.welcome.notYet': 'La rencontre n’a pas encore commencé.',
  'definitions.welcome.notYetMore':
    'La personne qui anime va l’ouvrir. Gardez cette page : elle s’ouvrira toute seule.',
  'definitions.welcome.over': 'Cette rencontre est close.',
  'definitions.welcome.overMore': 'Vos paroles sont gardées. Pour en ajouter une, parlez-en à la personne qui a animé.',
  'definitions.welcome.otherCode': 'Un autre code',
  'definitions.welcome.age': 'Votre âge',
  'definitions.welcome.adult': 'J’ai 15 ans ou plus',
  'definitions.welcome.young': 'J’ai moins de 15 ans',
  'definitions.welcome.ifYoung': 'Si vous avez moins de 15 ans',
  'definitions.welcome.parentsAgree': 'Un de mes parents est d’accord pour que je participe',
  'definitions.welcome.language': 'J’écris en',
  'definitions.welcome.comeIn': 'J’ai compris, j’entre',

  'definitions.notice.title': 'Ce que deviennent vos paroles',
  'definitions.notice.purpose': 'À quoi elles servent',
  'definitions.notice.purposeText':
    'À définir, avec vos mots, ce qu’est le bien-être ici ({territory}), puis à en faire des repères pour agir.',
  'definitions.notice.who': 'Qui voit quoi',
  'definitions.notice.whoText':
    'Pendant que vous écrivez : personne. Au partage : votre groupe, dans le désordre, sans nom ni heure. Tout le monde : seulement si votre groupe les approuve et qu’une décision les publie. Si vous dites votre âge, votre sexe ou votre quartier, chaque réponse est comptée à part : jamais jointe aux autres, ni à vos paroles.',
  'definitions.notice.howLong': 'Combien de temps',
  'definitions.notice.howLongText':
    'Le lien avec votre appareil est coupé après {author, plural, one {un mois} other {# mois}}. Ce que le groupe n’a pas approuvé est effacé après {unapproved, plural, one {un mois} other {# mois}}.',
  'definitions.notice.back': 'Les reprendre',
  'definitions.notice.backText':
    'À tout moment, avec cet appareil ou votre code personnel : garder pour le groupe, retirer, effacer. Sans donner de raison.',
  'definitions.notice.contact': 'Une question ?',
  'definitions.notice.more': 'Tout sur vos données',

  'definitions.profile.title': 'Dire un peu qui je suis (facultatif)',
  'definitions.profile.lead':
    'Pour voir qui manque encore et l’inviter. Chaque réponse est comptée, jamais jointe à vos paroles.',
  'definitions.profile.unsaid': 'Je ne le dis pas',
  'definitions.profile.age': 'Mon âge',
  'definitions.profile.sex': 'Je suis',
  'definitions.profile.neighbourhood': 'Mon quartier',

  'definitions.code.title': 'Votre code personnel',
  'definitions.code.lead': 'Il ne sera plus affiché. Notez-le sur un papier, ou prenez-le en photo.',
  'definitions.code.keep': 'Lui seul permet de retrouver vos paroles depuis un autre appareil.',
  'definitions.code.use': 'Il se tape sur cette page :',
  'definitions.code.lost':
    'Sans lui, cet appareil suffit encore, tant que vous n’effacez pas les données du navigateur.',
  'definitions.code.continue': 'C’est noté, je continue',
  'definitions.code.unknown': 'Ce code n’existe pas. Vérifiez chaque lettre et chaque chiffre.',

  'definitions.write.field': 'Une idée, avec vos mots',
  'definitions.write.hint': 'Une seule idée à la fois ; vous pouvez en écrire autant que vous voulez.',
  'definitions.write.question': 'La question',
  'definitions.write.language': 'J’écris en',
  'definitions.write.send': 'Poser ma parole',
  'definitions.write.problem': 'Écrivez une idée, en {most} caractères au plus.',
  'definitions.write.left.one': 'Encore # caractère',
  'definitions.write.left.other': 'Encore # caractères',
  'definitions.write.excess.one': '# caractère de trop',
  'definitions.write.excess.other': '# caractères de trop',
  'definitions.write.own': 'Vos paroles',
  'definitions.write.onlyYou': 'Personne d’autre ne les voit tant que le partage n’est pas ouvert.',
  'definitions.write.none': 'Pas encore de parole.',
  'definitions.write.kept': 'gardée',
  'definitions.write.taken': 'Vous avez repris cette parole.',
  'definitions.write.waiting': 'Attend le réseau, gardée sur cet appareil',
  'definitions.write.away': 'Pas de réseau pour l’instant. Rien n’est perdu.',
  'definitions.write.awayMore':
    'Vos paroles attendent sur cet appareil et partiront toutes seules. Vous pouvez continuer d’écrire.',
  'definitions.write.waits.one': '# parole attend.',
  'definitions.write.waits.other': '# paroles attendent.',
  'definitions.write.fleeting': 'Ce navigateur ne garde rien.',
  'definitions.write.fleetingMore': 'Laissez cette page ouverte jusqu’à ce que vos paroles soient parties.',
  'definitions.write.refused': 'Une parole n’a pas pu être prise. Elle reste ici.',
  'definitions.write.refusedMore': 'Copiez-la pour la donner à la personne qui anime, ou essayez de nouveau.',
  'definitions.write.copy': 'Copier',
  'definitions.write.copied': 'Copiée',
  'definitions.write.retry': 'Essayer maintenant',
  'definitions.write.remove': 'Enlever d’ici',
  'definitions.write.gone': 'Cet appareil n’est plus dans la rencontre. Entrez de nouveau avec le code, puis essayez.',
  'definitions.write.opening': 'On va commencer.',
  'definitions.write.openingMore': 'La personne qui anime ouvre l’écriture ; cette page changera toute seule.',
  'definitions.write.sharing': 'Le partage est ouvert.',
  'definitions.write.toWall': 'Lire les paroles du groupe',
  'definitions.write.over': 'La rencontre est close. Merci.',
  'definitions.write.overMore':
    'Vos paroles sont gardées. Vous pouvez les relire, les retirer ou les effacer quand vous voulez.',
  'definitions.write.myWords': 'Ce que deviennent mes paroles : les suivre, les retirer, les effacer',
  'definitions.copy.title': 'Pas de réseau. Voici la copie gardée sur cet appareil.',
  'definitions.copy.since': 'Copie du',
  'definitions.handOver.title': 'Les donner autrement',
  'definitions.handOver.lead':
    'La personne qui anime peut les taper pour vous\u00a0: donnez-lui le fichier, ou montrez-lui le code.',
  'definitions.handOver.file': 'Enregistrer un fichier',
  'definitions.handOver.qr': 'Montrer un code QR',
  'definitions.handOver.picture': 'Code QR de vos paroles',
  'definitions.handOver.next': 'Code suivant',

  'definitions.time.left.one': 'Encore # min',
  'definitions.time.left.other': 'Encore # min',
  'definitions.time.over': 'Le temps est passé, on peut finir sa phrase.',
  'definitions.time.until': 'Jusqu’à {time}',

  'definitions.wall.title': 'Les paroles du groupe',
  'definitions.wall.lead': 'On lit, on ne juge pas.',
  'definitions.wall.back': 'Écrire',
  'definitions.wall.all': 'Toutes',
  'definitions.wall.filter': 'Montrer les paroles d’une question',
  'definitions.wall.ask': 'En parler',
  'definitions.wall.done': 'Demandé',
  'definitions.wall.asked': 'C’est demandé. Le groupe en parlera.',
  'definitions.wall.askedMore': 'Personne ne saura qui l’a demandé, ni combien.',
  'definitions.wall.approving': 'Le groupe en est à l’approbation.',
  'definitions.wall.overMore': 'Voici les paroles du groupe ; plus rien ne s’ajoute.',
  'definitions.wall.alone': 'Pour l’instant, chaque personne écrit pour elle-même.',

  'definitions.screen.join': 'Pour entrer avec un téléphone',
  'definitions.screen.welcome': 'Bienvenue. Avec ou sans téléphone, chaque parole compte.',
  'definitions.screen.writing':
    'Écrivez, chaque personne pour soi : une idée par parole. Personne ne voit celles des autres.',
  'definitions.screen.sharing': 'Partager : on lit, on ne juge pas',
  'definitions.screen.approving': 'Approuver : on parle de celles dont quelqu’un veut parler',
  'definitions.screen.over': 'Merci',
  'definitions.screen.nothing': 'Aucune parole ici pour l’instant.',
  'definitions.screen.before': 'Retour',
  'definitions.screen.after': 'Suite',
  'definitions.screen.question': 'Question',

  'definitions.rehearsal.title': 'S’exercer',
  'definitions.rehearsal.lead':
    'Une rencontre d’essai, avec les questions de ce cycle : menez-la d’un bout à l’autre. Rien n’y compte, personne ne la voit, et elle est jetée après sept jours.',
  'definitions.rehearsal.begin': 'Commencer un exercice',
  'definitions.rehearsal.goOn': 'Reprendre mon exercice',
  'definitions.rehearsal.more':
    'Menez cette rencontre comme une vraie. Ses paroles sont effacées quand vous la jetez, au plus tard après sept jours.',
  'definitions.rehearsal.people': 'Laisser huit personnes inventées écrire',
  'definitions.rehearsal.first': 'Huit personnes inventées pourront écrire dès que la rencontre sera ouverte.',
  'definitions.rehearsal.throwAway': 'Jeter cet exercice',
  'definitions.rehearsal.thrownAway': 'L’exercice est jeté, et ses paroles sont effacées.',
  'definitions.rehearsal.group': 'Exercice',
  'definitions.rehearsal.place': 'Salle imaginaire',

  'definitions.screen.dark': 'Salle sombre',
  'definitions.focus.title': 'La parole dont on parle',
  'definitions.focus.begin': 'Montrer en grand à la salle',
  'definitions.focus.end': 'Revenir au mur',
  'definitions.focus.endThere': 'Ne plus la montrer en grand',
  'definitions.print.title': 'Imprimer le mur',
  'definitions.print.button': 'Imprimer',
  'definitions.print.notShared': 'Le mur est vide tant que le partage n’est pas ouvert.',

  'definitions.gathering.group': 'Groupe',
  'definitions.gathering.day': 'Date',
  'definitions.gathering.hour': 'Heure',
  'definitions.gathering.place': 'Lieu',
  'definitions.gathering.placeHint': 'Par exemple : salle du Moulin, Les Tanneurs',
  'definitions.gathering.phase': 'Où elle en est',
  'definitions.gathering.yours': 'Pour vous',
  'definitions.gathering.facilitators': 'Qui anime',
  'definitions.gathering.nobody': 'Personne n’a encore le rôle d’animation. La coordination peut inviter quelqu’un.',
  'definitions.gathering.noFacilitator': 'Choisissez au moins une personne qui anime.',
  'definitions.gathering.notFacilitator':
    'Une des personnes choisies n’a plus le rôle d’animation. Choisissez de nouveau.',
  'definitions.gathering.time': 'Écrivez une heure, par exemple 18:30.',
  'definitions.gathering.allQuestions': 'Toutes les questions',

  'definitions.invitation.title': 'Comment les gens sont invités (facultatif)',
  'definitions.invitation.legend': 'Par quels moyens ?',
  'definitions.invitation.hint':
    'Cela aide à voir par où viennent celles et ceux qui manquent encore. Un nombre si vous l’avez, jamais de noms.',

  'definitions.invitation.people': 'Combien',
  'definitions.invitation.peopleBy': 'Combien, {channel}',

  'definitions.channel.mouth': 'De bouche à oreille',
  'definitions.channel.door': 'De porte en porte',
  'definitions.channel.letter': 'Par lettre',
  'definitions.channel.poster': 'Par affiche',
  'definitions.channel.association': 'Par une association',
  'definitions.channel.school': 'Par l’école',
  'definitions.channel.online': 'En ligne',
  'definitions.channel.lot': 'Par tirage au sort',

  'definitions.gatherings.title': 'Rencontres',
  'definitions.gatherings.lead':
    'Chaque groupe se réunit pour dire ce qu’est le bien-être. Ses paroles lui appartiennent : seule la personne qui anime ouvre sa rencontre.',
  'definitions.gatherings.plan': 'Prévoir une rencontre',
  'definitions.gatherings.planned': 'La rencontre est prévue : {group}.',
  'definitions.gatherings.plannedMore':
    'Son code est {code}. Il n’ouvre rien avant que la personne qui anime ouvre la rencontre.',
  'definitions.gatherings.change': 'Modifier',
  'definitions.gatherings.open': 'Animer',
  'definitions.gatherings.kit': 'Kit papier',
  'definitions.gatherings.poster': 'Affiche',
  'definitions.gatherings.others': 'animée par quelqu’un d’autre',
  'definitions.gatherings.calendar': 'Agenda (.ics)',
  'definitions.gatherings.calendarOf': 'Agenda (.ics) : {group}',
  'definitions.gatherings.none': 'Aucune rencontre n’est prévue',
  'definitions.gatherings.noneMore': 'Prévoyez-en une pour un groupe : elle reçoit un code que l’on tape en arrivant.',

  'definitions.item.age': 'Âge',
  'definitions.item.sex': 'Sexe',
  'definitions.item.neighbourhood': 'Quartier',

  'definitions.sexes.woman': 'Femmes',
  'definitions.sexes.man': 'Hommes',
  'definitions.sexes.other': 'Autrement',

  'kiosk.title': 'Une borne dans un lieu public',
  'kiosk.lead':
    'Une tablette ou un ordinateur à la bibliothèque, à la mairie, au marché\u00a0: chaque personne y écrit, et l’appareil l’oublie.',
  'kiosk.ruleIdle':
    'Après une minute sans que personne n’y touche, ou quand la personne dit qu’elle a fini, l’appareil revient au début.',
  'kiosk.ruleForget': 'Il ne garde rien de la personne\u00a0: ni ses paroles, ni ce qu’elle a dit d’elle.',
  'kiosk.ruleNetwork':
    'Ce qui n’est pas encore parti attend le réseau derrière un écran qui n’en montre rien, puis l’appareil recommence.',
  'kiosk.ruleBrowser':
    'Ouvrez le navigateur en plein écran, sans compte et sans mots de passe enregistrés, et n’y laissez que cette page.',
  'kiosk.begin': 'Cet appareil devient une borne',
  'kiosk.is': 'Cet appareil est une borne de cette rencontre.',
  'kiosk.toStart': 'Aller au début',
  'kiosk.end': 'Ce n’est plus une borne',
  'kiosk.done': 'J’ai fini',
  'kiosk.still': 'Vous êtes encore là\u202f?',
  'kiosk.forgets': 'Sans réponse, cet appareil vous oublie et revient au début. Secondes qui restent\u00a0:',
  'kiosk.stay': 'Oui, je continue',
  'kiosk.away': 'Cet appareil attend le réseau. Rien n’est perdu\u00a0: il recommence de lui-même.',

  'definitions.control.kiosk': 'Borne',
  'definitions.source.phone': 'Écrites sur un téléphone',
  'definitions.source.kiosk': 'Écrites sur une borne, dans un lieu public',
  'definitions.source.facilitator': 'Dites à voix haute, saisies par la personne qui anime',
  'definitions.source.relay': 'Dites à un relais, à la porte',
  'definitions.source.paper': 'Écrites sur papier',
  'definitions.source.import': 'Importées d’un tableau',

  'definitions.presence.nobody-yet': 'personne encore',
  'definitions.presence.fewer': 'moins qu’ici',
  'definitions.presence.as-many': 'autant qu’ici',
  'definitions.presence.more': 'plus qu’ici',

  'definitions.coverage.title': 'Qui est venu, qui inviter',
  'definitions.coverage.lead':
    'Pour que chaque voix d’ici puisse être entendue : qui est déjà là, et à qui tendre encore la main.',
  'definitions.coverage.missing': 'Qui manque encore',
  'definitions.coverage.meaning':
    'Une invitation, pas un reproche : les personnes qui sont venues sont des participantes, pas un échantillon, et chacune de leurs paroles compte.',
  'definitions.coverage.nobodyMissing': 'Les personnes venues ressemblent à celles qui vivent ici. Continuez ainsi.',
  'definitions.coverage.untold':
    'Certains nombres sont trop petits pour être affichés : parmi les catégories concernées, d’autres personnes manquent peut-être. Vous qui connaissez les lieux, invitez-les aussi.',
  'definitions.coverage.noCensus':
    'Le recensement n’est pas encore saisi : avec lui, cette page dit quels âges, quels quartiers inviter. La coordination peut le saisir.',
  'definitions.coverage.welcome':
    '{count, plural, one {une personne de plus serait la bienvenue} other {# personnes de plus seraient les bienvenues}}',
  'definitions.coverage.someWelcome': 'quelques personnes de plus seraient les bienvenues',
  'definitions.coverage.notMet': 'ce groupe ne s’est pas encore réuni',
  'definitions.coverage.small':
    '{count, plural, =0 {personne n’y est encore compté} one {une personne} other {# personnes}} · {welcome, plural, one {une de plus serait la bienvenue} other {# de plus seraient les bienvenues}}',
  'definitions.coverage.planFor': 'Prévoir une rencontre',
  'definitions.coverage.planForGroup': 'Prévoir une rencontre : {group}',
  'definitions.coverage.groupsLead':
    'Un groupe de personnes qui se ressemblent en réunit {least} à {most} : assez pour échanger, assez peu pour que tout le monde soit entendu. « Personnes » est le nombre de la rencontre la plus suivie.',
  'definitions.coverage.held': 'Rencontres tenues',
  'definitions.coverage.planned': 'Prévues',
  'definitions.coverage.size': 'Espérées',
  'definitions.coverage.next': 'Inviter',
  'definitions.coverage.told':
    '{count, plural, one {Une personne l’a dit} other {# personnes l’ont dit}}, sur {people, number} venues. Le dire est libre.',
  'definitions.coverage.toldFew':
    'Trop peu de personnes l’ont dit pour compter sans désigner quelqu’un. Le dire est libre.',
  'definitions.coverage.census': 'En regard : {source}.',
  'definitions.coverage.came': 'Venues',
  'definitions.coverage.shares': 'Parts',
  'definitions.coverage.sharesLead':
    'La barre est la part des personnes venues, le trait celle des personnes qui vivent ici.',
  'definitions.coverage.hides':
    'Ce qui désignerait moins de {least, number} personnes n’est pas affiché, ni ce par quoi on le calculerait.',
  'definitions.coverage.notShown': 'pas affiché',
  'definitions.coverage.more':
    '{count, plural, =0 {quelques-unes de plus, bienvenues} one {une de plus, bienvenue} other {# de plus, bienvenues}}',
  'definitions.coverage.bothShares': '{share} venues, {census} ici',
  'definitions.coverage.censusOnly': '{census} ici',
  'definitions.coverage.notInCensus': 'Le recensement ne le compte pas',
  'definitions.coverage.presence': 'En un mot',
  'definitions.coverage.ways': 'Comment les gens ont été invités',
  'definitions.coverage.waysLead':
    'Par rencontre de ce cycle ; une rencontre peut inviter de plusieurs façons. Toucher d’autres personnes demande souvent un autre moyen.',
  'definitions.coverage.way': 'Moyen',
  'definitions.coverage.gatherings': 'Rencontres',
  'definitions.coverage.asked': 'Personnes invitées',
  'definitions.coverage.uncounted': 'non compté',
  'definitions.coverage.noWays': 'Aucun moyen n’est encore noté. Il se note en prévoyant une rencontre.',
  'definitions.coverage.sources': 'Par où les paroles sont venues',
  'definitions.coverage.sourcesLead':
    'Toutes les paroles de ce cycle. Qui n’a ni téléphone ni le temps de venir parle par le papier, un relais, une voix prêtée.',
  'definitions.coverage.source': 'Chemin',
  'definitions.coverage.noSources': 'Aucune parole encore.',
  'definitions.coverage.picture': 'En image',
  'definitions.coverage.open': 'Qui inviter encore',

  'definitions.census.title': 'Qui vit ici : le recensement',
  'definitions.census.lead':
    'Des nombres d’habitants par catégorie, ou des parts : ce qui compte est leur proportion. Ils servent à voir qui inviter, jamais à corriger un résultat.',
  'definitions.census.saved': 'Les chiffres sont enregistrés.',
  'definitions.census.source': 'D’où viennent ces chiffres',
  'definitions.census.sourceHint':
    'Qui les publie, et de quelle année. Laissez vide ce que le recensement ne compte pas ; tout vide, l’ensemble est oublié.',
  'definitions.census.number': 'Écrivez un nombre, par exemple 6 940 ou 54,5.',
  'definitions.census.nobody': 'Ces chiffres font zéro en tout. Écrivez combien de personnes vivent ici.',
  'definitions.census.import': 'Depuis un tableau',
  'definitions.census.fileHint':
    'CSV de deux colonnes : catégorie ; nombre. La catégorie par son nom d’ici (« 16 à 25 ans », « Femmes », un quartier) ou son code (16-25, woman). Rien n’est enregistré si une ligne ne se lit pas.',
  'definitions.census.unread': '{count, plural, one {Une ligne ne se lit pas} other {# lignes ne se lisent pas}}',
  'definitions.census.unreadMore': 'Rien n’a été enregistré. Corrigez le fichier, puis choisissez-le de nouveau.',
  'definitions.census.stands': 'Ce qui s’y trouve',
  'definitions.census.toDo': 'À corriger',
  'definitions.census.fault.columns': 'Mettez deux colonnes : catégorie et nombre.',
  'definitions.census.fault.category': 'Cette catégorie n’existe pas ici. Reprenez un nom de cette page.',
  'definitions.census.fault.number': 'Écrivez un nombre, à partir de zéro.',
  'definitions.census.fault.twice': 'Cette catégorie est déjà plus haut. Gardez une seule ligne.',

  'definitions.control.lead': 'Mener la rencontre',
  'definitions.control.question': 'Question',
  'definitions.control.next': 'Passer à cette étape',
  'definitions.control.back': 'Revenir à cette étape',
  'definitions.control.at': 'Changer de question',
  'definitions.control.close': 'Clore la rencontre',
  'definitions.control.now': 'maintenant',
  'definitions.control.notes': 'Paroles',
  'definitions.control.people': 'Personnes',
  'definitions.control.total': 'En tout',
  'definitions.control.screen': 'Ouvrir l’écran de la salle',
  'definitions.control.typing': 'Saisir des paroles',
  'definitions.control.approval': 'Approbation',
  'definitions.control.synthesis': 'Synthèse',
  'definitions.control.joinWords': 'Entrer avec un téléphone',
  'definitions.control.joinLabel': 'Code QR pour entrer dans la rencontre',
  'definitions.timer.title': 'Le temps de cette étape',
  'definitions.timer.minutes': 'Minutes',
  'definitions.timer.hint': 'De 1 à 60. Tout le monde voit ce qu’il reste ; rien ne sonne.',
  'definitions.timer.set': 'Donner ce temps',
  'definitions.timer.stop': 'Enlever la limite',
  'definitions.control.presence': 'Combien de personnes étaient là ?',
  'definitions.control.presenceHint': 'Avec et sans téléphone. Un nombre, jamais de noms.',
  'definitions.control.presenceKept': 'C’est noté.',

  'definitions.unsettled.before': 'Voici ce qui reste ouvert.',
  'definitions.unsettled.none': 'Rien n’attend plus : tout ce qui a été dit est décidé.',
  'definitions.unsettled.writes': 'On est en train d’écrire',
  'definitions.unsettled.writesMore':
    'Ce qui est commencé reste sur chaque téléphone, mais ne pourra plus être posé, sauf si vous rouvrez la rencontre.',
  'definitions.unsettled.unread':
    '{count, plural, one {Une parole n’a encore été lue par personne} other {# paroles n’ont encore été lues par personne}}',
  'definitions.unsettled.unreadMore':
    'Le partage de leur question n’a pas été ouvert. Après la clôture, le groupe ne peut ni les lire ni les approuver ; sans approbation, elles sont effacées après {months, plural, one {un mois} other {# mois}}. Passez d’abord au partage pour les lire ensemble.',
  'definitions.unsettled.unreadOver':
    'Le partage de leur question n’a pas été ouvert. Sans approbation, elles sont effacées après {months, plural, one {un mois} other {# mois}}. Pour les lire ensemble, rouvrez la rencontre : choisissez leur question et revenez au partage.',
  'definitions.unsettled.undecided':
    '{count, plural, one {Une parole attend encore une décision du groupe} other {# paroles attendent encore une décision du groupe}}',
  'definitions.unsettled.toTalk':
    '{all, plural, one {Quelqu’un a demandé à en parler} other {{count, plural, one {Quelqu’un a demandé à parler de l’une d’elles} other {On a demandé à parler de # d’entre elles}}}}.',
  'definitions.unsettled.undecidedMore':
    'Ce que le groupe n’approuve pas ne devient pas un critère et est effacé après {months, plural, one {un mois} other {# mois}}. On peut aussi décider après la clôture.',
  'definitions.unsettled.settle': 'Aller à l’approbation',
  'definitions.unsettled.back': 'Revenir à la rencontre',
  'definitions.unsettled.anyway': 'Clore quand même',

  'definitions.kit.title': 'Kit papier',
  'definitions.kit.lead':
    'Pour cette rencontre, à imprimer depuis le navigateur. Chaque feuille porte un code : les paroles saisies plus tard vont au bon endroit.',
  'definitions.kit.leadPoster': 'L’affiche de cette rencontre, à imprimer depuis le navigateur.',
  'definitions.kit.sheets': 'Que voulez-vous imprimer ?',
  'definitions.kit.poster': 'Affiche',
  'definitions.kit.posterHint': 'Où, quand, et comment entrer avec un téléphone.',
  'definitions.kit.slips': 'Papiers pour une idée',
  'definitions.kit.slipsHint': 'Une feuille à découper par question. Choisissez le nombre de copies en imprimant.',
  'definitions.kit.count': 'Feuille de comptage',
  'definitions.kit.countHint': 'Combien de personnes, jamais leurs noms.',
  'definitions.kit.synthesis': 'Synthèse pour la deuxième rencontre',
  'definitions.kit.synthesisHint': 'Avec de la place pour corriger et la ligne de validation.',
  'definitions.kit.paper': 'Sur quel papier ?',
  'definitions.kit.a4': 'A4',
  'definitions.kit.letter': 'Lettre (letter)',
  'definitions.kit.a5': 'A5',
  'definitions.kit.large': 'En grands caractères',
  'definitions.kit.largeHint': 'Moins de papiers par feuille, plus de place pour écrire.',
  'definitions.kit.languages': 'Dans quelles langues ?',
  'definitions.kit.languagesHint': 'L’affiche et les papiers sont faits une fois par langue.',
  'definitions.kit.show': 'Préparer les feuilles',
  'definitions.kit.none': 'Cochez au moins une feuille',
  'definitions.kit.unwritten': 'Ce groupe n’a pas encore de synthèse : la feuille laisse la place de l’écrire.',
  'definitions.kit.strip':
    'Découpez le long des pointillés et gardez cette bande. Pour saisir ces paroles : visez le carré, ou tapez le code {code} sur la page de saisie.',
  'definitions.kit.typingQr': 'Code QR vers la saisie des paroles de cette feuille',
  'definitions.kit.countHow':
    'Un trait par personne. Chacun des détails peut être laissé de côté : les lignes n’ont pas besoin d’avoir le même total.',
  'definitions.kit.everyone': 'Tout le monde',
  'definitions.kit.present': 'Personnes présentes',
  'definitions.kit.ages': 'Âge, pour qui veut le dire',
  'definitions.kit.neighbourhoods': 'Quartier, pour qui veut le dire',
  'definitions.kit.strokes': 'Traits',
  'definitions.kit.sum': 'Total',
  'definitions.kit.synthesisHow':
    'Est-ce bien ce que nous avons dit ? Ce qui manque ou doit changer s’écrit sur les lignes.',
  'definitions.kit.corrections': 'À corriger, à ajouter :',
  'definitions.kit.noNames': 'Un jour et un nombre suffisent : pas de noms, pas de signatures.',

  'definitions.typing.title': 'Saisir des paroles',
  'definitions.typing.lead': 'Pour les personnes sans téléphone. Mot pour mot, comme elles le disent ou l’ont écrit.',
  'definitions.typing.line': 'Une parole',
  'definitions.typing.lineHint': 'Entrée pour enregistrer. Plusieurs lignes collées font autant de paroles.',
  'definitions.typing.save': 'Enregistrer',
  'definitions.typing.source': 'D’où vient-elle ?',
  'definitions.typing.aloud': 'Dite à voix haute',
  'definitions.typing.paper': 'Écrite sur papier',
  'definitions.typing.many': 'Coller plusieurs lignes',
  'definitions.typing.lines': 'Une parole par ligne',
  'definitions.typing.manyHint': '{most, number} lignes au plus, 280 caractères par ligne.',
  'definitions.typing.saveAll': 'Enregistrer toutes les lignes',
  'definitions.typing.tooMany': 'Collez au plus {most, number} lignes à la fois.',
  'definitions.typing.tooLong':
    'La ligne {line, number} est trop longue : écrivez au plus {most, number} caractères. Rien n’a encore été enregistré.',
  'definitions.typing.typed': 'Saisies par vous',
  'definitions.typing.none': 'Rien encore.',
  'definitions.typing.strike': 'Rayer',
  'definitions.typing.signIn':
    'Votre session est terminée. Rien n’est perdu\u00a0: connectez-vous de nouveau, et tout partira.',
  'definitions.typing.added.one': '# parole enregistrée.',
  'definitions.typing.added.other': '# paroles enregistrées.',

  'definitions.sheet.code': 'Code de la feuille',
  'definitions.sheet.codeHint': 'Celui qui est imprimé sur le papier\u00a0: il choisit la rencontre et la question.',
  'definitions.sheet.chosen': 'Vous saisissez une feuille de papier\u00a0:',
  'definitions.sheet.away':
    'Ce code n’est pas celui d’une feuille de cette rencontre. Sans réseau, laissez-le vide et choisissez la question.',
  'definitions.sheet.unknown':
    'Ce code n’est celui d’aucune feuille d’une rencontre que vous animez. Relisez-le sur le papier, ou videz le champ et choisissez la question. Ce que vous avez tapé est encore là.',

  'definitions.approval.title': 'Approbation par le groupe',
  'definitions.approval.lead':
    'On ne parle que des paroles dont quelqu’un veut parler. Toutes les autres sont approuvées ensemble.',
  'definitions.approval.notShared': 'Le partage n’est pas encore ouvert',
  'definitions.approval.notSharedMore':
    'Pendant que l’on écrit, personne ne voit les paroles des autres, vous non plus. Ouvrez d’abord le partage.',
  'definitions.approval.toTalk':
    '{count, plural, =0 {Aucune parole à discuter} one {Une parole à discuter} other {# paroles à discuter}}',
  'definitions.approval.toTalkMore':
    'Demandé sur un téléphone ou à voix haute. Personne ne sait par qui, ni combien de fois.',
  'definitions.approval.nothingToTalk': 'Personne n’a demandé à parler d’une parole.',
  'definitions.approval.takeUp': 'En parler maintenant',
  'definitions.approval.rest':
    '{count, plural, =0 {Toutes les autres sont décidées} one {Une parole que personne ne discute} other {# paroles que personne ne discute}}',
  'definitions.approval.restMore':
    'Demandez au groupe : est-ce bien ce que vous avez dit ? Ce qui arrive après l’ouverture de cette page attend.',
  'definitions.approval.agreedAll': 'Combien sont d’accord ?',
  'definitions.approval.recorded': 'Le nombre est gardé, jamais affiché à la salle.',
  'definitions.approval.approveRest':
    '{count, plural, one {Approuver cette parole} other {Approuver ces # paroles ensemble}}',
  'definitions.approval.approved':
    '{count, plural, =0 {Rien de nouveau n’a été approuvé} one {Une parole est approuvée} other {# paroles sont approuvées}}',
  'definitions.approval.alike': 'Peut-être la même idée :',
  'definitions.approval.more': 'Ouvrir',
  'definitions.approval.decided': '{count, plural, one {Une parole décidée} other {# paroles décidées}}',
  'definitions.approval.undoTogether':
    '{count, plural, one {Reprendre celle qui a été approuvée ensemble} other {Reprendre les # approuvées ensemble}}',
  'definitions.approval.by': '{name}, {at}',
  'definitions.approval.change': 'Revenir sur cette décision',

  'definitions.hidden.title': '{count, plural, one {Une parole masquée} other {# paroles masquées}}',
  'definitions.hidden.because': 'Masquée par {name} : {reason}',
  'definitions.hidden.show': 'Montrer de nouveau',

  'definitions.talk.title': 'Parler d’une parole',
  'definitions.talk.what': 'Qu’en fait le groupe ?',
  'definitions.talk.whole': 'La retenir entière',
  'definitions.talk.wholeHint': 'Elle devient un critère, mot pour mot.',
  'definitions.talk.split': 'La retenir en plusieurs idées',
  'definitions.talk.splitHint': 'Chaque idée est citée ; la parole reste entière.',
  'definitions.talk.minority': 'La garder comme voix minoritaire',
  'definitions.talk.minorityHint': 'Elle reste telle quelle, sans devenir un critère.',
  'definitions.talk.parts': 'Les idées, une par case',
  'definitions.talk.partsHint':
    'Ne laissez dans chaque case que les mots d’une idée. On enlève des mots, on n’en change pas.',
  'definitions.talk.part': 'Idée {number}',
  'definitions.talk.hands': 'Les mains levées',
  'definitions.talk.agreed': 'D’accord',
  'definitions.talk.disagreed': 'Pas d’accord',
  'definitions.talk.record': 'Enregistrer la décision',
  'definitions.talk.next': 'C’est enregistré. Voici la suivante.',
  'definitions.talk.undo': 'Reprendre la décision',
  'definitions.talk.hide': 'Masquer cette parole',
  'definitions.talk.reason': 'Pour quelle raison ?',
  'definitions.talk.reasonHint': 'La personne qui l’a écrite la lira. Par exemple : on y reconnaît quelqu’un.',

  'definitions.synthesis.title': 'Synthèse du groupe',
  'definitions.synthesis.territory': 'Synthèse du territoire',
  'definitions.synthesis.lead':
    'Ce qui a été dit, combien de fois, et les voix minoritaires. Le groupe la valide à une deuxième rencontre.',
  'definitions.synthesis.partHint': 'Avec les mots du groupe autant que possible.',
  'definitions.synthesis.words':
    '{count, plural, =0 {Aucune parole retenue} one {Une parole retenue} other {# paroles retenues}}',
  'definitions.synthesis.minority': '{count, plural, one {Une voix minoritaire} other {# voix minoritaires}}',
  'definitions.synthesis.language': 'Langue de la synthèse',
  'definitions.synthesis.screen': 'Projeter ou imprimer',
  'definitions.synthesis.validate': 'Valider avec le groupe',
  'definitions.synthesis.validateMore':
    'Lisez-la à voix haute. Si le groupe dit : oui, c’est ce que nous avons dit, notez le jour et le nombre de personnes.',
  'definitions.synthesis.on': 'Jour de la rencontre',
  'definitions.synthesis.present': 'Personnes présentes',
  'definitions.synthesis.validated':
    'Validée le {on} par {present, plural, one {une personne présente} other {# personnes présentes}}',
  'definitions.synthesis.next': 'Elle ne change plus. Ce que vous écrivez maintenant sera la suivante.',
  'definitions.synthesis.notYet': 'Pas encore validée par le groupe',
  'definitions.synthesis.nothing': 'Rien d’écrit sur cette question.',

  'definitions.syntheses.title': 'Synthèses',
  'definitions.syntheses.lead':
    'Ce que chaque groupe a validé. À la fin de la séance, les groupes voient les visions des autres.',
  'definitions.syntheses.none': 'Aucune synthèse n’est encore validée',
  'definitions.syntheses.noneMore': 'Chaque groupe valide la sienne à sa deuxième rencontre.',

  'definitions.publication.title': 'Publication',
  'definitions.publication.lead':
    'Les paroles appartiennent à leur groupe. Elles deviennent publiques par une décision du groupe de coordination, confirmée par une deuxième personne.',
  'definitions.publication.waiting':
    '{count, plural, one {parole approuvée qui attend} other {paroles approuvées qui attendent}}',
  'definitions.publication.published': '{count, plural, one {parole publiée} other {paroles publiées}}',
  'definitions.publication.synthesis': 'Une synthèse validée attend aussi d’être publiée.',
  'definitions.publication.noSynthesis': 'Aucune synthèse validée n’attend.',
  'definitions.publication.decided': 'Décision du {on} : {title}',
  'definitions.publication.allowed': 'Une décision confirmée permet de publier',
  'definitions.publication.covers':
    '{count, plural, =0 {La synthèse validée avant elle.} one {Une parole, approuvée avant elle.} other {# paroles, approuvées avant elle.}}',
  'definitions.publication.final':
    'Ce qui est publié, tout le monde peut le lire et le télécharger. Chaque personne peut encore reprendre ses paroles.',
  'definitions.publication.since':
    '{count, plural, =0 {La synthèse a été validée depuis la dernière décision : il en faut une nouvelle.} one {Une parole a été approuvée depuis la dernière décision : il en faut une nouvelle.} other {# paroles ont été approuvées depuis la dernière décision : il en faut une nouvelle.}}',
  'definitions.publication.seeDecision': 'Voir la décision',
  'definitions.publication.allPublished': 'Tout ce que ce groupe a approuvé est publié.',
  'definitions.publication.unconfirmed': 'La décision attend la confirmation d’une deuxième personne.',
  'definitions.publication.undecided': 'Aucune décision ne permet encore de publier les paroles de ce groupe.',
  'definitions.publication.needs':
    'Elle se saisit dans le registre du groupe de coordination, avec l’objet « publier les paroles ».',
  'definitions.publication.record': 'Inscrire la décision',
  'definitions.publication.publish': 'Publier ce qui est décidé',
  'definitions.publication.done':
    '{count, plural, =0 {La synthèse est publiée} one {Une parole est publiée} other {# paroles sont publiées}}',
  'definitions.publication.see':
    '{count, plural, =0 {Rien n’attend} one {Une parole attend} other {# paroles attendent}}',

  'definitions.relay.title': 'De porte en porte',
  'definitions.relay.lead':
    'Vous allez vers les personnes qui ne viennent jamais et vous notez ce qu’elles disent, avec leur accord. Ni nom ni adresse n’est gardé.',
  'definitions.relay.group': 'Pour quel groupe ?',
  'definitions.relay.language': 'La personne parle',
  'definitions.relay.agreement': 'Avant de noter',
  'definitions.relay.agreementHint':
    'Dites à quoi servent ses paroles, qui les lira, et qu’elle peut les reprendre. Avant 15 ans, un parent doit être d’accord.',
  'definitions.relay.agrees': 'La personne est d’accord pour que je note ce qu’elle dit',
  'definitions.relay.noAgreement': 'Sans l’accord de la personne, rien n’est noté. Cochez la case si vous l’avez.',
  'definitions.relay.begin': 'Commencer',
  'definitions.relay.visits': 'Vos visites',
  'definitions.relay.day': 'Jour',
  'definitions.relay.state': 'Où elle en est',
  'definitions.relay.ended': 'Relue et remise au groupe',
  'definitions.relay.goOn': 'À relire : continuer',
  'definitions.relay.atDoor': 'Ce que dit la personne',
  'definitions.relay.said': 'Une idée, avec ses mots',
  'definitions.relay.saidHint': 'Mot pour mot, dans sa langue.',
  'definitions.relay.add': 'Noter',
  'definitions.relay.noted':
    '{count, plural, =0 {Rien de noté encore} one {Une parole notée} other {# paroles notées}}',
  'definitions.relay.before': 'Avant de partir',
  'definitions.relay.beforeMore': 'Relisez tout à voix haute. Rayez ce qui n’a pas été dit ainsi.',
  'definitions.relay.readBack': 'J’ai tout relu, la personne est d’accord',
  'definitions.relay.notReadBack': 'Relisez d’abord ce que vous avez noté, puis cochez la case.',
  'definitions.relay.withCode': 'La personne veut un code pour retrouver ses paroles',
  'definitions.relay.withCodeHint': 'Vous le copiez sur un papier et vous le lui donnez. Il n’est affiché qu’une fois.',
  'definitions.relay.end': 'Terminer la visite',
  'definitions.relay.handOver': 'Copiez ce code sur un papier et donnez-le à la personne. Il ne sera plus affiché.',
  'definitions.relay.codeGiven': 'Un code a été remis à la personne.',
  'definitions.relay.thanks': 'Merci. Ces paroles sont au groupe.',
  'definitions.relay.nextDoor': 'Porte suivante',

  'definitions.home.lead':
    'Le bien-être, défini par celles et ceux qui vivent ici. Chaque parole est gardée mot pour mot.',
  'definitions.home.read': 'Lire les paroles',
  'definitions.home.join': 'Participer avec un code',
  'definitions.home.notes':
    '{count, plural, one {parole dite} other {paroles dites}} dans {groups, plural, one {un groupe} other {# groupes}}',
  'definitions.home.people':
    '{count, plural, one {personne est venue} other {personnes sont venues}} aux rencontres : ce n’est pas un échantillon',
  'definitions.home.published':
    '{count, plural, one {idée approuvée par son groupe} other {idées approuvées par leur groupe}}, que tout le monde peut lire',
  'definitions.home.questions': 'Les questions',
  'definitions.home.question': 'Question {number}',
  'definitions.home.said': '{count, plural, =0 {Aucune parole encore} one {Une parole dite} other {# paroles dites}}',
  'definitions.home.missing': 'Qui manque encore : {names}',
  'definitions.home.missingMore':
    'Si vous en êtes, vos mots sont attendus. Si vous connaissez quelqu’un, parlez-lui d’ici.',
  'definitions.home.groups': 'Les groupes',
  'definitions.home.standsFor': 'Pour qui',
  'definitions.home.yours': 'Retrouver mes paroles avec mon code personnel',

  'definitions.words.title': 'Les paroles, mot pour mot',
  'definitions.words.lead':
    'Ce que les groupes ont approuvé et que le groupe de coordination a décidé de publier. Chaque personne peut reprendre les siennes.',
  'definitions.words.allGroups': 'Tous les groupes',
  'definitions.words.filter': 'Afficher',
  'definitions.words.none': 'Aucune parole publique ici',
  'definitions.words.noneMore':
    'Les paroles d’un groupe lui appartiennent jusqu’à ce qu’elles soient approuvées et qu’une décision les rende publiques.',
  'definitions.words.became': 'Ce qu’elle est devenue',
  'definitions.words.pages': 'Pages',
  'definitions.words.page':
    'Page {number, number} sur {pages, number}, paroles {first, number} à {last, number} sur {total, number}',
  'definitions.words.previous': 'Précédente',
  'definitions.words.next': 'Suivante',

  'definitions.own.title': 'Mes paroles',
  'definitions.own.lead': 'Ce que vous avez dit, ce que c’est devenu, et ce que vous voulez en faire.',
  'definitions.own.none': 'Vous n’avez encore rien dit ici',
  'definitions.own.noneMore': 'Vos paroles viendront sur cette page dès que vous en aurez écrit.',
  'definitions.own.byCode': 'Vous regardez les paroles d’un code personnel. Quittez-les avant de laisser cet appareil.',
  'definitions.own.leave': 'Quitter ces paroles',
  'definitions.own.withCode': 'Retrouver mes paroles',
  'definitions.own.otherCode': 'Avec un autre code personnel',
  'definitions.own.code': 'Code personnel',
  'definitions.own.codeHint': 'Douze lettres et chiffres, reçus avant votre première parole.',
  'definitions.own.show': 'Voir mes paroles',
  'definitions.own.raw': 'Le groupe n’a pas encore décidé.',
  'definitions.own.hidden': 'Masquée par la personne qui anime : {reason}',
  'definitions.own.withdrawn': 'Retirée : personne d’autre ne la voit.',
  'definitions.own.erased': 'Vous avez effacé cette parole.',
  'definitions.own.erasedByTime': 'Cette parole a été effacée : son temps était passé.',
  'definitions.own.keptToGroup': 'Gardée pour le groupe',
  'definitions.own.became': 'Ce qu’elle est devenue',
  'definitions.own.criterion': 'Critère, dans le groupe',
  'definitions.own.published': 'Critère, public',
  'definitions.own.indicator': 'Repère',
  'definitions.own.onward': 'Ce qui a suivi',
  'definitions.own.result': 'Résultat',
  'definitions.own.objective': 'Objectif',
  'definitions.own.action': 'Action',
  'definitions.own.commitment': 'Engagement',
  'definitions.own.keep': 'Garder pour le groupe',
  'definitions.own.letGo': 'Laisser publier',
  'definitions.own.withdraw': 'Retirer',
  'definitions.own.putBack': 'Remettre',
  'definitions.own.eraseAsk': 'Effacer…',
  'definitions.own.erase': 'Effacer pour toujours',
  'definitions.own.eraseSure': 'Effacer cette parole pour toujours ?',
  'definitions.own.eraseMore':
    'Ses mots disparaissent partout et personne ne pourra les retrouver. Le nombre de paroles ne change pas.',
  'definitions.own.means': 'Garder, retirer, effacer : ce que cela fait',
  'definitions.own.keepMeans':
    'Votre groupe la lit et en parle comme avant ; personne d’autre ne la lit, et elle n’est pas publiée. Si elle l’était déjà, elle disparaît des pages publiques. Vous pouvez changer d’avis.',
  'definitions.own.withdrawMeans':
    'Plus personne d’autre que vous ne la lit, ni votre groupe ni les pages publiques. Ses mots restent gardés : vous pouvez la remettre.',
  'definitions.own.eraseMeans':
    'Ses mots sont détruits, ici et partout. Il n’y a pas de retour. Seul reste le nombre de paroles.',
  'definitions.own.doneKept': 'Cette parole reste dans le groupe.',
  'definitions.own.doneLetGo': 'Cette parole peut être publiée avec celles du groupe.',
  'definitions.own.doneWithdrawn': 'Retirée. Vous pouvez la remettre quand vous voulez.',
  'definitions.own.donePutBack': 'Remise.',
  'definitions.own.doneErased': 'Effacée.',

  'definitions.check.title': 'Relire les feuilles',
  'definitions.check.lead':
    'Une autre personne que celle qui a saisi lit chaque feuille. Entrée\u00a0: c’est comme sur le papier. Sinon, corrigez, puis Entrée.',
  'definitions.check.open': 'Faire relire ce qui a été saisi du papier',
  'definitions.check.progress':
    '{checked, plural, =0 {Aucune parole relue} one {Une parole relue} other {# paroles relues}} sur {typed, number} saisies du papier',
  'definitions.check.text': 'La parole, comme sur le papier',
  'definitions.check.textHint': '{most, number} caractères au plus. Les premiers mots restent dans l’historique.',
  'definitions.check.next': 'Comme sur le papier',
  'definitions.check.pass': 'Passer celle-ci',
  'definitions.check.passed':
    '{count, plural, one {Revenir à celle que vous avez passée} other {Revenir aux # que vous avez passées}}',
  'definitions.check.nothing': 'Rien n’a encore été saisi du papier.',
  'definitions.check.noneForYou': 'Rien à relire pour vous',
  'definitions.check.done': 'Tout est relu',
  'definitions.check.corrected': '{count, plural, one {Une parole corrigée} other {# paroles corrigées}}',
  'definitions.check.first': 'D’abord saisi\u00a0:',
  'definitions.check.own':
    'Une parole est relue par une autre personne que celle qui l’a saisie. Demandez à quelqu’un qui anime aussi cette rencontre.',
  'definitions.check.decided': 'Le groupe a déjà décidé de cette parole\u00a0: elle ne change plus.',
  'definitions.check.checked':
    'Quelqu’un d’autre a relu cette parole entre-temps\u00a0: elle reste comme cette personne l’a lue.',
  'definitions.campaign.title': 'La campagne de porte en porte',
  'definitions.campaign.lead': 'Ce que l’on dit à la porte s’écrit ensemble\u00a0: relais et coordination.',
  'definitions.campaign.open': 'Écrire ensemble ce que l’on dit à la porte',
  'definitions.campaign.message': 'Ce que nous disons à la porte',
  'definitions.campaign.none': 'Rien n’est encore écrit.',
  'definitions.campaign.write': 'Écrire la version suivante',
  'definitions.campaign.writeHint': 'Chaque version reste, avec qui et quand.',
  'definitions.campaign.save': 'Enregistrer cette version',
  'definitions.campaign.by': '{who}, {when}',
  'definitions.campaign.earlier': '{count, plural, one {Une version d’avant} other {# versions d’avant}}',
  'definitions.campaign.overtaken':
    'Quelqu’un a écrit entre-temps. Lisez sa version ci-dessous\u202f; la vôtre est encore dans le champ.',
  'definitions.campaign.blocks': 'Les îlots',
  'definitions.campaign.blocksMean':
    'Un îlot est un nom d’ici, comme «\u00a0îlot\u00a04\u00a0». Ni nom de personne ni adresse n’est gardé.',
  'definitions.campaign.block': 'Îlot',
  'definitions.campaign.blockHint': 'Pour voir où l’on est passé. Jamais l’adresse.',
  'definitions.campaign.noBlock': 'Sans îlot',
  'definitions.campaign.newBlock': 'Nom d’un îlot',
  'definitions.campaign.newBlockHint': 'Assez grand pour qu’on n’y reconnaisse personne.',
  'definitions.campaign.addBlock': 'Ajouter l’îlot',
  'definitions.campaign.retire': 'Ne plus proposer',
  'definitions.campaign.retireOne': 'Ne plus proposer {block}',
  'definitions.coverage.reach': 'De porte en porte',
  'definitions.coverage.reachLead': 'Les visites terminées et relues, par relais et par îlot.',
  'definitions.coverage.noReach': 'Aucune visite n’est encore terminée.',
  'definitions.coverage.relayAndBlock': 'Relais et îlot',
  'definitions.coverage.doors': 'Portes',

  'definitions.import.emptyFile': 'Ce fichier est vide. Choisissez-en un autre.',
  'definitions.import.tooBig': 'Ce fichier est trop gros : {most, number} Mo au plus. Coupez-le en deux.',
  'definitions.import.notText':
    'Ce fichier n’est ni un tableau ni du texte. Depuis un tableur, enregistrez-le au format XLSX, ODS ou CSV.',
  'definitions.import.tooMany': 'Ce fichier a trop de lignes : {most, number} au plus. Coupez-le en deux.',
  'definitions.import.tooWide':
    'Ce fichier a trop de colonnes\u00a0: {most, number} au plus. Gardez celles qu’il faut.',
  'definitions.import.openQuote':
    'À la ligne {line, number}, des guillemets s’ouvrent et ne se referment jamais. Corrigez le fichier, puis choisissez-le de nouveau.',
  'definitions.import.confirmed': 'Cet import a déjà commencé : ses colonnes ne changent plus.',
  'definitions.import.forgotten':
    'Ce fichier n’est plus gardé : personne ne l’a confirmé en sept jours. Choisissez-le de nouveau.',
  'definitions.import.unmapped': 'Dites d’abord quelle colonne est quoi.',

  'definitions.imports.title': 'Importer des paroles',
  'definitions.imports.lead':
    'D’un tableau CSV, XLSX ou ODS, quelles que soient ses colonnes. Rien n’entre avant l’aperçu, et chaque ligne est expliquée.',
  'definitions.imports.file': 'Fichier',
  'definitions.imports.fileHint':
    'CSV, XLSX ou ODS, {megabytes, number} Mo et {rows, number} lignes au plus. Ce que c’est se reconnaît tout seul.',
  'definitions.imports.read': 'Lire le fichier',
  'definitions.imports.yours': 'Imports',
  'definitions.imports.when': 'Quand',
  'definitions.imports.lines': 'Lignes',
  'definitions.imports.rows': 'Nombre',
  'definitions.imports.finished': 'Terminé',
  'definitions.imports.brokenOff': 'Interrompu : à reprendre',
  'definitions.imports.toMap': 'À confirmer',
  'definitions.imports.recognised': 'Encodage {encoding}, séparateur {delimiter}',
  'definitions.imports.tab': 'tabulation',
  'definitions.imports.firstRows': 'Les premières lignes',
  'definitions.imports.lineHead': 'Ligne',
  'definitions.imports.line': 'Ligne {line, number}',
  'definitions.imports.column': 'Colonne {number}',
  'definitions.imports.mapping': 'Quelle colonne est quoi ?',
  'definitions.imports.header': 'La première ligne contient les noms des colonnes',
  'definitions.imports.text': 'Les paroles',
  'definitions.imports.noColumn': 'Aucune colonne',
  'definitions.imports.unnamed': 'sans nom',
  'definitions.imports.onLines': '{count, plural, one {ligne {lines}} other {lignes {lines}}}',
  'definitions.imports.known': 'Ce qui est reconnu ici\u00a0:',
  'definitions.imports.useFallback': 'Prendre le groupe et la question choisis pour tout ce qui n’est pas reconnu',
  'definitions.imports.fallback': 'Ce qui n’est pas reconnu prend le groupe et la question choisis ci-dessous',
  'definitions.imports.fallbackHint': 'Sans cela, ces lignes ne sont pas importées.',
  'definitions.imports.otherwise': 'Pour les lignes qui ne le disent pas.',
  'definitions.imports.group': 'Groupe',
  'definitions.imports.groupColumn': 'Colonne du groupe',
  'definitions.imports.question': 'Question',
  'definitions.imports.questionColumn': 'Colonne de la question',
  'definitions.imports.questionHint': 'Numéro ou texte de la question.',
  'definitions.imports.language': 'Langue',
  'definitions.imports.languageColumn': 'Colonne de la langue',
  'definitions.imports.idColumn': 'Colonne du numéro d’origine',
  'definitions.imports.idHint': 'Le même numéro avec les mêmes mots n’entre qu’une fois.',
  'definitions.imports.moderationColumn': 'Colonne de modération',
  'definitions.imports.rejected': 'Valeurs qui veulent dire « refusée »',
  'definitions.imports.rejectedHint':
    'Séparées par des virgules ; par exemple -1, que Polis écrit dans cette colonne. Sans colonne de modération, rien n’est refusé.',
  'definitions.imports.see': 'Voir ce qui entrera',
  'definitions.imports.preview': 'Aperçu',
  'definitions.imports.examples': 'Les premières qui entreront',
  'definitions.imports.confirm':
    '{count, plural, =0 {Terminer sans rien importer} one {Importer une parole} other {Importer # paroles}}',
  'definitions.imports.goOn': 'Reprendre l’import',
  'definitions.imports.done':
    '{count, plural, =0 {Rien de nouveau n’est entré} one {Une parole est entrée} other {# paroles sont entrées}}',
  'definitions.imports.accounted': '{total, plural, one {Une ligne, expliquée} other {# lignes, toutes expliquées}}',
  'definitions.imports.next':
    'Elles appartiennent à leur groupe. La suite : à sa prochaine rencontre, le groupe les lit et les approuve sur la page « Approbation ». Rien n’est public avant.',
  'definitions.imports.strangeLanguage': 'Des langues que l’on ne reconnaît pas',
  'definitions.imports.strangeMeans':
    'Ces lignes entreront quand même, avec la langue choisie plus haut : {language}. Pour qu’il en soit autrement, corrigez le fichier.',
  'definitions.imports.outcome': 'Ce qu’elles deviennent',
  'definitions.imports.more': '{count, plural, one {et une autre ligne} other {et # autres lignes}}',

  'definitions.import.locked':
    'Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis choisissez-le de nouveau.',
  'definitions.import.oldOffice':
    'Ce fichier est d’un ancien format (XLS). Depuis le tableur, enregistrez-le au format XLSX, ODS ou CSV.',
  'definitions.import.markup':
    'Ce fichier est une page web, quel que soit son nom. Ouvrez-le dans un tableur, puis enregistrez-le au format XLSX, ODS ou CSV.',
  'definitions.import.notSheet': 'Ce fichier n’est pas un tableau. Choisissez un fichier XLSX, ODS ou CSV.',
  'definitions.import.damaged':
    'Ce fichier est abîmé\u00a0: il ne se lit pas jusqu’au bout. Enregistrez-le de nouveau depuis le tableur.',
  'definitions.import.swollen':
    'Ce fichier est trop gros une fois déplié. Gardez les colonnes et les feuilles qu’il faut, ou coupez-le en deux.',
  'definitions.import.notWhole':
    '{count, plural, one {Une ligne ne peut pas entrer\u00a0: rien n’est importé. Corrigez le fichier, ou importez le reste sans elle.} other {# lignes ne peuvent pas entrer\u00a0: rien n’est importé. Corrigez le fichier, ou importez le reste sans elles.}}',
  'definitions.import.undoneLate': 'Un import ne s’annule que pendant {days, number} jours. Ses paroles restent.',
  'definitions.import.nothingToUndo':
    'Il n’y a plus rien à annuler\u00a0: tout ce qui reste de cet import a déjà servi.',
  'definitions.imports.undone': 'Annulé',
  'definitions.imports.spreadsheet': 'Tableur {kind}',
  'definitions.imports.sheet': 'Feuille',
  'definitions.imports.sheetHint': 'Ce fichier a {count, number} feuilles remplies.',
  'definitions.imports.readSheet': 'Lire cette feuille',
  'definitions.imports.remembered': 'Un fichier de cette forme est déjà venu',
  'definitions.imports.rememberedMore':
    'Les colonnes sont choisies comme la dernière fois. Vérifiez, puis regardez ce qui entrera.',
  'definitions.imports.codeColumn': 'Colonne du code',
  'definitions.imports.codeHint':
    'Où un autre outil avait rangé la parole, par exemple A05 ou A05P. Proposé à l’étape 2, jamais rangé tout seul.',
  'definitions.imports.whole': 'Tout ou rien\u00a0: si une ligne ne peut pas entrer, rien n’entre',
  'definitions.imports.undo': 'Annuler cet import',
  'definitions.imports.undoHint':
    'Possible pendant {days, number} jours, tant que personne n’a travaillé avec ses paroles.',
  'definitions.imports.wasUndone': 'Cet import a été annulé\u00a0: il n’en reste que ce qui avait déjà servi',
  'definitions.undoing.title': 'Annuler un import',
  'definitions.undoing.done': 'Import annulé, {when}',
  'definitions.undoing.going':
    '{count, plural, one {Une parole disparaît, comme si elle n’était jamais venue. Le même fichier peut revenir.} other {# paroles disparaissent, comme si elles n’étaient jamais venues. Le même fichier peut revenir.}}',
  'definitions.undoing.undo': '{count, plural, one {Retirer cette parole} other {Retirer ces # paroles}}',
  'definitions.undoing.staying': '{count, plural, one {Une parole reste} other {# paroles restent}}',
  'definitions.undoing.stayingMeans':
    'Un groupe les a approuvées, discutées ou masquées, ou elles sont publiées\u00a0: ce qui a servi ne s’efface pas.',
  'definitions.undoing.lines': 'Lignes du fichier\u00a0: {lines}',

  'definitions.line.imported': 'Importées',
  'definitions.line.duplicate': 'Déjà là',
  'definitions.line.empty': 'Vides',
  'definitions.line.too-long': 'Trop longues (plus de 2 000 caractères)',
  'definitions.line.rejected': 'Refusées par la modération du fichier',
  'definitions.line.unknown-question': 'Question inconnue',
  'definitions.line.malformed': 'Illisibles\u00a0: mal coupées, ou formule sans résultat',
  'definitions.line.unknown-group': 'Groupe inconnu',

  'definitions.report.title': 'Signaler cette parole',
  'definitions.report.lead':
    'Elle nomme ou blesse quelqu’un\u202f? Quelqu’un de la coordination la relira. On ne garde rien de qui signale.',
  'definitions.report.reason': 'Ce qui ne va pas (facultatif)',
  'definitions.report.send': 'Signaler',
  'definitions.report.done': 'Merci, c’est signalé.',
  'definitions.report.doneMore': 'La parole reste visible jusqu’à ce que quelqu’un l’ait relue.',
  'definitions.reports.title': 'Paroles signalées',
  'definitions.reports.lead':
    'Une parole dérange sans blesser\u00a0: elle reste. Elle nomme ou blesse quelqu’un\u00a0: on la masque, avec une raison que son auteur ou son autrice lira.',
  'definitions.reports.none': 'Aucune parole signalée',
  'definitions.reports.noneMore': 'Toute personne qui lit une parole publique peut la signaler.',
  'definitions.reports.noReason': 'sans explication',
  'definitions.reports.why': 'Raison, si on la masque',
  'definitions.reports.whyHint': 'Lue par la personne qui l’a dite.',
  'definitions.reports.hide': 'Masquer',
  'definitions.reports.keep': 'La laisser visible',
  'definitions.reports.held': 'Masquées en ce moment',
  'definitions.reports.heldBy': 'Masquée par {by}, {day}\u00a0: {reason}',
  'definitions.reports.settled': 'Quelqu’un d’autre l’a relue entre-temps.',
  'definitions.reports.show': 'Montrer de nouveau',

  'definitions.personal.phone': 'Il y a là comme un numéro de téléphone. Tout le groupe le lira.',
  'definitions.personal.email': 'Il y a là comme une adresse électronique. Tout le groupe la lira.',
  'definitions.personal.name': 'Il y a là comme le nom d’une personne. Tout le groupe le lira.',
  'definitions.personal.sure': 'Poser quand même',
} as const;
