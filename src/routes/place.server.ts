import { error, type RequestEvent } from '@sveltejs/kit';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { findParticipantBySecret, type Participant } from '#lib/people/participant.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { dayOf } from '#lib/platform/time.ts';
import type { Row } from '#lib/platform/tables.ts';
import { findCycle } from '#lib/territory/cycle.server.ts';
import { findRehearsalCycle } from '#lib/territory/rehearsal.server.ts';
import { findTerritory } from '#lib/territory/territory.server.ts';

/** Where a request is: its territory and cycle, and what day it is there. */
export interface Place {
  readonly territory: Row<'territory'>;
  readonly cycle: Row<'cycle'>;
  /** `YYYY-MM-DD` in the territory's time zone. */
  readonly today: string;
  /** `/fr/rives-sur-ill/2026` */
  readonly base: string;
}

type Where = RequestEvent<Partial<Record<string, string>>>;

/** @throws 404 when the address names no territory */
export async function getTerritoryHere(event: Where): Promise<Row<'territory'>> {
  const territory = await findTerritory(event.locals.house.db, event.params.territory ?? '');
  if (!territory) error(404, 'not there');
  return territory;
}

/** @throws 404 when the address names no territory, or no cycle of it */
export async function getPlace(event: Where): Promise<Place> {
  const { house, language } = event.locals;
  const territory = await getTerritoryHere(event);
  const cycle = await findCycleHere(event, territory);
  if (!cycle) error(404, 'not there');
  return {
    territory,
    cycle,
    today: dayOf(house.clock(), territory.time_zone),
    base: `/${language}/${territory.slug}/${cycle.slug}`,
  };
}

/** Of a cycle that somebody exercises in there is nothing but its gathering's own pages. */
const REHEARSED =
  /\/gatherings\/\[gathering\](\/(approval(\/\[note\])?|closing|kit|live|notes|print|screen|typed|typing|wall|write))?$/;

async function findCycleHere(event: Where, territory: Row<'territory'>): Promise<Row<'cycle'> | undefined> {
  const { db } = event.locals.house;
  const slug = event.params.cycle ?? '';
  const cycle = await findCycle(db, territory.id, slug);
  return cycle ?? (REHEARSED.test(event.route.id ?? '') ? findRehearsalCycle(db, territory.id, slug) : undefined);
}

/** The device's participant in this territory, if it has one. */
export async function findParticipant(event: Where, territory: Row<'territory'>): Promise<Participant | undefined> {
  const secret = event.cookies.get(participantCookie(territory.slug));
  return secret ? findParticipantBySecret(event.locals.house.db, territory.id, secret) : undefined;
}

/**
 * Marks a page as public: the same for everyone, rendered once for each version of the territory's data and kept in
 * memory by the server entry. Never for a page with a form or anything about the person.
 */
export function publicPage(event: Where, territoryId: string): void {
  // Whoever is signed in has their own links round the page.
  if (event.locals.person.account) return;
  event.setHeaders({ 'x-boussole-page': territoryId, 'cache-control': 'public, no-cache' });
}

/** A load whose reads may find nothing: what isn't there or isn't theirs is 404. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (caught) {
    if (caught instanceof NotThere) error(404, 'not there');
    throw caught;
  }
}
