import { afterEach, expect, test, vi } from 'vitest';
import { changePassword, createAccount } from '#lib/people/account.server.ts';
import { hashPassword, isPassword } from '#lib/people/password.server.ts';
import {
  closeAllSessions,
  closeSession,
  findSession,
  forgetEndedSessions,
  openSession,
} from '#lib/people/session.server.ts';
import { rememberDevice } from '#lib/people/device.server.ts';
import { checkPassword, signIn } from '#lib/people/sign-in.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';

const PASSWORD = 'trois canards sur la rive';
const hashed = hashPassword(PASSWORD);

afterEach(() => void vi.useRealTimers());

async function anAccount(house: TestHouse, passwordHash: string | null): Promise<string> {
  return house.write((db, now) =>
    createAccount(db, { email: 'f@example.org', name: 'F', language: 'fr', passwordHash }, now),
  );
}

const attempt = (house: TestHouse, password: string, email = 'f@example.org', clientAddress = '192.0.2.1') =>
  signIn(house, { email, password, clientAddress });

eachDatabase('signing in', (open) => {
  test('opens a session for whoever knows the password, however the address is written', async () => {
    const house = await open();
    const accountId = await anAccount(house, await hashed);
    const { secret } = await attempt(house, PASSWORD, 'F@Example.ORG');
    expect(await findSession(house, secret)).toMatchObject({ accountId });
  });

  test('answers a wrong password, an unknown address and an invitation not taken up alike', async () => {
    const house = await open();
    await anAccount(house, null);
    for (const [password, email] of [
      [PASSWORD, 'f@example.org'],
      [PASSWORD, 'nobody@example.org'],
    ] as const)
      await expect(attempt(house, password, email)).rejects.toMatchObject({ reason: 'account.wrong' });
  });

  test('an account takes eight wrong tries, and is closed at the ninth even for the right password', async () => {
    const house = await open();
    await anAccount(house, await hashed);
    for (let turn = 0; turn < 8; turn++)
      await expect(attempt(house, 'wrong', 'f@example.org', `192.0.2.${turn}`)).rejects.toMatchObject({
        reason: 'account.wrong',
      });
    await expect(attempt(house, PASSWORD, 'f@example.org', '192.0.2.99')).rejects.toMatchObject({
      reason: 'limits.wait',
    });
  });

  test('the right password at the eighth try makes the earlier ones forgotten', async () => {
    const house = await open();
    await anAccount(house, await hashed);
    for (let turn = 0; turn < 7; turn++) await attempt(house, 'wrong').catch(() => undefined);
    await attempt(house, PASSWORD);
    for (let turn = 0; turn < 8; turn++)
      await expect(attempt(house, 'wrong')).rejects.toMatchObject({ reason: 'account.wrong' });
  });

  test('a network address takes forty tries at any accounts, and no forty-first', async () => {
    const house = await open();
    for (let turn = 0; turn < 40; turn++)
      await expect(attempt(house, 'wrong', `n${turn}@example.org`)).rejects.toMatchObject({ reason: 'account.wrong' });
    await expect(attempt(house, 'wrong', 'n41@example.org')).rejects.toMatchObject({ reason: 'limits.wait' });
    await expect(attempt(house, 'wrong', 'n41@example.org', '192.0.2.2')).rejects.toMatchObject({
      reason: 'account.wrong',
    });
  });
});

