import type { Messages } from './fr.ts';

/** Easy French, where people take part: short sentences, common words. What is easy already is said as in French. */
export const simple: Partial<Messages> = {
  'app.about': 'Ici, les habitants disent ce qu’est bien vivre.',
  'app.demonstration': 'Ceci est un exemple. Tout est inventé.',
  'app.exercise': 'C’est pour apprendre. Rien ne compte.',
  'app.data': 'Les chiffres pour tous',
  'app.workspace': 'Mon travail ici',

  'error.notThere': 'Cette page n’existe pas. Ou elle n’est pas pour vous.',
  'error.unavailable':
    'Ce qui était enregistré est gardé. Attendez un peu. Puis essayez encore. Vos mots sont peut-être encore là\u00a0: revenez en arrière.',
  'error.unusable': 'La demande n’est pas claire. Revenez en arrière et recommencez.',

  'form.choose': 'Choisissez une réponse.',
  'form.count': '{most, number} lettres au plus',
  'form.problems': '{count, plural, one {Une chose} other {# choses}} à corriger\u00a0:',
  'form.stale': 'La page était trop vieille. La voici à nouveau. Vérifiez, puis envoyez.',
  'form.tooLong': 'C’est trop long. Écrivez {most, number} lettres au plus.',
  'limits.wait':
    'Vous avez essayé trop de fois. Attendez {minutes, plural, one {une minute} other {# minutes}}. Puis essayez encore.',

  'gathering.notOpen': 'La rencontre n’est pas ouverte. Demandez à la personne qui anime.',
  'cycle.closed': 'C’est fini. On peut lire. On ne peut plus écrire.',

  'definitions.code.keep': 'Avec ce code, vous retrouvez vos mots sur un autre appareil.',
  'definitions.code.lead': 'On ne le montre qu’une fois. Écrivez-le sur un papier. Ou faites une photo.',
  'definitions.code.lost': 'Sans le code, ce téléphone suffit aussi. N’effacez pas ses données.',
  'definitions.code.unknown': 'Ce code n’est pas bon. Regardez chaque lettre et chaque chiffre.',
  'definitions.code.use': 'On l’écrit sur cette page\u00a0:',

  'definitions.join.code': 'Le code',
  'definitions.join.codeHint':
    'Pour une rencontre\u00a0: 6 lettres et chiffres. Exemple\u00a0: KLT 496. Pour un vote\u00a0: 12 lettres et chiffres.',
  'definitions.join.lead':
    'Le code est sur l’écran de la salle. Ou on vous le dit. Pour un vote, il est sur votre papier.',
  'definitions.join.noCode': 'Écrivez le code.',
  'definitions.join.shutOut': 'Trop de codes faux. Attendez dix minutes. Puis essayez encore.',
  'definitions.join.unknown': 'Ce code n’est pas bon. Ou le vote n’est pas ouvert. Regardez encore. Ou demandez.',

  'definitions.welcome.comeIn': 'J’ai compris. J’entre',
  'definitions.welcome.notYetMore': 'Attendez. Gardez cette page ouverte\u00a0: elle va changer toute seule.',
  'definitions.welcome.over': 'La rencontre est finie.',
  'definitions.welcome.overMore':
    'Vos mots sont gardés. Vous voulez en ajouter\u202f? Parlez à la personne qui a animé.',
  'definitions.welcome.parentsAgree': 'Mon père, ma mère ou mon tuteur est d’accord',
  'definitions.parentsNeeded': 'Avant 15 ans, un parent doit être d’accord. Il est d’accord\u202f? Cochez la case.',

  'definitions.notice.back': 'Je change d’avis',
  'definitions.notice.backText':
    'Vous pouvez cacher vos mots ou les effacer. Quand vous voulez. Avec ce téléphone ou avec votre code. Sans dire pourquoi.',
  'definitions.notice.howLongText':
    'Après {author, plural, one {un mois} other {# mois}}, on ne sait plus de quel téléphone viennent les mots. Les mots que le groupe n’a pas choisis sont effacés après {unapproved, plural, one {un mois} other {# mois}}.',
  'definitions.notice.purpose': 'Pourquoi vous écrivez',
  'definitions.notice.purposeText':
    'Pour dire ce qu’est bien vivre ici ({territory}), avec vos mots. Ensuite, on agit.',
  'definitions.notice.title': 'Que fait-on de vos mots\u202f?',
  'definitions.notice.who': 'Qui lit vos mots',
  'definitions.notice.whoText':
    'Quand vous écrivez\u00a0: personne. Au moment du partage\u00a0: votre groupe. Il n’y a pas votre nom. Il n’y a pas l’heure. Les autres gens\u00a0: seulement si votre groupe est d’accord et si on le décide ensemble. Votre âge ou votre quartier sont comptés à part. On ne les met jamais avec vos mots.',

  'definitions.profile.lead': 'Pour savoir qui n’est pas encore venu. On compte seulement.',
  'definitions.profile.title': 'Dire qui je suis (si je veux)',

  'definitions.write.away': 'Pas de réseau. Rien n’est perdu.',
  'definitions.write.awayMore': 'Vos mots attendent dans ce téléphone. Ils vont partir tout seuls. Continuez.',
  'definitions.write.field': 'Une idée',
  'definitions.write.gone': 'Ce téléphone n’est plus dans la rencontre. Entrez encore avec le code.',
  'definitions.write.hint': 'Une seule idée à la fois. Puis une autre, si vous voulez.',
  'definitions.write.kept': 'c’est gardé',
  'definitions.write.left.one': 'Encore # lettre',
  'definitions.write.left.other': 'Encore # lettres',
  'definitions.write.excess.one': '# lettre de trop',
  'definitions.write.excess.other': '# lettres de trop',
  'definitions.write.myWords': 'Voir mes mots, les cacher, les effacer',
  'definitions.write.waits.one': '# idée attend.',
  'definitions.write.waits.other': '# idées attendent.',
  'definitions.write.fleetingMore': 'Gardez cette page ouverte. Attendez que tout soit parti.',
  'definitions.copy.title': 'Pas de réseau. Cette page est gardée dans ce téléphone.',
  'definitions.handOver.title': 'Les donner à quelqu’un',
  'definitions.handOver.lead':
    'La personne qui anime peut écrire pour vous. Donnez-lui le fichier. Ou montrez-lui le code.',
  'definitions.handOver.file': 'Garder un fichier',
  'definitions.handOver.picture': 'Code QR de vos mots',
  'definitions.handOver.next': 'Un autre code',
  'definitions.write.none': 'Rien encore.',
  'definitions.write.onlyYou': 'Personne ne les voit pour l’instant.',
  'definitions.write.openingMore': 'Attendez. Cette page va changer toute seule.',
  'definitions.write.over': 'C’est fini. Merci.',
  'definitions.write.overMore': 'Vos mots sont gardés. Vous pouvez les relire ou les effacer.',
  'definitions.write.own': 'Vos mots',
  'definitions.write.problem': 'Écrivez une idée. {most} lettres au plus.',
  'definitions.write.refused': 'Un de vos mots n’est pas passé. Il reste ici.',
  'definitions.write.refusedMore': 'Montrez-le à la personne qui anime. Ou essayez encore.',
  'definitions.write.retry': 'Essayer encore',
  'definitions.write.send': 'Donner mon idée',
  'definitions.write.sharing': 'Maintenant, on partage.',
  'definitions.write.taken': 'Vous avez repris ces mots.',
  'definitions.write.toWall': 'Lire les mots du groupe',
  'definitions.write.waiting': 'Attend le réseau. Gardé dans ce téléphone',
  'definitions.tooMany': 'Vous avez déjà envoyé {most, number} idées. Donnez les autres à la personne qui anime.',
  'definitions.notShared': 'On ne partage pas encore. Chaque personne écrit pour elle.',

  'definitions.note.approved': 'choisi par le groupe',
  'definitions.phaseHelp.approving': 'On parle de quelques idées. Les autres sont choisies toutes ensemble.',
  'definitions.screen.nothing': 'Rien ici pour l’instant.',
  'definitions.time.over': 'C’est l’heure. Finissez votre phrase.',
  'definitions.wall.alone': 'Chaque personne écrit pour elle.',
  'definitions.wall.approving': 'Le groupe choisit.',
  'definitions.wall.asked': 'D’accord. Le groupe va en parler.',
  'definitions.wall.askedMore': 'Personne ne sait que c’est vous.',
  'definitions.wall.lead': 'On lit. On ne juge pas.',
  'definitions.wall.overMore': 'Voici les mots du groupe. C’est fini.',
  'definitions.wall.title': 'Les mots du groupe',

  'definitions.outcome.excerpts': 'Choisi, en plusieurs idées',
  'definitions.outcome.minority': 'Peu de gens le disent. On garde quand même ces mots',
  'definitions.outcome.whole': 'Choisi par le groupe',
  'definitions.own.became': 'Ce que c’est devenu',
  'definitions.own.byCode': 'Vous voyez les mots d’un code. Partez de cette page avant de laisser l’appareil.',
  'definitions.own.code': 'Mon code',
  'definitions.own.codeHint': '12 lettres et chiffres. On vous l’a montré au début.',
  'definitions.own.doneKept': 'Ces mots restent dans le groupe.',
  'definitions.own.doneLetGo': 'On pourra montrer ces mots à tout le monde.',
  'definitions.own.doneWithdrawn': 'C’est caché. Vous pouvez le remettre.',
  'definitions.own.eraseMeans': 'Les mots sont détruits. On ne peut pas revenir en arrière.',
  'definitions.own.eraseMore': 'Les mots disparaissent partout. Personne ne peut les retrouver.',
  'definitions.own.eraseSure': 'Effacer ces mots pour toujours\u202f?',
  'definitions.own.erased': 'Vous avez effacé ces mots.',
  'definitions.own.erasedByTime': 'Ces mots sont effacés. Le temps était passé.',
  'definitions.own.hidden': 'Caché par la personne qui anime\u00a0: {reason}',
  'definitions.own.keepMeans':
    'Votre groupe lit ces mots. Les autres gens ne les lisent pas. Vous pouvez changer d’avis.',
  'definitions.own.lead': 'Vos mots. Ce qu’ils sont devenus. Ce que vous voulez en faire.',
  'definitions.own.letGo': 'Montrer à tout le monde',
  'definitions.own.means': 'Garder, cacher, effacer\u00a0: ce que cela fait',
  'definitions.own.none': 'Vous n’avez rien écrit ici',
  'definitions.own.noneMore': 'Vos mots seront ici quand vous aurez écrit.',
  'definitions.own.otherCode': 'Avec un autre code',
  'definitions.own.raw': 'Le groupe n’a pas encore choisi.',
  'definitions.own.show': 'Voir mes mots',
  'definitions.own.title': 'Mes mots',
  'definitions.own.withCode': 'Retrouver mes mots',
  'definitions.own.withdraw': 'Cacher',
  'definitions.own.withdrawMeans': 'Personne d’autre que vous ne lit ces mots. Vous pouvez les remettre.',
  'definitions.own.withdrawn': 'C’est caché. Personne d’autre ne le voit.',

  'evaluation.answer.later': 'Continuer plus tard',
  'evaluation.answer.legend': 'Qu’est-ce qui ressemble le plus à votre vie\u202f?',
  'evaluation.answer.notConcerned': 'Ce n’est pas pour moi',
  'evaluation.answer.place': 'Question {place, number} sur {number, number}',
  'evaluation.answer.problem': 'Choisissez une réponse',
  'evaluation.begin.closed': 'C’est fini. On ne peut plus répondre.',
  'evaluation.begin.group': 'Quel groupe est le plus proche de vous\u202f?',
  'evaluation.begin.lead':
    '{indicators, plural, one {Une question} other {# questions}}. Arrêtez quand vous voulez. Chaque réponse compte.',
  'evaluation.begin.notSaid': 'Je ne le dis pas',
  'evaluation.begin.notYet': 'Ce n’est pas encore ouvert.',
  'evaluation.begin.profile': 'Dites qui vous êtes, si vous voulez.',
  'evaluation.begin.secret':
    'On ne garde pas votre nom. On garde seulement vos réponses. On montre les réponses de {k, number} personnes ensemble, jamais moins.',
  'evaluation.begin.secretTitle': 'Personne ne sait ce que vous répondez',
  'evaluation.beginFirst': 'Commencez à la première page.',
  'evaluation.notAsked': 'Cette question n’est pas posée ici.',
  'evaluation.notOpen': 'Ce n’est pas ouvert. On ne peut pas répondre maintenant.',
  'evaluation.end.released': 'On montrera les résultats à la fin. À tout le monde en même temps.',
  'evaluation.end.resume': 'Vous pouvez continuer plus tard, avec ce même appareil.',
  'evaluation.end.stop': 'J’arrête ici',
  'evaluation.round.waitsForClosing': 'On ne répond plus. On montrera les résultats à la fin.',

  'votes.join.lead': 'Avec ce code, vous pouvez voter.',
  'votes.join.toBallot': 'Voter',

  'definitions.join.length':
    'Il y a ici {length, plural, one {une lettre ou un chiffre} other {# lettres et chiffres}}. Il en faut 6 pour une rencontre. Il en faut 12 pour un vote.',
  'evaluation.round.notReleased': 'On prépare les résultats. Attendez un peu.',
  'votes.noVote':
    'Ce code n’est pas bon. Regardez chaque lettre et chaque chiffre sur votre papier. C’est votre code personnel\u202f? Écrivez-le à la page «\u00a0Mes mots\u00a0».',
  'votes.noBallot.preparedHint': 'Gardez ce code. Il servira plus tard.',
  'votes.noBallot.overHint': 'On ne vote plus. On montrera le résultat bientôt.',
  'votes.noBallot.closed': 'Le vote est fini.',
  'votes.noBallot.closedHint': 'On ne vote plus. Vous pouvez lire le résultat.',
  'votes.noBallot.usedHint':
    'Un code sert une seule fois. C’était vous\u202f? Votre vote compte. Ce n’était pas vous\u202f? Dites-le vite à la personne qui vous a donné le code.',
  'votes.noBallot.void': 'Ce code ne marche plus. Un autre le remplace.',
  'votes.noBallot.voidHint': 'Demandez le nouveau code.',
  'votes.noBallot.test': 'Ce code est pour essayer.',
  'votes.noBallot.testHint': 'Votre vrai code est sur un autre papier.',

  'definitions.personal.phone': 'On dirait un numéro de téléphone. Tout le groupe va le lire.',
  'definitions.personal.email': 'On dirait une adresse e-mail. Tout le groupe va la lire.',
  'definitions.personal.name': 'On dirait le nom de quelqu’un. Tout le groupe va le lire.',
  'definitions.personal.sure': 'Donner quand même',

  'kiosk.forgets':
    'Si vous ne répondez pas, l’appareil efface tout de vous ici et recommence. Il reste, en secondes\u00a0:',

  'territory.privacy.lead':
    'Ce que l’on garde de vous. Pourquoi. Qui le voit. Combien de temps. Et comment le reprendre.',
  'territory.privacy.whyText':
    '{name} demande aux habitants ce qu’est bien vivre. Avec leurs mots, on fait des indicateurs. Puis on décide ensemble ce qu’il faut changer. Vos mots, vos réponses et vos votes ne servent qu’à cela.',
  'territory.privacy.wordsText':
    'Vos mots sont à votre groupe. Ils sont publiés seulement si le groupe les retient et si une décision le permet. Personne ne change vos mots.',
  'territory.privacy.codeText':
    'Il ne faut pas de compte pour écrire. Vous avez un code personnel. Avec ce code, vous pouvez garder vos mots pour le groupe, les retirer ou les effacer. Gardez bien ce code. Personne ne peut vous le redonner.',
  'territory.privacy.whoText':
    'Quand on écrit, personne ne voit les mots des autres. Après, le groupe les voit mélangés, sans nom et sans heure. Vous pouvez dire votre âge, votre sexe ou votre quartier. On les compte à part. On ne les met jamais avec vos mots.',
  'territory.privacy.fewText':
    'Un résultat est montré si au moins {least, plural, other {# personnes}} ont répondu. Sinon, il reste caché pour tous.',
  'territory.privacy.authorText':
    'Après {days, plural, one {# jour} other {# jours}}, plus personne ne peut savoir qui a dit quoi. Votre code ne marche plus pour ces mots.',
  'territory.privacy.unapprovedText':
    'Les mots que le groupe n’a pas retenus sont effacés après {days, plural, one {# jour} other {# jours}}.',
  'territory.privacy.votesText':
    'On garde à part qui a voté et ce qui a été voté. Vos réponses sont comptées avec celles des autres. On les publie une fois, à la fin. Les personnes qui font marcher le serveur ont des moyens techniques que les autres n’ont pas. Pour une vraie élection, il faut un autre outil.',
  'territory.privacy.cookiesText':
    'Un petit fichier (cookie) reconnaît votre appareil. Un autre sert si vous avez un compte. Vos mots attendent sur l’appareil quand il n’y a pas de réseau. Les pages où vous écrivez y restent une semaine au plus. Il n’y a pas de publicité. Personne d’autre ne vous suit.',
  'territory.privacy.youngText':
    'Avant d’écrire, on vous demande si vous avez 15 ans ou plus. Si vous êtes plus jeune, il faut l’accord d’un parent ou de la personne responsable de vous.',
  'territory.privacy.rightsText':
    'Vous pouvez demander ce que l’on garde de vous. Vous pouvez le faire corriger ou effacer. Vous pouvez dire non. Vous pouvez vous plaindre à la CNIL.',
};
