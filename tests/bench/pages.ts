/**
 * How many public pages a second the program serves, beside a bare node:http that sends the very same bytes.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedIfNew } from '#db/seed.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { listCycles } from '#lib/territory/cycle.server.ts';
import { listTerritories } from '#lib/territory/territory.server.ts';
import { migrateAt } from '#tests/support/database.ts';
import { freePort } from '#tests/support/port.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';
import { drive, getRequest, median, round, type Reply } from './load.ts';

const CONNECTIONS = 50;
const ROUNDS = 3;
const LASTS = 2000;
/** Public pages of a cycle: one of each step, and the data. */
const PARTS = ['definitions', 'indicators', 'evaluation', 'plan', 'data'];

const folder = mkdtempSync(join(tmpdir(), 'boussole-pages-'));
const url = `file:${join(folder, 'pages.db')}`;
await migrateAt(url);
const house = openHouse(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', DEMONSTRATION: 'yes' }));
const paths = await listPaths(house);
await house.close();

const server = await startServer(url);
const pages: Record<string, object> = {};
const ratios: number[] = [];
try {
  for (const path of paths) {
    const figures = await compare(path);
    pages[path] = figures;
    ratios.push(figures.ratio);
    console.log(`${path}: ${figures.per_second}/s, bare ${figures.floor_per_second}/s, ${figures.bytes} bytes`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify({ name: 'pages', connections: CONNECTIONS, ratio: median(ratios), pages }));

/** The demonstration territory's public pages; a small town's where there is no demonstration yet. */
async function listPaths(of: House): Promise<string[]> {
  await seedIfNew(of);
  if ((await listTerritories(of.db)).length === 0) await makeTown(of);
  const [territory] = await listTerritories(of.db);
  if (!territory) throw new Error('There is no territory');
  const [cycle] = await listCycles(of.db, territory.id);
  const base = `/fr/${territory.slug}/${cycle?.slug}`;
  return [`/fr/${territory.slug}`, base, ...PARTS.map((part) => `${base}/${part}`)];
}

async function compare(path: string) {
  const port = Number(new URL(server.origin).port);
  const page = await askOnce(port, path);
  const floor = await startFloor(page);
  const ours: number[] = [];
  const bare: number[] = [];
  const p99: number[] = [];
  try {
    for (let turn = 0; turn < ROUNDS; turn++) {
      bare.push((await load(floor.port, path)).perSecond);
      const { perSecond, p99: slowest } = await load(port, path);
      ours.push(perSecond);
      p99.push(slowest);
    }
  } finally {
    floor.process.kill();
  }
  const [perSecond, floorPerSecond] = [median(ours), median(bare)];
  return {
    per_second: perSecond,
    floor_per_second: floorPerSecond,
    ratio: round(perSecond / floorPerSecond),
    bytes: page.body.length,
    p99_ms: median(p99),
  };
}

async function load(port: number, path: string) {
  const bytes = request(port, path);
  const result = await drive({ port, connections: CONNECTIONS, lasts: LASTS, next: () => ({ bytes }) });
  if (Object.keys(result.statuses).join() !== '200') throw new Error(`${path}: ${JSON.stringify(result.statuses)}`);
  return result;
}

function request(port: number, path: string): Buffer {
  return getRequest(port, path, { 'accept-encoding': 'gzip, deflate, br' });
}

async function askOnce(port: number, path: string): Promise<Reply> {
  const answers: Reply[] = [];
  const requests = [request(port, path)];
  const next = () => {
    const bytes = requests.shift();
    return bytes && { bytes, answered: (reply: Reply) => void answers.push(reply) };
  };
  await drive({ port, connections: 1, lasts: 10_000, next });
  const [answer] = answers;
  if (answer?.status !== 200) throw new Error(`${path} answers ${answer?.status}: it is not a public page`);
  return answer;
}

/** A bare server that knows one page by heart, with the same head. */
async function startFloor(page: Reply): Promise<{ process: ChildProcess; port: number }> {
  const port = await freePort();
  const file = join(folder, 'page');
  writeFileSync(file, page.body);
  const headers = page.head
    .split('\r\n')
    .slice(1)
    .flatMap((line) => /^([\w-]+): (.*)$/.exec(line)?.slice(1, 3) ?? [])
    .join('\n');
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('page-floor.ts', import.meta.url)), String(port), file],
    {
      env: { HEADERS: headers },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout, 'data');
  return { process: child, port };
}
