import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { openHouse } from '#lib/platform/house.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { getGathering, joinGathering } from '#lib/territory/gathering.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { openBallotBox, openSurvey } from '#tests/support/opened.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';

/** Bytes over the line, compressed, without pictures and typefaces. */
const MOST = 50_000;
const MOST_SCRIPT = 35_000;

/** Pages that residents come to with a phone; `{…}` is filled in below. */
const PAGES = {
  home: '/fr',
  territory: '{territory}',
  cycle: '{base}',
  'join, with a code to be typed': '/fr/join',
  'join, from a QR code': '/fr/join/{code}',
  'writing notes': '{gathering}/write',
  'the wall': '{gathering}/wall',
  'one’s own words': '{territory}/words',
  privacy: '{territory}/privacy',
  'the survey’s beginning': '{round}/answer',
  'one situation of the survey': '{round}/answer/1',
  'the survey’s end': '{round}/answer/end',
  'a vote': '{vote}',
  ballot: '{vote}/ballot',
  results: '{base}/evaluation',
  plan: '{base}/plan',
} as const;

const file = newFile();
let server: RunningServer;
let cookie: string;
let places: Readonly<Record<string, string>>;

beforeAll(async () => {
  await migrateAt(file.url);
  const house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  const town = await makeTown(house);
  const { voteId } = await openBallotBox(house, town);
  const { roundId } = await openSurvey(house, town);
  const participant = await house.write(async (db) => {
    const gathering = await getGathering(db, town.territory.id, town.gatheringId);
    const made = await createParticipant(db, { territoryId: town.territory.id, day: gathering.day });
    await joinGathering(db, { gathering, participant: made });
    return made;
  });
  await house.close();
  places = {
    base: town.base,
    territory: `/fr/${town.territory.slug}`,
    code: town.code,
    gathering: `${town.base}/definitions/gatherings/${town.gatheringId}`,
    round: `${town.base}/evaluation/rounds/${roundId}`,
    vote: `${town.base}/plan/votes/${voteId}`,
  };
  const device = randomId();
  cookie = [
    `${participantCookie(town.territory.slug)}=${participant.secret}`,
    `answers-${roundId}=${device}`,
    `ballot-${voteId}=${randomId()}`,
  ].join('; ');
  server = await startServer(file.url);
  const begun = await fetch(`${server.origin}${places.round}/answer`, {
    method: 'POST',
    headers: { cookie, origin: server.origin, accept: 'text/html' },
    body: new URLSearchParams({ age: '26-39' }),
    redirect: 'manual',
  });
  expect(begun.status).toBe(303);
});

afterAll(async () => {
  await server.stop();
  await file.remove();
});

describe('a page for residents', () => {
  test.each(Object.entries(PAGES))('%s is light', async (_name, pattern) => {
    const path = pattern.replace(/\{(\w+)\}/g, (_bracket, name: string) => places[name] ?? '');
    const page = await weigh(path);
    expect(page.script, `script of ${path}: ${page.scripts.join(' ')}`).toBeLessThanOrEqual(MOST_SCRIPT);
    expect(page.total, `all of ${path}`).toBeLessThanOrEqual(MOST);
  });
});

/** A page with everything it needs before it is whole: what it links to, and what that imports. */
async function weigh(path: string): Promise<{ total: number; script: number; scripts: string[] }> {
  const document = await ask(path);
  expect(document.status, path).toBe(200);
  const html = document.text;
  const linked = [...html.matchAll(/<link[^>]+(?:rel="(?:stylesheet|modulepreload)")[^>]*>/g)]
    .map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '')
    .concat([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src))
    .concat([...html.matchAll(/import\("([^"]+)"\)/g)].map(([, src = '']) => src));
  const seen = new Map<string, number>();
  const waiting = linked.map((href) => new URL(href, server.origin + path).pathname);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    const part = await ask(next);
    expect(part.status, next).toBe(200);
    seen.set(next, part.bytes);
    if (!next.endsWith('.js')) continue;
    const imports = [...part.text.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)];
    waiting.push(...imports.map(([, target = '']) => new URL(target, server.origin + next).pathname));
  }
  const scripts = [...seen].filter(([name]) => name.endsWith('.js'));
  const sum = (parts: [string, number][]) => parts.reduce((total, [, bytes]) => total + bytes, 0);
  return {
    total: document.bytes + sum([...seen]),
    script: sum(scripts),
    scripts: scripts.map(([name, bytes]) => `${name.split('/').at(-1)} ${bytes}`),
  };
}

interface Answer {
  readonly status: number;
  /** As they came over the line. */
  readonly bytes: number;
  readonly text: string;
}

async function ask(path: string): Promise<Answer> {
  const plain = await fetch(server.origin + path, { headers: { cookie } });
  return { status: plain.status, text: await plain.text(), bytes: await measure(path) };
}

function measure(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(server.origin + path, { headers: { cookie, 'accept-encoding': 'br' } }, (res) => {
      let bytes = 0;
      res.on('data', (chunk: Buffer) => void (bytes += chunk.length));
      res.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
