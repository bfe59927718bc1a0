import type { Db } from '#lib/platform/tables.ts';
import type { GroupKind } from '#lib/territory/tables.ts';
import { listCensus, listOffered } from './census.server.ts';
import { coverItem, type ShownItem } from './coverage.ts';
import { listProfileCounts } from './profile.server.ts';
import { PROFILE_ITEMS, type ProfileItem } from './profile.ts';
import type { Source } from './tables.ts';

/** How a group stands: whether it has met, and how many people and words came from it. */
export interface GroupCoverage {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly standsFor: string;
  readonly targetSize: number;
  readonly held: number;
  readonly planned: number;
  /** People of its best attended gathering: those counted by whoever facilitates, or the devices that came in. */
  readonly people: number;
}

/** Groups of a cycle, in their order; the rainbow group, made of the others, is left out. */
export async function listGroupCoverage(db: Db, territoryId: string, cycleId: string): Promise<GroupCoverage[]> {
  const groups = await db
    .selectFrom('group')
    .select(['id', 'kind', 'name', 'stands_for as standsFor', 'target_size as targetSize'])
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .where('kind', '!=', 'rainbow')
    .where('retired_at', 'is', null)
    .orderBy('position')
    .execute();
  const gatherings = await db
    .selectFrom('gathering')
    .leftJoin('gathering_presence as presence', (join) =>
      join
        .onRef('presence.territory_id', '=', 'gathering.territory_id')
        .onRef('presence.gathering_id', '=', 'gathering.id'),
    )
    .select(['gathering.group_id as groupId', 'gathering.phase', 'gathering.people as devices', 'presence.people'])
    .where('gathering.territory_id', '=', territoryId)
    .execute();
  return groups.map((group) => {
    const own = gatherings.filter((gathering) => gathering.groupId === group.id);
    const planned = own.filter((gathering) => gathering.phase === 'planned').length;
    const people = Math.max(0, ...own.map((gathering) => gathering.people ?? gathering.devices));
    return { ...group, held: own.length - planned, planned, people };
  });
}

/** Notes of a cycle by the way they came; ways by which none came are left out. */
export async function countBySource(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<{ source: Source | 'kiosk'; notes: number }[]> {
  const rows = await db
    .selectFrom('note')
    .leftJoin('kiosk_note as kiosk', (join) =>
      join.onRef('kiosk.territory_id', '=', 'note.territory_id').onRef('kiosk.note_id', '=', 'note.id'),
    )
    .select('source')
    .select((e) => [e.fn.countAll<number>().as('notes'), e.fn.count<number>('kiosk.note_id').as('atKiosk')])
    .where('note.territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .groupBy('source')
    .execute();
  const atKiosk = rows.reduce((sum, row) => sum + Number(row.atKiosk), 0);
  return [
    ...rows.map(({ source, ...row }) => ({ source, notes: Number(row.notes) - Number(row.atKiosk) })),
    { source: 'kiosk' as const, notes: atKiosk },
  ]
    .filter(({ notes }) => notes > 0)
    .sort((a, b) => b.notes - a.notes);
}

/** Who came, by one item of their profile, beside who lives here. */
export interface ItemCoverage extends ShownItem {
  readonly item: ProfileItem;
  /** Where the census figures come from; undefined while none were entered. */
  readonly source: string | undefined;
}

/** @param least fewer people than that are not counted aloud */
export async function listItemCoverage(
  db: Db,
  which: { territoryId: string; cycleId: string; least: number },
): Promise<ItemCoverage[]> {
  const { territoryId, cycleId, least } = which;
  const offered = await listOffered(db, territoryId);
  const counts = await listProfileCounts(db, territoryId, cycleId);
  const census = await listCensus(db, territoryId);
  return PROFILE_ITEMS.filter((item) => offered[item].length > 0).map((item) => {
    const known = census.get(item);
    const categories = offered[item].map((category) => ({
      category,
      counted: counts.find((row) => row.item === item && row.value === category)?.people ?? 0,
      living: known?.people.get(category),
    }));
    return { item, source: known?.source, ...coverItem(categories, least) };
  });
}

/** From so many who told an item on, who is missing is said in public. */
export const LEAST_SAID_IN_PUBLIC = 30;

/** Which categories a public page may invite: no numbers, and only where many have told. */
export async function listInvited(
  db: Db,
  which: { territoryId: string; cycleId: string; least: number },
): Promise<{ item: ProfileItem; category: string }[]> {
  const items = await listItemCoverage(db, which);
  return items
    .filter(({ stated = 0 }) => stated >= LEAST_SAID_IN_PUBLIC)
    .flatMap(({ item, toInvite }) => toInvite.map(({ category }) => ({ item, category })));
}
