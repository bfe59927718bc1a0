import type { House } from '#lib/platform/house.server.ts';
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
    say(await welcome(running.house, accounts));
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

/** Where it is open, and what whoever typed the command will want to do next. */
async function welcome(house: House, accounts: readonly string[]): Promise<string> {
  const known = await house.db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  const next = accounts.length > 0 ? [...demonstrationOf(accounts), ''] : known ? [] : [FIRST_ACCOUNT, ''];
  return ['', `Boussole is open at ${house.settings.origin}`, '', ...next].join('\n');
}

const FIRST_ACCOUNT =
  'Nobody can sign in yet: `npm run create-owner`, with the same settings, makes the first account.';

function demonstrationOf(accounts: readonly string[]): readonly string[] {
  return [
    `Accounts of the demonstration, each with the password ${DEMONSTRATION_PASSWORD}:`,
    ...accounts.map((line) => `  ${line}`),
    '',
    'To start empty, for real use: stop this, choose another DATABASE_URL with DEMONSTRATION=no,',
    'run `npm run create-owner`, then `npm start`.',
  ];
}
