import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, inject } from 'vitest';
import { connect, type Engine } from '#lib/platform/database.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { migrate } from '#db/migrate.ts';

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
        const place = engine === 'sqlite' ? newFile() : await newDatabase(inject('migrated'));
        undo.push(place.remove);
        const house = await openTestHouse(place.url);
        undo.push(() => house.close());
        return house;
      }, engine);
    });
}

export async function openTestHouse(url: string, environment: NodeJS.ProcessEnv = {}): Promise<TestHouse> {
  await migrateAt(url);
  let now = NOON;
  const settings = readSettings({ LOG_LEVEL: 'silent', DATABASE_URL: url, ...environment });
  const house = openHouse(settings, { clock: () => now });
  return { ...house, setClock: (moment) => void (now = moment) };
}

/** Gives a new database its tables. */
export async function migrateAt(url: string): Promise<void> {
  const connections = connect(url);
  await migrate(connections);
  await connections.close();
}

interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

export function newFile(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'boussole-test-'));
  return {
    url: `file:${join(folder, 'test.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** @param template the database of which it is a copy; without one it is empty */
export async function newDatabase(template = 'template1'): Promise<Place> {
  const server = inject('postgres');
  const name = `test_${randomId().replace(/\W/g, '').toLowerCase()}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
