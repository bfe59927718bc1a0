import { expect, test } from 'vitest';
import { grantRole } from '#lib/people/role.server.ts';
import { createBody, listMembers } from '#lib/territory/body.server.ts';
import { confirmDecision, recordDecision } from '#lib/territory/decision.server.ts';
import { acceptMember, addMember, endMembership } from '#lib/territory/member.server.ts';
import { canDecide } from '#lib/territory/seat.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { makeTown, type Part } from '#tests/support/territory.ts';

/** A new body, in which the parts of a town are seated by each other. */
async function begin(house: TestHouse) {
  const town = await makeTown(house);
  const territoryId = town.territory.id;
  const actorOf = (part: Part) => ({ kind: 'account', id: town.people[part].id }) as const;
  const bodyId = await house.write((db, now) =>
    createBody(
      db,
      { territoryId, kind: 'committee', name: 'Comité', mandate: 'm', actor: actorOf('coordinator') },
      now,
    ),
  );
  const body = { territoryId, bodyId };
  const seat = (part: Part, by: Part = 'coordinator', since = '2020-01-01', of = bodyId) =>
    house.write((db, now) => {
      const { id: accountId, name } = town.people[part];
      return addMember(
        db,
        { ...body, bodyId: of, accountId, name, capacity: 'habitante', since, actor: actorOf(by) },
        now,
      );
    });
  const accept = (memberId: string, by: Part) =>
    house.write((db, now) => {
      const actor = actorOf(by);
      return acceptMember(db, { ...body, memberId, accountId: actor.id, actor }, now);
    });
  const end = (memberId: string, until: string, of = bodyId) =>
    house.write((db, now) =>
      endMembership(db, { territoryId, bodyId: of, memberId, until, actor: actorOf('coordinator') }, now),
    );
  /** One records, another confirms: what is answered. */
  const decide = async (recorder: Part, confirmer: Part): Promise<string> => {
    const facts = { decidedOn: '2026-05-07', title: 'Ouvrir', text: '', purpose: 'open-vote', subjectId: 'v' } as const;
    const decisionId = await house.write((db, now) =>
      recordDecision(db, { ...body, ...facts, actor: actorOf(recorder) }, now),
    );
    const actor = actorOf(confirmer);
    return house
      .write((db, now) => confirmDecision(db, { territoryId, decisionId, accountId: actor.id, actor }, now))
      .then(
        () => 'confirmed',
        (caught: { reason?: string; message: string }) => caught.reason ?? caught.message,
      );
  };
  return { town, body, seat, accept, end, decide };
}

