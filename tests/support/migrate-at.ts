import { connect } from '#lib/platform/database.server.ts';
import { migrate } from '#db/migrate.ts';

/** Gives a new database its tables. */
export async function migrateAt(url: string): Promise<void> {
  const connections = connect(url);
  await migrate(connections);
  await connections.close();
}
