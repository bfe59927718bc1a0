/** Step 4: votes, their ballots, rolls, receipts and results. */
export const votes = {
  'votes.title': 'Votes',
  'votes.lead':
    'On choisit parmi des propositions travaillées ensemble, sous un budget. Le comptage est à parts égales, et chacun peut le refaire.',
  'votes.none': 'Le premier vote viendra ici',
  'votes.noneHint': 'Il s’ouvrira quand des propositions auront été acceptées par le comité mixte.',
  'votes.state.prepared': 'En préparation',
  'votes.state.announced': 'Décidé, pas encore ouvert',
  'votes.state.open': 'En cours',
  'votes.state.over': 'Le temps de voter est passé',
  'votes.state.closed': 'Clos',
  'votes.ballots':
    '{ballots, plural, =0 {Aucun bulletin pour l’instant} one {# bulletin dans l’urne} other {# bulletins dans l’urne}}',
  'votes.until': 'On peut voter jusqu’au {day}.',
  'votes.vote': 'Je vote',
  'votes.join.lead': 'Ce code ouvre le bulletin de ce vote.',
  'votes.join.toBallot': 'Vers le bulletin',
  'votes.see': 'Voir le résultat',
  'votes.read': 'Lire les règles',
  'votes.prepare': 'Préparer un vote',

  'votes.new.title': 'Préparer un vote',
  'votes.new.lead':
    'Une instance décide d’ouvrir, une deuxième personne confirme : tout ce que vous fixez ici est publié dès cette confirmation, avant l’ouverture. À partir de l’ouverture, plus rien ne change.',
  'votes.new.noProposals': 'Il faut au moins deux propositions acceptées par le comité mixte',
  'votes.new.noProposalsHint':
    'Un vote ordonne ce qui a été travaillé ensemble : il vient après l’examen des propositions.',
  'votes.new.name': 'Nom du vote',
  'votes.new.nameHint': 'Par exemple « Premier vote : 120 000 € pour les deux rives »',
  'votes.new.question': 'Question posée',
  'votes.new.questionHint': 'En une ou deux phrases, telle qu’on la lira sur le bulletin.',
  'votes.new.proposals': 'Propositions sur le bulletin',
  'votes.new.proposalsHint':
    'Seules celles que le comité mixte a acceptées. Celles qui sont déjà une action, ou sur un autre bulletin, ne sont pas cochées d’avance.',
  'votes.new.started': 'Déjà devenue une action',
  'votes.new.elsewhere': 'Déjà sur le bulletin de « {name} »',
  'votes.new.budget': 'Budget',
  'votes.new.least': 'Choix : au moins',
  'votes.new.leastHint':
    'Trois ou plus sont conseillés : avec un seul choix, le comptage à parts égales a peu à partager.',
  'votes.new.most': 'Choix : au plus',
  'votes.new.mostHint': 'Les choix d’une personne n’ont pas à tenir ensemble dans le budget.',
  'votes.new.add1': 'Que devient l’argent qui reste ?',
  'votes.new.add1Hint':
    'Quand plus rien n’est payable, on recompte tout avec une unité de plus par bulletin, et ainsi de suite. Les deux façons d’arrêter peuvent donner des résultats différents : on choisit avant.',
  'votes.add1.only-at-overspend': 'S’arrêter juste avant de dépasser le budget',
  'votes.add1.only-at-overspendHint':
    'On continue tant que le total tient dans le budget. C’est la façon habituelle, et celle qui est conseillée.',
  'votes.add1.also-at-first-exhaustive': 'S’arrêter aussi dès que plus rien d’autre ne tiendrait',
  'votes.add1.also-at-first-exhaustiveHint':
    'On s’arrête au premier résultat auquel aucune proposition ne pourrait s’ajouter, même si un autre partage était encore possible.',
  'votes.new.admission': 'Qui peut voter ?',
  'votes.admission.roll': 'Avec un code à usage unique',
  'votes.admission.rollHint':
    'Remis au guichet ou par lettre. Un bulletin papier utilise un code du même registre : personne ne vote deux fois.',
  'votes.admission.account': 'Avec un compte',
  'votes.admission.accountHint': 'Une voix par adresse électronique confirmée.',
  'votes.admission.open': 'Toute personne qui a le lien',
  'votes.admission.openHint':
    'Une voix par appareil : un sondage pour prendre la température, facile à tromper. On le dit aux personnes qui votent.',
  'votes.new.lastDay': 'Dernier jour pour voter',
  'votes.new.whoDecides': 'Qui décide à la fin, et qui peut voter',
  'votes.new.whoDecidesHint':
    'Par exemple « Le conseil municipal ; votent les personnes de 16 ans et plus qui vivent ici »',
  'votes.new.binding': 'Le résultat engage-t-il celles et ceux qui décident ?',
  'votes.new.bindingHint': 'S’en écarter demande de toute façon une raison publique.',
  'votes.binding.yes': 'Oui, le résultat sera suivi',
  'votes.binding.no': 'Non, c’est un avis',
  'votes.new.council': 'Jour où le conseil en délibère',
  'votes.new.dearer': 'Des propositions plus chères que tout le budget',
  'votes.new.dearerKeep': 'Les laisser sur le bulletin : on y lira qu’elles ne peuvent pas être retenues',
  'votes.new.save': 'Préparer ce vote',
  'votes.edit.title': 'Corriger ce vote',
  'votes.edit.lead':
    'Jusqu’à l’ouverture, tout peut être corrigé. Une décision déjà prise portait sur le vote tel qu’il était : après un changement, il en faut une autre, et le vote n’est plus publié jusque-là.',
  'votes.edit.save': 'Enregistrer le vote corrigé',
  'votes.discard.title': 'Supprimer ce vote',
  'votes.discard.hint':
    'Il n’est pas encore ouvert : il disparaît, avec ses codes s’il en a. Le journal garde qu’il a été préparé et supprimé.',
  'votes.discard.now': 'Supprimer pour de bon',

  'votes.rules': 'Les règles',
  'votes.rule.budget': 'Budget',
  'votes.rule.choices': 'Choix par bulletin',
  'votes.rule.choicesText':
    'De {least, number} à {most, number} propositions. Elles n’ont pas à tenir ensemble dans le budget.',
  'votes.rule.count': 'Comptage',
  'votes.rule.countText':
    'À parts égales : chaque bulletin reçoit la même part du budget, et une proposition est retenue quand ses soutiens peuvent la payer ensemble.',
  'votes.rule.rest': 'Argent qui reste',
  'votes.rule.admission': 'Qui peut voter',
  'votes.rule.lastDay': 'Dernier jour',
  'votes.rule.lastDayTold': 'Dernier jour annoncé',
  'votes.rule.closedOn': 'Clos le',
  'votes.rule.whoDecides': 'Qui décide',
  'votes.rule.binding': 'Le résultat engage',
  'votes.rule.council': 'Délibération du conseil',
  'votes.rule.ties': 'Égalités',
  'votes.rule.tiesText':
    'Le coût le plus bas, puis le plus de voix, puis un tirage au sort fait avant le premier bulletin.',
  'votes.rulesHash': 'Empreinte des règles, fixée à l’ouverture (SHA-256)',
  'votes.onBallot': 'Sur le bulletin',
  'votes.onBallotCaption': '{count, plural, one {# proposition} other {# propositions}}, par ordre alphabétique',
  'votes.proposal': 'Proposition',
  'votes.cost': 'Coût',
  'votes.dearerMark': 'Plus que tout le budget : ne peut pas être retenue',
  'votes.objectives': 'Objectifs',
  'votes.onlyNumber':
    'Tant que le vote est ouvert, on montre seulement combien de bulletins sont dans l’urne, à tout le monde, mairie comprise.',
  'votes.announced': 'Ce vote n’est pas encore ouvert. L’instance a décidé de l’ouvrir.',
  'votes.announcedHint':
    'Voici ses règles et ce qui sera sur le bulletin. Si quelque chose est corrigé avant l’ouverture, l’instance en décide de nouveau.',
  'votes.waitsForClosing': 'Le temps de voter est passé. Le résultat est publié à la clôture.',
  'votes.strawPoll':
    'Ceci est un sondage : une voix par appareil, sans vérifier qui vote. Son résultat donne la température, sans plus.',
  'votes.countUnderWay': 'Le vote est clos. Le comptage n’est pas encore publié.',
  'votes.checkReceipt': 'Vérifier mon reçu',

  'votes.staff.open': 'Ouvrir le vote',
  'votes.staff.openHint':
    'Une instance le décide, et une deuxième personne le confirme. À l’ouverture, les règles, les propositions et leurs coûts sont fixés, et le tirage au sort des égalités est fait. Dès la confirmation, tout le monde peut lire ce vote.',
  'votes.staff.openNow': 'Ouvrir maintenant',
  'votes.staff.close': 'Clore et compter',
  'votes.staff.closeHint':
    'Une instance le décide, et une deuxième personne le confirme. Le comptage suit aussitôt et il est publié pour tout le monde en même temps.',
  'votes.staff.early':
    'Le dernier jour annoncé, le {day}, n’est pas encore passé : clore maintenant, c’est prendre des bulletins moins longtemps que prévu.',
  'votes.staff.told.everything':
    '{ballots, plural, one {# bulletin est} other {# bulletins sont}} dans l’urne : si le vote était clos maintenant, tout serait publié, les bulletins mélangés compris.',
  'votes.staff.told.totals':
    '{ballots, plural, one {# bulletin est} other {# bulletins sont}} dans l’urne : si le vote était clos maintenant, on publierait au plus le nombre de voix de chaque proposition, et seulement ce qui est retenu si une voix pouvait se deviner. Il en faut {everything, number} pour tout publier.',
  'votes.staff.told.outcome':
    '{ballots, plural, =0 {Aucun bulletin n’est} one {# bulletin est} other {# bulletins sont}} dans l’urne : si le vote était clos maintenant, on publierait seulement ce qui est retenu. Même cela peut laisser deviner des choix : mieux vaut attendre d’avoir {totals, number} bulletins, et {everything, number} pour tout publier.',
  'votes.staff.closeNow': 'Clore et compter maintenant',
  'votes.staff.waiting': 'La décision est inscrite ; elle attend d’être confirmée par une deuxième personne.',
  'votes.staff.record': 'Inscrire la décision',
  'votes.staff.count': 'Terminer le comptage',
  'votes.staff.countHint':
    'La clôture a été faite, mais le comptage a été interrompu. Compter de nouveau donne le même résultat.',
  'votes.staff.countNow': 'Compter et publier',
  'votes.staff.roll': 'Codes à usage unique',
  'votes.staff.paper': 'Saisir des bulletins papier',
  'votes.decision.open': 'Ouvrir le vote « {name} »',
  'votes.decision.close': 'Clore le vote « {name} » et publier son résultat',

  'votes.ballot.title': 'Mon bulletin',
  'votes.ballot.choose': 'Choisissez de {least, number} à {most, number} propositions',
  'votes.ballot.chooseExactly': '{least, plural, one {Choisissez une proposition} other {Choisissez # propositions}}',
  'votes.ballot.chooseHint':
    'Vos choix n’ont pas à tenir ensemble dans le budget de {budget}. L’ordre est tiré au sort pour vous, pour ne favoriser personne.',
  'votes.ballot.chosen': 'Choisies :',
  'votes.ballot.tooFew': 'Pas encore assez',
  'votes.ballot.tooMany': 'Il y en a trop',
  'votes.ballot.range': '(de {least, number} à {most, number})',
  'votes.ballot.review': 'Relire mon bulletin',
  'votes.ballot.reviewTitle': 'Voici votre bulletin',
  'votes.ballot.reviewLead': 'Relisez, puis votez. Après, il ne peut plus être changé.',
  'votes.ballot.reviewList':
    '{count, plural, one {Vous choisissez une proposition} other {Vous choisissez # propositions}}',
  'votes.ballot.dearer':
    '{count, plural, one {Un de vos choix coûte plus que tout le budget : il ne peut pas être retenu.} other {# de vos choix coûtent plus que tout le budget : ils ne peuvent pas être retenus.}}',
  'votes.ballot.dearerHint': 'Vous pouvez voter ainsi, ou changer vos choix.',
  'votes.ballot.send': 'Je vote',
  'votes.ballot.change': 'Changer mes choix',
  'votes.ballot.code': 'Votre code',
  'votes.ballot.codeHint':
    'Douze lettres et chiffres, sur votre lettre ou votre coupon. Majuscules ou non, espaces ou non.',
  'votes.ballot.readProposal': 'Lire cette proposition, dans un nouvel onglet',
  'votes.ballot.codeTitle': 'Pour commencer, votre code',
  'votes.ballot.codeLead': 'Il dit que vous pouvez voter, pas qui vous êtes : il n’est pas gardé avec vos choix.',
  'votes.ballot.closed': 'On ne peut pas voter maintenant.',
  'votes.ballot.voted': 'Un bulletin a déjà été compté depuis cet appareil.',
  'votes.ballot.votedAccount': 'Vous avez déjà voté avec ce compte.',
  'votes.ballot.votedHint': 'Vos choix ne sont gardés nulle part avec vous : on ne peut donc pas vous les montrer.',
  'votes.ballot.votedBefore': 'Vous avez déjà voté avec ce code ?',
  'votes.ballot.unverified': 'Confirmez d’abord votre adresse électronique.',
  'votes.ballot.unverifiedHint':
    'Ce vote demande une adresse confirmée. Demandez un lien depuis la page de votre compte, puis revenez ici.',
  'votes.ballot.shown': 'Un reçu sera tiré au sort dans votre navigateur.',
  'votes.ballot.shownServer': 'Sans JavaScript, votre reçu est tiré au sort par le serveur.',
  'votes.done.title': 'Votre bulletin est dans l’urne',
  'votes.done.again':
    'Votre bulletin était déjà dans l’urne : il compte une fois, tel que vous l’aviez envoyé d’abord.',
  'votes.done.receipt': 'Votre reçu',
  'votes.done.keep':
    'Notez ce reçu ou imprimez cette page : il n’est affiché qu’ici. Personne ne peut y lire vos choix, vous non plus.',
  'votes.done.browser': 'Ce reçu a été tiré au sort dans votre navigateur.',
  'votes.done.server': 'Ce reçu a été tiré au sort par le serveur, car votre navigateur n’utilise pas JavaScript.',
  'votes.done.hash': 'Empreinte du reçu, publiée à la clôture',
  'votes.done.signature': 'Signature du serveur sur cette empreinte',
  'votes.done.proves':
    'La signature prouve que le serveur a accepté un bulletin avec ce reçu. Si l’empreinte manquait dans la liste publiée, vous pourriez le montrer à tout le monde, sans dire ce que vous avez choisi.',
  'votes.done.next': 'Quelqu’un d’autre vote sur cet appareil',
  'votes.done.back': 'Revenir au vote',

  'votes.limits': 'Ce que ce vote garantit, et ce qu’il ne garantit pas',
  'votes.limits.secret':
    'Secret pour le public et pour les personnes qui administrent le vote : la liste de qui a voté et l’urne n’ont en commun ni clé, ni heure, ni ordre.',
  'votes.limits.recount':
    'Recomptable par tout le monde à partir de {everything, number} bulletins : règles, bulletins mélangés et résultat sont publiés. En dessous, on publie moins : au plus le nombre de voix à partir de {totals, number}, sinon seulement ce qui est retenu. Avec très peu de bulletins, ce qui est retenu en dit encore quelque chose à qui a voté.',
  'votes.limits.operator':
    'Il ne résiste pas à la personne qui fait fonctionner le serveur : elle pourrait observer un bulletin au moment où il arrive.',
  'votes.limits.postgres':
    'Jusqu’à la clôture, la base de données garde un numéro caché qui relierait un bulletin à la liste ; à la clôture, les deux sont réécrits dans un ordre tiré au sort.',
  'votes.limits.coercion': 'Il ne protège pas d’une personne qui vous ferait voter devant elle.',
  'votes.limits.elections':
    'Il n’est pas fait pour une élection au sens de la loi : pour cela, utilisez par exemple Belenios.',

  'votes.receipt.title': 'Vérifier un reçu',
  'votes.receipt.lead': 'Le reçu dit si un bulletin est bien dans l’urne, jamais ce qu’il contient.',
  'votes.receipt.label': 'Reçu',
  'votes.receipt.hint': 'Vingt-quatre lettres et chiffres',
  'votes.receipt.check': 'Vérifier',
  'votes.receipt.found': 'Un bulletin avec ce reçu est dans l’urne.',
  'votes.receipt.missing':
    'Aucun bulletin n’a ce reçu. Vérifiez qu’il est bien copié ; si vous avez une signature pour lui, montrez-la à l’instance qui a ouvert le vote.',
  'votes.receipt.list': 'La liste de tous les reçus est publiée avec le résultat :',

  'votes.roll.title': 'Codes à usage unique',
  'votes.roll.lead':
    'Le registre garde l’empreinte de chaque code, jamais le code : il n’est montré qu’une fois, juste après avoir été fait.',
  'votes.roll.states': 'Où en sont les codes',
  'votes.roll.batch': 'Lot',
  'votes.codes.title': 'Codes pour voter',
  'votes.codes.sum':
    '{count, plural, one {Un code a été fait pour ce vote} other {# codes ont été faits pour ce vote}}\u00a0: il ne peut pas y avoir plus de bulletins. Chaque lot est dit ici, avec son jour et qui l’a fait.',
  'votes.codes.batch': '{count, plural, one {un code} other {# codes}}',
  'votes.codes.late': '· après l’ouverture',
  'votes.codes.replaced': '· {count, plural, one {un remplacé} other {# remplacés}}',
  'votes.roll.made': 'Faits',
  'votes.roll.usage':
    '{used, plural, =0 {Aucun code n’a servi} one {Un code a servi} other {# codes ont servi}}. {ready, plural, =0 {Il n’en reste aucun.} one {Il en reste un.} other {Il en reste #.}}',
  'votes.roll.void': 'Annulés',
  'votes.roll.make': 'Faire des codes',
  'votes.roll.name': 'Nom du lot',
  'votes.roll.nameHint': 'Par exemple « Guichet de la rive droite »',
  'votes.roll.number': 'Combien de codes',
  'votes.roll.numberHint': 'De 1 à 5 000 à la fois',
  'votes.roll.makeNow': 'Faire ces codes',
  'votes.roll.replace': 'Remplacer un code perdu',
  'votes.roll.replaceHint':
    'L’ancien est annulé et un nouveau porte le même numéro. Un code déjà utilisé ne se remplace pas.',
  'votes.roll.codeNumber': 'Numéro du code',
  'votes.roll.codeNumberHint': 'Il est imprimé sur chaque coupon, à côté du nom du lot.',
  'votes.roll.replaceNow': 'Annuler et remplacer',
  'votes.roll.madeTitle':
    '{count, plural, one {Un code, montré une seule fois} other {# codes, montrés une seule fois}}',
  'votes.roll.madeHint':
    'Imprimez cette page maintenant. Après l’avoir quittée, les codes ne peuvent plus être affichés ; on peut seulement en faire d’autres.',
  'votes.roll.slipNumber': '{batch}, n° {number, number}',
  'votes.roll.slipHow': 'Photographiez le dessin, ou tapez ce code à cette adresse, jusqu’au {day} :',
  'votes.roll.slipOnce': 'Ce code sert une fois. Il ne dit pas qui vous êtes.',
  'votes.roll.slipPicture': 'Dessin à photographier pour voter avec ce code',

  'votes.paper.title': 'Saisir un bulletin papier',
  'votes.paper.lead':
    'Un bulletin papier porte un code du même registre. Saisissez-le tel qu’il est, sans regarder qui l’a remis.',
  'votes.paper.code': 'Code du bulletin',
  'votes.paper.choices': 'Propositions cochées',
  'votes.paper.save': 'Mettre dans l’urne',
  'votes.paper.done': 'Le bulletin est dans l’urne. Le reçu à remettre, si la personne le demande :',
  'votes.paper.again': 'Ce bulletin était déjà dans l’urne ; il compte une fois.',
  'votes.paper.unfit':
    'Un bulletin avec trop ou trop peu de choix n’est pas compté, sur papier comme à l’écran : rendez-le à la personne si elle est encore là.',

  'votes.result.eyebrow':
    '{ballots, plural, =0 {Aucun bulletin} one {# bulletin} other {# bulletins}} · compté à parts égales',
  'votes.result.lead':
    '{winners, plural, =0 {Aucune proposition n’est retenue, sur un budget de {budget}.} one {Une proposition est retenue pour {total}, sur un budget de {budget}.} other {# propositions sont retenues pour {total}, sur un budget de {budget}.}}',
  'votes.result.budget': 'Budget : {parts} ; il reste {left}.',
  'votes.result.left': 'Reste',
  'votes.result.winners': 'Retenues',
  'votes.result.losers': 'Non retenues',
  'votes.result.noWinner': 'Aucune proposition n’est retenue.',
  'votes.result.votes': '{votes, plural, =0 {aucune voix} one {# voix} other {# voix}}',
  'votes.result.changes': 'Ce que le comptage à parts égales change',
  'votes.result.changesNone':
    'Compter seulement le nombre de voix, de la plus soutenue à la moins soutenue, aurait retenu les mêmes propositions.',
  'votes.result.changesSome':
    'Compter seulement le nombre de voix peut donner presque tout le budget aux choix du plus grand groupe. À parts égales, chaque bulletin pèse le même montant.',
  'votes.result.gained': 'Retenues à parts égales, pas par le nombre de voix seul :',
  'votes.result.lost': 'Retenues par le nombre de voix seul, pas à parts égales :',
  'votes.result.compare': 'Les deux comptages côte à côte, {ballots, plural, one {# bulletin} other {# bulletins}}',
  'votes.result.equalShares': 'Parts égales',
  'votes.result.greedy': 'Nombre de voix seul',
  'votes.result.votesHead': 'Voix',
  'votes.result.kept': 'retenue',
  'votes.result.notKept': 'non retenue',
  'votes.result.total': 'Total',
  'votes.result.totalsOnly':
    'Moins de {least, number} bulletins : seuls les totaux sont publiés, pour que personne ne puisse deviner le choix d’une autre personne.',
  'votes.result.outcomeOnly':
    'Moins de {least, number} bulletins : seule l’issue est publiée, car le nombre de voix dirait ce que chaque personne a choisi.',
  'votes.result.outcomeAlike':
    'Moins de {least, number} bulletins, et presque tout le monde, ou presque personne, a choisi une même proposition : seule l’issue est publiée, car le nombre de voix dirait ce que chaque personne a choisi.',

  'votes.why.everything-fits':
    'Toutes les propositions qui ont des voix tiennent ensemble dans le budget : toutes sont retenues.',
  'votes.why.free': 'Elle ne coûte rien et elle a des voix.',
  'votes.why.supporters-paid':
    'Choisie à l’étape {step, number} : {payers, plural, one {# bulletin qui la soutient l’a payée} other {# bulletins qui la soutiennent l’ont payée ensemble}}, {price} au plus chacun.',
  'votes.why.filled-in': 'Elle tenait encore dans les {left} qui restaient du budget.',
  'votes.why.no-votes': 'Aucun bulletin ne la soutient.',
  'votes.why.over-budget': 'Elle coûte {excess} de plus que tout le budget.',
  'votes.why.supporters-short': 'À la fin, ses soutiens n’avaient plus que {money} à eux tous : il manquait {missing}.',
  'votes.why.never': 'Ils n’ont jamais eu assez ensemble.',
  'votes.why.after':
    '{step, plural, one {Leur part a servi à d’autres choix dès la première étape.} other {Leur part a servi à d’autres choix ; à l’étape #, il n’y avait plus assez.}}',
  'votes.why.votesNeeded':
    '{votes, plural, one {Un bulletin de plus, pour elle seule, aurait suffi.} other {# bulletins de plus, pour elle seule, auraient suffi.}}',
  'votes.why.instead':
    'Elle coûte {cost}, et les propositions retenues n’ont laissé que {left} : elle n’aurait pu passer qu’à la place d’une autre.',
  'votes.why.totals-won': 'Ses soutiens ont pu la payer.',
  'votes.why.totals-lost': 'Les voix qu’elle a eues, si elle en a eu, n’ont pas suffi à la payer.',
  'votes.greedy.fits': 'Par le nombre de voix seul : n° {rank, number}, elle tenait dans les {left} qui restaient.',
  'votes.greedy.no-votes': 'Par le nombre de voix seul : elle n’en a pas.',
  'votes.greedy.over-budget': 'Par le nombre de voix seul : n° {rank, number}, mais plus chère que tout le budget.',
  'votes.greedy.does-not-fit':
    'Par le nombre de voix seul : n° {rank, number}, il restait {left} et il manquait {missing}.',

  'votes.trace.title': 'Le comptage, étape par étape',
  'votes.trace.share':
    'Le budget partagé entre {ballots, plural, one {# bulletin} other {# bulletins}} donne {first} à chacun.',
  'votes.trace.raised':
    'Cette part a été relevée {raises, plural, one {une fois} other {# fois}} d’une unité, jusqu’à {share}, pour utiliser l’argent qui restait.',
  'votes.trace.ended.no-votes': 'Aucune proposition n’avait de voix.',
  'votes.trace.ended.everything-fits':
    'Toutes les propositions qui ont des voix tiennent dans le budget : rien à partager.',
  'votes.trace.ended.no-completion': 'Le comptage s’est arrêté quand plus rien n’était payable.',
  'votes.trace.ended.exhaustive':
    'Le comptage s’est arrêté là : aucune autre proposition qui a des voix n’aurait tenu dans le budget.',
  'votes.trace.ended.overspend':
    'Le comptage s’est arrêté là : avec une unité de plus par bulletin, les propositions choisies auraient coûté {cost}, plus que le budget.',
  'votes.trace.caption': 'Chaque proposition choisie, dans l’ordre, et qui l’a payée',
  'votes.trace.step': 'Étape',
  'votes.trace.price': 'Prix au plus par bulletin',
  'votes.trace.payers': 'Bulletins qui paient',
  'votes.trace.inFull': 'dont prix entier',
  'votes.trace.moneyLeft': 'Reste aux bulletins',
  'votes.trace.budgetLeft': 'Reste au budget',

  'votes.files.title': 'Recompter soi-même',
  'votes.files.titleFew': 'Fichiers publiés',
  'votes.files.lead':
    'Voici tout ce qu’il faut pour refaire ce comptage avec ce logiciel ou un autre, et pour vérifier que rien n’a changé.',
  'votes.files.few':
    'Il y a trop peu de bulletins pour les publier : on ne peut donc pas refaire ce comptage, seulement vérifier les règles et les reçus.',
  'votes.files.caption': 'Fichiers publiés, avec leur empreinte SHA-256',
  'votes.files.file': 'Fichier',
  'votes.files.hash': 'Empreinte',
  'votes.files.rules': 'Règles fixées avant l’ouverture',
  'votes.files.ballots': 'Bulletins mélangés, au format Pabulib',
  'votes.files.result.everything': 'Résultat, raisons et étapes',
  'votes.files.result.totals': 'Ce qui est retenu, et le nombre de voix de chaque proposition',
  'votes.files.result.outcome': 'Ce qui est retenu et ce qui ne l’est pas',
  'votes.files.receipts': 'Reçus signés',
  'votes.files.noHash': 'liste à part',
  'votes.files.step1':
    'Téléchargez les fichiers et calculez leur empreinte : sha256sum rules.json ballots.pb result.json',
  'votes.files.step2': 'L’empreinte de rules.json doit être celle qui était affichée pendant le vote : {hash}',
  'votes.files.step3':
    'Comptez ballots.pb avec un outil qui lit le format Pabulib, règle « equal shares », utilité « coût », complétion « add1 » d’une unité : {stop}.',
  'votes.files.step4':
    'Pour les égalités, l’ordre du tirage est dans rules.json ; on le refait en triant les empreintes SHA-256 de chaque ligne « graine, retour à la ligne, identifiant ».',
  'votes.files.step5':
    'Pour un reçu, en majuscules et sans espaces : son empreinte SHA-256 en base64url doit être dans receipts.csv. La signature Ed25519 porte sur l’empreinte SHA-256 de « boussole receipt VOTE EMPREINTE » ; la clé et l’identifiant du vote sont dans rules.json.',

  'votes.departure.title': 'Le conseil s’est écarté du résultat',
  'votes.departure.tell': 'S’écarter du résultat',
  'votes.departure.hint':
    'Si celles et ceux qui décident ne suivent pas ce résultat, la raison est publiée ici. Elle ne peut être écrite qu’une fois.',
  'votes.departure.reason': 'Raison publique',
  'votes.departure.publish': 'Publier cette raison',

  'votes.fewProposals': 'Choisissez au moins deux propositions.',
  'votes.dearer':
    'Coût au-dessus de tout le budget, donc impossible à retenir : {titles}. Corrigez le budget ou les propositions, ou dites plus bas que vous le savez.',
  'votes.notAccepted':
    'Une de ces propositions n’est plus acceptée par le comité mixte, a été retirée ou a changé. Corrigez le vote avec ce qui vaut aujourd’hui.',
  'votes.choices':
    'Le plus grand nombre de choix ne peut pas être sous le plus petit, ni celui-ci au-dessus du nombre de propositions.',
  'votes.noBudget': 'Écrivez un budget au-dessus de zéro.',
  'votes.councilBefore': 'Le conseil délibère après le dernier jour du vote : choisissez un jour plus tard.',
  'votes.lastDayPassed':
    'Le dernier jour pour voter est passé\u00a0: personne ne pourrait voter. Choisissez-en un autre, ce qui demandera une nouvelle décision, ou abandonnez ce vote.',
  'votes.lastDayOver': 'Le dernier jour pour voter est déjà passé.',
  'votes.alreadyOpened': 'Ce vote a déjà été ouvert.',
  'votes.notOpen': 'Ce vote ne prend pas de bulletins maintenant.',
  'votes.stillOpen': 'Ce vote n’est pas encore clos.',
  'votes.rulesChanged':
    'Ce qui est enregistré ne correspond plus aux règles publiées avant l’ouverture : le vote n’est pas compté. Prévenez l’instance qui l’a ouvert.',
  'votes.departureTold': 'Une raison a déjà été publiée pour ce vote.',
  'votes.noRoll': 'Ce vote ne se fait pas avec des codes.',
  'votes.isClosed': 'Ce vote est clos : on ne fait plus de codes.',
  'votes.batchTaken': 'Un autre lot porte déjà ce nom : choisissez-en un autre.',
  'votes.codeUnknown': 'Ce code n’existe pas. Vérifiez chaque lettre et chaque chiffre.',
  'votes.noVote':
    'Aucun vote n’a ce code de douze lettres et chiffres. Vérifiez-les un à un sur votre coupon. Si c’est votre code personnel, il s’écrit à la page « Mes paroles » du territoire.',
  'votes.noBallot.prepared': 'Ce vote n’est pas encore ouvert.',
  'votes.noBallot.preparedHint': 'Votre code est bon : gardez-le, il servira dès l’ouverture.',
  'votes.noBallot.over': 'Le temps de voter est passé.',
  'votes.noBallot.overHint':
    'Plus aucun bulletin n’est pris. Le résultat paraîtra à la page du vote, une fois le vote clos.',
  'votes.noBallot.closed': 'Ce vote est clos.',
  'votes.noBallot.closedHint': 'Plus aucun bulletin n’est pris. Le résultat se lit à la page du vote.',
  'votes.noBallot.used': 'Quelqu’un a déjà voté avec ce code.',
  'votes.noBallot.usedHint':
    'Un code sert une seule fois. Si c’était vous, votre bulletin est dans l’urne : votre reçu permet de le vérifier. Sinon, dites-le vite à la personne qui vous a donné ce code.',
  'votes.noBallot.void': 'Ce code a été annulé et remplacé par un autre.',
  'votes.noBallot.voidHint': 'Demandez le nouveau code à la personne qui vous avait donné celui-ci.',
  'votes.noBallot.test': 'Ce code ne sert qu’aux essais.',
  'votes.noBallot.testHint': 'Il n’ouvre aucun bulletin. Votre code pour voter est sur un autre coupon.',
  'votes.noBallot.vote': 'Voir le vote',
  'votes.codeUsed': 'Quelqu’un a déjà voté avec ce code : il ne peut pas être remplacé.',
  'votes.alreadyVoted': 'Un bulletin a déjà été compté pour cette personne. On vote une fois.',
  'votes.receiptTaken': 'Un autre bulletin a déjà ce reçu. Relisez votre bulletin et envoyez-le de nouveau.',
  'votes.receiptForm': 'Écrivez les vingt-quatre lettres et chiffres du reçu.',
  'votes.tooFew':
    '{least, plural, one {Choisissez au moins une proposition.} other {Choisissez au moins # propositions.}}',
  'votes.tooMany':
    '{most, plural, one {Choisissez une proposition au plus.} other {Choisissez # propositions au plus.}}',
  'votes.notOnBallot': 'Une de ces propositions n’est pas sur le bulletin. Reprenez depuis le début.',
  'votes.noCookie':
    'Votre navigateur refuse les cookies : ce vote en utilise un seul, pour compter une voix par appareil.',
} as const;
