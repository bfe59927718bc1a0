import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse } from '#lib/platform/house.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { getGathering, joinGathering } from '#lib/territory/gathering.server.ts';
import { newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';

let file: ReturnType<typeof newFile>;
let server: RunningServer;

beforeEach(async () => {
  file = newFile();
  server = await startServer(file.url);
});

afterEach(async () => {
  await server.kill();
  await file.remove();
});

describe('the server', () => {
  test('says that it is well, and each answer has a number by which its log line is found', async () => {
    const response = await fetch(`${server.origin}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{22}$/);
  });

  test('says how the first account is made while there is none, and nothing of the demonstration', async () => {
    expect(server.said()).toContain('npm run create-owner');
    expect(server.said()).not.toMatch(/demonstration/i);
  });

  test('speaks French where a language is only prepared, and says so to whoever reads aloud', async () => {
    const german = await fetch(`${server.origin}/`, { headers: { 'accept-language': 'de,en;q=0.5' } });
    expect(german.url).toBe(`${server.origin}/en`);
    expect(await (await fetch(`${server.origin}/de`)).text()).toContain('<html lang="fr"');
  });

  test('sends every page with the headers that protect it, and no inline style or script is needed', async () => {
    const response = await fetch(`${server.origin}/fr`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('nonce-');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(await response.text()).not.toMatch(/ style="/);
  });

  test('refuses more than the body limit and a method that nothing answers to, and goes on', async () => {
    const big = await fetch(`${server.origin}/fr/sign-in`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: `email=${'x'.repeat(12_000_001)}`,
    });
    expect([400, 413]).toContain(big.status);
    expect((await fetch(`${server.origin}/health`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  });
});

describe('what is live', () => {
  test('hears at once of what somebody else sends, and ends when the server does', async () => {
    const house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
    const town = await makeTown(house);
    const cookie = await house.write(async (db) => {
      const participant = await createParticipant(db, { territoryId: town.territory.id, day: '2026-05-07' });
      const gathering = await getGathering(db, town.territory.id, town.gatheringId);
      await joinGathering(db, { gathering, participant });
      return `${participantCookie(town.territory.slug)}=${participant.secret}`;
    });
    const { secret } = await openSession(house, town.people.facilitator.id);
    await house.close();
    const room = `${server.origin}${town.base}/definitions/gatherings/${town.gatheringId}`;
    const stream = await fetch(`${room}/live?for=counts`, { headers: { cookie: `${SESSION_COOKIE}=${secret}` } });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    await hear(reader, 'event: state');
    const note = { question: town.questionIds[0], language: 'fr', text: 'Le calme', sentId: randomId() };
    const sent = await fetch(`${room}/notes`, {
      method: 'POST',
      headers: { cookie, origin: server.origin, 'content-type': 'application/json' },
      body: JSON.stringify(note),
    });
    expect(sent.status).toBe(204);
    await hear(reader, 'event: state');
    const begun = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - begun).toBeLessThan(3000);
    await expect(hear(reader, 'anything more')).rejects.toThrow('ended');
  });
});

describe('asked to end, the server', () => {
  test('ends at once when nobody is waiting, and says nothing went wrong', async () => {
    const begun = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - begun).toBeLessThan(3000);
    expect(server.said()).not.toContain('Error');
  });

  test('answers the request that is under way first, and takes no new one', async () => {
    const { port } = new URL(server.origin);
    const socket = connectSocket(Number(port), '127.0.0.1');
    const body = 'email=a%40x.example&password=x';
    let received = '';
    socket.on('data', (chunk: Buffer) => void (received += chunk.toString()));
    const head = [
      'POST /fr/sign-in HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      `origin: ${server.origin}`,
      'content-type: application/x-www-form-urlencoded',
      `content-length: ${body.length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ended = server.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(fetch(`${server.origin}/health`)).rejects.toThrow();
    socket.write(body.slice(5));
    await once(socket, 'close');
    expect(received).toMatch(/^HTTP\/1\.1 \d{3} /);
    expect(received).not.toMatch(/^HTTP\/1\.1 5/);
    expect(await ended).toBe(0);
  });

  test('does not wait for browsers that merely keep their line open', async () => {
    const { port } = new URL(server.origin);
    const socket = connectSocket(Number(port), '127.0.0.1');
    socket.write(`GET /health HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`);
    await once(socket, 'data');
    const begun = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - begun).toBeLessThan(3000);
    socket.destroy();
  });
});

/** Until something is said on a stream. @throws when it ends before that */
async function hear(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<void> {
  const decoder = new TextDecoder();
  for (let said = ''; !said.includes(wanted);) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The stream ended: ${said}`);
    said += decoder.decode(value, { stream: true });
  }
}
