import type { RequestEvent } from '@sveltejs/kit';
import type { Reading } from '#lib/indicators/grid.server.ts';
import { getViewer, type Viewer } from '#lib/indicators/visible.server.ts';
import { mayPrepare, mayWorkOnIndicators } from '#lib/people/permission.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import type { Row } from '#lib/platform/tables.ts';
import { actorOf, admit } from '#routes/act.server.ts';
import { getPlace, type Place } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** Someone at work on a cycle's indicators. */
export interface Working extends Place {
  readonly accountId: string;
  /** What they may read of people's words. */
  readonly viewer: Viewer;
  readonly reading: Reading;
  /** In which cycle they do something. */
  readonly in: { readonly territoryId: string; readonly cycleId: string; readonly actor: Actor };
  /** Whether the cycle can still be worked on. */
  readonly open: boolean;
}

/** In the reader's language, else in the territory's. */
export function readingOf(event: Where, territory: Row<'territory'>): Reading {
  return { language: event.locals.language, fallback: territory.language };
}

/** Staff, facilitators and members of bodies. @throws 404 for everybody else; without an account, leads to signing in */
export async function work(event: Where): Promise<Working> {
  const place = await getPlace(event);
  const account = admit(event, mayWorkOnIndicators(event.locals.person, place.territory.id));
  return atWork(event, place, account.id);
}

/** The grid is for the coordination and members of bodies. */
export async function workOnGrid(event: Where): Promise<Working> {
  const place = await getPlace(event);
  const account = admit(event, mayPrepare(event.locals.person, place.territory.id));
  return atWork(event, place, account.id);
}

async function atWork(event: Where, place: Place, accountId: string): Promise<Working> {
  const { territory, cycle } = place;
  return {
    ...place,
    accountId,
    viewer: await getViewer(event.locals.house.db, event.locals.person, territory.id),
    reading: readingOf(event, territory),
    in: { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) },
    open: cycle.closed_at === null,
  };
}
