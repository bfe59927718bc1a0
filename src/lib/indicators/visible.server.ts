import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { isShown } from '#lib/definitions/shown.server.ts';
import { mayLead } from '#lib/people/permission.ts';
import type { Person } from '#lib/people/person.ts';
import type { Db, Tables } from '#lib/platform/tables.ts';
import './tables.ts';

/**
 * Who looks: anyone reads what has been cleared for publication; until then words belong to their group, so that of
 * the others only those who facilitate it read them.
 */
export interface Viewer {
  readonly groupIds: readonly string[];
  /** Reads whatever its group has approved: the program's own work and counting, never a page. */
  readonly everything?: true;
}

export const ANYONE: Viewer = { groupIds: [] };
export const EVERYTHING: Viewer = { groupIds: [], everything: true };

/** A person as a viewer of one territory: with the groups whose gatherings they facilitate. */
export async function getViewer(db: Db, person: Person, territoryId: string): Promise<Viewer> {
  const { account } = person;
  if (!account || !mayLead(person, { territoryId, facilitatorIds: [account.id] })) return ANYONE;
  const rows = await db
    .selectFrom('gathering_facilitator')
    .innerJoin('gathering', (join) =>
      join
        .onRef('gathering.territory_id', '=', 'gathering_facilitator.territory_id')
        .onRef('gathering.id', '=', 'gathering_facilitator.gathering_id'),
    )
    .select('gathering.group_id')
    .distinct()
    .where('gathering_facilitator.territory_id', '=', territoryId)
    .where('gathering_facilitator.account_id', '=', account.id)
    .execute();
  return { groupIds: rows.map((row) => row.group_id) };
}

/** Criteria that hold, each with its note, as far as a viewer may read them. */
export function visibleCriteria(db: Db, territoryId: string, viewer: Viewer) {
  return db
    .selectFrom('criterion')
    .innerJoin('note', (join) =>
      join.onRef('note.territory_id', '=', 'criterion.territory_id').onRef('note.id', '=', 'criterion.note_id'),
    )
    .where('criterion.territory_id', '=', territoryId)
    .where('criterion.undone_at', 'is', null)
    .where(isShown(expressionBuilder<Tables, 'note'>()))
    .where(isVisibleTo(viewer));
}

/** The same, those that lie in a component, with the classification that holds. */
export function placedCriteria(db: Db, territoryId: string, viewer: Viewer) {
  return visibleCriteria(db, territoryId, viewer)
    .innerJoin('criterion_place as place', (join) =>
      join.onRef('place.territory_id', '=', 'criterion.territory_id').onRef('place.criterion_id', '=', 'criterion.id'),
    )
    .innerJoin('classification', (join) =>
      join
        .onRef('classification.territory_id', '=', 'place.territory_id')
        .onRef('classification.id', '=', 'place.classification_id'),
    );
}

function isVisibleTo({ groupIds, everything }: Viewer): Expression<SqlBool> {
  const e = expressionBuilder<Tables, 'criterion' | 'note'>();
  if (everything) return e.lit(true);
  const cleared = e.and([e('note.kept_to_group_at', 'is', null), e.exists(publication())]);
  return groupIds.length === 0 ? cleared : e.or([cleared, e('note.group_id', 'in', groupIds)]);
}

function publication() {
  return expressionBuilder<Tables, 'criterion'>()
    .selectFrom('note_publication')
    .select('note_publication.criterion_id')
    .whereRef('note_publication.territory_id', '=', 'criterion.territory_id')
    .whereRef('note_publication.criterion_id', '=', 'criterion.id');
}
