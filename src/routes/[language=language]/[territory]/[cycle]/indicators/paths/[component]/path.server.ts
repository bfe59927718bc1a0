import type { RequestEvent } from '@sveltejs/kit';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { getGrid } from '#lib/indicators/grid.server.ts';
import { NotThere, there } from '#lib/platform/refusal.ts';
import { work } from '../../working.server.ts';

/** Someone at work on one component. @throws NotThere when the cycle's grid has no component with this code */
export async function workOnComponent(event: RequestEvent<Partial<Record<string, string>>>) {
  const working = await work(event);
  const { db } = event.locals.house;
  const code = event.params.component ?? '';
  const row = there(await findComponentByCode(db, { ...working.in, code }), 'component');
  const grid = await getGrid(db, working.territory.id, working.cycle.id, working.reading);
  for (const family of grid.families) {
    const component = family.components.find((one) => one.id === row.id);
    if (component) return { ...working, component, family, of: { ...working.in, componentId: row.id } };
  }
  throw new NotThere('component');
}
