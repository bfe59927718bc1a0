import { isLanguage } from '#lib/messages/language.ts';
import { translator, type Translate } from '#lib/messages/translate.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Row } from '#lib/platform/tables.ts';
import { SECOND } from '#lib/platform/time.ts';
import { findAccountByEmail } from './account.server.ts';
import { createLink } from './link.server.ts';
import { register } from './registration.server.ts';

type Sender = Pick<House, 'db' | 'write' | 'settings' | 'mail' | 'log' | 'limits'>;

/** How long a page waits for the mail server before it offers the other way. */
const PATIENCE = 8 * SECOND;

/** The address of the page where a link's holder goes on. */
export function linkAddress(origin: string, language: string, token: string): string {
  return `${origin}/${language}/sign-in/link/${token}`;
}

/**
 * Brings an invitation's link to whom it is for: by a letter where mail is sent, else by the inviter.
 * @returns the address to hand over, where no mail is sent
 * @throws Refusal `letter.invitationNotSent` when the mail server didn't take it in time
 */
export async function deliverInvitation(
  house: Sender,
  to: { email: string; name: string; language: string; token: string; place: string; inviter: string },
): Promise<string | undefined> {
  const link = linkAddress(house.settings.origin, to.language, to.token);
  if (!house.mail) return link;
  const t = wordsIn(to.language);
  const facts = { name: to.name, place: to.place, inviter: to.inviter, link };
  const letter = {
    to: to.email,
    subject: t('people.letter.invitationSubject', facts),
    text: t('people.letter.invitation', facts),
  };
  if (!(await deliver(house, letter))) throw new Refusal('letter.invitationNotSent', { name: to.name });
  return undefined;
}

/** Sends an account's holder the link that shows that the address is theirs. */
export async function sendAddressLink(
  house: Sender,
  account: { id: string; email: string; name: string; language: string },
): Promise<boolean> {
  const token = await house.write((db, now) =>
    createLink(db, { accountId: account.id, purpose: 'address', mailed: true }, now),
  );
  const t = wordsIn(account.language);
  const facts = { name: account.name, link: linkAddress(house.settings.origin, account.language, token) };
  const letter = {
    to: account.email,
    subject: t('people.letter.addressSubject'),
    text: t('people.letter.address', facts),
  };
  return deliver(house, letter);
}

/**
 * Answers somebody who wants an account, by a letter and nowhere else: the page says the same, after the same time,
 * whether the address has an account or not.
 */
export function sendRegistration(
  house: Sender,
  wanted: { email: string; name: string; language: string; next?: string | undefined },
): void {
  later(house, async () => {
    const account = await findAccountByEmail(house.db, wanted.email);
    if (account) return sendWayIn(house, account, 'people.letter.known');
    const token = await house.write((db, now) => register(db, wanted, now));
    const t = wordsIn(wanted.language);
    const way = wanted.next ? `?next=${encodeURIComponent(wanted.next)}` : '';
    const facts = { name: wanted.name, link: linkAddress(house.settings.origin, wanted.language, token) + way };
    await deliver(house, {
      to: wanted.email,
      subject: t('people.letter.registrationSubject'),
      text: t('people.letter.registration', facts),
    });
  });
}

/** Sends a new way in that whoever runs the installation has made. @returns whether the mail server took it in time */
export async function sendMadeWayIn(house: Sender, account: Row<'account'>, token: string): Promise<boolean> {
  const t = wordsIn(account.language);
  const facts = { name: account.name, link: linkAddress(house.settings.origin, account.language, token) };
  const text = t('people.letter.wayIn', facts);
  return deliver(house, { to: account.email, subject: t('people.letter.recoverySubject'), text });
}

/** Sends whoever has an account at this address a link to choose another password; the page tells nobody whether. */
export function sendRecovery(house: Sender, email: string): void {
  later(house, async () => {
    const account = await findAccountByEmail(house.db, email);
    if (account) await sendWayIn(house, account, 'people.letter.recovery');
  });
}

async function sendWayIn(
  house: Sender,
  account: { id: string; email: string; name: string; language: string; password_hash: string | null },
  key: 'people.letter.known' | 'people.letter.recovery',
): Promise<void> {
  const purpose = account.password_hash ? 'password' : 'invitation';
  const token = await house.write((db, now) => createLink(db, { accountId: account.id, purpose, mailed: true }, now));
  const t = wordsIn(account.language);
  const facts = { name: account.name, link: linkAddress(house.settings.origin, account.language, token) };
  await deliver(house, { to: account.email, subject: t('people.letter.recoverySubject'), text: t(key, facts) });
}

/** A letter more or less must not change how long a page takes; what fails is told to whoever runs the program. */
function later(house: Sender, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => house.log.error({ err: error }, 'a letter could not be prepared'));
}

async function deliver(house: Sender, letter: { to: string; subject: string; text: string }): Promise<boolean> {
  if (!house.mail) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), PATIENCE);
  });
  try {
    await Promise.race([house.mail(letter), late]);
    return true;
  } catch (error) {
    // The address is not written to the log; its hash tells whether it is always the same one.
    house.log.error({ err: error, to: hashOf(letter.to).slice(0, 8) }, 'a letter could not be sent');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function wordsIn(language: string): Translate {
  return translator(isLanguage(language) ? language : 'fr');
}
