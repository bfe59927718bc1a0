import { expect, test } from 'vitest';
import {
  changePassword,
  closeAccount,
  createAccount,
  findAccountByEmail,
  getAccount,
} from '#lib/people/account.server.ts';
import { createLink, findLink } from '#lib/people/link.server.ts';
import { grantRole, listRoleHolders, withdrawRole } from '#lib/people/role.server.ts';
import { findSession, openSession } from '#lib/people/session.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { makeTown } from '#tests/support/territory.ts';

const SOMEBODY = { email: 'Ada@Example.org', name: 'Ada', language: 'fr', passwordHash: 'kept' };

function anAccount(house: TestHouse, facts: Partial<Parameters<typeof createAccount>[1]> = {}): Promise<string> {
  return house.write((db, now) => createAccount(db, { ...SOMEBODY, ...facts }, now));
}

eachDatabase('an account', (open) => {
  test('is found whatever the case of its address, and an address has only one', async () => {
    const house = await open();
    const id = await anAccount(house);
    expect((await findAccountByEmail(house.db, 'ADA@example.ORG'))?.id).toBe(id);
    await expect(anAccount(house, { email: 'ada@EXAMPLE.org' })).rejects.toMatchObject({ reason: 'account.taken' });
  });

  test('asked for twice in the same moment is made once', async () => {
    const house = await open();
    const outcomes = await Promise.allSettled([anAccount(house), anAccount(house), anAccount(house)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('with a new password is signed out everywhere and its links stop working', async () => {
    const house = await open();
    const accountId = await anAccount(house);
    const { secret } = await openSession(house, accountId);
    const token = await house.write((db, now) => createLink(db, { accountId, purpose: 'password', mailed: true }, now));
    await house.write((db, now) => changePassword(db, { accountId, passwordHash: 'other' }, now));
    expect(await findSession(house, secret)).toBeUndefined();
    expect(await findLink(house.db, token, house.clock())).toBeUndefined();
    expect((await getAccount(house.db, accountId)).verified_at).toBeNull();
  });

  test('once closed has no name, address, password, role or session left, and its address is free again', async () => {
    const house = await open();
    const { territory } = await makeTown(house);
    const accountId = await anAccount(house);
    const relay = { territoryId: territory.id, accountId, role: 'relay', actor: PROGRAM } as const;
    await house.write((db, now) => grantRole(db, relay, now));
    const { secret } = await openSession(house, accountId);
    await house.write((db, now) => closeAccount(db, { accountId }, now));
    const row = await house.db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      name: '',
      email: `closed:${accountId}`,
      password_hash: null,
      closed_at: house.clock(),
    });
    expect(await findSession(house, secret)).toBeUndefined();
    const holders = await listRoleHolders(house.db, territory.id);
    expect(holders.map((holder) => holder.account_id)).not.toContain(accountId);
    expect(await anAccount(house)).not.toBe(accountId);
  });

  test('of the only owner can’t be closed; of one of two owners it can', async () => {
    const house = await open();
    const accountId = await anAccount(house, { isOwner: true });
    const close = () => house.write((db, now) => closeAccount(db, { accountId }, now));
    await expect(close()).rejects.toMatchObject({ reason: 'account.lastOwner' });
    await anAccount(house, { email: 'other@example.org', isOwner: true });
    await close();
  });

  test('of a territory’s only coordinator can’t be closed', async () => {
    const house = await open();
    const { people } = await makeTown(house);
    const close = house.write((db, now) => closeAccount(db, { accountId: people.coordinator.id }, now));
    await expect(close).rejects.toMatchObject({ reason: 'role.lastCoordinator' });
    expect((await getAccount(house.db, people.coordinator.id)).name).toBe(people.coordinator.name);
  });
});

eachDatabase('a role', (open) => {
  test('given three times at once is held once, and given again after it was withdrawn', async () => {
    const house = await open();
    const { territory, people } = await makeTown(house);
    const relay = { territoryId: territory.id, accountId: people.resident.id, role: 'relay', actor: PROGRAM } as const;
    const give = () => house.write((db, now) => grantRole(db, relay, now));
    await Promise.all([give(), give(), give()]);
    const held = async () =>
      (await listRoleHolders(house.db, territory.id)).filter((holder) => holder.account_id === people.resident.id);
    const [grant] = await held();
    expect(await held()).toHaveLength(1);
    await house.write((db, now) =>
      withdrawRole(db, { territoryId: territory.id, grantId: grant?.id ?? '', actor: PROGRAM }, now),
    );
    expect(await held()).toHaveLength(0);
    await give();
    expect(await held()).toHaveLength(1);
  });

  test('of the last coordinator stays; an invited one who never came doesn’t count', async () => {
    const house = await open();
    const { territory, people } = await makeTown(house);
    const coordinator = async (accountId: string) =>
      (await listRoleHolders(house.db, territory.id)).find(
        (holder) => holder.account_id === accountId && holder.role === 'coordinator',
      )?.id ?? '';
    const withdraw = async (accountId: string) => {
      const grantId = await coordinator(accountId);
      return house.write((db, now) => withdrawRole(db, { territoryId: territory.id, grantId, actor: PROGRAM }, now));
    };
    const give = (accountId: string) =>
      house.write((db, now) =>
        grantRole(db, { territoryId: territory.id, accountId, role: 'coordinator', actor: PROGRAM }, now),
      );
    await give(await anAccount(house, { passwordHash: null }));
    await expect(withdraw(people.coordinator.id)).rejects.toMatchObject({ reason: 'role.lastCoordinator' });
    await give(people.relay.id);
    await withdraw(people.coordinator.id);
    expect(await coordinator(people.coordinator.id)).toBe('');
  });

  test('of another territory is not found there', async () => {
    const house = await open();
    const here = await makeTown(house, 'Ici');
    const elsewhere = await makeTown(house, 'Ailleurs');
    const grant = (await listRoleHolders(house.db, here.territory.id)).find((holder) => holder.role === 'relay');
    await house.write((db, now) =>
      withdrawRole(db, { territoryId: elsewhere.territory.id, grantId: grant?.id ?? '', actor: PROGRAM }, now),
    );
    expect((await listRoleHolders(house.db, here.territory.id)).map((holder) => holder.id)).toContain(grant?.id);
  });
});
