import type { serve } from '../src/server.ts';
import { explain, say } from './explain.ts';
import { DEMONSTRATION_PASSWORD, seedIfNew } from './seed.ts';

/** Starts the server for people: says in plain words what is wrong, seeds a new database, ends gracefully. */
export async function runServer(start: typeof serve): Promise<void> {
  try {
    const running = await start(process.env);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void running.stop().then(() => process.exit(0)));
    }
    const accounts = await seedIfNew(running.house);
    say(welcome(running.house.settings.origin, accounts));
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

function welcome(origin: string, accounts: readonly string[]): string {
  const password = `Accounts of the demonstration, each with the password ${DEMONSTRATION_PASSWORD}:`;
  const demonstration = accounts.length > 0 ? ['', password, ...accounts.map((line) => `  ${line}`)] : [];
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
