import type { Participant } from '#lib/people/participant.server.ts';
import { createAccount } from '#lib/people/account.server.ts';
import { joinRoom } from '#lib/definitions/joining.server.ts';
import { proposeNote } from '#lib/definitions/note.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { getGathering, leadGathering } from '#lib/territory/gathering.server.ts';
import type { Phase } from '#lib/territory/tables.ts';
import type { TestHouse } from '#tests/support/database.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

/** A gathering in a small town, as its tests act in it. */
export interface Room {
  readonly house: TestHouse;
  readonly town: Town;
  readonly territoryId: string;
  readonly gatheringId: string;
  readonly groupId: string;
  /** The first question, the second and the third. */
  readonly questions: readonly [string, string, string];
  /** Whoever facilitates. */
  readonly accountId: string;
  /** Another person comes in with a phone. */
  comeIn(): Promise<Guest>;
  lead(phase: Phase, questionId?: string | null): Promise<void>;
  gathering(): ReturnType<typeof getGathering>;
  /** The coordination group decides, and its second member confirms. */
  decide(purpose: Purpose, subjectId: string): Promise<void>;
}

export interface Guest extends Participant {
  /** @returns the id of the kept note */
  say(text: string, questionId?: string, sentId?: string): Promise<string>;
}

export async function openRoom(house: TestHouse, name?: string): Promise<Room> {
  const town = await makeTown(house, name);
  const territoryId = town.territory.id;
  const { gatheringId, groupId } = town;
  const [first = '', second = '', third = ''] = town.questionIds;
  const gathering = () => getGathering(house.db, territoryId, gatheringId);
  return {
    house,
    town,
    territoryId,
    gatheringId,
    groupId,
    questions: [first, second, third],
    accountId: town.people.facilitator.id,
    gathering,
    comeIn: () => comeIn(house, town),
    lead: (phase, questionId = null) =>
      house.write((db, now) => leadGathering(db, { territoryId, gatheringId, phase, questionId, actor: PROGRAM }, now)),
    decide: (purpose, subjectId) => decide(house, town, purpose, subjectId),
  };
}

async function comeIn(house: TestHouse, town: Town): Promise<Guest> {
  const gathering = await getGathering(house.db, town.territory.id, town.gatheringId);
  const { participant } = await house.write((db) =>
    joinRoom(db, {
      gathering,
      known: undefined,
      age: 'adult',
      parentsAgree: false,
      profile: {},
      sentId: randomId(),
      day: '2026-05-07',
    }),
  );
  return {
    ...participant,
    say: (text, questionId = town.questionIds[0] ?? '', sentId = randomId()) =>
      say(house, town, participant, { text, questionId, sentId }),
  };
}

async function say(
  house: TestHouse,
  town: Town,
  participant: Participant,
  words: { text: string; questionId: string; sentId: string },
): Promise<string> {
  await house.write((db, now) =>
    proposeNote(db, { ...words, language: 'fr', gatheringId: town.gatheringId, participant }, now),
  );
  const { id } = await house.db
    .selectFrom('note')
    .select('id')
    .where('author_id', '=', participant.id)
    .where('text', '=', words.text)
    .executeTakeFirstOrThrow();
  return id;
}

async function decide(house: TestHouse, town: Town, purpose: Purpose, subjectId: string): Promise<void> {
  const territoryId = town.territory.id;
  const actor = { kind: 'account', id: town.people.member.id } as const;
  const decisionId = await house.write((db, now) =>
    recordDecision(
      db,
      {
        territoryId,
        bodyId: town.bodyId,
        decidedOn: '2026-05-07',
        title: 'Une décision',
        text: '',
        purpose,
        subjectId,
        actor,
      },
      now,
    ),
  );
  const second = town.people.secondMember.id;
  await house.write((db, now) =>
    confirmDecision(db, { territoryId, decisionId, accountId: second, actor: { kind: 'account', id: second } }, now),
  );
}

/** Another account of the territory, without a role. */
export function makeAccount(house: TestHouse, name: string): Promise<string> {
  return house.write((db, now) =>
    createAccount(db, { email: `${name}@x.example`, name, language: 'fr', passwordHash: null }, now),
  );
}
