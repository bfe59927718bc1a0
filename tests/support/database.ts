import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, inject } from 'vitest';
import type { Engine } from '#lib/platform/database.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { newFolder, removeFolder } from './folder.ts';
import { migrateAt } from './migrate-at.ts';
import { openDatabase } from './postgres.ts';

export { migrateAt };

/** A house on a database of its own, whose clock a test sets. */
export interface TestHouse extends House {
  setClock(moment: number): void;
}

/** When tests begin: a Thursday noon in Paris. */
export const NOON = Date.parse('2026-05-07T10:00:00Z');

/**
 * Runs the same tests on SQLite and on PostgreSQL. `open` gives a house on a fresh, migrated database; it is closed
 * after the test.
 */
export function eachDatabase(subject: string, tests: (open: () => Promise<TestHouse>, engine: Engine) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const)
    describe(`${subject} on ${engine}`, () => {
      const undo: (() => Promise<void>)[] = [];
      afterEach(async () => {
        for (const step of undo.splice(0).reverse()) await step();
      });
      tests(async () => {
        const place = engine === 'sqlite' ? newFileWithTables() : await openDatabase(inject('postgres'), true);
        undo.push(place.remove);
        const house = openHouseAt(place.url);
        undo.push(() => house.close());
        return house;
      }, engine);
    });
}

export async function openTestHouse(url: string, environment: NodeJS.ProcessEnv = {}): Promise<TestHouse> {
  await migrateAt(url);
  return openHouseAt(url, environment);
}

function openHouseAt(url: string, environment: NodeJS.ProcessEnv = {}): TestHouse {
  let now = NOON;
  const settings = readSettings({ LOG_LEVEL: 'silent', DATABASE_URL: url, ...environment });
  const house = openHouse(settings, { clock: () => now });
  return { ...house, setClock: (moment) => void (now = moment) };
}

interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

/** An SQLite database that isn't there yet. */
export function newFile(folder = newFolder('test')): Place {
  return { url: `file:${join(folder, 'test.db')}`, remove: async () => removeFolder(folder) };
}

function newFileWithTables(): Place {
  const folder = newFolder('test');
  copyFileSync(inject('sqlite'), join(folder, 'test.db'));
  return newFile(folder);
}

/** An empty PostgreSQL database. */
export function newDatabase(): Promise<Place> {
  return openDatabase(inject('postgres'), false);
}
