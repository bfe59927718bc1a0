import { NewerDatabase } from './migrate.ts';
import { seedIfNew } from './seed.ts';
import { isUnavailable } from '#lib/platform/database.server.ts';
import { BadSettings } from '#lib/platform/settings.server.ts';
import type { serve } from '../src/server.ts';

/** Starts the server for people: says in plain words what is wrong, seeds a new database, ends gracefully. */
export async function runServer(start: typeof serve): Promise<void> {
  try {
    const running = await start(process.env);
    const accounts = await seedIfNew(running.house);
    say(welcome(running.house.settings.origin, accounts));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void running.stop().then(() => process.exit(0)));
    }
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

function welcome(origin: string, accounts: readonly string[]): string {
  const demonstration =
    accounts.length > 0 ? ['', 'Demonstration accounts:', ...accounts.map((line) => `  ${line}`)] : [];
  return [
    '',
    `Boussole is open at ${origin}`,
    ...demonstration,
    '',
    'To start empty, for real use: stop this, choose another DATABASE_URL with DEMONSTRATION=no,',
    'run `npm run create-owner`, then `npm start`.',
    '',
  ].join('\n');
}

function explain(error: unknown): string {
  if (error instanceof BadSettings) return `These settings can’t be used:\n${error.message}`;
  if (error instanceof NewerDatabase) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'Another program uses this port. Stop it, or choose another one: PORT=3001 npm start';
  }
  if (isUnavailable(error)) return `The database can’t be used: ${message}. Check DATABASE_URL and its file’s rights.`;
  return error instanceof Error ? (error.stack ?? message) : message;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
