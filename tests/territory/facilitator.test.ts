import { expect, test } from 'vitest';
import { closeAccount } from '#lib/people/account.server.ts';
import { grantRole } from '#lib/people/role.server.ts';
import { listFacilitatorIds } from '#lib/territory/facilitator.server.ts';
import { changeGathering, leadGathering, planGathering } from '#lib/territory/gathering.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { makeTown, type Part } from '#tests/support/territory.ts';

eachDatabase('who facilitates a gathering', (open) => {
  async function begin() {
    const house = await open();
    const town = await makeTown(house);
    const territoryId = town.territory.id;
    const actorOf = (part: Part) => ({ kind: 'account', id: town.people[part].id }) as const;
    const facts = (parts: readonly Part[], by: Part) => ({
      territoryId,
      place: 'Ici',
      day: '2026-05-07',
      time: null,
      facilitatorIds: parts.map((part) => town.people[part].id),
      actor: actorOf(by),
    });
    const change = (parts: readonly Part[], by: Part, gatheringId = town.gatheringId) =>
      house.write((db, now) => changeGathering(db, { ...facts(parts, by), gatheringId }, now));
    const sitting = async (gatheringId = town.gatheringId) =>
      (await listFacilitatorIds(house.db, territoryId, gatheringId)).sort();
    const idsOf = (...parts: Part[]) => parts.map((part) => town.people[part].id).sort();
    const held = { reason: 'gathering.facilitatorsHold' };
    return { house, town, territoryId, facts, change, sitting, idsOf, held, actorOf };
  }

  test('once it has begun is changed by one who facilitates it, and by nobody who plans', async () => {
    const { house, territoryId, town, change, sitting, idsOf, held, actorOf } = await begin();
    for (const parts of [['coordinator'], ['facilitator', 'otherFacilitator'], ['otherFacilitator']] as const)
      await expect(change(parts, 'coordinator')).rejects.toMatchObject(held);
    await expect(change(['otherFacilitator'], 'otherFacilitator')).rejects.toMatchObject(held);
    expect(await sitting()).toEqual(idsOf('facilitator'));
    // The rest stays the coordinator's.
    await change(['facilitator'], 'coordinator');
    await change(['otherFacilitator'], 'facilitator');
    expect(await sitting()).toEqual(idsOf('otherFacilitator'));
    const lines = await house.db
      .selectFrom('journal')
      .select(['verb', 'subject_kind', 'subject_id', 'actor_id'])
      .where('territory_id', '=', territoryId)
      .where('verb', 'like', 'facilitator.%')
      .orderBy('verb')
      .execute();
    const by = { subject_kind: 'account', actor_id: town.people.facilitator.id };
    expect(lines).toEqual([
      { ...by, verb: 'facilitator.seated', subject_id: town.people.otherFacilitator.id },
      { ...by, verb: 'facilitator.unseated', subject_id: town.people.facilitator.id },
    ]);
    // Going back to before it began opens nothing to others.
    const back = { territoryId, gatheringId: town.gatheringId, phase: 'closed', questionId: null } as const;
    await house.write((db, now) => leadGathering(db, { ...back, actor: actorOf('otherFacilitator') }, now));
    await expect(change(['facilitator'], 'coordinator')).rejects.toMatchObject(held);
  });

  test('is changed by who plans while nothing was said, and where nobody who facilitated is left', async () => {
    const { house, town, facts, change, sitting, idsOf } = await begin();
    const planned = await house.write((db, now) =>
      planGathering(db, { ...facts(['facilitator'], 'coordinator'), groupId: town.groupId }, now),
    );
    await change(['otherFacilitator'], 'coordinator', planned);
    expect(await sitting(planned)).toEqual(idsOf('otherFacilitator'));
    await house.write((db, now) => closeAccount(db, { accountId: town.people.facilitator.id }, now));
    await change(['otherFacilitator'], 'coordinator');
    expect(await sitting()).toEqual(idsOf('otherFacilitator'));
  });

  test('or goes from door to door is never who gave themself the role', async () => {
    const { house, town, territoryId, actorOf } = await begin();
    const accountId = town.people.coordinator.id;
    const give = (role: 'facilitator' | 'relay' | 'coordinator', by: Part) =>
      house.write((db, now) => grantRole(db, { territoryId, accountId, role, actor: actorOf(by) }, now));
    await expect(give('facilitator', 'coordinator')).rejects.toMatchObject({ reason: 'role.own' });
    await expect(give('relay', 'coordinator')).rejects.toMatchObject({ reason: 'role.own' });
    await give('facilitator', 'owner');
    const roles = house.db.selectFrom('role_grant').select('role').where('account_id', '=', accountId);
    expect((await roles.execute()).map(({ role }) => role).sort()).toEqual(['coordinator', 'facilitator']);
  });
});
