import { NotThere } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { Reading } from './grid.server.ts';
import { wordingFor } from './wording.ts';
import { LEVEL_NUMBERS, type Direction, type IndicatorStatus, type LevelNumber, type WordForm } from './tables.ts';

/** One version of an indicator in somebody's language. */
export interface IndicatorVersion {
  readonly id: string;
  readonly indicatorId: string;
  readonly status: IndicatorStatus;
  /** From 1. */
  readonly number: number;
  readonly revision: number;
  readonly editedAt: number;
  readonly cycleId: string;
  readonly pathId: string;
  readonly component: { readonly id: string; readonly code: string; readonly name: string };
  readonly family: { readonly letter: string; readonly name: string };
  readonly direction: Direction;
  readonly discussedAt: number | null;
  /** Null while it is a draft; from then on nothing of it changes. */
  readonly frozenAt: number | null;
  readonly decisionId: string | null;
  readonly name: string;
  readonly question: string;
  /** What the name and the question are written in. */
  readonly language: string;
  /** Always five; `text` is empty where nobody has worded the situation. */
  readonly levels: readonly { readonly level: LevelNumber; readonly text: string; readonly language: string }[];
  /** Whether it is also worded in easy language, in the language asked for. */
  readonly easy: boolean;
}

/** Versions by id, in no order. @param form plain unless easy language is asked for and there */
export async function listVersions(
  db: Db,
  territoryId: string,
  ids: readonly string[],
  reading: Reading,
  form: WordForm = 'plain',
): Promise<IndicatorVersion[]> {
  const rows = await selectVersions(db, territoryId, ids);
  const of = <T extends 'indicator_text' | 'indicator_level'>(table: T) =>
    db
      .selectFrom(table as 'indicator_text' | 'indicator_level')
      .selectAll()
      .where('territory_id', '=', territoryId)
      .where('indicator_version_id', 'in', ['', ...ids])
      .execute() as Promise<Row<T>[]>;
  const texts = await of('indicator_text');
  const levels = await of('indicator_level');
  const names = await listGridNames(db, territoryId, rows);
  return rows.map(({ componentId, code, familyId, letter, ...version }) => {
    const own = texts.filter((text) => text.indicator_version_id === version.id);
    const ownLevels = levels.filter((one) => one.indicator_version_id === version.id);
    const text = wordingFor(own, reading.language, reading.fallback, form);
    return {
      ...version,
      component: { id: componentId, code, name: names.component(componentId, reading) ?? code },
      family: { letter, name: names.family(familyId, reading) ?? letter },
      name: text?.name ?? code,
      question: text?.question ?? '',
      language: text?.language ?? reading.fallback,
      levels: LEVEL_NUMBERS.map((level) => {
        const words = ownLevels.filter((one) => one.level === level);
        const worded = wordingFor(words, reading.language, reading.fallback, form);
        return { level, text: worded?.text ?? '', language: worded?.language ?? reading.fallback };
      }),
      easy: own.some((one) => one.form === 'easy' && one.language === reading.language),
    };
  });
}

/** @throws NotThere also for another territory's */
export async function getIndicatorVersion(
  db: Db,
  territoryId: string,
  id: string,
  reading: Reading,
  form: WordForm = 'plain',
): Promise<IndicatorVersion> {
  const [version] = await listVersions(db, territoryId, [id], reading, form);
  if (!version) throw new NotThere('indicator version');
  return version;
}

function selectVersions(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('indicator_version as version')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.territory_id', '=', 'version.territory_id')
        .onRef('indicator.id', '=', 'version.indicator_id'),
    )
    .innerJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'version.territory_id')
        .onRef('component.id', '=', 'version.component_id'),
    )
    .innerJoin('family', (join) =>
      join.onRef('family.territory_id', '=', 'component.territory_id').onRef('family.id', '=', 'component.family_id'),
    )
    .select([
      'version.id',
      'version.indicator_id as indicatorId',
      'indicator.status',
      'version.number',
      'version.revision',
      'version.edited_at as editedAt',
      'version.cycle_id as cycleId',
      'version.path_id as pathId',
      'version.direction',
      'version.discussed_at as discussedAt',
      'version.frozen_at as frozenAt',
      'version.decision_id as decisionId',
      'component.id as componentId',
      'component.code',
      'family.id as familyId',
      'family.letter',
    ])
    .where('version.territory_id', '=', territoryId)
    .where('version.id', 'in', ['', ...ids])
    .execute();
}

async function listGridNames(db: Db, territoryId: string, rows: readonly { componentId: string; familyId: string }[]) {
  const components = await db
    .selectFrom('component_text')
    .select(['component_id', 'language', 'name'])
    .where('territory_id', '=', territoryId)
    .where('component_id', 'in', ['', ...new Set(rows.map((row) => row.componentId))])
    .execute();
  const families = await db
    .selectFrom('family_text')
    .select(['family_id', 'language', 'name'])
    .where('territory_id', '=', territoryId)
    .where('family_id', 'in', ['', ...new Set(rows.map((row) => row.familyId))])
    .execute();
  return {
    component: (id: string, { language, fallback }: Reading) =>
      wordingFor(
        components.filter((text) => text.component_id === id),
        language,
        fallback,
      )?.name,
    family: (id: string, { language, fallback }: Reading) =>
      wordingFor(
        families.filter((text) => text.family_id === id),
        language,
        fallback,
      )?.name,
  };
}
