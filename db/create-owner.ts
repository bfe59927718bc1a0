import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { newPassword, personName } from '#lib/people/account.form.ts';
import { changePassword, createAccount, findAccountByEmail } from '#lib/people/account.server.ts';
import { hashPassword } from '#lib/people/password.server.ts';
import { emailAddress } from '#lib/platform/form.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { BadSettings, readSettings } from '#lib/platform/settings.server.ts';
import { translateReason } from '#lib/messages/translate.ts';
import { migrate, NewerDatabase } from './migrate.ts';
import { askHidden } from './ask-hidden.ts';

const USAGE = `Makes the account of whoever runs this installation.

  npm run create-owner
      asks for name, e-mail address and password

  printf '%s\\n' 'NAME' 'EMAIL' 'PASSWORD' | npm run -s create-owner
      reads the three from its input, one a line

  npm run create-owner -- --name NAME --email EMAIL
      asks for the password only, or reads it from its input

  --again   when the address has an account already: makes it an owner with this new password
  --language fr|en|de   of the interface; French by default
`;

export interface OwnerFacts {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: string;
  /** Whether an account that is there already becomes the owner's. */
  readonly again: boolean;
}

/** What to write instead, one sentence each. */
export class BadOwner extends Error {}

/**
 * Makes an owner. The address counts as verified: whoever may run this command may do anything anyway.
 * @throws BadOwner saying what to write instead, or that the address has an account
 */
export async function createOwner(house: Pick<House, 'db' | 'write'>, facts: OwnerFacts): Promise<string> {
  const { name, email, password } = checkOwner(facts);
  const known = await findAccountByEmail(house.db, email);
  if (known && !facts.again) {
    throw new BadOwner(
      `There is already an account with the address ${email}. To make it an owner with a new password, add --again.`,
    );
  }
  const passwordHash = await hashPassword(password);
  return house.write(async (db, now) => {
    if (!known) {
      const account = { email, name, language: facts.language, passwordHash, isOwner: true, verified: true };
      return createAccount(db, account, now, PROGRAM);
    }
    await changePassword(db, { accountId: known.id, passwordHash, verified: true }, now);
    await db.updateTable('account').set({ is_owner: 1 }).where('id', '=', known.id).execute();
    return known.id;
  });
}

/** The same rules as the forms'. */
function checkOwner(facts: OwnerFacts): { name: string; email: string; password: string } {
  const schema = v.object({ name: personName, email: emailAddress, password: newPassword });
  const checked = v.safeParse(schema, facts);
  if (checked.success) return checked.output;
  const sentences = checked.issues.map(
    (issue) => `${String(issue.path?.[0]?.key)}: ${translateReason('en', issue.message)}`,
  );
  throw new BadOwner(sentences.join('\n'));
}

/** From the arguments, else from the terminal, else from the lines of the input. */
async function askFacts(): Promise<OwnerFacts | undefined> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      language: { type: 'string', default: 'fr' },
      again: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { again, language } = values;
  if (!['fr', 'en', 'de'].includes(language)) throw new BadOwner('--language: write fr, en or de.');
  const answers = process.stdin.isTTY ? await askTerminal(values) : await readLines(values);
  return { ...answers, language, again };
}

type Given = { readonly name?: string | undefined; readonly email?: string | undefined };
type Answers = Pick<OwnerFacts, 'name' | 'email' | 'password'>;

async function askTerminal(given: Given): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const name = given.name ?? (await terminal.question('Name: '));
  const email = given.email ?? (await terminal.question('E-mail address: '));
  terminal.close();
  const password = await askHidden('Password (at least 12 characters, nothing is shown): ');
  if ((await askHidden('The same password again: ')) !== password)
    throw new BadOwner('The two passwords are not the same. Start again.');
  return { name, email, password };
}

async function readLines(given: Given): Promise<Answers> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) lines.push(line);
  const name = given.name ?? lines.shift() ?? '';
  const email = given.email ?? lines.shift() ?? '';
  return { name, email, password: lines.shift() ?? '' };
}

async function run(): Promise<void> {
  const facts = await askFacts();
  if (!facts) return void process.stdout.write(USAGE);
  const house = openHouse(readSettings({ LOG_LEVEL: 'error', ...process.env }));
  try {
    await migrate(house.connections);
    await createOwner(house, facts);
    process.stdout.write(`${facts.email} can now sign in at ${house.settings.origin}/${facts.language}/sign-in\n`);
  } finally {
    await house.close();
  }
}

if (import.meta.main) {
  try {
    await run();
  } catch (error) {
    const expected = error instanceof BadOwner || error instanceof BadSettings || error instanceof NewerDatabase;
    const usage = error instanceof TypeError && 'code' in error;
    const text = error instanceof Error ? ((expected || usage ? error.message : error.stack) ?? '') : String(error);
    process.stderr.write(`${text}\n${usage ? `\n${USAGE}` : ''}`);
    process.exitCode = 1;
  }
}