eachDatabase('a browser from which somebody has signed in', (open) => {
  async function begin() {
    const house = await open();
    const accountId = await anAccount(house, await hashed);
    await house.write((db, now) => rememberDevice(db, { accountId, device: 'hers' }, now));
    const from = (device: string | undefined, password: string, email = 'f@example.org') =>
      signIn(house, { email, password, clientAddress: '192.0.2.1', device });
    const guess = async (device: string | undefined, times: number) => {
      for (let turn = 0; turn < times; turn++) await from(device, 'wrong').catch(() => undefined);
    };
    return { house, accountId, from, guess };
  }
  const wait = { reason: 'limits.wait' };

  test('lets its holder in while others have guessed too often, from the same network too', async () => {
    const { accountId, from, guess } = await begin();
    await guess(undefined, 50);
    await guess('another', 50);
    await expect(from(undefined, PASSWORD)).rejects.toMatchObject(wait);
    await expect(from('another', PASSWORD)).rejects.toMatchObject(wait);
    expect(await from('hers', PASSWORD, 'F@Example.org')).toMatchObject({ accountId });
    await expect(from('another', PASSWORD)).rejects.toMatchObject(wait);
  });

  test('takes eight wrong tries itself, and is known to no other account', async () => {
    const { house, from, guess } = await begin();
    await guess('hers', 8);
    await expect(from('hers', PASSWORD)).rejects.toMatchObject(wait);
    const other = { email: 'g@example.org', name: 'G', language: 'fr', passwordHash: await hashed };
    await house.write((db, now) => createAccount(db, other, now));
    for (let turn = 0; turn < 8; turn++) await from('hers', 'wrong', other.email).catch(() => undefined);
    await expect(from(undefined, PASSWORD, other.email)).rejects.toMatchObject(wait);
  });

  test('is no longer known once the password was changed', async () => {
    const { house, accountId, from, guess } = await begin();
    const passwordHash = await hashed;
    await house.write((db, now) => changePassword(db, { accountId, passwordHash }, now));
    await guess(undefined, 9);
    await expect(from('hers', PASSWORD)).rejects.toMatchObject(wait);
  });

  test('is not what asks for the password again of whoever is in: others’ guesses don’t count there', async () => {
    const { house, guess } = await begin();
    await guess(undefined, 9);
    const account = { email: 'f@example.org', password_hash: await hashed };
    await checkPassword(house, account, PASSWORD);
    for (let turn = 0; turn < 8; turn++)
      await expect(checkPassword(house, account, 'wrong')).rejects.toMatchObject({ reason: 'account.wrongPassword' });
    await expect(checkPassword(house, account, PASSWORD)).rejects.toMatchObject(wait);
  });
});

eachDatabase('a session', (open) => {
  test('keeps only the hash of its secret', async () => {
    const house = await open();
    const { secret } = await openSession(house, await anAccount(house, null));
    const rows = await house.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows).toHaveLength(1);
  });

  test('lasts fourteen days, and longer for whoever comes back in its second half', async () => {
    const house = await open();
    vi.useFakeTimers({ toFake: ['Date'] });
    const begin = Date.now();
    const { secret, expiresAt } = await openSession(house, await anAccount(house, null));
    expect(expiresAt).toBe(begin + 14 * DAY);
    vi.setSystemTime(begin + 6 * DAY);
    expect(await findSession(house, secret)).toMatchObject({ extendedTo: undefined });
    vi.setSystemTime(begin + 8 * DAY);
    expect(await findSession(house, secret)).toMatchObject({ extendedTo: begin + 22 * DAY });
    vi.setSystemTime(begin + 22 * DAY + 1);
    expect(await findSession(house, secret)).toBeUndefined();
  });

  test('closed on one device leaves the others; closed everywhere leaves none', async () => {
    const house = await open();
    const accountId = await anAccount(house, null);
    const [one, two, three] = [
      await openSession(house, accountId),
      await openSession(house, accountId),
      await openSession(house, accountId),
    ];
    await closeSession(house, one.secret);
    expect(await findSession(house, one.secret)).toBeUndefined();
    expect(await findSession(house, two.secret)).toBeDefined();
    await closeAllSessions(house, accountId);
    expect(await findSession(house, two.secret)).toBeUndefined();
    expect(await findSession(house, three.secret)).toBeUndefined();
  });

  test('that has ended is forgotten by the job', async () => {
    const house = await open();
    const { expiresAt } = await openSession(house, await anAccount(house, null));
    const count = async () => (await house.db.selectFrom('session').select('id_hash').execute()).length;
    house.setClock(expiresAt - 1);
    await forgetEndedSessions(house);
    expect(await count()).toBe(1);
    house.setClock(expiresAt);
    await forgetEndedSessions(house);
    expect(await count()).toBe(0);
  });
});

test('a password is the same however its letters were composed', async () => {
  const kept = await hashPassword('un été à la rivière');
  expect(await isPassword('un e\u0301te\u0301 a\u0300 la rivie\u0300re', kept)).toBe(true);
  expect(await isPassword('un été à la riviere', kept)).toBe(false);
});

test('a wrong password costs as much work where there is no account', async () => {
  const kept = await hashed;
  const work = async (hash: string | undefined) => {
    const begin = process.cpuUsage();
    for (let turn = 0; turn < 20; turn++) expect(await isPassword('wrong wrong wrong', hash)).toBe(false);
    const { user } = process.cpuUsage(begin);
    return user;
  };
  await work(kept);
  const [known, unknown] = [await work(kept), await work(undefined)];
  // Without the work done for nobody, the ratio would be far below a hundredth.
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});
