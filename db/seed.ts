import { hashPassword } from '#lib/people/password.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { accounts } from './seeds/demonstration/content/accounts.ts';
import { withoutChance } from './seeds/demonstration/chance.ts';
import { tellDemonstration } from './seeds/demonstration/index.ts';

/** Of every account of the demonstration territory; whoever starts empty never has these accounts. */
export const DEMONSTRATION_PASSWORD = 'rives-sur-ill';

/**
 * Fills a new database with the demonstration territory, unless DEMONSTRATION is `no`.
 * @returns one line for each demonstration account; none where the database has no demonstration
 */
export async function seedIfNew(house: House): Promise<readonly string[]> {
  const { db, settings } = house;
  const known = await db.selectFrom('territory').select(['demonstration']).execute();
  const owner = await db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  if (known.length === 0 && !owner && settings.demonstration) await seedDemonstration(house);
  else if (!known.some((territory) => territory.demonstration === 1)) return [];
  return accounts.map(({ role, email, name }) => `${role.padEnd(12)}  ${email.padEnd(38)}  ${name}`);
}

/** The demonstration territory, in one transaction. */
export async function seedDemonstration(house: House): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  await house.write((db, now) => withoutChance(() => tellDemonstration(db, passwordHash, now)));
}
