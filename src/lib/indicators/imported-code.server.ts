import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { InCycle } from './acting.ts';
import { classifyCriteria, MOST_AT_ONCE, type Sorted } from './classification.server.ts';
import { readPlace, type TypedPlace } from './component-code.ts';
import { listOpenCodes } from './component.server.ts';
import { findAct } from './history.server.ts';
import { sentRowId } from './sent-row.server.ts';
import type { Sense } from './tables.ts';
import { visibleCriteria, type Viewer } from './visible.server.ts';

interface Where {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly viewer: Viewer;
}

/** Words that a file came with a code for, and that nobody has sorted yet. */
export interface ImportedCodes {
  /** Those whose code is a component of the cycle's grid. */
  readonly known: readonly { readonly criterionId: string; readonly importId: string; readonly place: TypedPlace }[];
  /** Codes that the grid doesn't have, each once. */
  readonly unknown: readonly string[];
}

/** Only of words that the group took whole: of a part of them the file says nothing. */
export async function listImportedCodes(db: Db, where: Where): Promise<ImportedCodes> {
  const rows = await listUnsorted(db, where);
  if (rows.length === 0) return { known: [], unknown: [] };
  const open = new Set(await listOpenCodes(db, where));
  const placed = rows.map(({ code, ...row }) => ({ ...row, code: code ?? '', place: readPlace(code ?? '') }));
  const isKnown = (place: TypedPlace | undefined): place is TypedPlace => place !== undefined && open.has(place.code);
  return {
    known: placed.flatMap(({ criterionId, importId, place }) =>
      isKnown(place) ? [{ criterionId, importId, place }] : [],
    ),
    unknown: [...new Set(placed.filter(({ place }) => !isKnown(place)).map(({ code }) => code))].sort(),
  };
}

/**
 * Puts words where the file they came in says, all in one go that can be undone in one; each is marked as said by its
 * import.
 * @param facts.sense for codes without one
 * @throws Refusal `indicators.nothingChosen` where there are none
 */
export async function classifyImported(
  db: Db,
  facts: InCycle & { viewer: Viewer; sense: Sense; sentId?: string },
  now: number,
): Promise<Sorted> {
  const actId = sentRowId(facts.actor, facts.sentId, 'imported', facts.cycleId);
  const before = await findAct(db, facts.territoryId, actId);
  // The same form again.
  if (before) return { actId, sorted: before.count, overtaken: [] };
  const { known } = await listImportedCodes(db, facts);
  if (known.length === 0) throw new Refusal('indicators.nothingChosen');
  const { sentId: _, ...by } = facts;
  const overtaken: string[] = [];
  let sorted = 0;
  for (const some of inPlaces(known.slice(0, MOST_AT_ONCE), facts.sense)) {
    const criteria = some.ids.map((criterionId) => ({ criterionId, seen: '' }));
    const into = { code: some.code, sense: some.sense, polarity: 'asked', importId: some.importId } as const;
    const done = await classifyCriteria(db, { ...by, ...into, criteria, actId }, now);
    sorted += done.sorted;
    overtaken.push(...done.overtaken);
  }
  return { actId, sorted, overtaken };
}

function inPlaces(known: ImportedCodes['known'], otherwise: Sense) {
  const places = new Map<string, { code: string; sense: Sense; importId: string; ids: string[] }>();
  for (const { criterionId, importId, place } of known) {
    const sense = place.sense ?? otherwise;
    const key = [place.code, sense, importId].join(' ');
    const there = places.get(key) ?? { code: place.code, sense, importId, ids: [] };
    there.ids.push(criterionId);
    places.set(key, there);
  }
  return [...places].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, place]) => place);
}

function listUnsorted(db: Db, { territoryId, cycleId, viewer }: Where) {
  return visibleCriteria(db, territoryId, viewer)
    .innerJoin('import_line', (join) =>
      join.onRef('import_line.territory_id', '=', 'note.territory_id').onRef('import_line.note_id', '=', 'note.id'),
    )
    .innerJoin('note_approval', (join) =>
      join
        .onRef('note_approval.territory_id', '=', 'criterion.territory_id')
        .onRef('note_approval.id', '=', 'criterion.approval_id'),
    )
    .leftJoin('criterion_place as place', (join) =>
      join.onRef('place.territory_id', '=', 'criterion.territory_id').onRef('place.criterion_id', '=', 'criterion.id'),
    )
    .select(['criterion.id as criterionId', 'import_line.batch_id as importId', 'import_line.code'])
    .where('note.cycle_id', '=', cycleId)
    .where('note.source', '=', 'import')
    .where('note_approval.outcome', '=', 'whole')
    .where('import_line.code', 'is not', null)
    .where('place.classification_id', 'is', null)
    .orderBy('criterion.id')
    .execute();
}
