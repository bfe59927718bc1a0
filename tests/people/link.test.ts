import { expect, test } from 'vitest';
import { createAccount, findAccountByEmail, getAccount, INSTALLATION } from '#lib/people/account.server.ts';
import { inviteAccount, type InvitationFacts } from '#lib/people/invitation.server.ts';
import { choosePassword, createLink, findLink, forgetEndedLinks, verifyAddress } from '#lib/people/link.server.ts';
import { completeRegistration, findRegistration, register } from '#lib/people/registration.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase, NOON, type TestHouse } from '#tests/support/database.ts';

const INVITED: InvitationFacts = {
  email: 'bea@example.org',
  name: 'Béa',
  language: 'fr',
  invitedIn: 'here',
  mail: true,
  actor: PROGRAM,
};

const invite = (house: TestHouse, facts: Partial<InvitationFacts> = {}) =>
  house.write((db, now) => inviteAccount(db, { ...INVITED, ...facts }, now));

const choose = (house: TestHouse, token: string, passwordHash = 'chosen') =>
  house.write((db, now) => choosePassword(db, { token, passwordHash, name: 'Béatrice' }, now));

eachDatabase('an invitation', (open) => {
  test('lets its holder choose a password and a name, once', async () => {
    const house = await open();
    const { accountId, token = '' } = await invite(house);
    expect(await choose(house, token)).toBe(accountId);
    expect(await getAccount(house.db, accountId)).toMatchObject({ name: 'Béatrice', password_hash: 'chosen' });
    await expect(choose(house, token, 'again')).rejects.toMatchObject({ reason: 'account.linkEnded' });
    expect((await getAccount(house.db, accountId)).password_hash).toBe('chosen');
  });

  test('used twice in the same moment is used once', async () => {
    const house = await open();
    const { token = '' } = await invite(house);
    const outcomes = await Promise.allSettled([choose(house, token, 'a'), choose(house, token, 'b')]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('handed over proves nothing about the address; the one that came by mail does', async () => {
    const house = await open();
    const byHand = await invite(house, { mail: false });
    await choose(house, byHand.token ?? '');
    expect((await getAccount(house.db, byHand.accountId)).verified_at).toBeNull();
    const byMail = await invite(house, { email: 'cem@example.org' });
    await choose(house, byMail.token ?? '');
    expect((await getAccount(house.db, byMail.accountId)).verified_at).toBe(NOON);
  });

  test('made again ends the one before', async () => {
    const house = await open();
    const { token: first = '' } = await invite(house);
    const { token: second = '' } = await invite(house);
    expect(await findLink(house.db, first, NOON)).toBeUndefined();
    expect(await findLink(house.db, second, NOON)).toBeDefined();
  });

  test('gives nobody a link into an account that has a password', async () => {
    const house = await open();
    const { accountId, token = '' } = await invite(house);
    await choose(house, token);
    expect(await invite(house)).toEqual({ accountId, token: undefined });
  });

  test('waiting in one territory gives another territory no link', async () => {
    const house = await open();
    await invite(house);
    await expect(invite(house, { invitedIn: 'elsewhere' })).rejects.toMatchObject({ reason: 'invitation.elsewhere' });
    await expect(invite(house, { invitedIn: INSTALLATION })).rejects.toMatchObject({ reason: 'invitation.elsewhere' });
  });

  test('works for fourteen days and not a millisecond longer', async () => {
    const house = await open();
    const { token = '' } = await invite(house);
    expect(await findLink(house.db, token, NOON + 14 * DAY - 1)).toBeDefined();
    expect(await findLink(house.db, token, NOON + 14 * DAY)).toBeUndefined();
    house.setClock(NOON + 14 * DAY);
    await expect(choose(house, token)).rejects.toMatchObject({ reason: 'account.linkEnded' });
    await house.write(forgetEndedLinks);
    expect(await house.db.selectFrom('account_link').select('token_hash').execute()).toEqual([]);
  });
});

eachDatabase('a link for an address', (open) => {
  test('verifies it, and can’t be used to choose a password', async () => {
    const house = await open();
    const accountId = await house.write((db, now) =>
      createAccount(db, { email: 'd@example.org', name: 'D', language: 'fr', passwordHash: 'old' }, now),
    );
    const token = await house.write((db, now) => createLink(db, { accountId, purpose: 'address', mailed: true }, now));
    await expect(choose(house, token)).rejects.toMatchObject({ reason: 'account.linkEnded' });
    await house.write((db, now) => verifyAddress(db, { token }, now));
    expect(await getAccount(house.db, accountId)).toMatchObject({ verified_at: NOON, password_hash: 'old' });
  });
});

eachDatabase('a registration', (open) => {
  const WANTED = { email: 'Eve@Example.org', name: 'Eve', language: 'en' };
  const complete = (house: TestHouse, token: string) =>
    house.write((db, now) => completeRegistration(db, { token, name: 'Eve B.', passwordHash: 'chosen' }, now));

  test('makes no account until its link is opened; then one with a verified address', async () => {
    const house = await open();
    const token = await house.write((db, now) => register(db, WANTED, now));
    expect(await findAccountByEmail(house.db, WANTED.email)).toBeUndefined();
    const id = await complete(house, token);
    expect(await getAccount(house.db, id)).toMatchObject({
      email: 'eve@example.org',
      name: 'Eve B.',
      language: 'en',
      verified_at: NOON,
    });
    await expect(complete(house, token)).rejects.toMatchObject({ reason: 'account.linkEnded' });
  });

  test('takes up an invitation that waits at the same address', async () => {
    const house = await open();
    const { accountId } = await invite(house, { email: WANTED.email });
    const token = await house.write((db, now) => register(db, WANTED, now));
    expect(await complete(house, token)).toBe(accountId);
    expect((await getAccount(house.db, accountId)).verified_at).toBe(NOON);
  });

  test('never changes the password of an account that was made in the meantime', async () => {
    const house = await open();
    const token = await house.write((db, now) => register(db, WANTED, now));
    const id = await house.write((db, now) => createAccount(db, { ...WANTED, passwordHash: 'theirs' }, now));
    await expect(complete(house, token)).rejects.toMatchObject({ reason: 'account.taken' });
    expect((await getAccount(house.db, id)).password_hash).toBe('theirs');
  });

  test('waits two days', async () => {
    const house = await open();
    const token = await house.write((db, now) => register(db, WANTED, now));
    expect(await findRegistration(house.db, token, NOON + 2 * DAY - 1)).toBeDefined();
    expect(await findRegistration(house.db, token, NOON + 2 * DAY)).toBeUndefined();
  });
});
