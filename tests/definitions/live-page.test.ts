import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { openHouse } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { joinGathering } from '#lib/territory/gathering.server.ts';
import type { Phase } from '#lib/territory/tables.ts';
import { migrateAt, newFile, type TestHouse } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { openRoom, type Room } from './room.ts';

const file = newFile();
let house: TestHouse;
let server: RunningServer;
let room: Room;

beforeAll(async () => {
  await migrateAt(file.url);
  house = { ...openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' })), setClock: () => undefined };
  room = await openRoom(house);
});

afterAll(async () => {
  await house.close();
  await file.remove();
});

const lines: AbortController[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) line.abort();
  await server.stop();
});

async function openLine(path: string, cookie = ''): Promise<Response> {
  const line = new AbortController();
  lines.push(line);
  return fetch(`${server.origin}${path}`, { headers: { cookie }, signal: line.signal });
}

const door = () => openLine(`/fr/join/${room.town.code}/live`);
const inside = (cookie: string) =>
  openLine(`${room.town.base}/definitions/gatherings/${room.gatheringId}/live?for=wall`, cookie);

/** A phone that came in. @returns its cookie */
const comeIn = () =>
  house.write(async (db) => {
    const participant = await createParticipant(db, { territoryId: room.territoryId, day: '2026-05-07' });
    await joinGathering(db, { gathering: await room.gathering(), participant });
    return `${participantCookie(room.town.territory.slug)}=${participant.secret}`;
  });

/** The phase as another process left it: the server reads it anew when somebody asks. */
const put = (phase: Phase) => house.write((db) => db.updateTable('gathering').set({ phase }).execute());

test('the code alone hears that the gathering opens, once, and neither how many came nor what they write', async () => {
  await room.lead('writing');
  await (await room.comeIn()).say('Un banc');
  await put('opening');
  server = await startServer(file.url);
  expect(await (await door()).text()).toBe('retry: 2000\n\nevent: state\ndata: {"phase":"opening"}\n\n');
  await put('planned');
  const waiting = (await door()).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await waiting?.read()).toEqual({ done: false, value: 'retry: 2000\n\n' });
  await put('closed');
  expect((await door()).status).toBe(404);
});

test('a class of forty behind one address listens and waits; one device doesn’t take thirteen places', async () => {
  await put('writing');
  server = await startServer(file.url);
  const cookies = await Promise.all(Array.from({ length: 40 }, comeIn));
  const heard = await Promise.all(cookies.map((cookie) => inside(cookie)));
  expect(heard.map(({ status }) => status)).toEqual(cookies.map(() => 200));
  const [greedy = ''] = cookies;
  const more = [];
  for (let turn = 0; turn < 12; turn++) more.push((await inside(greedy)).status);
  expect(more).toEqual([...Array<number>(11).fill(200), 429]);
  await put('planned');
  const waiting = await Promise.all(Array.from({ length: 40 }, door));
  expect(waiting.map(({ status }) => status)).toEqual(waiting.map(() => 200));
});

test('one address doesn’t keep more than three hundred doors open', async () => {
  await put('planned');
  server = await startServer(file.url);
  const doors = await Promise.all(Array.from({ length: 300 }, door));
  expect(doors.every(({ status }) => status === 200)).toBe(true);
  expect((await door()).status).toBe(429);
});
