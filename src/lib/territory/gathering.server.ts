import type { Participant } from '#lib/people/participant.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomCode, randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getGroup } from './group.server.ts';
import { PHASES, type Phase } from './tables.ts';

/** Characters of a join code: 27 bits; it lets in only while the gathering is open, and tries are limited. */
const CODE_LENGTH = 6;

/** Everyone in the room listens here. */
export const topicOf = (gatheringId: string) => `gathering:${gatheringId}`;

export interface GatheringFacts {
  readonly territoryId: string;
  readonly groupId: string;
  readonly place: string;
  readonly day: string;
  /** `HH:MM`, or null while it isn't fixed. */
  readonly time: string | null;
  /** Accounts with the facilitator's role; one or two. */
  readonly facilitatorIds: readonly string[];
  readonly actor: Actor;
}

export async function planGathering(db: Db, facts: GatheringFacts, now: number): Promise<string> {
  await getGroup(db, facts.territoryId, facts.groupId);
  const id = randomId();
  await db
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
    .execute();
  for (const accountId of facts.facilitatorIds)
    await db
      .insertInto('gathering_facilitator')
      .values({ territory_id: facts.territoryId, gathering_id: id, account_id: accountId })
      .execute();
  await recordOn(db, { ...facts, gatheringId: id }, 'gathering.planned', now);
  return id;
}

/** Leads the gathering to a phase and a question; going back is possible until it is closed, and reopening too. */
export async function leadGathering(
  db: Db,
  facts: { territoryId: string; gatheringId: string; phase: Phase; questionId: string | null; actor: Actor },
  now: number,
): Promise<void> {
  await getGathering(db, facts.territoryId, facts.gatheringId);
  await db
    .updateTable('gathering')
    .set({ phase: facts.phase, question_id: facts.questionId, closed_at: facts.phase === 'closed' ? now : null })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.gatheringId)
    .execute();
  await recordOn(db, facts, `gathering.${facts.phase}`, now);
}

/** Lets a participant into the room. Coming in again changes nothing. @throws Refusal `gathering.notOpen` */
export async function joinGathering(
  db: Db,
  facts: { gathering: Pick<Gathering, 'territory_id' | 'id' | 'phase'>; participant: Participant },
): Promise<void> {
  const { gathering, participant } = facts;
  if (!isOpen(gathering.phase)) throw new Refusal('gathering.notOpen');
  await db
    .insertInto('gathering_participant')
    .values({ territory_id: gathering.territory_id, gathering_id: gathering.id, participant_id: participant.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  announce(db, { territoryId: gathering.territory_id, topic: topicOf(gathering.id), unhurried: true });
}

export function isOpen(phase: Phase): boolean {
  return phase !== 'planned' && phase !== 'closed';
}

/** Whether words may be shown on the wall and on phones. */
export function isShared(phase: Phase): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf('sharing');
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

export async function listFacilitatorIds(db: Db, territoryId: string, gatheringId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('gathering_facilitator')
    .select('account_id')
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .execute();
  return rows.map((row) => row.account_id);
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

export async function countParticipants(db: Db, territoryId: string, gatheringId: string): Promise<number> {
  const { people } = await db
    .selectFrom('gathering_participant')
    .select((e) => e.fn.countAll<number>().as('people'))
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .executeTakeFirstOrThrow();
  return people;
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
