import { expect, test } from 'vitest';
import { makeWayIn } from '#lib/people/link.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase, newFile, openTestHouse, type TestHouse } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';
import { openMailbox, tokenIn } from './mailbox.ts';

/** What the owner's page answers to the wish for a new way in. */
async function recover(house: TestHouse, origin: string, ownerId: string, email: string): Promise<string> {
  const { secret } = await openSession(house, ownerId);
  const answer = await fetch(`${origin}/fr/account/installation?/recover`, {
    method: 'POST',
    headers: { origin, accept: 'text/html', cookie: `${SESSION_COOKIE}=${secret}` },
    body: new URLSearchParams({ email }),
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

async function accountPage(house: TestHouse, origin: string, accountId: string): Promise<string> {
  const { secret } = await openSession(house, accountId);
  return (await fetch(`${origin}/fr/account`, { headers: { cookie: `${SESSION_COOKIE}=${secret}` } })).text();
}

const TOLD = 'un lien pour changer votre mot de passe a été préparé';

test('a way in that the owner makes is only sent where mail is sent, only handed over where none is, and told', async () => {
  for (const sent of [true, false]) {
    const file = newFile();
    const house = await openTestHouse(file.url);
    house.setClock(Date.now());
    const { people } = await makeTown(house);
    const box = await openMailbox();
    const server = await startServer(file.url, sent ? { MAIL_URL: box.url } : {});
    expect(await accountPage(house, server.origin, people.resident.id)).not.toContain(TOLD);
    const page = await recover(house, server.origin, people.owner.id, people.resident.email);
    expect(page.includes('/sign-in/link/')).toBe(!sent);
    if (sent) {
      const letter = await box.next();
      expect(letter.to).toBe(people.resident.email);
      expect(page).not.toContain(tokenIn(letter.text));
    } else expect(box.arrived).toEqual([]);
    expect(await accountPage(house, server.origin, people.resident.id)).toContain(TOLD);
    expect(await accountPage(house, server.origin, people.member.id)).not.toContain(TOLD);
    expect(await server.stop()).toBe(0);
    await box.close();
    await house.close();
    await file.remove();
  }
});

test('an invitation’s link is only sent where mail is sent, only shown to the inviter where none is', async () => {
  for (const sent of [true, false]) {
    const file = newFile();
    const house = await openTestHouse(file.url);
    house.setClock(Date.now());
    const { people, base, bodyId } = await makeTown(house);
    const box = await openMailbox();
    const server = await startServer(file.url, sent ? { MAIL_URL: box.url } : {});
    const asked = { name: 'Rosa', language: 'fr' };
    const seat = { ...asked, capacity: 'association', since: '2026-01-05', sentId: 'made-on-the-device-1' };
    const ways = [
      [`${base}/staff/people?/invite`, people.coordinator.id, { ...asked, role: 'relay' }],
      [`${base}/staff/bodies/${bodyId}?/addMember`, people.coordinator.id, seat],
      ['/fr/account/installation?/invite', people.owner.id, asked],
    ] as const;
    for (const [place, [path, accountId, fields]] of ways.entries()) {
      const { secret } = await openSession(house, accountId);
      const email = `rosa${place}@example.org`;
      const answer = await fetch(server.origin + path, {
        method: 'POST',
        headers: { origin: server.origin, accept: 'text/html', cookie: `${SESSION_COOKIE}=${secret}` },
        body: new URLSearchParams({ ...fields, email }),
      });
      expect([path, answer.status]).toEqual([path, 200]);
      expect((await answer.text()).includes('/sign-in/link/')).toBe(!sent);
      if (sent) expect(await box.next()).toMatchObject({ to: email });
    }
    if (!sent) expect(box.arrived).toEqual([]);
    expect(await server.stop()).toBe(0);
    await box.close();
    await house.close();
    await file.remove();
  }
});

eachDatabase('a way in that the owner makes', (open) => {
  test('is in the journal and kept with the account', async () => {
    const house = await open();
    const { people } = await makeTown(house);
    const actor: Actor = { kind: 'account', id: people.owner.id };
    house.setClock(house.clock() + DAY);
    const { email } = people.resident;
    await house.write((db, now) => makeWayIn(db, { email, mailed: true, actor }, now));
    const lines = house.db.selectFrom('journal').select(['actor_id', 'subject_id']);
    expect(await lines.where('verb', '=', 'account.way-in-made').execute()).toEqual([
      { actor_id: people.owner.id, subject_id: people.resident.id },
    ]);
    const made = await house.db.selectFrom('account').select('id').where('way_made_at', '=', house.clock()).execute();
    expect(made).toEqual([{ id: people.resident.id }]);
  });
});
