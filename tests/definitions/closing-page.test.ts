import { afterAll, beforeAll, expect, test } from 'vitest';
import { putOnAgenda } from '#lib/definitions/agenda.server.ts';
import { approveTogether } from '#lib/definitions/approval.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { migrateAt, newFile, type TestHouse } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { openRoom, type Room } from './room.ts';

const file = newFile();
let house: TestHouse;
let server: RunningServer;
let cookie: string;

beforeAll(async () => {
  await migrateAt(file.url);
  const opened = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  house = { ...opened, setClock: () => undefined };
  server = await startServer(file.url);
});

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

/** A gathering as whoever facilitates it finds it, without any script. */
async function openLead(name: string) {
  const room = await openRoom(house, name);
  cookie = `${SESSION_COOKIE}=${(await openSession(house, room.accountId)).secret}`;
  const here = `${room.town.base}/definitions/gatherings/${room.gatheringId}`;
  const read = async (path = '') => (await fetch(`${server.origin}${here}${path}`, { headers: { cookie } })).text();
  const send = (path: string, fields: Record<string, string>) =>
    fetch(`${server.origin}${here}${path}`, {
      method: 'POST',
      headers: { cookie, origin: server.origin, accept: 'text/html' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const close = (from: string) => send('?/lead', { phase: 'closed', question: '', from });
  return { room, here, read, send, close };
}

const phaseOf = async (room: Room) => (await room.gathering()).phase;

test('a gathering with nothing open is closed at once', async () => {
  const { room, close } = await openLead('Vide');
  expect((await close('writing')).status).toBe(200);
  expect(await phaseOf(room)).toBe('closed');
});

test('a gathering in which people write says what becomes of their notes before it is closed, and after', async () => {
  const { room, here, read, send, close } = await openLead('Écriture');
  await (await room.comeIn()).say('Un banc');
  const asked = await close('writing');
  expect([asked.status, asked.headers.get('location')]).toEqual([303, `${here}/closing`]);
  expect(await phaseOf(room)).toBe('writing');
  const page = await read('/closing');
  expect(page).toContain('On est en train d’écrire');
  expect(await read()).toContain('Entrer avec un téléphone');
  expect(page).toContain('Une parole n’a encore été lue par personne');
  expect((await send('/closing', { from: 'writing' })).headers.get('location')).toBe(here);
  expect(await phaseOf(room)).toBe('closed');
  const after = await read();
  expect(after).toContain('Une parole n’a encore été lue par personne');
  expect(after).toContain('rouvrez la rencontre');
  expect(after).not.toContain('On est en train d’écrire');
  expect(after).not.toContain('Entrer avec un téléphone');
});

test('notes that somebody wants to talk about are told on the lead page, before closing, and after, until decided', async () => {
  const { room, here, read, send, close } = await openLead('Partage');
  const guest = await room.comeIn();
  const noteId = await guest.say('Un banc');
  await guest.say('Du calme');
  await room.lead('sharing');
  const link = `href="${here}/approval"`;
  const count = (page: string) => page.split(link).length - 1;
  expect(count(await read())).toBe(1);
  await house.write((db) => putOnAgenda(db, { ...room, noteId }));
  const told = await read();
  expect(told).toContain('Quelqu’un a demandé à en parler.');
  expect(count(told)).toBe(2);
  expect((await close('sharing')).headers.get('location')).toBe(`${here}/closing`);
  const page = await read('/closing');
  expect(page).toContain('2 paroles attendent encore une décision du groupe');
  expect(page).toContain('Quelqu’un a demandé à parler de l’une d’elles.');
  expect(page).toContain(link);
  expect((await send('/closing', { from: 'writing' })).status).toBe(409);
  expect(await phaseOf(room)).toBe('sharing');
  await send('/closing', { from: 'sharing' });
  expect(await read()).toContain('2 paroles attendent encore une décision du groupe');
  expect(await read('/approval')).toContain('Une parole à discuter');
});

test('once everything is decided nothing is asked any more', async () => {
  const { room, read, close } = await openLead('Décidé');
  const noteId = await (await room.comeIn()).say('Un banc');
  await room.lead('approving');
  await house.write((db, now) => approveTogether(db, { ...room, noteIds: [noteId], agreed: 5 }, now));
  expect((await close('approving')).status).toBe(200);
  expect(await phaseOf(room)).toBe('closed');
  expect(await read()).not.toContain('attend encore');
});
