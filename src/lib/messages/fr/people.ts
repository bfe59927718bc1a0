/** Signing in, accounts, invitations, letters. */
export const people = {
  'account.taken': 'Un compte existe déjà avec cette adresse.',
  'account.linkEnded': 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre.',
  'account.wrong': 'L’adresse et le mot de passe ne vont pas ensemble. Vérifiez les deux.',
  'account.wrongPassword': 'Ce n’est pas votre mot de passe actuel. Vérifiez-le.',
  'account.passwordShort':
    'Choisissez au moins {least, number} caractères : trois ou quatre mots font un bon mot de passe.',
  'account.passwordSimple': 'Ce mot de passe se devine trop vite. Mélangez davantage de caractères.',
  'account.lastOwner': 'Vous êtes la seule personne responsable de cette installation. Nommez-en d’abord une autre.',
  'role.own':
    'On ne se donne pas à soi-même ce rôle\u00a0: les paroles d’un groupe sont à qui une autre personne a choisi. Demandez à une autre personne qui coordonne.',
  'role.lastCoordinator': 'Un territoire a besoin d’une personne qui le coordonne. Invitez-en d’abord une autre.',
  'invitation.elsewhere':
    'Une invitation attend déjà à cette adresse, d’un autre territoire. Réessayez quand la personne aura choisi son mot de passe.',

  'people.letter.invitationSubject': '{inviter} vous invite sur Boussole',
  'people.letter.invitation':
    'Bonjour {name},\n\n{inviter} vous invite à prendre part à la démarche de bien-être : {place}.\n\nPour choisir votre mot de passe, ouvrez cette page dans les 14 jours :\n{link}\n\nSi vous n’attendiez pas cette lettre, vous n’avez rien à faire.\n',
  'people.letter.addressSubject': 'Confirmez votre adresse',
  'people.letter.address':
    'Bonjour {name},\n\nPour confirmer que cette adresse est la vôtre, ouvrez cette page dans les deux jours :\n{link}\n\nSi vous n’avez rien demandé, vous n’avez rien à faire.\n',
  'people.letter.registrationSubject': 'Votre compte sur Boussole',
  'people.letter.registration':
    'Bonjour {name},\n\nPour créer votre compte et choisir votre mot de passe, ouvrez cette page dans les deux jours :\n{link}\n\nSi vous n’avez rien demandé, vous n’avez rien à faire : aucun compte n’est créé.\n',
  'people.letter.recoverySubject': 'Votre mot de passe sur Boussole',
  'people.letter.recovery':
    'Bonjour {name},\n\nPour choisir un autre mot de passe, ouvrez cette page dans les deux heures :\n{link}\n\nSi vous n’avez rien demandé, vous n’avez rien à faire : votre mot de passe reste le même.\n',
  'people.letter.wayIn':
    'Bonjour {name},\n\nLa personne responsable de l’installation vous a préparé un lien. Pour choisir un autre mot de passe, ouvrez cette page dans les deux heures\u00a0:\n{link}\n\nSi vous n’avez rien demandé, vous n’avez rien à faire\u00a0: votre mot de passe reste le même.\n',
  'people.letter.known':
    'Bonjour {name},\n\nVous avez demandé un compte, et vous en avez déjà un à cette adresse. Connectez-vous avec votre mot de passe ; si vous l’avez oublié, choisissez-en un autre dans les deux heures :\n{link}\n\nSi vous n’avez rien demandé, vous n’avez rien à faire.\n',
  'account.unknown': 'Aucun compte n’a cette adresse.',
  'letter.notSent':
    'La lettre n’a pas pu partir. Réessayez plus tard, ou demandez le lien à la personne qui vous a envoyé l’invitation.',
  'letter.invitationNotSent': 'La lettre à {name} n’a pas pu partir. Vérifiez l’adresse et envoyez une nouvelle fois.',
  'people.role.coordinator': 'Coordination',
  'people.role.facilitator': 'Animation',
  'people.role.relay': 'Relais',
  'people.field.email': 'Adresse électronique',
  'people.field.password': 'Mot de passe',
  'people.field.name': 'Nom',
  'people.field.nameHint': 'Celui sous lequel on vous connaît.',
  'people.field.language': 'Langue',
  'people.field.newPassword': 'Nouveau mot de passe',
  'people.field.newPasswordHint':
    'Au moins {least, number} caractères. Trois ou quatre mots sans lien entre eux conviennent très bien.',
  'people.field.currentPassword': 'Mot de passe actuel',
  'people.signIn.title': 'Se connecter',
  'people.signIn.keptTitle': 'Rien n’est perdu.',
  'people.signIn.kept':
    'Votre session s’était terminée. Ce que vous avez écrit est gardé : connectez-vous, puis envoyez-le.',
  'people.signIn.forgotten': 'Mot de passe oublié ?',
  'people.signIn.noAccountTitle': 'Pas de compte ?',
  'people.signIn.noAccount': 'Pour participer, il n’en faut pas : un code suffit.',
  'people.speaking.register':
    'Votre remarque paraît sous votre nom : il faut un compte. Vous pouvez en créer un avec une adresse électronique.',
  'people.speaking.given':
    'Votre remarque paraît sous votre nom : il faut un compte, et ce sont les personnes qui coordonnent la démarche qui en donnent. Sans compte, dites-le à une rencontre.',
  'people.register.title': 'Créer un compte',
  'people.register.lead':
    'Un compte sert à voter avec une adresse vérifiée et à retrouver ce que vous avez proposé. Pour le reste, un code suffit.',
  'people.register.send': 'Recevoir le lien',
  'people.register.sentTitle': 'Regardez votre boîte aux lettres électronique.',
  'people.register.sent':
    'Une lettre part vers {email}. Ouvrez le lien qu’elle contient pour choisir votre mot de passe.',
  'people.register.noMailTitle': 'Ici, les comptes se créent sur invitation.',
  'people.register.noMail':
    'Cette installation n’envoie pas de courrier : adressez-vous à la mairie ou à la personne qui anime votre groupe. Pour participer, un code suffit.',
  'people.recovery.title': 'Mot de passe oublié',
  'people.recovery.hint': 'Celle de votre compte.',
  'people.recovery.send': 'Recevoir un lien',
  'people.recovery.sentTitle': 'Regardez votre boîte aux lettres électronique.',
  'people.recovery.sent':
    'Si un compte existe à l’adresse {email}, une lettre part avec un lien qui sert pendant deux heures.',
  'people.recovery.noMail':
    'Cette installation n’envoie pas de courrier. Demandez un nouveau lien à la personne responsable, en passant par votre territoire :',
  'people.link.invitation': 'Une invitation pour vous',
  'people.link.registration': 'Votre compte',
  'people.link.password': 'Un nouveau mot de passe',
  'people.link.address': 'Votre adresse',
  'people.link.ended': 'Ce lien ne sert plus',
  'people.link.addressLead': 'Confirmez que l’adresse {email} est bien la vôtre.',
  'people.link.verify': 'Oui, c’est mon adresse',
  'people.link.for': 'Pour l’adresse {email}.',
  'people.link.choose': 'Enregistrer et entrer',
  'people.link.whyTitle': 'Ce que l’on garde de vous',
  'people.link.why':
    'Votre nom, votre adresse, votre langue et votre mot de passe sous une forme illisible. Vous pouvez fermer votre compte à tout moment.',
  'people.kept.title': 'Ce que vous avez écrit est gardé',
  'people.kept.lead': 'La connexion est rétablie. Relisez, puis envoyez.',
  'people.kept.typed': 'Ce que vous avez écrit',
  'people.kept.send': 'Envoyer maintenant',
  'people.signOut.title': 'Se déconnecter ?',
  'people.signOut.button': 'Se déconnecter',
  'people.account.doneIn': 'Votre mot de passe est enregistré, la connexion est faite.',
  'people.account.doneAddress': 'Votre adresse est confirmée.',
  'people.account.doneSaved': 'C’est enregistré.',
  'people.account.firstCycle': 'Ouvrir le premier cycle',
  'people.account.publicPage': 'Page publique',
  'people.account.found': 'Fonder un territoire',
  'people.account.wayMade': 'Le {day}, un lien pour changer votre mot de passe a été préparé.',
  'people.account.wayMadeHint':
    'La personne responsable de l’installation l’a fait, et le journal le dit. Si vous n’avez rien demandé, parlez-lui et changez de mot de passe.',
  'people.account.unverified': 'Votre adresse n’est pas encore confirmée.',
  'people.account.unverifiedWhy': 'Certains votes demandent une adresse confirmée.',
  'people.account.verify': 'Recevoir le lien de confirmation',
  'people.account.verifySent': 'Une lettre est partie vers {email}. Ouvrez le lien qu’elle contient.',
  'people.account.takePart': 'Prendre part',
  'people.account.answer': 'Répondre',
  'people.account.answerUntil': 'On peut répondre jusqu’au {day}.',
  'people.account.nothingOpen': 'Ni vote ni évaluation n’attend de réponse aujourd’hui.',
  'people.account.secret':
    'Vos paroles, vos réponses et vos bulletins ne sont pas liés à votre compte\u00a0: ils ne s’affichent pas ici.',
  'people.account.aboutYou': 'Vous',
  'people.account.security': 'Connexion',
  'people.account.leaveEverywhere': 'Me déconnecter partout',
  'people.account.leaveEverywhereHint': 'Sur tous les appareils, y compris celui-ci.',
  'people.password.title': 'Changer de mot de passe',
  'people.password.lead': 'Vos autres appareils seront déconnectés.',
  'people.password.change': 'Changer',
  'people.close.title': 'Fermer mon compte',
  'people.close.warning': 'Cela ne se défait pas.',
  'people.close.what':
    'Votre nom, votre adresse et votre mot de passe sont effacés, vos rôles prennent fin. Ce que vous avez fait reste, sans votre nom ; seule la liste publique des membres d’une instance garde le nom sous lequel vous y avez siégé.',
  'people.close.button': 'Fermer mon compte',
  'people.installation.title': 'Installation',
  'people.installation.lead': 'Ce que porte cette installation, et qui peut y fonder un territoire.',
  'people.installation.territories': '{count, plural, =0 {territoire} one {territoire} other {territoires}}',
  'people.installation.accounts': '{count, plural, =0 {compte} one {compte} other {comptes}}',
  'people.installation.territoriesTitle': 'Territoires',
  'people.installation.noTerritory':
    'Aucun territoire pour le moment. Invitez la personne qui coordonnera le premier, ou fondez-le vous-même.',
  'people.installation.foundersTitle': 'Qui peut fonder un territoire',
  'people.installation.state': 'État',
  'people.installation.change': 'Changer',
  'people.installation.owner': 'responsable de l’installation',
  'people.installation.founder': 'peut fonder un territoire',
  'people.installation.withdraw': 'Retirer ce droit',
  'people.installation.invite': 'Inviter une personne à coordonner',
  'people.installation.inviteLead': 'Elle pourra fonder un territoire, et le coordonnera.',
  'people.installation.recover': 'Redonner un accès',
  'people.installation.recoverLead':
    'Pour quelqu’un qui a oublié son mot de passe : vous recevez un lien à lui remettre en mains propres. Cela s’inscrit au journal, et la personne l’apprend sur la page de son compte.',
  'people.installation.recoverLeadMail':
    'Pour quelqu’un qui a oublié son mot de passe\u00a0: le lien lui est envoyé, à son adresse et nulle part ailleurs. Cela s’inscrit au journal, et la personne l’apprend sur la page de son compte.',
  'people.installation.recoverButtonMail': 'Envoyer un lien',
  'people.installation.recoverSent': 'Le lien est parti à l’adresse de {name}.',
  'people.installation.recoverButton': 'Préparer un lien',
  'people.installation.noMail':
    'Cette installation n’envoie pas de courrier (MAIL_URL n’est pas défini) : remettez les liens vous-même.',
  'people.invitation.waiting': 'n’a pas encore choisi de mot de passe',
  'people.invitation.send': 'Inviter',
  'people.handover.title': 'L’invitation de {name} est prête.',
  'people.handover.known': '{name} a déjà un compte : c’est ajouté, sans lien à remettre.',
  'people.handover.mailed': 'Elle est partie par courrier électronique, avec un lien que personne d’autre ne voit.',
  'people.handover.once':
    'Remettez ce lien à cette personne et à personne d’autre. Il n’est montré qu’ici et sert une fois.',
  'people.handover.link': 'Lien à remettre',
} as const;
