import { expressionBuilder } from 'kysely';
import { record } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row, Tables } from '#lib/platform/tables.ts';
import { getDecision, requireDecision } from '#lib/territory/decision.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
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
  const { id: decisionId } = await requireDecision(db, { territoryId, purpose: 'publish-words', subjectId: groupId });
  const decidedAt = (await getDecision(db, territoryId, decisionId)).confirmed_at ?? 0;
  const by = { territory_id: territoryId, decision_id: decisionId, published_by: accountId, published_at: now };
  const ready = (await waitingCriteria(db, territoryId, groupId).execute()).filter(
    (criterion) => criterion.approved_at <= decidedAt,
  );
  for (let start = 0; start < ready.length; start += AT_ONCE)
    await db
      .insertInto('note_publication')
      .values(ready.slice(start, start + AT_ONCE).map(({ id, note_id }) => ({ ...by, criterion_id: id, note_id })))
      .execute();
  const synthesis = await findWaitingSynthesis(db, territoryId, groupId);
  const publishes = synthesis !== undefined && (synthesis.validated_at ?? 0) <= decidedAt;
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

/** What of a group waits to be published: how many criteria, and the synthesis. No words: they are the group's. */
export async function countWaiting(
  db: Db,
  territoryId: string,
  groupId: string,
): Promise<{ criteria: number; published: number; synthesis: boolean }> {
  const waiting = await waitingCriteria(db, territoryId, groupId).execute();
  const { published } = await db
    .selectFrom('note_publication')
    .innerJoin('note', (join) =>
      join
        .onRef('note.territory_id', '=', 'note_publication.territory_id')
        .onRef('note.id', '=', 'note_publication.note_id'),
    )
    .select((e) => e.fn.countAll<number>().as('published'))
    .where('note.territory_id', '=', territoryId)
    .where('note.group_id', '=', groupId)
    .executeTakeFirstOrThrow();
  const synthesis = await findWaitingSynthesis(db, territoryId, groupId);
  return { criteria: waiting.length, published: Number(published), synthesis: synthesis !== undefined };
}

function waitingCriteria(db: Db, territoryId: string, groupId: string) {
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
    .where('note.group_id', '=', groupId)
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
