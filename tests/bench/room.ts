/**
 * How soon a note stands on every screen of a room: a thousand phones on one wall, twenty notes a second for a minute,
 * beside a bare server that keeps the same notes and tells the same phones.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openHouse } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { migrateAt } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';
import { listenTo, numbered } from './listener.ts';
import { drive, jsonRequest, round } from './load.ts';
import { joinPhones, notesOf, placeOf, type Phone } from './phones.ts';
import { startFloor } from './writing.ts';

const PHONES = 1000;
const NOTES_A_SECOND = 20;
const SECONDS = 60;
const NOTES = NOTES_A_SECOND * SECONDS;
/** One in so many is sent a second time, as phones do on a bad line. */
const AGAIN = 25;
/** How long the last note may take to reach the last phone. */
const LAST = 5000;
/** Phones that come in at the same moment. */
const TOGETHER = 50;

const folder = mkdtempSync(join(tmpdir(), 'boussole-room-'));
const file = (name: string) => join(folder, `${name}.db`);
try {
  const { town, phones } = await prepare();
  cpSync(file('ours'), file('bare'));
  const bare = await measureFloor(town, phones);
  const ours = await measureOurs(town, phones);
  console.log(`${PHONES} phones, ${NOTES} notes in ${SECONDS} s: on every screen after ${ours.p50_ms} ms (p50),`);
  console.log(`${ours.p99_ms} ms (p99); bare: ${bare.p50_ms} and ${bare.p99_ms} ms`);
  // How many times sooner or later than the floor: higher is better, as for throughput.
  const ratio = round(bare.p99_ms / ours.p99_ms);
  console.log(JSON.stringify({ name: 'room', ...ours, floor_p50_ms: bare.p50_ms, floor_p99_ms: bare.p99_ms, ratio }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function prepare() {
  await migrateAt(`file:${file('ours')}`);
  const house = openHouse(readSettings({ DATABASE_URL: `file:${file('ours')}`, LOG_LEVEL: 'silent' }));
  const town = await makeTown(house);
  const phones = await joinPhones(house, town, PHONES);
  const { gatheringId, questionIds } = town;
  const place = { territoryId: town.territory.id, gatheringId, questionId: questionIds[0] ?? null };
  await house.write((db, now) => leadGathering(db, { ...place, phase: 'sharing', actor: PROGRAM }, now));
  await house.close();
  return { town, phones };
}

async function measureOurs(town: Town, phones: readonly Phone[]) {
  const server = await startServer(`file:${file('ours')}`);
  try {
    const figures = await fillRoom(Number(new URL(server.origin).port), town, phones);
    const rss = memoryOf(server.process.pid ?? 0);
    return { ...figures, doubled: figures.doubled + doubledIn(file('ours')), rss_mb: rss };
  } finally {
    await server.stop();
  }
}

async function measureFloor(town: Town, phones: readonly Phone[]) {
  const floor = await startFloor('note', file('bare'), placeOf(town, phones), []);
  try {
    return await fillRoom(floor.port, town, phones);
  } finally {
    floor.process.kill();
  }
}

/** Has every phone listen, sends the notes, and counts what each phone has seen of those that were acknowledged. */
async function fillRoom(port: number, town: Town, phones: readonly Phone[]) {
  const times: number[] = [];
  const sentAt = new Float64Array(NOTES);
  const live = `${town.base}/definitions/gatherings/${town.gatheringId}/live?for=wall`;
  const listening = [];
  for (let from = 0; from < phones.length; from += TOGETHER) {
    const some = phones
      .slice(from, from + TOGETHER)
      .map(({ cookie }) =>
        listenTo({ port, path: live, cookie }, NOTES, (number) =>
          times.push(performance.now() - (sentAt[number] ?? 0)),
        ),
      );
    await Promise.all(some.map(({ heard }) => heard));
    listening.push(...some);
  }
  const acknowledged = await sendNotes(port, town, phones, sentAt);
  await until(() => times.length >= PHONES * acknowledged.size, LAST);
  for (const one of listening) one.close();
  const counts = listening.flatMap(({ seen }) => [...acknowledged].map((number) => seen[number] ?? 0));
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor((times.length - 1) * share)] ?? Number.NaN);
  return {
    phones: PHONES,
    notes: acknowledged.size,
    p50_ms: at(0.5),
    p99_ms: at(0.99),
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
  };
}

/** At an even pace, whatever the answers take. @returns the numbers of the notes that were acknowledged */
async function sendNotes(port: number, town: Town, phones: readonly Phone[], sentAt: Float64Array) {
  const acknowledged = new Set<number>();
  const sending: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let number = 0; number < NOTES; number++) {
    await pause(begun + (number * 1000) / NOTES_A_SECOND - performance.now());
    const fields = { question: town.questionIds[0] ?? '', language: 'fr', text: numbered(number), sentId: randomId() };
    const { cookie } = phones[number % phones.length] as Phone;
    const bytes = jsonRequest(port, notesOf(town), fields, { cookie });
    sentAt[number] = performance.now();
    const times = number % AGAIN === 0 ? 2 : 1;
    sending.push(send(port, bytes, times, () => acknowledged.add(number)));
  }
  await Promise.all(sending);
  return acknowledged;
}

function send(port: number, bytes: Buffer, times: number, kept: () => void): Promise<unknown> {
  let left = times;
  const answered = ({ status, head }: { status: number; head: string }) => {
    if (status !== 204) throw new Error(head);
    kept();
  };
  return drive({ port, connections: 1, lasts: 10_000, next: () => (left-- > 0 ? { bytes, answered } : undefined) });
}

function doubledIn(database: string): number {
  const opened = new SqliteDatabase(database, { readonly: true });
  const texts = opened.prepare('select text from note group by text having count(*) > 1').all();
  opened.close();
  return texts.length;
}

/** The most memory that a process has held, in MB (10⁶ bytes); null where the system doesn't tell. */
function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round((Number(kilobytes) * 1024) / 1e6);
  } catch {
    return null;
  }
}

async function until(done: () => boolean, most: number): Promise<void> {
  const end = performance.now() + most;
  while (!done() && performance.now() < end) await pause(50);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
