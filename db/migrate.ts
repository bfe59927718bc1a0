import { Migrator } from 'kysely/migration';
import { connect, type Connections } from '#lib/platform/database.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** The database was made by a later version of the program, which this one must not touch. */
export class NewerDatabase extends Error {
  constructor(unknown: string[]) {
    super(
      `This database was made by a newer version of Boussole (it has ${unknown.join(', ')}). ` +
        'Start that version, or restore a backup made before the change.',
    );
    this.name = 'NewerDatabase';
  }
}

/**
 * Brings the tables up to date; safe to run again at any time.
 * @returns the names of the migrations that ran
 * @throws NewerDatabase when the database has migrations that this program doesn't know
 */
export async function migrate(connections: Connections): Promise<string[]> {
  const db = connections.writing;
  await refuseNewer(connections);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** @throws NewerDatabase */
export async function refuseNewer({ writing }: Pick<Connections, 'writing'>): Promise<void> {
  const tables = await writing.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return;
  const ran = await writing
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const unknown = ran.map((row) => row.name).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
}

if (import.meta.main) {
  const { carryOut, say } = await import('./explain.ts');
  await carryOut(async () => {
    const connections = connect(readSettings(process.env).databaseUrl);
    try {
      const ran = await migrate(connections);
      say(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The tables are up to date.');
    } finally {
      await connections.close();
    }
  });
}
