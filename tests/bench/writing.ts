import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { migrateAt } from '#tests/support/database.ts';
import { freePort } from '#tests/support/port.ts';
import { startServer } from '#tests/support/server.ts';
import { measureDisk } from './disk.ts';
import { drive, median, round, type LoadResult } from './load.ts';

const CONNECTIONS = 50;
const ROUNDS = 3;
const LASTS = 3000;
/** One in so many is sent a second time, as phones do on a bad line. */
const AGAIN = 50;

/** Where the floor puts what it keeps: ids of the same town. */
export type Place = Readonly<Record<string, string>>;

/** A thing to be sent, and by what it is found afterwards. */
export interface Sending {
  readonly key: string;
  readonly bytes: Buffer;
}

export interface Writing {
  readonly name: 'notes' | 'votes';
  readonly floor: 'note' | 'ballot';
  /** Makes what must be there. @returns what the floor needs to know, and how things are sent to a port */
  prepare(house: House): Promise<{ place: Place; sender: (port: number) => () => Sending }>;
  /** The statuses that say that something was kept. */
  readonly kept: readonly number[];
  /** By key, how often a thing is in the database. */
  found(database: SqliteDatabase.Database): Map<string, number>;
}

/** Sends the same things to the program and to both floors in turn, and prints what came of it. */
export async function compareWriting(writing: Writing): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `boussole-${writing.name}-`));
  const file = (name: string) => join(folder, `${name}.db`);
  try {
    await migrateAt(`file:${file('ours')}`);
    const house = openHouse(readSettings({ DATABASE_URL: `file:${file('ours')}`, LOG_LEVEL: 'silent' }));
    const { place, sender } = await writing.prepare(house);
    await house.close();
    for (const floor of ['bare', 'gathered']) cpSync(file('ours'), file(floor));
    const figures = await measure(writing, file, place, sender, measureDisk(folder));
    console.log(JSON.stringify(figures));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  writing: Writing,
  file: (name: string) => string,
  place: Place,
  sender: (port: number) => () => Sending,
  disk: number,
) {
  const server = await startServer(`file:${file('ours')}`);
  const bare = await startFloor(writing.floor, file('bare'), place, []);
  const gathered = await startFloor(writing.floor, file('gathered'), place, ['gathered']);
  const ours = sendAll(Number(new URL(server.origin).port), writing, sender);
  const theirs = [bare, gathered].map(({ port }) => sendAll(port, writing, sender));
  const results: LoadResult[][] = [[], [], []];
  try {
    for (let turn = 0; turn < ROUNDS; turn++)
      for (const [who, send] of [ours, ...theirs].entries()) results[who]?.push(await send.load());
  } finally {
    await server.stop();
    for (const floor of [bare, gathered]) floor.process.kill();
  }
  const [perSecond = 0, floor = 0, gatheredFloor = 0] = results.map((rounds) =>
    median(rounds.map((one) => one.perSecond)),
  );
  const { lost, doubled } = compareKept(ours.acknowledged, file('ours'), writing);
  console.log(`${writing.name}: ${perSecond}/s kept over ${CONNECTIONS} connections, ${ours.acknowledged.size} in all`);
  console.log(`the same, bare: ${floor}/s; bare and gathered: ${gatheredFloor}/s; this disk confirms ${disk}/s`);
  return {
    name: writing.name,
    connections: CONNECTIONS,
    per_second: perSecond,
    floor_per_second: floor,
    gathered_floor_per_second: gatheredFloor,
    fdatasync_per_second: disk,
    ratio: round(perSecond / floor),
    gathered_ratio: round(perSecond / gatheredFloor),
    p50_ms: median((results[0] ?? []).map((one) => one.p50)),
    p99_ms: median((results[0] ?? []).map((one) => one.p99)),
    lost,
    doubled,
  };
}

/** Sends new things, now and then one of them again, and remembers what was acknowledged. */
function sendAll(port: number, writing: Writing, sender: (port: number) => () => Sending) {
  const make = sender(port);
  const acknowledged = new Set<string>();
  const last: Sending[] = [];
  let sent = 0;

  function next() {
    const again = ++sent % AGAIN === 0 ? last.shift() : undefined;
    const sending = again ?? make();
    if (sent % AGAIN === 1) last.push(sending);
    return {
      bytes: sending.bytes,
      answered: ({ status, head, body }: { status: number; head: string; body: Buffer }) => {
        if (!writing.kept.includes(status)) throw new Error(`${head}${body.toString().slice(0, 500)}`);
        acknowledged.add(sending.key);
      },
    };
  }

  return { acknowledged, load: () => drive({ port, connections: CONNECTIONS, lasts: LASTS, next }) };
}

function compareKept(acknowledged: ReadonlySet<string>, file: string, { found }: Writing) {
  const database = new SqliteDatabase(file, { readonly: true });
  const there = found(database);
  database.close();
  const lost = [...acknowledged].filter((key) => !there.has(key)).length;
  const doubled = [...there.values()].filter((times) => times > 1).length;
  return { lost, doubled };
}

/** Starts the bare server in a process of its own. */
export async function startFloor(
  kind: string,
  file: string,
  place: Place,
  args: string[],
): Promise<{ process: ChildProcess; port: number }> {
  const port = await freePort();
  const program = fileURLToPath(new URL('write-floor.ts', import.meta.url));
  const child = spawn(process.execPath, [program, kind, file, String(port), ...args], {
    env: { PLACE: JSON.stringify(place) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { process: child, port };
}
