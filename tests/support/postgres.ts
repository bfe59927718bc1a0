import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { randomId } from '#lib/platform/random-id.ts';
import { migrateAt } from './migrate-at.ts';
import { freePort } from './port.ts';

/** Where the tests get their PostgreSQL databases from, each empty or with the tables already. */
export type Postgres =
  /** A server on loopback, and the database there that is copied. */
  | { readonly kind: 'installed'; readonly server: string; readonly migrated: string }
  /** Where none is installed: the files of a database directory that PGlite starts from. */
  | { readonly kind: 'bundled'; readonly migrated: string };

interface Started {
  readonly postgres: Postgres;
  stop(): Promise<void>;
}

/** @param folder for its files */
export async function startPostgres(folder: string): Promise<Started> {
  const bin = binaries();
  return bin ? await startInstalled(bin, folder) : await keepImage(folder);
}

/** The machine's own PostgreSQL 15 or later, newest first. */
function binaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).filter(
    (version) => Number(version) >= 15 && existsSync(join(root, version, 'bin/initdb')),
  );
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(root, newest, 'bin');
}

async function startInstalled(bin: string, folder: string): Promise<Started> {
  // PostgreSQL refuses to run as root: then it runs as the user that its package made.
  const owner = userInfo().uid === 0 ? identityOf('postgres') : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, stdio: 'ignore', cwd: '/' } as const;
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'boussole', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], {
    ...options,
  });
  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'max_connections=200'].flatMap((one) => ['-c', one]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings, '-p', String(port), '-k', folder], options);
  const url = `postgres://boussole@127.0.0.1:${port}/postgres`;
  await answers(url);
  const migrated = await createDatabase(url);
  await migrateAt(migrated);
  return {
    postgres: { kind: 'installed', server: url, migrated: nameOf(migrated) },
    stop: () => end(server),
  };
}

/** PostgreSQL compiled to WebAssembly has one database in each: every test gets one of its own. */
async function keepImage(folder: string): Promise<Started> {
  const db = await PGlite.create();
  const line = await serve(db);
  await migrateAt(line.url);
  await line.close();
  const migrated = join(folder, 'migrated.tar');
  writeFileSync(migrated, Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer()));
  await db.close();
  return { postgres: { kind: 'bundled', migrated }, stop: async () => undefined };
}

/** A PostgreSQL database for one test. */
export interface PostgresDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** @param tables whether it has them already; otherwise it is empty */
export async function openDatabase(postgres: Postgres, tables: boolean): Promise<PostgresDatabase> {
  if (postgres.kind === 'installed') {
    const url = await createDatabase(postgres.server, tables ? postgres.migrated : undefined);
    return { url, remove: () => command(postgres.server, `drop database ${nameOf(url)} with (force)`) };
  }
  const db = await PGlite.create(tables ? { loadDataDir: new Blob([readFileSync(postgres.migrated)]) } : {});
  const { url, close } = await serve(db);
  const remove = async () => {
    await close();
    await db.close();
  };
  return { url, remove };
}

/** Copying files is quicker than copying through the log, several times so where the tables are there already. */
async function createDatabase(server: string, template = 'template1'): Promise<string> {
  const name = `test_${randomId().replace(/\W/g, '').toLowerCase()}`;
  await command(server, `create database ${name} template ${template} strategy file_copy`);
  return Object.assign(new URL(server), { pathname: name }).href;
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function command(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function serve(db: PGlite): Promise<{ url: string; close(): Promise<void> }> {
  const port = await freePort();
  const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: 50 });
  await server.start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    close: () => server.stop(),
  };
}

function identityOf(user: string): { uid: number; gid: number } {
  const number = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('PostgreSQL did not start within ten seconds');
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
