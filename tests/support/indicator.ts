import { adoptIndicator, discussIndicator } from '#lib/indicators/adoption.server.ts';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { there } from '#lib/platform/refusal.ts';
import { starterGrid } from '#db/seeds/starter-grid/grid.ts';
import type { TestHouse } from './database.ts';
import type { Town } from './town.ts';

/** Indicators adopted by the town's coordination group, on the starter grid. @returns their frozen versions' ids */
export async function adoptIndicators(house: TestHouse, town: Town, number: number): Promise<string[]> {
  const { territoryId, cycleId } = town;
  const place = { territoryId, cycleId, actor: town.first };
  await house.write((db, now) => copyGrid(db, { ...place, grid: starterGrid }, now));
  const codes = ['A01', 'A02', 'A03', 'A05', 'A06'].slice(0, number);
  const versions: string[] = [];
  for (const code of codes) versions.push(await adopt(house, town, code));
  return versions;
}

async function adopt(house: TestHouse, town: Town, code: string): Promise<string> {
  const { territoryId, cycleId, first: actor } = town;
  const component = there(await findComponentByCode(house.db, { territoryId, cycleId, code }), code);
  const words = { language: 'fr', name: `Indicateur ${code}`, question: 'Où en êtes-vous ?' };
  const { id: indicatorId, versionId } = await house.write((db, now) =>
    createIndicator(
      db,
      { territoryId, cycleId, actor, componentId: component.id, direction: 'higher-is-better', ...words },
      now,
    ),
  );
  const levels = [1, 2, 3, 4, 5].map((level) => `Situation ${level} de ${code}.`);
  await house.write((db, now) =>
    wordIndicator(db, { territoryId, indicatorId, actor, ...words, form: 'plain', levels }, now),
  );
  await house.write((db, now) => discussIndicator(db, { territoryId, indicatorId, actor }, now));
  await town.decide('adopt-indicator', versionId);
  return house.write((db, now) => adoptIndicator(db, { territoryId, indicatorId, actor }, now));
}
