import { fileOf, engineOf } from './database.server.ts';

/** Everything that can be configured, from environment variables alone; the README's table says what each means. */
export interface Settings {
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly secret: string | undefined;
  readonly mailUrl: string | undefined;
  readonly mailFrom: string;
  readonly logLevel: string;
  readonly bodyLimit: number;
  readonly proxyDepth: number;
  readonly demonstration: boolean;
}

/** The variables that are read, with their defaults. A test compares this list with the README. */
export const VARIABLES = {
  ORIGIN: 'http://localhost:3000',
  HOST: '0.0.0.0',
  PORT: '3000',
  DATABASE_URL: 'file:data/boussole.db',
  SECRET: '',
  MAIL_URL: '',
  MAIL_FROM: 'boussole@localhost',
  LOG_LEVEL: 'info',
  BODY_LIMIT: '12000000',
  PROXY_DEPTH: '0',
  DEMONSTRATION: 'yes',
} as const;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** What is wrong with the environment, one sentence each, for whoever starts the program. */
export class BadSettings extends Error {
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'BadSettings';
  }
}

/** @throws BadSettings naming every variable that can't be used, and what to write instead */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const problems: string[] = [];
  const read = (name: keyof typeof VARIABLES) => environment[name] || VARIABLES[name];

  function whole(name: keyof typeof VARIABLES, least: number, most: number): number {
    const value = Number(read(name));
    if (!Number.isInteger(value) || value < least || value > most)
      problems.push(`${name} is "${read(name)}": write a whole number from ${least} to ${most}.`);
    return value;
  }

  const port = whole('PORT', 0, 65535);
  const origin = environment.ORIGIN || `http://localhost:${port}`;
  if (!/^https?:\/\/[^/\s]+$/.test(origin))
    problems.push(
      `ORIGIN is "${origin}": write the address people type, such as https://boussole.example, without a path.`,
    );
  const databaseUrl = read('DATABASE_URL');
  if (engineOf(databaseUrl) === 'sqlite' && /^([a-z][a-z]+:|:memory:|$)/.test(fileOf(databaseUrl)))
    problems.push(`DATABASE_URL is "${databaseUrl}": write file:PATH for SQLite or postgres://… for PostgreSQL.`);
  const secret = environment.SECRET || undefined;
  if (secret && secret.length < 32) problems.push('SECRET is too short: write at least 32 characters drawn at random.');
  const mailUrl = environment.MAIL_URL || undefined;
  if (mailUrl && !/^smtps?:\/\//.test(mailUrl))
    problems.push(`MAIL_URL is "${mailUrl}": write smtp://user:password@host:port.`);
  if (!LOG_LEVELS.includes(read('LOG_LEVEL')))
    problems.push(`LOG_LEVEL is "${read('LOG_LEVEL')}": write one of ${LOG_LEVELS.join(', ')}.`);
  if (!['yes', 'no'].includes(read('DEMONSTRATION')))
    problems.push(`DEMONSTRATION is "${read('DEMONSTRATION')}": write yes or no.`);
  const bodyLimit = whole('BODY_LIMIT', 100_000, 1_000_000_000);
  const proxyDepth = whole('PROXY_DEPTH', 0, 10);
  if (problems.length > 0) throw new BadSettings(problems);
  return {
    origin,
    host: read('HOST'),
    port,
    databaseUrl,
    secret,
    mailUrl,
    mailFrom: read('MAIL_FROM'),
    logLevel: read('LOG_LEVEL'),
    bodyLimit,
    proxyDepth,
    demonstration: read('DEMONSTRATION') === 'yes',
  };
}
