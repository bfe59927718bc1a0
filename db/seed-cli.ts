import { openHouse } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { carryOut, say } from './explain.ts';
import { migrate } from './migrate.ts';
import { DEMONSTRATION_PASSWORD, seedIfNew } from './seed.ts';

/** `npm run seed`: the demonstration territory, in a database that doesn't have it yet. */
await carryOut(async () => {
  const settings = readSettings({ LOG_LEVEL: 'error', ...process.env, DEMONSTRATION: 'yes' });
  const house = openHouse(settings);
  try {
    await migrate(house.connections);
    const accounts = await seedIfNew(house);
    if (accounts.length === 0) return say('This database isn’t new: nothing was added.');
    const password = `The demonstration territory is there. Its accounts, each with the password ${DEMONSTRATION_PASSWORD}:`;
    say([password, ...accounts.map((line) => `  ${line}`)].join('\n'));
  } finally {
    await house.close();
  }
});