eachDatabase('the second person', (open) => {
  test('of a new body is one of two, however many seats are given at one instant', async () => {
    const house = await open();
    const { town, body, seat } = await begin(house);
    const { territoryId } = body;
    const actor = { kind: 'account', id: town.people.coordinator.id } as const;
    const parts: Part[] = ['member', 'secondMember', 'resident', 'relay', 'facilitator', 'otherFacilitator'];
    for (let turn = 0; turn < 10; turn++) {
      const bodyId = await house.write((db, now) =>
        createBody(db, { territoryId, kind: 'committee', name: `Comité ${turn}`, mandate: 'm', actor }, now),
      );
      await Promise.all(parts.map((part) => seat(part, 'coordinator', '2020-01-01', bodyId)));
      const seats = await listMembers(house.db, territoryId, bodyId);
      expect(seats.length).toBe(parts.length);
      expect(seats.filter((one) => one.accepted_at !== null).length).toBe(2);
    }
  });

  test('of a new body is another of its first two members, and not one whom the recorder seated alone', async () => {
    const house = await open();
    const { seat, accept, decide } = await begin(house);
    await seat('member');
    const second = await seat('secondMember');
    expect(await decide('member', 'secondMember')).toBe('confirmed');
    expect(await decide('coordinator', 'secondMember')).toBe('decision.oneHand');
    await accept(second, 'member');
    expect(await decide('coordinator', 'secondMember')).toBe('confirmed');
    expect(await decide('coordinator', 'member')).toBe('decision.oneHand');
  });

  test('is no invented one: a coordinator with one other account comes to nothing, whoever records', async () => {
    const house = await open();
    const { body, seat, accept, decide } = await begin(house);
    const own = await seat('coordinator');
    const invented = await seat('resident');
    await accept(own, 'resident');
    await expect(accept(own, 'coordinator')).rejects.toMatchObject({ reason: 'member.own' });
    await expect(accept(invented, 'coordinator')).rejects.toMatchObject({ reason: 'member.own' });
    await expect(accept(invented, 'resident')).rejects.toMatchObject({ reason: 'member.own' });
    expect(await decide('coordinator', 'resident')).toBe('decision.oneHand');
    expect(await decide('resident', 'coordinator')).toBe('decision.oneHand');
    // The pages say so before anybody tries, and until a third member sits there.
    expect(await canDecide(house.db, body, house.clock())).toBe(false);
    await seat('relay');
    expect(await canDecide(house.db, body, house.clock())).toBe(true);
    expect(await decide('relay', 'resident')).toBe('confirmed');
  });

  test('is nobody whose seat came later, however it is dated, until a member accepts it', async () => {
    const house = await open();
    const { body, seat, accept, end, decide } = await begin(house);
    const first = await seat('member');
    await seat('secondMember');
    const later = await seat('resident', 'coordinator', '2001-01-01');
    expect(await decide('member', 'resident')).toBe('decision.seatWaits');
    await expect(accept(first, 'resident')).rejects.toThrow('seat');
    await expect(accept(later, 'relay')).rejects.toThrow('seat');
    await accept(later, 'member');
    await accept(later, 'secondMember');
    expect(await decide('secondMember', 'resident')).toBe('confirmed');
    const seats = await listMembers(house.db, body.territoryId, body.bodyId);
    expect(seats.find((one) => one.id === later)).toMatchObject({
      seated_by_name: 'coordinator Rives',
      accepted_by_name: 'member Rives',
      seated_at: house.clock(),
    });
    // Whoever empties a body doesn't begin it anew.
    for (const one of seats) await end(one.id, '2026-05-07');
    await seat('relay');
    expect(await decide('member', 'relay')).toBe('decision.seatWaits');
  });

  test('has not made the recorder a coordinator alone, and sits from the first day on', async () => {
    const house = await open();
    const { town, body, seat, accept, decide } = await begin(house);
    const own = await seat('coordinator');
    await seat('member');
    await accept(own, 'member');
    const grant = { territoryId: body.territoryId, accountId: town.people.owner.id, role: 'coordinator' } as const;
    const actor = { kind: 'account', id: town.people.coordinator.id } as const;
    await house.write((db, now) => grantRole(db, { ...grant, actor }, now));
    expect(await decide('owner', 'coordinator')).toBe('decision.oneHand');
    expect(await decide('owner', 'member')).toBe('confirmed');
    await accept(await seat('resident', 'coordinator', '2026-05-08'), 'member');
    expect(await decide('owner', 'resident')).toBe('seat: not there');
  });
});

eachDatabase('a mandate', (open) => {
  test('ends in its own body, not before it began and not in the past', async () => {
    const house = await open();
    const { town, seat, end } = await begin(house);
    const member = await seat('member', 'coordinator', '2026-05-07');
    await expect(end(member, '2026-05-07', town.bodyId)).rejects.toThrow('member');
    for (const day of ['2020-01-01', '2026-05-06'])
      await expect(end(member, day)).rejects.toMatchObject({ reason: 'member.endsBefore' });
    await end(member, '2026-05-07');
    const older = await seat('secondMember');
    await expect(end(older, '2026-05-05')).rejects.toMatchObject({ reason: 'member.endsBefore' });
    // A page that stood open over midnight.
    await end(older, '2026-05-06');
  });
});
