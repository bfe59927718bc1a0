import type { people as french } from '../fr/people.ts';

export const people: Record<keyof typeof french, string> = {
  'account.taken': 'There is already an account with this address.',
  'account.linkEnded': 'This link has been used or is no longer valid. Ask for another one.',
  'account.wrong': 'The address and the password do not belong together. Check both.',
  'account.wrongPassword': 'This is not your current password. Check it.',
  'account.passwordShort': 'Choose at least {least, number} characters: three or four words make a good password.',
  'account.passwordSimple': 'This password is guessed too quickly. Mix more different characters.',
  'account.lastOwner': 'You are the only person in charge of this installation. Name another one first.',
  'role.lastCoordinator': 'A territory needs somebody who coordinates it. Invite another person first.',
  'invitation.elsewhere':
    'An invitation from another territory is already waiting at this address. Try again once the person has chosen a password.',

  'people.letter.invitationSubject': '{inviter} invites you to Boussole',
  'people.letter.invitation':
    'Hello {name},\n\n{inviter} invites you to take part in the well-being process: {place}.\n\nTo choose your password, open this page within 14 days:\n{link}\n\nIf you did not expect this letter, there is nothing to do.\n',
  'people.letter.addressSubject': 'Confirm your address',
  'people.letter.address':
    'Hello {name},\n\nTo confirm that this address is yours, open this page within two days:\n{link}\n\nIf you did not ask for anything, there is nothing to do.\n',
  'people.letter.registrationSubject': 'Your account on Boussole',
  'people.letter.registration':
    'Hello {name},\n\nTo create your account and choose your password, open this page within two days:\n{link}\n\nIf you did not ask for anything, there is nothing to do: no account is created.\n',
  'people.letter.recoverySubject': 'Your password on Boussole',
  'people.letter.recovery':
    'Hello {name},\n\nTo choose another password, open this page within two hours:\n{link}\n\nIf you did not ask for anything, there is nothing to do: your password stays the same.\n',
  'people.letter.known':
    'Hello {name},\n\nYou asked for an account, and you already have one at this address. Sign in with your password; if you have forgotten it, choose another one within two hours:\n{link}\n\nIf you did not ask for anything, there is nothing to do.\n',
};
