import { isUnavailable } from '#lib/platform/database.server.ts';
import { BadSettings } from '#lib/platform/settings.server.ts';
import { NewerDatabase } from './migrate.ts';

/** A command can't be carried out: what is wrong and what to do, in words for whoever typed it. */
export class CannotDo extends Error {}

/** What went wrong, in words for whoever runs the program; the whole error where nothing better is known. */
export function explain(error: unknown): string {
  if (error instanceof BadSettings) return `These settings can’t be used:\n${error.message}`;
  if (error instanceof NewerDatabase || error instanceof CannotDo) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') {
    return 'Another program uses this port. Stop it, or choose another one: PORT=3001 npm start';
  }
  if (!isUnavailable(error)) return error.stack ?? error.message;
  const advice = ADVICE.find(([codes]) => codes.test(code))?.[1] ?? CHECK_ADDRESS;
  return `The database can’t be used: ${error.message}.\n${advice}`;
}

const CHECK_ADDRESS = 'Check DATABASE_URL: the folder must be there, or PostgreSQL must be running at that address.';

const ADVICE: readonly (readonly [codes: RegExp, advice: string])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'Another program holds it: another Boussole, or a tool that looks into it. Stop that one, then try again.',
  ],
  [
    /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS)/,
    'Whoever runs Boussole needs the right to write to the file and to its folder.',
  ],
  [/^(SQLITE_FULL|ENOSPC|53100)/, 'The disk is full. Make room, then start again: nothing that was confirmed is lost.'],
  [
    /^SQLITE_(NOTADB|CORRUPT|IOERR)/,
    'The file is damaged or isn’t a database. Keep it aside and bring back a backup: npm run restore -- FILE',
  ],
  [/^28/, 'PostgreSQL refuses the user or the password of DATABASE_URL.'],
  [/^3D000/, 'Make the database first: createdb NAME'],
];

/** Carries out a command of this folder and ends with 0, or says what is wrong and ends with 1. */
export async function carryOut(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
