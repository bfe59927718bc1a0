import { INSTALLATION } from '#lib/people/account.server.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import { slugOf } from '#lib/platform/text.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { STEPS, type Step } from './tables.ts';

export interface StepPeriod {
  readonly opensOn: string;
  /** The last day, or null while none is set. */
  readonly closesOn: string | null;
}

export type Calendar = Readonly<Record<Step, StepPeriod>>;

/** Words that are routes, or may become some, and can't name a cycle. A test compares this list with the routes. */
export const TAKEN_CYCLE_SLUGS: readonly string[] = [
  'about',
  'data',
  'journal',
  'new',
  'privacy',
  'settings',
  'staff',
  'words',
];

export interface CycleFacts {
  readonly territoryId: string;
  /** As the sender made it: sent again it is the same cycle. */
  readonly id?: string;
  readonly name: string;
  /** What the territory commits to in this cycle, in its own words. */
  readonly purpose?: string;
  readonly periods: Calendar;
  /** The cycle that this one starts from, so that change can be seen. */
  readonly previousCycleId?: string | null;
  readonly actor: Actor;
}

/** @throws Refusal `cycle.nameTaken` when the territory has a cycle with the same address */
export async function createCycle(db: Db, facts: CycleFacts, now: number): Promise<{ id: string; slug: string }> {
  const id = facts.id ?? randomId();
  const known = await cycles(db, facts.territoryId).where('id', '=', id).executeTakeFirst();
  if (known) return { id, slug: known.slug };
  const slug = slugOf(facts.name);
  const taken =
    slug === '' ||
    TAKEN_CYCLE_SLUGS.includes(slug) ||
    (await cycles(db, facts.territoryId).where('slug', '=', slug).executeTakeFirst()) !== undefined;
  if (taken) throw new Refusal('cycle.nameTaken', { name: facts.name });
  await db
    .insertInto('cycle')
    .values({
      territory_id: facts.territoryId,
      id,
      slug,
      name: facts.name,
      purpose: facts.purpose ?? '',
      least_shown: null,
      previous_cycle_id: facts.previousCycleId ?? null,
      created_at: now,
      closed_at: null,
      closed_by: null,
    })
    .execute();
  await setCalendar(db, { territoryId: facts.territoryId, cycleId: id, periods: facts.periods });
  // The installation's first page leads to each territory's current cycle.
  announce(db, { territoryId: INSTALLATION });
  await record(
    db,
    { territoryId: facts.territoryId, actor: facts.actor, verb: 'cycle.created', subject: ['cycle', id] },
    now,
  );
  return { id, slug };
}

/** Changes a cycle's name, purpose and calendar; its address stays, since people have it on paper. */
export async function changeCycle(
  db: Db,
  facts: { territoryId: string; cycleId: string; name: string; purpose: string; periods: Calendar; actor: Actor },
  now: number,
): Promise<void> {
  const { territoryId, cycleId, name, purpose, periods, actor } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  await db
    .updateTable('cycle')
    .set({ name, purpose })
    .where('territory_id', '=', territoryId)
    .where('id', '=', cycleId)
    .execute();
  await setCalendar(db, { territoryId, cycleId, periods });
  await record(db, { territoryId, actor, verb: 'cycle.changed', subject: ['cycle', cycleId] }, now);
}

/** Sets from when to when each step is open. @throws Refusal `cycle.closesBeforeOpening` */
async function setCalendar(db: Db, facts: { territoryId: string; cycleId: string; periods: Calendar }): Promise<void> {
  for (const step of STEPS) {
    const { opensOn, closesOn } = facts.periods[step];
    if (closesOn !== null && closesOn < opensOn) throw new Refusal('cycle.closesBeforeOpening', { step });
    const period = { opens_on: opensOn, closes_on: closesOn };
    await db
      .insertInto('step_period')
      .values({ territory_id: facts.territoryId, cycle_id: facts.cycleId, step, ...period })
      .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id', 'step']).doUpdateSet(period))
      .execute();
  }
}

/** @throws Refusal `cycle.closed`: nothing is added to a cycle that is closed */
export async function requireOpenCycle(db: Db, territoryId: string, cycleId: string): Promise<Row<'cycle'>> {
  const cycle = await getCycle(db, territoryId, cycleId);
  if (cycle.closed_at !== null) throw new Refusal('cycle.closed');
  return cycle;
}

/** By its address. One that somebody exercises in isn't found: see `rehearsal.server.ts`. */
export function findCycle(db: Db, territoryId: string, slug: string): Promise<Row<'cycle'> | undefined> {
  return realCycles(db, territoryId).where('slug', '=', slug).executeTakeFirst();
}

export async function getCycle(db: Db, territoryId: string, id: string): Promise<Row<'cycle'>> {
  return there(await cycles(db, territoryId).where('id', '=', id).executeTakeFirst(), 'cycle');
}

/** The newest cycle that is open; where all are closed, the newest. */
export async function findCurrentCycle(db: Db, territoryId: string): Promise<Row<'cycle'> | undefined> {
  const all = await listCycles(db, territoryId);
  return all.find((cycle) => cycle.closed_at === null) ?? all[0];
}

/** Newest first, without those that somebody exercises in. */
export function listCycles(db: Db, territoryId: string): Promise<Row<'cycle'>[]> {
  return realCycles(db, territoryId).orderBy('created_at', 'desc').orderBy('id').execute();
}

export async function getCalendar(db: Db, territoryId: string, cycleId: string): Promise<Record<Step, StepPeriod>> {
  const rows = await db
    .selectFrom('step_period')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .execute();
  const of = (step: Step): StepPeriod => {
    const row = there(
      rows.find((period) => period.step === step),
      'step period',
    );
    return { opensOn: row.opens_on, closesOn: row.closes_on };
  };
  return {
    definitions: of('definitions'),
    indicators: of('indicators'),
    evaluation: of('evaluation'),
    plan: of('plan'),
  };
}

function cycles(db: Db, territoryId: string) {
  return db.selectFrom('cycle').selectAll().where('territory_id', '=', territoryId);
}

function realCycles(db: Db, territoryId: string) {
  return cycles(db, territoryId).where((e) =>
    e.not(
      e.exists(
        e
          .selectFrom('cycle_rehearsal')
          .select('cycle_rehearsal.cycle_id')
          .whereRef('cycle_rehearsal.territory_id', '=', 'cycle.territory_id')
          .whereRef('cycle_rehearsal.cycle_id', '=', 'cycle.id'),
      ),
    ),
  );
}
