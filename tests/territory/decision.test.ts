import { expect, test } from 'vitest';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { createBody, endBody, listMemberships } from '#lib/territory/body.server.ts';
import {
  confirmDecision,
  findDecision,
  getDecision,
  listDecisions,
  listUnconfirmedDecisions,
  recordDecision,
  requireDecision,
  withdrawDecision,
} from '#lib/territory/decision.server.ts';
import { addMember, endMembership, leaveAllBodies } from '#lib/territory/member.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase, NOON, type TestHouse } from '#tests/support/database.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

const decide = (house: TestHouse, town: Town, facts: Partial<Parameters<typeof recordDecision>[1]> = {}) =>
  house.write((db, now) =>
    recordDecision(
      db,
      {
        territoryId: town.territory.id,
        bodyId: town.bodyId,
        decidedOn: '2026-05-07',
        title: 'Ouvrir le vote',
        text: '',
        purpose: 'open-vote',
        subjectId: 'v1',
        actor: { kind: 'account', id: town.people.member.id },
        ...facts,
      },
      now,
    ),
  );

const confirm = (house: TestHouse, town: Town, decisionId: string, accountId: string) =>
  house.write((db, now) =>
    confirmDecision(
      db,
      { territoryId: town.territory.id, decisionId, accountId, actor: { kind: 'account', id: accountId } },
      now,
    ),
  );

const withdraw = (house: TestHouse, town: Town, decisionId: string) =>
  house.write((db, now) => withdrawDecision(db, { territoryId: town.territory.id, decisionId, actor: PROGRAM }, now));

