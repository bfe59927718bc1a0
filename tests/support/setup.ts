import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { newFolder, removeFolder } from './folder.ts';
import { migrateAt } from './migrate-at.ts';
import { startPostgres, type Postgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Postgres;
    /** A file with the tables, which is copied. */
    sqlite: string;
  }
}

/** Both engines as the tests find them, before the first test and until after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = newFolder('engines');
  const sqlite = join(folder, 'migrated.db');
  await migrateAt(`file:${sqlite}`);
  project.provide('sqlite', sqlite);
  const { postgres, stop } = await startPostgres(folder);
  project.provide('postgres', postgres);
  return async () => {
    await stop();
    removeFolder(folder);
  };
}
