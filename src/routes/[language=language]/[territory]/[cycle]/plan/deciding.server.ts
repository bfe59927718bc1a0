import { isMember, mayCoordinate } from '#lib/people/permission.ts';
import type { Person } from '#lib/people/person.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listBodies } from '#lib/territory/body.server.ts';
import { findDecision, type Purpose } from '#lib/territory/decision.server.ts';

/** How far the decision is that an act needs, for whoever prepares it. */
export interface Deciding {
  readonly state: 'needed' | 'waiting' | 'allowed';
  /** Under the body's pages, where it has been entered. */
  readonly entered: string | undefined;
  /** Bodies whose decision this person may enter. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
}

export async function findDeciding(
  db: Db,
  person: Person,
  about: { territoryId: string; purpose: Purpose; subjectId: string },
): Promise<Deciding> {
  const { territoryId } = about;
  const decision = await findDecision(db, about);
  const bodies = await listBodies(db, territoryId);
  const own = bodies.filter(
    (body) => mayCoordinate(person, territoryId) || isMember(person, { territoryId, bodyId: body.id }),
  );
  return {
    state: decision === undefined ? 'needed' : decision.confirmed_at === null ? 'waiting' : 'allowed',
    entered: decision && `staff/bodies/${decision.body_id}/decisions/${decision.id}`,
    bodies: own.map(({ id, name }) => ({ id, name })),
  };
}
