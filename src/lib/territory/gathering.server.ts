import type { Participant } from '#lib/people/participant.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomCode, randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from './cycle.server.ts';
import { changeFacilitators, seatFacilitators } from './facilitator.server.ts';
import { listInvitations, setInvitations, type Invitation } from './gathering-invitation.server.ts';
import { getGroup } from './group.server.ts';
import { isOpen } from './phase.ts';
import { listQuestions } from './question.server.ts';
import { openSharing } from './sharing.server.ts';
import type { Phase } from './tables.ts';
import { endFocus, endTimer } from './timer.server.ts';

/** Characters of a join code: 27 bits; it lets in only while the gathering is open, and tries are limited. */
export const CODE_LENGTH = 6;

/** Everyone in the room listens here: for its phase and question. */
export const topicOf = (gatheringId: string) => `gathering:${gatheringId}`;

/** Whoever shows how many came listens here. */
export const peopleTopicOf = (gatheringId: string) => `gathering:${gatheringId}:people`;

export interface GatheringFacts {
  /** As the sender made it: sent again it is the same gathering. */
  readonly id?: string;
  readonly territoryId: string;
  readonly groupId: string;
  readonly place: string;
  readonly day: string;
  /** `HH:MM`, or null while it isn't fixed. */
  readonly time: string | null;
  /** Accounts with the facilitator's role; one or two. */
  readonly facilitatorIds: readonly string[];
  /** By which ways people are asked to come. Left out: as it was, and none at first. */
  readonly invitations?: readonly Invitation[];
  readonly actor: Actor;
}

