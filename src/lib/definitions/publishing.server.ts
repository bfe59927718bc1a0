import { expressionBuilder } from 'kysely';
import { record } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row, Tables } from '#lib/platform/tables.ts';
import { findConfirmed } from '#lib/territory/decision.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { countCriteria } from './criterion.server.ts';
import { isShown } from './shown.server.ts';
import './tables.ts';

const AT_ONCE = 500;

/**
 * Clears a group's approved words, and its validated synthesis, for everyone: by a body's confirmed decision
 * `publish-words` about this group. What was approved or validated after the decision was confirmed waits for the next
 * one, since nobody decided about it. Words that their author keeps to the group stay there.
 * @returns how many criteria, and whether a synthesis, were published now
 * @throws Refusal `decision.needed`, `definitions.nothingToPublish`
 */
export async function publishWords(
  db: Db,
  facts: { territoryId: string; groupId: string; accountId: string },
  now: number,
): Promise<{ criteria: number; synthesis: boolean }> {
  const { territoryId, groupId, accountId } = facts;
  await getGroup(db, territoryId, groupId);
  const decision = await findConfirmed(db, { territoryId, purpose: 'publish-words', subjectId: groupId });
  if (!decision) throw new Refusal('decision.needed');
  const decided = { at: decision.confirmed_at };
  const by = { territory_id: territoryId, decision_id: decision.id, published_by: accountId, published_at: now };
  const ready = (await waitingCriteria(db, territoryId).where('note.group_id', '=', groupId).execute()).filter(
    (criterion) => covers(decided, criterion.approved_at),
  );
  for (let start = 0; start < ready.length; start += AT_ONCE)
    await db
      .insertInto('note_publication')
      .values(ready.slice(start, start + AT_ONCE).map(({ id, note_id }) => ({ ...by, criterion_id: id, note_id })))
      .execute();
  const synthesis = await findWaitingSynthesis(db, territoryId, groupId);
  const publishes = synthesis !== undefined && covers(decided, synthesis.validated_at);
  if (synthesis && publishes)
    await db
      .insertInto('synthesis_publication')
      .values({ ...by, synthesis_id: synthesis.id })
      .execute();
  if (ready.length === 0 && !publishes) throw new Refusal('definitions.nothingToPublish');
  const actor = { kind: 'account', id: accountId } as const;
  await record(db, { territoryId, actor, verb: 'words.published', subject: ['group', groupId] }, now);
  return { criteria: ready.length, synthesis: publishes };
}

/** The decisions by which something has been published already. */
export async function listUsedDecisions(db: Db, territoryId: string): Promise<Set<string>> {
  const used = await db
    .selectFrom('note_publication')
    .select('decision_id')
    .where('territory_id', '=', territoryId)
    .union(db.selectFrom('synthesis_publication').select('decision_id').where('territory_id', '=', territoryId))
    .execute();
  return new Set(used.map((row) => row.decision_id));
}

/** A decision is about what was there when it was confirmed. */
function covers(decision: { at: number | null } | undefined, since: number | null): boolean {
  return since !== null && since <= (decision?.at ?? -1);
}

/** What of a group waits to be published. No words: they are the group's. */
export interface Waiting {
  readonly criteria: number;
  readonly synthesis: boolean;
  /** How much of it the decision covers that was confirmed last; the rest needs a new one. */
  readonly decided: { readonly criteria: number; readonly synthesis: boolean };
  /** How many of the group's criteria everyone reads now. */
  readonly published: number;
}

export async function countWaiting(db: Db, territoryId: string, groupId: string): Promise<Waiting> {
  const confirmed = await findConfirmed(db, { territoryId, purpose: 'publish-words', subjectId: groupId });
  const decision = confirmed && { at: confirmed.confirmed_at };
  const waiting = await waitingCriteria(db, territoryId).where('note.group_id', '=', groupId).execute();
  const synthesis = await findWaitingSynthesis(db, territoryId, groupId);
  return {
    criteria: waiting.length,
    synthesis: synthesis !== undefined,
    decided: {
      criteria: waiting.filter((criterion) => covers(decision, criterion.approved_at)).length,
      synthesis: covers(decision, synthesis?.validated_at ?? null),
    },
    published: await countCriteria(db, territoryId, { groupId }),
  };
}

/** How many approved criteria of each group of a cycle wait to be published; groups where none does are left out. */
export async function listWaitingGroups(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<{ id: string; name: string; count: number }[]> {
  const rows = await waitingCriteria(db, territoryId)
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'note.territory_id').onRef('group.id', '=', 'note.group_id'),
    )
    .clearSelect()
    .select((e) => ['group.id', 'group.name', e.fn.countAll<number>().as('count')])
    .where('note.cycle_id', '=', cycleId)
    .groupBy(['group.id', 'group.name'])
    .orderBy('group.name')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

function waitingCriteria(db: Db, territoryId: string) {
  return db
    .selectFrom('note')
    .innerJoin('criterion', (join) =>
      join.onRef('criterion.territory_id', '=', 'note.territory_id').onRef('criterion.note_id', '=', 'note.id'),
    )
    .leftJoin('note_publication', (join) =>
      join
        .onRef('note_publication.territory_id', '=', 'criterion.territory_id')
        .onRef('note_publication.criterion_id', '=', 'criterion.id'),
    )
    .select(['criterion.id', 'criterion.note_id', 'criterion.approved_at'])
    .where('note.territory_id', '=', territoryId)
    .where('note.kept_to_group_at', 'is', null)
    .where(isShown(expressionBuilder<Tables, 'note'>()))
    .where('criterion.undone_at', 'is', null)
    .where('note_publication.criterion_id', 'is', null);
}

function findWaitingSynthesis(db: Db, territoryId: string, groupId: string): Promise<Row<'synthesis'> | undefined> {
  return db
    .selectFrom('synthesis')
    .leftJoin('synthesis_publication', (join) =>
      join
        .onRef('synthesis_publication.territory_id', '=', 'synthesis.territory_id')
        .onRef('synthesis_publication.synthesis_id', '=', 'synthesis.id'),
    )
    .selectAll('synthesis')
    .where('synthesis.territory_id', '=', territoryId)
    .where('synthesis.group_id', '=', groupId)
    .where('synthesis.validated_at', 'is not', null)
    .where('synthesis_publication.synthesis_id', 'is', null)
    .orderBy('synthesis.number', 'desc')
    .executeTakeFirst();
}
