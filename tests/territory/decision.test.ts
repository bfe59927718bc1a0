import { expect, test } from 'vitest';
import { createAccount } from '#lib/people/account.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { createBody } from '#lib/territory/body.server.ts';
import { confirmDecision, recordDecision, requireDecision } from '#lib/territory/decision.server.ts';
import { createTerritory } from '#lib/territory/territory.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';

const FACTS = {
  name: 'Rives',
  tagline: '',
  language: 'fr',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  leastShown: 5,
  contact: '',
  actor: PROGRAM,
};

async function aDecision(house: TestHouse) {
  return house.write(async (db, now) => {
    const territory = await createTerritory(db, FACTS, now);
    const account = (name: string) =>
      createAccount(db, { email: `${name}@x.example`, name, language: 'fr', passwordHash: null }, now);
    const [first, second] = [await account('a'), await account('b')];
    const bodyId = await createBody(
      db,
      { territoryId: territory.id, kind: 'coordination', name: 'C', mandate: 'm', actor: PROGRAM },
      now,
    );
    const decisionId = await recordDecision(
      db,
      {
        territoryId: territory.id,
        bodyId,
        decidedOn: '2026-05-07',
        title: 't',
        text: '',
        purpose: 'open-vote',
        subjectId: 'v1',
        actor: { kind: 'account', id: first },
      },
      now,
    );
    return { territoryId: territory.id, decisionId, bodyId, first, second };
  });
}

eachDatabase('a decision', (open) => {
  test('allows an act only once a second person has confirmed it', async () => {
    const house = await open();
    const { territoryId, decisionId, bodyId, first, second } = await aDecision(house);
    const need = { territoryId, purpose: 'open-vote', subjectId: 'v1' } as const;
    await expect(requireDecision(house.db, need)).rejects.toMatchObject({ reason: 'decision.needed' });
    const confirm = (accountId: string) =>
      house.write((db, now) =>
        confirmDecision(db, { territoryId, decisionId, accountId, actor: { kind: 'account', id: accountId } }, now),
      );
    await expect(confirm(first)).rejects.toMatchObject({ reason: 'decision.samePerson' });
    await confirm(second);
    await confirm(second);
    expect(await requireDecision(house.db, need)).toEqual({ id: decisionId, bodyId });
    await expect(requireDecision(house.db, { ...need, subjectId: 'v2' })).rejects.toMatchObject({
      reason: 'decision.needed',
    });
  });
});
