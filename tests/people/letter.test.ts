import { afterEach, expect, test } from 'vitest';
import { createAccount } from '#lib/people/account.server.ts';
import { deliverInvitation, sendAddressLink, sendRecovery, sendRegistration } from '#lib/people/letter.server.ts';
import { findLink } from '#lib/people/link.server.ts';
import { findRegistration } from '#lib/people/registration.server.ts';
import { newFile, openTestHouse, type TestHouse } from '#tests/support/database.ts';
import { openMailbox, tokenIn } from './mailbox.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A house that sends through a real mail server. */
async function mailbox(options = {}) {
  const box = await openMailbox(options);
  undo.push(() => box.close());
  return { ...box, house: await houseWith(box.url) };
}

async function houseWith(mailUrl: string): Promise<TestHouse> {
  const file = newFile();
  undo.push(() => file.remove());
  const house = await openTestHouse(file.url, { MAIL_URL: mailUrl, ORIGIN: 'https://boussole.example' });
  undo.push(() => house.close());
  return house;
}

const anAccount = (house: TestHouse, passwordHash: string | null = 'kept') =>
  house.write(async (db, now) => {
    const facts = { email: 'gil@example.org', name: 'Gil', language: 'en', passwordHash };
    return { ...facts, id: await createAccount(db, facts, now) };
  });

test('an invitation is written in the person’s language, names who invites, and holds the link', async () => {
  const { house, next } = await mailbox();
  const handed = await deliverInvitation(house, {
    email: 'hana@example.org',
    name: 'Hana',
    language: 'en',
    token: 'the-token',
    place: 'Rives-sur-Ill',
    inviter: 'Anne',
  });
  expect(handed).toBeUndefined();
  const { to, text } = await next();
  expect(to).toBe('hana@example.org');
  expect(text).toContain('Anne invites you to take part in the well-being process: Rives-sur-Ill.');
  expect(text).toContain('https://boussole.example/en/sign-in/link/the-token');
});

test('who asks for an account gets a letter with a link; there is no account yet', async () => {
  const { house, next } = await mailbox();
  sendRegistration(house, { email: 'ines@example.org', name: 'Inès', language: 'fr' });
  const { to, text } = await next();
  expect(to).toBe('ines@example.org');
  expect(text).toContain('Bonjour Inès,');
  expect(await findRegistration(house.db, tokenIn(text), house.clock())).toMatchObject({ email: 'ines@example.org' });
  expect(await house.db.selectFrom('account').select('id').execute()).toEqual([]);
});

test('who asks for an account and has one is told so, by letter only', async () => {
  const { house, next } = await mailbox();
  const { id } = await anAccount(house);
  sendRegistration(house, { email: 'gil@example.org', name: 'Somebody else', language: 'fr' });
  const { text } = await next();
  expect(text).toContain('you already have one');
  expect((await findLink(house.db, tokenIn(text), house.clock()))?.account.id).toBe(id);
  expect(await house.db.selectFrom('registration').select('email').execute()).toEqual([]);
});

test('a forgotten password brings a link to an account, and nothing to an address without one', async () => {
  const { house, next, arrived } = await mailbox();
  const { id } = await anAccount(house);
  sendRecovery(house, 'nobody@example.org');
  sendRecovery(house, 'GIL@example.org');
  const { text } = await next();
  expect(await findLink(house.db, tokenIn(text), house.clock())).toMatchObject({
    purpose: 'password',
    mailed: true,
    account: { id },
  });
  expect(arrived).toHaveLength(1);
});

test('who never took up their invitation gets it again instead', async () => {
  const { house, next } = await mailbox();
  await anAccount(house, null);
  sendRecovery(house, 'gil@example.org');
  const { text } = await next();
  expect((await findLink(house.db, tokenIn(text), house.clock()))?.purpose).toBe('invitation');
});

test('an address is shown to be the person’s by the link that went there', async () => {
  const { house, next } = await mailbox();
  const account = await anAccount(house);
  expect(await sendAddressLink(house, account)).toBe(true);
  const { text } = await next();
  expect((await findLink(house.db, tokenIn(text), house.clock()))?.purpose).toBe('address');
});

test('a mail server that refuses or isn’t there is said to the page, which shows no link instead', async () => {
  const refusing = await mailbox({ refuses: true });
  const letter = { email: 'a@example.org', name: 'A', language: 'fr', token: 't', place: 'p', inviter: 'i' };
  const notSent = { reason: 'letter.invitationNotSent' };
  await expect(deliverInvitation(refusing.house, letter)).rejects.toMatchObject(notSent);
  const gone = await houseWith('smtp://127.0.0.1:1');
  await expect(deliverInvitation(gone, letter)).rejects.toMatchObject(notSent);
});

test('without a mail server nothing is sent, and the inviter hands the link over', async () => {
  const house = await houseWith('');
  const letter = { email: 'a@example.org', name: 'A', language: 'fr', token: 't', place: 'p', inviter: 'i' };
  expect(house.mail).toBeUndefined();
  expect(await deliverInvitation(house, letter)).toBe('https://boussole.example/fr/sign-in/link/t');
});

test('a letter’s subject and words can’t be broken out of by a name', async () => {
  const { house, next } = await mailbox();
  const name = 'Eve\r\nBcc: everyone@example.org';
  await deliverInvitation(house, {
    email: 'a@example.org',
    name: 'A',
    language: 'fr',
    token: 't',
    place: 'p',
    inviter: name,
  });
  const { to, head } = await next();
  expect(to).toBe('a@example.org');
  expect(head.split('\r\n').filter((line) => /^bcc:/i.test(line))).toEqual([]);
});
