import type { Db, Row } from '#lib/platform/tables.ts';
import { there } from '#lib/platform/refusal.ts';
import type { InCycle } from './acting.ts';
import { copyGrid } from './grid-copy.server.ts';
import { findGridVersion } from './grid-version.server.ts';
import type { Component, Family, Grid, GridData } from './grid.ts';
import { wordingFor } from './wording.ts';
import './tables.ts';

/** In which language to read, and the territory's own where that one has no words. */
export interface Reading {
  readonly language: string;
  readonly fallback: string;
}

/** A cycle's grid in one language; undefined while the cycle has none. */
export async function findGrid(
  db: Db,
  territoryId: string,
  cycleId: string,
  reading: Reading,
): Promise<Grid | undefined> {
  const version = await findGridVersion(db, territoryId, cycleId);
  if (!version) return undefined;
  const rows = await readGrid(db, territoryId, version.id);
  const named = wordingFor(rows.names, reading.language, reading.fallback);
  return {
    id: version.id,
    number: version.number,
    origin: version.origin,
    name: named?.name ?? '',
    notice: named?.notice ?? '',
    language: named?.language ?? reading.fallback,
    families: rows.families.map((family) => familyFor(family, rows, reading)),
  };
}

/** The same, or `NotThere`. */
export async function getGrid(db: Db, territoryId: string, cycleId: string, reading: Reading): Promise<Grid> {
  return there(await findGrid(db, territoryId, cycleId, reading), 'grid');
}

/** The cycle gets a version of its own of the grid that it shares with an earlier cycle, which stays as it was. */
export async function copyGridVersion(db: Db, facts: InCycle, now: number): Promise<string> {
  const version = there(await findGridVersion(db, facts.territoryId, facts.cycleId), 'grid');
  const rows = await readGrid(db, facts.territoryId, version.id);
  return copyGrid(db, { ...facts, grid: dataOf(version, rows), basedOnId: version.id }, now);
}

interface GridRows {
  readonly names: readonly Row<'grid_version_text'>[];
  readonly families: readonly Row<'family'>[];
  readonly familyTexts: readonly Row<'family_text'>[];
  readonly components: readonly Row<'component'>[];
  readonly componentTexts: readonly Row<'component_text'>[];
}

async function readGrid(db: Db, territoryId: string, versionId: string): Promise<GridRows> {
  const names = await db
    .selectFrom('grid_version_text')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('grid_version_id', '=', versionId)
    .execute();
  const families = db
    .selectFrom('family')
    .where('family.territory_id', '=', territoryId)
    .where('family.grid_version_id', '=', versionId);
  const components = db
    .selectFrom('component')
    .where('component.territory_id', '=', territoryId)
    .where('component.grid_version_id', '=', versionId);
  return {
    names,
    families: await families.selectAll().orderBy('position').execute(),
    familyTexts: await families
      .innerJoin('family_text', (join) =>
        join
          .onRef('family_text.territory_id', '=', 'family.territory_id')
          .onRef('family_text.family_id', '=', 'family.id'),
      )
      .selectAll('family_text')
      .execute(),
    components: await components.selectAll().orderBy('position').orderBy('code').execute(),
    componentTexts: await components
      .innerJoin('component_text', (join) =>
        join
          .onRef('component_text.territory_id', '=', 'component.territory_id')
          .onRef('component_text.component_id', '=', 'component.id'),
      )
      .selectAll('component_text')
      .execute(),
  };
}

function familyFor(family: Row<'family'>, rows: GridRows, { language, fallback }: Reading): Family {
  const texts = rows.familyTexts.filter((text) => text.family_id === family.id);
  const words = wordingFor(texts, language, fallback);
  return {
    id: family.id,
    letter: family.letter,
    name: words?.name ?? family.letter,
    explanation: words?.explanation ?? '',
    language: words?.language ?? fallback,
    sourced: family.sourced === 1,
    components: rows.components
      .filter((component) => component.family_id === family.id)
      .map((component) => componentFor(component, rows.componentTexts, { language, fallback })),
  };
}

function componentFor(
  component: Row<'component'>,
  texts: readonly Row<'component_text'>[],
  { language, fallback }: Reading,
): Component {
  const own = texts.filter((text) => text.component_id === component.id);
  const words = wordingFor(own, language, fallback);
  return {
    id: component.id,
    familyId: component.family_id,
    code: component.code,
    name: words?.name ?? component.code,
    explanation: words?.explanation ?? '',
    examples: words ? examplesOf(words) : [],
    language: words?.language ?? fallback,
    sourced: component.sourced === 1,
    retired: component.retired_at !== null,
  };
}

function examplesOf(text: Row<'component_text'>): string[] {
  return JSON.parse(text.examples) as string[];
}

/** The stored version as data again; what has been retired is left behind. */
function dataOf(version: Row<'grid_version'>, rows: GridRows): GridData {
  const [origin = 'starter', number = '1'] = version.origin.split(' ');
  const each = <T extends { language: string }>(texts: readonly T[], pick: (text: T) => string) =>
    Object.fromEntries(texts.map((text) => [text.language, pick(text)]));
  return {
    origin,
    version: number,
    name: each(rows.names, (text) => text.name),
    notice: each(rows.names, (text) => text.notice),
    families: rows.families.map((family) => {
      const texts = rows.familyTexts.filter((text) => text.family_id === family.id);
      return {
        letter: family.letter,
        letterSourced: family.sourced === 1,
        name: each(texts, (text) => text.name),
        explanation: each(texts, (text) => text.explanation),
      };
    }),
    components: rows.components
      .filter((component) => component.retired_at === null)
      .map((component) => {
        const texts = rows.componentTexts
          .filter((text) => text.component_id === component.id)
          .sort((a, b) => b.examples.length - a.examples.length);
        return {
          code: component.code,
          sourced: component.sourced === 1,
          name: each(texts, (text) => text.name),
          explanation: each(texts, (text) => text.explanation),
          examples: texts.flatMap(examplesOf),
        };
      }),
  };
}