export async function planGathering(db: Db, facts: GatheringFacts, now: number): Promise<string> {
  const group = await getGroup(db, facts.territoryId, facts.groupId);
  await requireOpenCycle(db, facts.territoryId, group.cycle_id);
  const id = facts.id ?? randomId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('gathering')
    .values({
      territory_id: facts.territoryId,
      id,
      group_id: facts.groupId,
      place: facts.place,
      day: facts.day,
      time: facts.time,
      code: await freeCode(db),
      phase: 'planned',
      question_id: null,
      created_at: now,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await seatFacilitators(db, { ...facts, gatheringId: id });
  if (facts.invitations) await setInvitations(db, { ...facts, invitations: facts.invitations, gatheringId: id });
  await recordOn(db, { ...facts, gatheringId: id }, 'gathering.planned', now);
  return id;
}

/**
 * Changes when and where it is and who facilitates; its group and its code stay. Once the cycle is closed, only who
 * facilitates: somebody still answers for what the group said.
 * @throws Refusal those of `changeFacilitators`, `cycle.closed`
 */
export async function changeGathering(
  db: Db,
  facts: Omit<GatheringFacts, 'id' | 'groupId'> & { gatheringId: string },
  now: number,
): Promise<void> {
  const { territoryId, gatheringId, place, day, time } = facts;
  const gathering = await getGathering(db, territoryId, gatheringId);
  await changeFacilitators(db, gathering, facts, now);
  if (await isAsPlanned(db, gathering, facts)) return;
  const group = await getGroup(db, territoryId, gathering.group_id);
  await requireOpenCycle(db, territoryId, group.cycle_id);
  await db
    .updateTable('gathering')
    .set({ place, day, time })
    .where('territory_id', '=', territoryId)
    .where('id', '=', gatheringId)
    .execute();
  if (facts.invitations) await setInvitations(db, { ...facts, invitations: facts.invitations });
  await recordOn(db, facts, 'gathering.changed', now);
}

async function isAsPlanned(
  db: Db,
  gathering: Gathering,
  { place, day, time, invitations }: Pick<GatheringFacts, 'place' | 'day' | 'time' | 'invitations'>,
): Promise<boolean> {
  if (place !== gathering.place || day !== gathering.day || time !== gathering.time) return false;
  const asked = new Map(
    (await listInvitations(db, gathering.territory_id, gathering.id)).map((one) => [one.channel, one]),
  );
  const wanted = invitations ?? [...asked.values()];
  return wanted.length === asked.size && wanted.every((one) => asked.get(one.channel)?.people === one.people);
}

export interface Leading {
  readonly territoryId: string;
  readonly gatheringId: string;
  readonly phase: Phase;
  readonly questionId: string | null;
  /** The phase that whoever leads saw: from a stale page nothing is moved. */
  readonly from?: Phase;
  readonly actor: Actor;
}

/**
 * Leads the gathering to a phase and a question (null: all of them); going back is possible until it is closed, and
 * reopening too. The time that was set for a phase or a question, and the note before the room, end with it.
 * @throws Refusal `gathering.moved` when somebody else has led it on meanwhile, `cycle.closed`
 */
export async function leadGathering(db: Db, facts: Leading, now: number): Promise<void> {
  const gathering = await getGathering(db, facts.territoryId, facts.gatheringId);
  const group = await getGroup(db, facts.territoryId, gathering.group_id);
  await requireOpenCycle(db, facts.territoryId, group.cycle_id);
  if (facts.from !== undefined && facts.from !== gathering.phase) throw new Refusal('gathering.moved');
  const asked = (await listQuestions(db, facts.territoryId, group.cycle_id)).map((question) => question.id);
  if (facts.questionId !== null && !asked.includes(facts.questionId)) throw new NotThere('question');
  await db
    .updateTable('gathering')
    .set({ phase: facts.phase, question_id: facts.questionId, closed_at: facts.phase === 'closed' ? now : null })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.gatheringId)
    .execute();
  if (facts.phase !== gathering.phase || facts.questionId !== gathering.question_id) {
    await endTimer(db, facts);
    await endFocus(db, facts);
  }
  if (facts.phase === 'sharing' || facts.phase === 'approving')
    await openSharing(db, { ...facts, questionIds: facts.questionId === null ? asked : [facts.questionId] }, now);
  await recordOn(db, facts, `gathering.${facts.phase}`, now);
}

/** Lets a participant into the room. Coming in again changes nothing. @throws Refusal `gathering.notOpen` */
export async function joinGathering(
  db: Db,
  facts: { gathering: Pick<Gathering, 'territory_id' | 'id' | 'phase'>; participant: Participant },
): Promise<void> {
  const { gathering, participant } = facts;
  if (!isOpen(gathering.phase)) throw new Refusal('gathering.notOpen');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('gathering_participant')
    .values({ territory_id: gathering.territory_id, gathering_id: gathering.id, participant_id: participant.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await db
    .updateTable('gathering')
    .set((e) => ({ people: e('people', '+', 1) }))
    .where('territory_id', '=', gathering.territory_id)
    .where('id', '=', gathering.id)
    .execute();
  announce(db, { territoryId: gathering.territory_id, topic: peopleTopicOf(gathering.id), unhurried: true });
}

export type Gathering = Row<'gathering'>;

/** @param code as `readCode` gives it */
export function findGatheringByCode(db: Db, code: string): Promise<Gathering | undefined> {
  return db.selectFrom('gathering').selectAll().where('code', '=', code).executeTakeFirst();
}

export async function getGathering(db: Db, territoryId: string, id: string): Promise<Gathering> {
  const row = await db
    .selectFrom('gathering')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'gathering');
}

/** The gatherings of a cycle with their group's name, latest first. */
export function listGatherings(db: Db, territoryId: string, cycleId: string) {
  return db
    .selectFrom('gathering')
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'gathering.territory_id').onRef('group.id', '=', 'gathering.group_id'),
    )
    .selectAll('gathering')
    .select(['group.name as group_name', 'group.kind as group_kind'])
    .where('gathering.territory_id', '=', territoryId)
    .where('group.cycle_id', '=', cycleId)
    .orderBy('gathering.day', 'desc')
    .orderBy('gathering.created_at', 'desc')
    .execute();
}

export async function isInGathering(db: Db, participant: Participant, gatheringId: string): Promise<boolean> {
  const row = await db
    .selectFrom('gathering_participant')
    .select('participant_id')
    .where('territory_id', '=', participant.territoryId)
    .where('gathering_id', '=', gatheringId)
    .where('participant_id', '=', participant.id)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many came in with a device; kept also after the links to their devices have ended. */
export async function countParticipants(db: Db, territoryId: string, gatheringId: string): Promise<number> {
  return (await getGathering(db, territoryId, gatheringId)).people;
}

async function freeCode(db: Db): Promise<string> {
  for (;;) {
    const code = randomCode(CODE_LENGTH);
    if (!(await findGatheringByCode(db, code))) return code;
  }
}

function recordOn(
  db: Db,
  facts: { territoryId: string; gatheringId: string; actor: Actor },
  verb: string,
  now: number,
): Promise<void> {
  const { territoryId, gatheringId, actor } = facts;
  return record(
    db,
    { territoryId, actor, verb, subject: ['gathering', gatheringId], topic: topicOf(gatheringId) },
    now,
  );
}
