import { expect, test } from 'vitest';
import { starterGrid } from '#db/seeds/starter-grid/grid.ts';
import { readPlace } from '#lib/indicators/component-code.ts';
import {
  addComponent,
  findComponentByCode,
  reinstateComponent,
  renameComponent,
  retireComponent,
} from '#lib/indicators/component.server.ts';
import { renameFamily } from '#lib/indicators/family.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import { copyGridVersion, getGrid } from '#lib/indicators/grid.server.ts';
import { listCyclesSharingGrid, useGridVersion } from '#lib/indicators/grid-version.server.ts';
import { openComponents, type Grid } from '#lib/indicators/grid.ts';
import { openPath } from '#lib/indicators/path.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { createCycle } from '#lib/territory/cycle.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { GRID, openTown, type Words } from './words.ts';

const FR = { language: 'fr', fallback: 'fr' };

eachDatabase('the grid', (open) => {
  test('the starter grid is copied whole, with its notice, and says that it is no official grid', async () => {
    const words = await openTown(await open());
    await words.house.write((db, now) => copyGrid(db, { ...words.in, grid: starterGrid }, now));
    const grid = await gridOf(words);
    expect(grid.number).toBe(2);
    expect(grid.families.map((family) => family.letter).join('')).toBe('ABCDEFGH');
    expect(codesOf(grid).sort()).toEqual(starterGrid.components.map((component) => component.code).sort());
    expect(grid.notice).toBe(starterGrid.notice.fr);
    const german = await getGrid(words.house.db, words.territoryId, words.cycleId, { language: 'de', fallback: 'fr' });
    expect(german.families[0]?.name).toBe(starterGrid.families[0]?.name.de);
    // Explanations of components aren't told in German: their row is there, with the name alone.
    expect(german.families[0]?.components[1]?.name).toBe('Ernährung');
  });

  test('refuses data that don’t hold together', async () => {
    const words = await openTown(await open());
    const copy = (grid: typeof GRID) => words.house.write((db, now) => copyGrid(db, { ...words.in, grid }, now));
    const [first] = GRID.components;
    if (!first) throw new Error('no component');
    await expect(copy({ ...GRID, components: [first, first] })).rejects.toMatchObject({
      reason: 'indicators.gridCodeTwice',
    });
    await expect(copy({ ...GRID, components: [{ ...first, code: 'Z01' }] })).rejects.toMatchObject({
      reason: 'indicators.gridFamilyMissing',
    });
    await expect(copy({ ...GRID, components: [{ ...first, code: 'A1' }] })).rejects.toMatchObject({
      reason: 'indicators.gridCodeStrange',
    });
    await expect(copy({ ...GRID, families: [...GRID.families, ...GRID.families] })).rejects.toMatchObject({
      reason: 'indicators.gridFamilyTwice',
    });
  });

  test('components are added with the next code or a wanted one, renamed, retired and brought back', async () => {
    const words = await openTown(await open());
    const familyId = (await gridOf(words)).families[0]?.id ?? '';
    const named = { language: 'fr', name: 'Se déplacer', explanation: '' };
    const add = (more: { code?: string; sentId?: string } = {}) =>
      words.house.write((db, now) => addComponent(db, { ...words.in, familyId, ...named, ...more }, now));
    const sentId = 'sent-once-0123456789';
    expect(await add({ sentId })).toBe(await add({ sentId }));
    expect(codesOf(await gridOf(words))).toEqual(['A00', 'A02', 'A05', 'A06', 'B00', 'B01']);
    await add({ code: 'a10' });
    await expect(add({ code: 'A10' })).rejects.toMatchObject({ reason: 'indicators.codeTaken' });
    await expect(add({ code: 'B10' })).rejects.toMatchObject({ reason: 'indicators.codeOtherFamily' });
    await expect(add({ code: 'dix' })).rejects.toMatchObject({ reason: 'indicators.gridCodeStrange' });
    await add({ code: 'A99' });
    await expect(add()).rejects.toMatchObject({ reason: 'indicators.familyFull' });
    const componentId = (await findComponentByCode(words.house.db, { ...words.in, code: 'A02' }))?.id ?? '';
    const renamed = { ...words.in, componentId, language: 'fr', name: 'Santé', explanation: 'Être soigné.' };
    await words.house.write((db, now) => renameComponent(db, renamed, now));
    await words.house.write((db, now) => renameFamily(db, { ...words.in, familyId, ...named, name: 'Vivre' }, now));
    await words.house.write((db, now) => retireComponent(db, renamed, now));
    const [family] = (await gridOf(words)).families;
    expect(family?.name).toBe('Vivre');
    expect(family && openComponents(family).map((one) => one.code)).not.toContain('A02');
    expect(family?.components.find((one) => one.code === 'A02')).toMatchObject({ name: 'Santé', retired: true });
    await words.house.write((db, now) => reinstateComponent(db, renamed, now));
    expect((await gridOf(words)).families[0]?.components.every((one) => !one.retired)).toBe(true);
  });

  test('another territory’s family or component is not there', async () => {
    const words = await openTown(await open());
    const other = await openTown(words.house, 'Autre');
    const familyId = (await gridOf(other)).families[0]?.id ?? '';
    const componentId = (await gridOf(other)).families[0]?.components[0]?.id ?? '';
    const named = { language: 'fr', name: 'x', explanation: '' };
    const tries = [
      () => words.house.write((db, now) => addComponent(db, { ...words.in, familyId, ...named }, now)),
      () => words.house.write((db, now) => renameFamily(db, { ...words.in, familyId, ...named }, now)),
      () => words.house.write((db, now) => renameComponent(db, { ...words.in, componentId, ...named }, now)),
      () => words.house.write((db, now) => retireComponent(db, { ...words.in, componentId }, now)),
      () => words.house.write((db, now) => openPath(db, { ...words.in, componentId }, now)),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toBeInstanceOf(NotThere);
  });

  test('a later cycle shares a version until it takes its own, which leaves the earlier cycle as it was', async () => {
    const words = await openTown(await open());
    const versionId = (await gridOf(words)).id;
    const period = { opensOn: '2026-01-01', closesOn: null };
    const periods = { definitions: period, indicators: period, evaluation: period, plan: period };
    const { id: cycleId } = await words.house.write((db, now) =>
      createCycle(db, { ...words.in, name: '2027', periods }, now),
    );
    const next = { ...words.in, cycleId };
    await words.house.write((db, now) => useGridVersion(db, { ...next, versionId }, now));
    expect(await listCyclesSharingGrid(words.house.db, words.territoryId, cycleId)).toEqual(['2026']);
    await words.house.write((db, now) => copyGridVersion(db, next, now));
    const own = await getGrid(words.house.db, words.territoryId, cycleId, FR);
    expect(codesOf(own)).toEqual(codesOf(await gridOf(words)));
    expect(own.id).not.toBe(versionId);
    const componentId = own.families[0]?.components[1]?.id ?? '';
    await words.house.write((db, now) =>
      renameComponent(db, { ...next, componentId, language: 'fr', name: 'Autrement', explanation: '' }, now),
    );
    expect((await gridOf(words)).families[0]?.components[1]?.name).toBe('Soins');
    expect(own.families[0]?.components[1]?.examples).toEqual(['un exemple']);
    await words.house.write((db, now) => openPath(db, { ...next, componentId }, now));
    await expect(words.house.write((db, now) => useGridVersion(db, { ...next, versionId }, now))).rejects.toMatchObject(
      { reason: 'indicators.gridInUse' },
    );
  });
});

test.each([
  ['A05', 'A05', undefined],
  [' a5 ', 'A05', undefined],
  ['b 1 q', 'B01', 'Q'],
  ['h08S', 'H08', 'S'],
])('the code %j is read as %s %s', (typed, code, sense) => {
  expect(readPlace(typed)).toEqual({ code, sense });
});

test.each(['', 'A', '05', 'A005', 'A05X', 'AA5', 'A05PQ', `a1${' '.repeat(500_000)}!`])('%j is no code', (typed) => {
  expect(readPlace(typed)).toBeUndefined();
});

function gridOf(words: Words) {
  return getGrid(words.house.db, words.territoryId, words.cycleId, FR);
}

function codesOf(grid: Grid) {
  return grid.families.flatMap((family) => family.components.map((component) => component.code));
}
