import { wordingFor } from '#lib/indicators/wording.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { Level } from './distribution.ts';

/** An indicator as a round asks it: one frozen version, in somebody's language. */
export interface AskedIndicator {
  readonly versionId: string;
  readonly indicatorId: string;
  /** The component's code, such as `A02`. */
  readonly code: string;
  readonly componentName: string;
  readonly name: string;
  readonly question: string;
  /** The language the words are in, where it isn't the wanted one. */
  readonly language: string;
  /** From 1 to 5; a situation that nobody has worded is missing. */
  readonly situations: readonly { readonly level: Level; readonly text: string; readonly lang: string }[];
}

/**
 * Some frozen indicators in the words of a language, or else of the territory's.
 * @returns in the order of `versionIds`; unknown ones are left out
 */
export async function listIndicatorWords(
  db: Db,
  facts: {
    territoryId: string;
    versionIds: readonly string[];
    language: string;
    fallback: string;
    form?: 'plain' | 'easy';
  },
): Promise<AskedIndicator[]> {
  const { territoryId, language, fallback, form = 'plain' } = facts;
  const ids = ['', ...facts.versionIds];
  const versions = await listVersions(db, territoryId, ids);
  const texts = await db
    .selectFrom('indicator_text')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('indicator_version_id', 'in', ids)
    .execute();
  const levels = await db
    .selectFrom('indicator_level')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('indicator_version_id', 'in', ids)
    .execute();
  const components = await db
    .selectFrom('component_text')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('component_id', 'in', ['', ...versions.map((version) => version.component_id)])
    .execute();
  const words = { language, fallback, form, texts, levels, components };
  return facts.versionIds.flatMap((versionId) => {
    const version = versions.find((one) => one.id === versionId);
    return version ? [wordedAs(version, words)] : [];
  });
}

interface Words {
  readonly language: string;
  readonly fallback: string;
  readonly form: 'plain' | 'easy';
  readonly texts: readonly Row<'indicator_text'>[];
  readonly levels: readonly Row<'indicator_level'>[];
  readonly components: readonly Row<'component_text'>[];
}

function wordedAs(version: Awaited<ReturnType<typeof listVersions>>[number], words: Words): AskedIndicator {
  const { language, fallback, form } = words;
  const ofVersion = <T extends { indicator_version_id: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.indicator_version_id === version.id);
  const text = wordingFor(ofVersion(words.texts), language, fallback, form);
  const named = words.components.filter((row) => row.component_id === version.component_id);
  return {
    versionId: version.id,
    indicatorId: version.indicator_id,
    code: version.code,
    componentName: wordingFor(named, language, fallback)?.name ?? version.code,
    name: text?.name ?? version.code,
    question: text?.question ?? '',
    language: text?.language ?? fallback,
    situations: ([1, 2, 3, 4, 5] as const).flatMap((level) => {
      const worded = ofVersion(words.levels).filter((row) => row.level === level);
      const situation = wordingFor(worded, language, fallback, form);
      return situation ? [{ level, text: situation.text, lang: situation.language }] : [];
    }),
  };
}

function listVersions(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('indicator_version')
    .innerJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'indicator_version.territory_id')
        .onRef('component.id', '=', 'indicator_version.component_id'),
    )
    .select([
      'indicator_version.id',
      'indicator_version.indicator_id',
      'indicator_version.component_id',
      'component.code',
    ])
    .where('indicator_version.territory_id', '=', territoryId)
    .where('indicator_version.id', 'in', ids)
    .execute();
}

/** The frozen versions that hold in a cycle, in the order of the grid: what a round can ask. */
export async function listAdoptedVersions(db: Db, territoryId: string, cycleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cycle_indicator')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.territory_id', '=', 'cycle_indicator.territory_id')
        .onRef('indicator.id', '=', 'cycle_indicator.indicator_id'),
    )
    .innerJoin('indicator_version', (join) =>
      join
        .onRef('indicator_version.territory_id', '=', 'cycle_indicator.territory_id')
        .onRef('indicator_version.id', '=', 'cycle_indicator.indicator_version_id'),
    )
    .innerJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'indicator_version.territory_id')
        .onRef('component.id', '=', 'indicator_version.component_id'),
    )
    .select('indicator_version.id')
    .where('cycle_indicator.territory_id', '=', territoryId)
    .where('cycle_indicator.cycle_id', '=', cycleId)
    .where('indicator.status', '=', 'adopted')
    .where('indicator_version.frozen_at', 'is not', null)
    .orderBy('component.code')
    .execute();
  return rows.map((row) => row.id);
}
