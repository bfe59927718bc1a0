import { createAccount } from '#lib/people/account.server.ts';
import { grantRole } from '#lib/people/role.server.ts';
import { createBody } from '#lib/territory/body.server.ts';
import { acceptMember, addMember, endMembership } from '#lib/territory/member.server.ts';
import { addNeighbourhood } from '#lib/territory/neighbourhood.server.ts';
import { createTerritory } from '#lib/territory/territory.server.ts';
import { accounts } from './content/accounts.ts';
import { bodies } from './content/bodies.ts';
import { cycles, territory } from './content/territory.ts';
import { actorOf, at, dayIn, idOf, type Story } from './story.ts';

/** The territory, its neighbourhoods, everyone who signs in, and the bodies with their members. */
export async function tellPeople(story: Story, passwordHash: string): Promise<void> {
  const founded = at(story, (cycles[0]?.opened ?? 0) - 3, '09:00');
  for (const account of accounts) {
    const facts = {
      email: account.email,
      name: account.name,
      language: account.language,
      passwordHash,
      isOwner: account.role === 'owner',
      mayFound: account.role === 'coordinator',
      verified: true,
    };
    story.accounts.set(account.key, await createAccount(story.db, facts, founded));
  }
  await tellTerritory(story, founded);
  for (const account of accounts) {
    if (account.role !== 'facilitator' && account.role !== 'relay') continue;
    const facts = { territoryId: story.territoryId, accountId: idOf(story.accounts, account.key), role: account.role };
    await grantRole(story.db, { ...facts, actor: actorOf(story, 'coordinator') }, founded);
  }
  await tellBodies(story);
}

async function tellTerritory(story: Story, now: number): Promise<void> {
  const actor = actorOf(story, 'coordinator');
  const facts = {
    name: territory.name,
    tagline: territory.tagline.fr,
    language: 'fr',
    timeZone: territory.timeZone,
    currency: territory.currency,
    leastShown: 5,
    contact: 'mairie@rives-sur-ill.example',
    demonstration: true,
    actor,
  };
  const { id: territoryId } = await createTerritory(story.db, facts, now);
  story.territoryId = territoryId;
  for (const { key, name } of territory.neighbourhoods) {
    story.neighbourhoods.set(key, await addNeighbourhood(story.db, { territoryId, name, actor }, now));
  }
  await grantRole(story.db, { territoryId, accountId: actor.id, role: 'coordinator', actor }, now);
}

async function tellBodies(story: Story): Promise<void> {
  const { territoryId } = story;
  const actor = actorOf(story, 'coordinator');
  for (const body of bodies) {
    const facts = { territoryId, kind: body.key, name: body.name, mandate: body.mandate, actor };
    const bodyId = await createBody(story.db, facts, at(story, body.created));
    story.bodies.set(body.key, bodyId);
    const seats: Seat[] = [];
    for (const member of body.members) {
      const seat = {
        accountId: member.account === undefined ? null : idOf(story.accounts, member.account),
        name: member.name,
        capacity: member.standsFor,
        since: dayIn(story, member.from),
      };
      const memberId = await addMember(story.db, { territoryId, bodyId, ...seat, actor }, at(story, member.from));
      if (seat.accountId !== null) seats.push({ memberId, accountId: seat.accountId });
      if (member.until === undefined) continue;
      const end = { territoryId, bodyId, memberId, until: dayIn(story, member.until), actor };
      await endMembership(story.db, end, at(story, member.until));
    }
    await acceptEachOther({ territoryId, bodyId }, seats, story, at(story, body.created, '20:00'));
  }
}

interface Seat {
  readonly memberId: string;
  readonly accountId: string;
}

/** The first member accepts the others, the second the first. */
async function acceptEachOther(
  body: { territoryId: string; bodyId: string },
  seats: readonly Seat[],
  story: Story,
  now: number,
): Promise<void> {
  for (const [place, { memberId }] of seats.entries()) {
    const member = seats[place === 0 ? 1 : 0];
    if (!member) continue;
    const { accountId } = member;
    await acceptMember(story.db, { ...body, memberId, accountId, actor: { kind: 'account', id: accountId } }, now);
  }
}
