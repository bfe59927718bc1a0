import type { Actor } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getDecision, requireDecision } from '#lib/territory/decision.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { accountOf } from './acting.ts';
import { holdDraft } from './draft.server.ts';
import { getIndicator, putInCycle, setStatus } from './indicator.server.ts';
import { listPropositions } from './proposition-list.server.ts';
import { LEVEL_NUMBERS } from './tables.ts';

interface OfIndicator {
  readonly territoryId: string;
  readonly indicatorId: string;
  readonly actor: Actor;
}

/**
 * Opens an indicator's draft to everybody's remarks. Doing it twice changes nothing.
 * @throws Refusal `indicators.noDraft`, `indicators.nameMissing` when it isn't worded in the territory's language
 */
export async function discussIndicator(db: Db, facts: OfIndicator, now: number): Promise<void> {
  const indicator = await getIndicator(db, facts.territoryId, facts.indicatorId);
  const draft = await holdDraft(db, facts.territoryId, indicator.id);
  if (draft.discussed_at !== null) return;
  await requireWords(db, draft, 0);
  await db
    .updateTable('indicator_version')
    .set({ discussed_at: now })
    .where('territory_id', '=', draft.territory_id)
    .where('id', '=', draft.id)
    .execute();
  await setStatus(db, { ...facts, versionId: draft.id, status: 'discussed', decisionId: null }, now);
}

/**
 * Adopts the draft that was discussed and freezes it for ever. Needs a body's confirmed decision `adopt-indicator` on
 * the version (its id is the decision's subject), taken on the words as they are now.
 * @returns the frozen version's id
 * @throws Refusal `indicators.noDraft`, `indicators.discussFirst`, `indicators.levelsMissing`, `decision.needed`,
 *   `indicators.changedSinceDecision`
 */
export async function adoptIndicator(db: Db, facts: OfIndicator, now: number): Promise<string> {
  const { territoryId, actor } = facts;
  const indicator = await getIndicator(db, territoryId, facts.indicatorId);
  const draft = await holdDraft(db, territoryId, indicator.id);
  if (draft.discussed_at === null) throw new Refusal('indicators.discussFirst');
  await requireWords(db, draft, LEVEL_NUMBERS.length);
  const decisionId = await requireFreshDecision(db, draft);
  await keepPropositions(db, draft);
  await db
    .updateTable('indicator_version')
    .set({ frozen_by: accountOf(actor), frozen_at: now, decision_id: decisionId })
    .where('territory_id', '=', territoryId)
    .where('id', '=', draft.id)
    .execute();
  const carriedFrom = null;
  await putInCycle(db, { ...facts, cycleId: draft.cycle_id, versionId: draft.id, carriedFrom }, now);
  await setStatus(db, { ...facts, versionId: draft.id, status: 'adopted', decisionId }, now);
  return draft.id;
}

/**
 * Ends an indicator: nothing new is asked with it, and its results stay. One that was ever adopted needs a body's
 * confirmed decision `retire-indicator` on the indicator; a draft is simply given up.
 * @throws Refusal `indicators.retiredAlready`, `decision.needed`
 */
export async function retireIndicator(db: Db, facts: OfIndicator, now: number): Promise<void> {
  const { territoryId } = facts;
  const indicator = await getIndicator(db, territoryId, facts.indicatorId);
  if (indicator.status === 'retired') throw new Refusal('indicators.retiredAlready');
  const versions = await db
    .selectFrom('indicator_version')
    .select(['id', 'frozen_at'])
    .where('territory_id', '=', territoryId)
    .where('indicator_id', '=', indicator.id)
    .orderBy('number', 'desc')
    .execute();
  const adopted = versions.find((version) => version.frozen_at !== null);
  const decision = adopted
    ? await requireDecision(db, { territoryId, purpose: 'retire-indicator', subjectId: indicator.id })
    : undefined;
  const versionId = (adopted ?? versions[0])?.id ?? '';
  await setStatus(db, { ...facts, versionId, status: 'retired', decisionId: decision?.id ?? null }, now);
}

/** A name and a question in the territory's own language, and as many situations. */
async function requireWords(db: Db, version: Row<'indicator_version'>, levels: number): Promise<void> {
  const { language } = await getTerritory(db, version.territory_id);
  const text = await db
    .selectFrom('indicator_text')
    .select(['name', 'question'])
    .where('territory_id', '=', version.territory_id)
    .where('indicator_version_id', '=', version.id)
    .where('language', '=', language)
    .where('form', '=', 'plain')
    .executeTakeFirst();
  if (!text || text.question === '') throw new Refusal('indicators.nameMissing', { language });
  const worded = await db
    .selectFrom('indicator_level')
    .select('level')
    .where('territory_id', '=', version.territory_id)
    .where('indicator_version_id', '=', version.id)
    .where('language', '=', language)
    .where('form', '=', 'plain')
    .execute();
  if (worded.length < levels)
    throw new Refusal('indicators.levelsMissing', { count: levels - worded.length, language });
}

/** The body decided on these words, not on earlier ones. */
async function requireFreshDecision(db: Db, draft: Row<'indicator_version'>): Promise<string> {
  const territoryId = draft.territory_id;
  const { id } = await requireDecision(db, { territoryId, purpose: 'adopt-indicator', subjectId: draft.id });
  const decision = await getDecision(db, territoryId, id);
  if (decision.recorded_at < draft.edited_at) throw new Refusal('indicators.changedSinceDecision');
  return id;
}

/** What the situations were worded from stays tied to the version, whatever is written on the path later. */
async function keepPropositions(db: Db, draft: Row<'indicator_version'>): Promise<void> {
  const propositions = await listPropositions(db, draft.territory_id, draft.path_id);
  const rows = propositions
    .filter((one) => one.text !== '')
    .map((one) => ({ territory_id: draft.territory_id, indicator_version_id: draft.id, proposition_id: one.id }));
  if (rows.length > 0) await db.insertInto('version_proposition').values(rows).execute();
}
