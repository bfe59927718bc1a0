import type { Db } from '#lib/platform/tables.ts';
import type { Channel } from './tables.ts';

/** One way by which people are asked to come. */
export interface Invitation {
  readonly channel: Channel;
  /** How many were asked in this way; null where nobody counted. */
  readonly people: number | null;
}

/** Keeps by which ways people are asked to come to a gathering, in place of what was kept before. */
export async function setInvitations(
  db: Db,
  facts: { territoryId: string; gatheringId: string; invitations: readonly Invitation[] },
): Promise<void> {
  const gathering = { territory_id: facts.territoryId, gathering_id: facts.gatheringId };
  await db
    .deleteFrom('gathering_invitation')
    .where('territory_id', '=', gathering.territory_id)
    .where('gathering_id', '=', gathering.gathering_id)
    .execute();
  if (facts.invitations.length === 0) return;
  await db
    .insertInto('gathering_invitation')
    .values(facts.invitations.map(({ channel, people }) => ({ ...gathering, channel, people })))
    .execute();
}

export function listInvitations(db: Db, territoryId: string, gatheringId: string): Promise<Invitation[]> {
  return db
    .selectFrom('gathering_invitation')
    .select(['channel', 'people'])
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .execute();
}

/** A way of inviting, in a whole cycle. */
export interface InvitationCount {
  readonly channel: Channel;
  readonly gatherings: number;
  /** People asked, where they were counted; null where nobody counted. */
  readonly people: number | null;
}

/** By each way that was used in a cycle: to how many gatherings, and how many people; the most used first. */
export async function countInvitations(db: Db, territoryId: string, cycleId: string): Promise<InvitationCount[]> {
  const rows = await db
    .selectFrom('gathering_invitation as invitation')
    .innerJoin('gathering', (join) =>
      join
        .onRef('gathering.territory_id', '=', 'invitation.territory_id')
        .onRef('gathering.id', '=', 'invitation.gathering_id'),
    )
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'gathering.territory_id').onRef('group.id', '=', 'gathering.group_id'),
    )
    .select('invitation.channel')
    .select((e) => [
      e.fn.countAll<number>().as('gatherings'),
      e.fn.sum<number | null>('invitation.people').as('people'),
    ])
    .where('invitation.territory_id', '=', territoryId)
    .where('group.cycle_id', '=', cycleId)
    .groupBy('invitation.channel')
    .execute();
  return rows
    .map(({ channel, gatherings, people }) => ({
      channel,
      gatherings: Number(gatherings),
      people: people === null ? null : Number(people),
    }))
    .sort((a, b) => b.gatherings - a.gatherings || a.channel.localeCompare(b.channel));
}