eachDatabase('a decision', (open) => {
  test('allows an act only once a second person has confirmed it, and only on its own subject', async () => {
    const house = await open();
    const town = await makeTown(house);
    const decisionId = await decide(house, town);
    const need = { territoryId: town.territory.id, purpose: 'open-vote', subjectId: 'v1' } as const;
    await expect(requireDecision(house.db, need)).rejects.toMatchObject({ reason: 'decision.needed' });
    await expect(confirm(house, town, decisionId, town.people.member.id)).rejects.toMatchObject({
      reason: 'decision.samePerson',
    });
    await confirm(house, town, decisionId, town.people.secondMember.id);
    expect(await requireDecision(house.db, need)).toEqual({ id: decisionId, bodyId: town.bodyId });
    for (const other of [
      { ...need, subjectId: 'v2' },
      { ...need, purpose: 'close-vote' as const },
    ])
      await expect(requireDecision(house.db, other)).rejects.toMatchObject({ reason: 'decision.needed' });
  });

  test('is confirmed once, however often the button is pressed', async () => {
    const house = await open();
    const town = await makeTown(house);
    const decisionId = await decide(house, town);
    const press = () => confirm(house, town, decisionId, town.people.secondMember.id);
    await Promise.all([press(), press(), press()]);
    const lines = await house.db.selectFrom('journal').select('id').where('verb', '=', 'decision.confirmed').execute();
    expect(lines).toHaveLength(1);
  });

  test('can’t be confirmed by somebody without a seat, with one elsewhere, or with one that has ended', async () => {
    const house = await open();
    const town = await makeTown(house);
    const elsewhere = await makeTown(house, 'Ailleurs');
    const decisionId = await decide(house, town);
    for (const person of [town.people.coordinator, elsewhere.people.member])
      await expect(confirm(house, town, decisionId, person.id)).rejects.toThrow('seat');
    await house.write((db, now) =>
      endMembership(
        db,
        {
          territoryId: town.territory.id,
          bodyId: town.bodyId,
          memberId: town.memberId,
          until: '2026-05-07',
          actor: PROGRAM,
        },
        now,
      ),
    );
    house.setClock(NOON + DAY);
    await expect(confirm(house, town, decisionId, town.people.secondMember.id)).rejects.toThrow('seat');
  });

  test('still counts the seat of a member on its last day', async () => {
    const house = await open();
    const town = await makeTown(house);
    const decisionId = await decide(house, town);
    const last = {
      territoryId: town.territory.id,
      bodyId: town.bodyId,
      memberId: town.memberId,
      until: '2026-05-07',
      actor: PROGRAM,
    };
    await house.write((db, now) => endMembership(db, last, now));
    await confirm(house, town, decisionId, town.people.secondMember.id);
    expect((await getDecision(house.db, town.territory.id, decisionId)).confirmed_by).toBe(town.people.secondMember.id);
  });

  test('can’t be confirmed in a body whose mandate has ended', async () => {
    const house = await open();
    const town = await makeTown(house);
    const decisionId = await decide(house, town);
    const ending = { territoryId: town.territory.id, bodyId: town.bodyId, actor: PROGRAM };
    await house.write((db, now) => endBody(db, ending, now));
    await expect(confirm(house, town, decisionId, town.people.secondMember.id)).rejects.toThrow('seat');
  });

  test('entered by mistake is withdrawn, stays in the log, and allows nothing', async () => {
    const house = await open();
    const town = await makeTown(house);
    const decisionId = await decide(house, town);
    await withdraw(house, town, decisionId);
    await expect(confirm(house, town, decisionId, town.people.secondMember.id)).rejects.toMatchObject({
      reason: 'decision.withdrawn',
    });
    const log = await listDecisions(house.db, town.territory.id, town.bodyId);
    expect(log.map((entry) => entry.id)).toContain(decisionId);
    const need = { territoryId: town.territory.id, purpose: 'open-vote', subjectId: 'v1' } as const;
    expect(await findDecision(house.db, need)).toBeUndefined();
  });

  test('can’t be withdrawn any more once it is confirmed', async () => {
    const house = await open();
    const town = await makeTown(house);
    const decisionId = await decide(house, town);
    await confirm(house, town, decisionId, town.people.secondMember.id);
    await expect(withdraw(house, town, decisionId)).rejects.toMatchObject({ reason: 'decision.confirmed' });
  });

  test('sent twice is one decision, with its voices and its dissent', async () => {
    const house = await open();
    const town = await makeTown(house);
    const id = 'made-on-the-device-1';
    const tally = { inFavour: 9, against: 2, abstained: 1 };
    await decide(house, town, { id, tally, dissent: 'Trop tôt.' });
    await decide(house, town, { id, tally, dissent: 'Trop tôt.' });
    const log = await listDecisions(house.db, town.territory.id, town.bodyId);
    expect(log.filter((entry) => entry.id === id)).toMatchObject([
      { in_favour: 9, against: 2, abstained: 1, dissent: 'Trop tôt.' },
    ]);
  });

  test('waits in the list of those who could confirm it, and of nobody else', async () => {
    const house = await open();
    const town = await makeTown(house);
    const decisionId = await decide(house, town);
    const waiting = async (bodyIds: string[]) =>
      (await listUnconfirmedDecisions(house.db, town.territory.id, bodyIds)).map((decision) => decision.id);
    expect((await waiting([town.bodyId])).sort()).toEqual([town.decisionId, decisionId].sort());
    expect(await waiting([])).toEqual([]);
    await confirm(house, town, decisionId, town.people.secondMember.id);
    expect(await waiting([town.bodyId])).toEqual([town.decisionId]);
  });

  test('of another territory is not there', async () => {
    const house = await open();
    const town = await makeTown(house);
    const elsewhere = await makeTown(house, 'Ailleurs');
    const decisionId = await decide(house, town);
    await expect(getDecision(house.db, elsewhere.territory.id, decisionId)).rejects.toThrow('decision');
    await expect(decide(house, elsewhere, { bodyId: town.bodyId })).rejects.toThrow('body');
  });
});

eachDatabase('a seat', (open) => {
  test('is held in several bodies at once, and given up in all of them when the account is closed', async () => {
    const house = await open();
    const town = await makeTown(house);
    const { id: accountId } = town.people.member;
    const rainbow = await house.write((db, now) =>
      createBody(db, { territoryId: town.territory.id, kind: 'rainbow', name: 'R', mandate: 'm', actor: PROGRAM }, now),
    );
    const seat = { territoryId: town.territory.id, bodyId: rainbow, accountId, name: 'M', capacity: 'habitante' };
    await house.write((db, now) => addMember(db, { ...seat, since: '2026-05-01', actor: PROGRAM }, now));
    const bodies = async () => (await listMemberships(house.db, accountId, house.clock())).map((one) => one.bodyId);
    expect((await bodies()).sort()).toEqual([town.bodyId, rainbow].sort());
    await house.write((db, now) => leaveAllBodies(db, { accountId, actor: PROGRAM }, now));
    house.setClock(NOON + DAY);
    expect(await bodies()).toEqual([]);
  });
});
