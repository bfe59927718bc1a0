import { listWaitingGroups } from '#lib/definitions/publishing.server.ts';
import { countSorting } from '#lib/indicators/board.server.ts';
import { findGrid } from '#lib/indicators/grid.server.ts';
import { listIndicatorsInWork } from '#lib/indicators/indicator-list.server.ts';
import { listPathProgress } from '#lib/indicators/path-list.server.ts';
import type { IndicatorStatus } from '#lib/indicators/tables.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { work } from '../working.server.ts';

export async function load(event) {
  const { territory, cycle, base, viewer, reading, open } = await work(event);
  const { db } = event.locals.house;
  const of = { territoryId: territory.id, cycleId: cycle.id };
  const grid = await findGrid(db, territory.id, cycle.id, reading);
  const components = grid?.families.flatMap((family) => family.components) ?? [];
  const paths = await listPathProgress(db, of);
  const indicators = await listIndicatorsInWork(db, territory.id, cycle.id, reading);
  const prepares = mayPrepare(event.locals.person, territory.id);
  return {
    base,
    open,
    preparesGrid: prepares,
    waiting: prepares ? await listWaitingGroups(db, territory.id, cycle.id) : [],
    grid: grid && { name: grid.name, number: grid.number },
    progress: await countSorting(db, { ...of, viewer }),
    paths: components.flatMap((component) => {
      const path = paths.find((one) => one.componentId === component.id);
      if (!path) return [];
      const { P, O, Q, S } = path.criteria;
      const { code, name, language } = component;
      return { code, name, language, criteria: P + O + Q + S, worded: path.worded.length };
    }),
    indicators: indicators.map(({ adopted, draft }) => {
      const shown = draft ?? adopted;
      return {
        id: shown?.indicatorId ?? '',
        name: shown?.name ?? '',
        language: shown?.language ?? '',
        code: shown?.component.code ?? '',
        number: shown?.number ?? 1,
        status: shown?.status === 'retired' ? shown.status : stateOf(adopted !== undefined, draft),
      };
    }),
  };
}

/** What there is to do next with an indicator. */
function stateOf(adopted: boolean, draft: { discussedAt: number | null } | undefined): IndicatorStatus {
  if (!draft) return adopted ? 'adopted' : 'draft';
  return draft.discussedAt === null ? 'draft' : 'discussed';
}
