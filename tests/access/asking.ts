import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { createCycle } from '#lib/territory/cycle.server.ts';
import { getGathering, joinGathering, leadGathering, planGathering } from '#lib/territory/gathering.server.ts';
import { createGroup } from '#lib/territory/group.server.ts';
import { addQuestion } from '#lib/territory/question.server.ts';
import { withPlan } from '#tests/support/plan.ts';
import { withRoom } from '#tests/support/room.ts';
import { withRound } from '#tests/support/round.ts';
import { withSorted } from '#tests/support/sorted.ts';
import { makeTown, type Part, type Town } from '#tests/support/territory.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';
import type { Operation } from './operations.ts';
import { addressOf } from './places.ts';
import type { Form, Role, Rule } from './role.ts';

let towns = 0;

/** A town with one of each thing. */
export async function freshTown(house: House): Promise<Town> {
  return furnish(house, await makeTown(house, `Ville ${++towns}`));
}

async function furnish(house: House, bare: Town): Promise<Town> {
  const town = await withRound(house, await withPlan(house, bare));
  return withRoom(house, await withVote(house, await withSorted(house, town)));
}

/** A further cycle of a town, in which there is nothing yet. */
export function nextCycle(house: House, { territory }: Town): Promise<{ id: string; slug: string }> {
  const always = { opensOn: '2026-01-05', closesOn: null };
  const periods = { definitions: always, indicators: always, evaluation: always, plan: always };
  const facts = { territoryId: territory.id, name: 'Un autre', periods, actor: PROGRAM };
  return house.write((db, now) => createCycle(db, facts, now));
}

/** The same territory with a later cycle, in which there is one of each thing too. */
export async function laterCycle(house: House, town: Town): Promise<Town> {
  const cycle = await nextCycle(house, town);
  const by = { territoryId: town.territory.id, cycleId: cycle.id, actor: PROGRAM };
  const bare = await house.write(async (db, now) => {
    const texts = [{ language: 'fr', form: 'plain', text: 'Et maintenant ?' }] as const;
    const questionId = await addQuestion(db, { ...by, polarity: 'well-being', texts }, now);
    const kind = {
      kind: 'homogeneous',
      name: 'Les aînés',
      standsFor: 'a',
      targetSize: 9,
      neighbourhoodId: null,
    } as const;
    const groupId = await createGroup(db, { ...by, ...kind }, now);
    const when = { place: 'Ici', day: '2026-05-07', time: null, facilitatorIds: [town.people.facilitator.id] };
    const gatheringId = await planGathering(db, { ...by, ...when, groupId }, now);
    await leadGathering(db, { ...by, gatheringId, phase: 'writing', questionId }, now);
    const { code } = await getGathering(db, by.territoryId, gatheringId);
    return { questionIds: [questionId], groupId, gatheringId, code };
  });
  return furnish(house, { ...town, cycle, base: `/fr/${town.territory.slug}/${cycle.slug}`, ...bare });
}

/** Where an operation is asked for in a town. @param borrowed a town whose rows are named instead */
export function addressIn(operation: Operation, rule: Rule, here: Town, borrowed?: Town): string {
  const action = operation.action && operation.action !== 'default' ? `/${operation.action}` : '';
  const search = [action, rule.query?.(here) ?? ''].filter(Boolean).join('&');
  return addressOf(operation.route, here, borrowed) + (search ? `?${search}` : '');
}

export function bodyOf(fields: ReturnType<Form> = {}): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value] as [string, string]),
  );
  return new URLSearchParams(pairs);
}

export async function cookieOf(house: House, role: Role, of: Town): Promise<string> {
  if (role === 'signed out') return '';
  if (role === 'participant') return participantOf(house, of);
  // A session of its own for each request: signing out is one of them.
  const { secret } = await openSession(house, of.people[PART[role]].id);
  return `${SESSION_COOKIE}=${secret}`;
}

function participantOf(house: House, of: Town): Promise<string> {
  return house.write(async (db) => {
    const participant = await createParticipant(db, { territoryId: of.territory.id, day: '2026-05-07' });
    const gathering = await getGathering(db, of.territory.id, of.gatheringId);
    await joinGathering(db, { gathering, participant });
    return `${participantCookie(of.territory.slug)}=${participant.secret}`;
  });
}

const PART: Readonly<Record<Exclude<Role, 'signed out' | 'participant'>, Part>> = {
  resident: 'resident',
  relay: 'relay',
  facilitator: 'facilitator',
  'other facilitator': 'otherFacilitator',
  member: 'member',
  coordinator: 'coordinator',
  owner: 'owner',
};
