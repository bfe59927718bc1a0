/** Signing in, accounts, invitations, letters. */
export const people = {
  'account.taken': 'Un compte existe déjà avec cette adresse.',
  'account.linkEnded': 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre.',
  'account.wrong': 'L’adresse et le mot de passe ne vont pas ensemble. Vérifiez les deux.',
  'account.wrongPassword': 'Ce n’est pas votre mot de passe actuel. Vérifiez-le.',
  'account.passwordShort':
    'Choisissez au moins {least, number} caractères : trois ou quatre mots font un bon mot de passe.',
  'account.passwordSimple': 'Ce mot de passe se devine trop vite. Mélangez davantage de caractères.',
  'account.lastOwner': 'Vous êtes la seule personne responsable de cette installation. Nommez-en d’abord une autre.',
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
  'people.letter.known':
    'Bonjour {name},\n\nVous avez demandé un compte, et vous en avez déjà un à cette adresse. Connectez-vous avec votre mot de passe ; si vous l’avez oublié, choisissez-en un autre dans les deux heures :\n{link}\n\nSi vous n’avez rien demandé, vous n’avez rien à faire.\n',
} as const;
