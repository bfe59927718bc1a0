import { findLatestRelease } from '#lib/evaluation/release.server.ts';
import { listAsked, listRoundsOfTerritory } from '#lib/evaluation/round.server.ts';
import { listOpenVersions } from '#lib/indicators/indicator-list.server.ts';
import { traceForwardIndicator } from '#lib/plan/trace.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listCycles } from '#lib/territory/cycle.server.ts';
import type { Became } from './became.ts';

interface Facts {
  readonly territoryId: string;
  readonly indicatorId: string;
  /** Of the territory: `/fr/rives-sur-ill` */
  readonly home: string;
}

/** From an indicator forward: where it was measured, what was aimed at, what is done and promised, over the cycles. */
export async function describeBecame(db: Db, { territoryId, indicatorId, home }: Facts): Promise<Became> {
  const placeOf = await findPlaces(db, territoryId, home);
  const outcomes = await traceForwardIndicator(db, territoryId, indicatorId);
  const open = await listOpenVersions(db, territoryId, indicatorId);
  const versionIds = open.map((version) => version.id);
  return {
    results: await listResults(db, { territoryId, versionIds, placeOf }),
    outcomes: outcomes.map(({ objective, actions, commitments }) => {
      const plan = `${placeOf(objective.cycle_id)}/plan`;
      return {
        id: objective.id,
        title: objective.title,
        href: `${plan}/objectives/${objective.id}`,
        actions: actions.map(({ id, title, status }) => ({ id, title, status, href: `${plan}/actions/${id}` })),
        commitments: commitments.map(({ id, words, status }) => ({
          ...{ id, words, status },
          href: `${plan}/commitments/${id}`,
        })),
      };
    }),
  };
}

/** The address of each cycle. @param home of the territory: `/fr/rives-sur-ill` */
export async function findPlaces(db: Db, territoryId: string, home: string): Promise<(cycleId: string) => string> {
  const cycles = await listCycles(db, territoryId);
  return (cycleId) => `${home}/${cycles.find((cycle) => cycle.id === cycleId)?.slug}`;
}

/** Rounds that asked one of the versions and whose results are out, oldest first. */
async function listResults(
  db: Db,
  facts: { territoryId: string; versionIds: readonly string[]; placeOf: (cycleId: string) => string },
) {
  const { territoryId, versionIds, placeOf } = facts;
  const results: { id: string; name: string; href: string }[] = [];
  for (const { id, name, cycle_id } of await listRoundsOfTerritory(db, territoryId)) {
    const asked = (await listAsked(db, territoryId, id)).find((versionId) => versionIds.includes(versionId));
    if (asked === undefined || !(await findLatestRelease(db, territoryId, id))) continue;
    results.push({ id, name, href: `${placeOf(cycle_id)}/evaluation/rounds/${id}/indicators/${asked}` });
  }
  return results;
}
