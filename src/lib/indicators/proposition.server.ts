import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { accountOf, sortingTopicOf, type InCycle } from './acting.ts';
import { holdPath, openPath } from './path.server.ts';
import { listPropositionHistory, type Proposition } from './proposition-list.server.ts';
import { placedCriteria, visibleCriteria, type Viewer } from './visible.server.ts';
import type { Sense } from './tables.ts';

interface PropositionFacts extends InCycle {
  readonly componentId: string;
  readonly sense: Sense;
  readonly language: string;
  readonly text: string;
  readonly criterionIds: readonly string[];
  readonly seen?: number;
  readonly viewer: Viewer;
}

type Together = Omit<PropositionFacts, 'sense' | 'text' | 'criterionIds' | 'seen'> & {
  readonly propositions: readonly Pick<PropositionFacts, 'sense' | 'text' | 'criterionIds' | 'seen'>[];
};

/** The sentences of a path in one language, all or none. @throws Refusal as `writeProposition` */
export async function writePropositions(db: Db, { propositions, ...facts }: Together, now: number): Promise<void> {
  for (const proposition of propositions) await writeProposition(db, { ...facts, ...proposition }, now);
}

/**
 * Sums up in one sentence what the criteria of a component and sense say; the earlier sentences stay in the history.
 * An empty text takes the proposition back: its threshold is missing again. What the person left as they saw it is not
 * written, whoever has written since.
 * @param facts.criterionIds the criteria of this cycle that it sums up; those that the viewer may not read, and those of
 *   an earlier cycle, stay with it
 * @param facts.seen the number of the proposition that the person saw, 0 where there was none
 * @throws Refusal `indicators.editedMeanwhile`, `indicators.sortedElsewhere`
 */
export async function writeProposition(db: Db, facts: PropositionFacts, now: number): Promise<void> {
  const { territoryId, cycleId, actor, sense, language, text, seen } = facts;
  const path = await openPath(db, facts, now);
  await holdPath(db, path);
  const history = await listPropositionHistory(db, territoryId, path.id);
  const wordings = history.filter((one) => one.sense === sense && one.language === language);
  const current = wordings[0];
  const shown = seen === undefined ? current : wordings.find((one) => one.number === seen);
  if ((await saysTheSame(db, facts, current)) || (await saysTheSame(db, facts, shown))) return;
  if (seen !== undefined && seen !== (current?.number ?? 0)) throw new Refusal('indicators.editedMeanwhile');
  const sources = await listSources(db, facts, current?.criterionIds ?? []);
  const id = await addProposition(
    db,
    { ...facts, pathId: path.id, number: (current?.number ?? 0) + 1, criterionIds: text === '' ? [] : sources },
    now,
  );
  const topic = sortingTopicOf(cycleId);
  await record(db, { territoryId, actor, verb: 'proposition.written', subject: ['proposition', id], topic }, now);
}

/** One more wording of a sense, with the criteria that it sums up. @returns its id */
export async function addProposition(
  db: Db,
  facts: Pick<PropositionFacts, 'territoryId' | 'actor' | 'sense' | 'language' | 'text' | 'criterionIds'> & {
    pathId: string;
    number: number;
  },
  now: number,
): Promise<string> {
  const { territoryId, pathId, sense, language, number, text } = facts;
  const id = randomId();
  const made = { written_by: accountOf(facts.actor), written_at: now };
  await db
    .insertInto('proposition')
    .values({ territory_id: territoryId, id, path_id: pathId, sense, language, number, text, ...made })
    .execute();
  const sources = facts.criterionIds.map((criterionId) => ({
    territory_id: territoryId,
    proposition_id: id,
    criterion_id: criterionId,
  }));
  if (sources.length > 0) await db.insertInto('proposition_source').values(sources).execute();
  return id;
}

/** The chosen criteria, and those of before that weren't offered: not the viewer's to read, or of an earlier cycle. */
async function listSources(db: Db, facts: PropositionFacts, before: readonly string[]): Promise<string[]> {
  const { territoryId, viewer } = facts;
  const chosen = [...new Set(facts.criterionIds)];
  const placed = await placedCriteria(db, territoryId, viewer)
    .select('criterion.id')
    .where('note.cycle_id', '=', facts.cycleId)
    .where('classification.component_id', '=', facts.componentId)
    .where('classification.sense', '=', facts.sense)
    .execute();
  if (chosen.some((id) => !placed.some((one) => one.id === id))) throw new Refusal('indicators.sortedElsewhere');
  const readable = await visibleCriteria(db, territoryId, viewer)
    .select('criterion.id')
    .where('note.cycle_id', '=', facts.cycleId)
    .where('criterion.id', 'in', ['', ...before])
    .execute();
  const unoffered = before.filter((id) => !readable.some((one) => one.id === id));
  return [...new Set([...chosen, ...unoffered])];
}

async function saysTheSame(db: Db, facts: PropositionFacts, wording: Proposition | undefined): Promise<boolean> {
  if ((wording?.text ?? '') !== facts.text) return false;
  if (wording === undefined || facts.text === '') return true;
  return sameSet(wording.criterionIds, await listSources(db, facts, wording.criterionIds));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
