import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, NewRow } from '#lib/platform/tables.ts';
import { accountOf, type InCycle } from './acting.ts';
import { faultOf, type GridData, type InLanguages } from './grid.ts';
import { addGridVersion } from './grid-version.server.ts';
import './tables.ts';

/**
 * Gives a cycle a grid of its own, copied from data, as the territory's next version.
 * @param facts.basedOnId the version that the data were read from, where they come from an earlier one
 * @returns the id of the new version
 * @throws Refusal `indicators.gridInUse` when something in the cycle is already sorted by another version; a
 *   `GridFault` when the data don't hold together
 */
export async function copyGrid(
  db: Db,
  facts: InCycle & { grid: GridData; basedOnId?: string },
  now: number,
): Promise<string> {
  const { grid, basedOnId = null } = facts;
  const fault = faultOf(grid);
  if (fault) throw new Refusal(fault.reason, { ...fault });
  const version = await addGridVersion(
    db,
    { ...facts, origin: `${grid.origin ?? 'starter'} ${grid.version}`, basedOnId },
    now,
  );
  await nameVersion(db, facts.territoryId, version, grid);
  const families = await copyFamilies(db, facts.territoryId, version, grid);
  await copyComponents(db, facts, version, families, now);
  return version;
}

async function nameVersion(db: Db, territoryId: string, version: string, grid: GridData): Promise<void> {
  const texts = wordsOf(grid.name).map(([language, name]) => ({
    territory_id: territoryId,
    grid_version_id: version,
    language,
    name,
    notice: wordIn(grid.notice, language),
  }));
  if (texts.length > 0) await db.insertInto('grid_version_text').values(texts).execute();
}

/** @returns the new families' ids by letter */
async function copyFamilies(
  db: Db,
  territoryId: string,
  version: string,
  grid: GridData,
): Promise<Map<string, string>> {
  const ids = new Map(grid.families.map((family) => [family.letter, randomId()]));
  const idOf = (letter: string) => ids.get(letter) ?? '';
  const rows = grid.families.map((family, place): NewRow<'family'> => ({
    territory_id: territoryId,
    id: idOf(family.letter),
    grid_version_id: version,
    letter: family.letter,
    position: place + 1,
    sourced: family.letterSourced ? 1 : 0,
  }));
  const texts = grid.families.flatMap((family) =>
    wordsOf(family.name).map(([language, name]) => ({
      territory_id: territoryId,
      family_id: idOf(family.letter),
      language,
      name,
      explanation: wordIn(family.explanation, language),
    })),
  );
  if (rows.length > 0) await db.insertInto('family').values(rows).execute();
  if (texts.length > 0) await db.insertInto('family_text').values(texts).execute();
  return ids;
}

async function copyComponents(
  db: Db,
  { territoryId, grid, actor }: InCycle & { grid: GridData },
  version: string,
  families: Map<string, string>,
  now: number,
): Promise<void> {
  const ids = new Map(grid.components.map((component) => [component.code, randomId()]));
  const idOf = (code: string) => ids.get(code) ?? '';
  const rows = grid.components.map((component, place): NewRow<'component'> => ({
    territory_id: territoryId,
    id: idOf(component.code),
    grid_version_id: version,
    family_id: families.get(component.code.slice(0, 1)) ?? '',
    code: component.code,
    position: place + 1,
    sourced: component.sourced ? 1 : 0,
    created_by: accountOf(actor),
    created_at: now,
    retired_by: null,
    retired_at: null,
  }));
  const texts = grid.components.flatMap((component) =>
    wordsOf(component.name).map(([language, name], order) => ({
      territory_id: territoryId,
      component_id: idOf(component.code),
      language,
      name,
      explanation: wordIn(component.explanation, language),
      examples: JSON.stringify(order === 0 ? component.examples : []),
    })),
  );
  if (rows.length > 0) await db.insertInto('component').values(rows).execute();
  if (texts.length > 0) await db.insertInto('component_text').values(texts).execute();
}

function wordsOf(words: InLanguages): [language: string, words: string][] {
  return Object.entries(words);
}

function wordIn(words: InLanguages, language: string): string {
  return new Map(wordsOf(words)).get(language) ?? '';
}
