import { createAccount } from '#lib/people/account.server.ts';
import { PROGRAM, type Actor } from '#lib/platform/journal.server.ts';
import { createBody } from '#lib/territory/body.server.ts';
import { createCycle } from '#lib/territory/cycle.server.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { addMember } from '#lib/territory/member.server.ts';
import { createTerritory } from '#lib/territory/territory.server.ts';
import type { TestHouse } from './database.ts';

/** A small town with one cycle and a coordination group of two, made by the product's own commands. */
export interface Town {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly bodyId: string;
  readonly first: Actor & { id: string };
  readonly second: Actor & { id: string };
  /** Records and confirms a decision of the coordination group. */
  decide(purpose: Purpose, subjectId: string): Promise<string>;
}

export async function foundTown(house: TestHouse, name = 'Rives'): Promise<Town> {
  const accountOf = async (person: string) => {
    const facts = {
      email: `${person}@${name}.example`.toLowerCase(),
      name: person,
      language: 'fr',
      passwordHash: null,
    };
    const id = await house.write((db, now) => createAccount(db, facts, now));
    return { kind: 'account', id } as const;
  };
  const [first, second] = [await accountOf('Une'), await accountOf('Deux')];
  const settings = {
    tagline: '',
    language: 'fr',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    leastShown: 5,
    contact: '',
  };
  const { id: territoryId } = await house.write((db, now) =>
    createTerritory(db, { name, ...settings, actor: PROGRAM }, now),
  );
  const period = { opensOn: '2026-01-01', closesOn: null };
  const periods = { definitions: period, indicators: period, evaluation: period, plan: period };
  const { id: cycleId } = await house.write((db, now) =>
    createCycle(db, { territoryId, name: '2026', periods, actor: PROGRAM }, now),
  );
  const bodyId = await house.write((db, now) =>
    createBody(db, { territoryId, kind: 'coordination', name: 'Coordination', mandate: 'm', actor: PROGRAM }, now),
  );
  for (const actor of [first, second]) {
    const seat = { accountId: actor.id, name: actor.id, capacity: 'resident', since: '2026-01-01' };
    await house.write((db, now) => addMember(db, { territoryId, bodyId, ...seat, actor: PROGRAM }, now));
  }
  async function decide(purpose: Purpose, subjectId: string): Promise<string> {
    const facts = { territoryId, bodyId, decidedOn: '2026-05-07', title: purpose, text: '', purpose, subjectId };
    const decisionId = await house.write((db, now) => recordDecision(db, { ...facts, actor: first }, now));
    await house.write((db, now) =>
      confirmDecision(db, { territoryId, decisionId, accountId: second.id, actor: second }, now),
    );
    return decisionId;
  }
  return { territoryId, cycleId, bodyId, first, second, decide };
}
