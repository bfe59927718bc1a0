/**
 * How smoothly a wall of 5,000 notes scrolls, is filtered by question and takes new notes, on a processor slowed down
 * four times: on the room's screen and on a phone, beside a bare page with the same words that does as much.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { findChromium, FLAGS } from '#tests/support/chromium.mjs';
import { migrateAt } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';
import { round } from './load.ts';
import { joinPhones, notesOf } from './phones.ts';

const NOTES = 5000;
const SLOWED = 4;
const WHEELS = 60;
const ARRIVING = 10;
/** Milliseconds that a page has to come to rest after it is loaded. */
const REST = 8000;

interface Smoothness {
  /** The longest task of 50 ms or more; 0 without any. */
  readonly longest_ms: number;
  readonly long_tasks: number;
  /** Between two frames, of a hundred all but one. */
  readonly frame_p99_ms: number;
  /** The longest by what was done. */
  readonly by: Readonly<Record<string, number>>;
}

const folder = mkdtempSync(join(tmpdir(), 'boussole-wall-'));
const url = `file:${join(folder, 'wall.db')}`;
await migrateAt(url);
const house = openHouse(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' }));
const server = await startServer(url);
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: FLAGS });
try {
  const town = await makeTown(house);
  for (const [place, questionId] of town.questionIds.entries())
    await type(town, questionId, place === 0 ? NOTES - 2 * Math.floor(NOTES / 3) : Math.floor(NOTES / 3));
  await lead(town);
  const [reader, writer] = await joinPhones(house, town, 2);
  const here = `${server.origin}${town.base}/definitions/gatherings/${town.gatheringId}`;
  const screen = await measure(browser, { viewport: { width: 1920, height: 1080 } }, `${here}/screen`, [
    { name: SESSION_COOKIE, value: (await openSession(house, town.people.facilitator.id)).secret, url: server.origin },
  ]);
  const phone = await measure(browser, { viewport: { width: 360, height: 740 } }, `${here}/wall`, [
    cookieOf(reader?.cookie ?? ''),
  ]);
  const bare = await measure(browser, { viewport: { width: 1920, height: 1080 } }, undefined, []);
  for (const [name, figures] of Object.entries({ screen, phone, bare }))
    console.log(
      `${name}: ${figures.long_tasks} tasks over 50 ms, the longest ${figures.longest_ms} ms; frames ${figures.frame_p99_ms} ms (p99)`,
    );
  const longest = Math.max(screen.longest_ms, phone.longest_ms);
  const tasks = screen.long_tasks + phone.long_tasks;
  const ratio = round(bare.frame_p99_ms / screen.frame_p99_ms);
  console.log(
    JSON.stringify({
      name: 'wall',
      notes: NOTES,
      slowed: SLOWED,
      long_tasks: tasks,
      longest_ms: longest,
      screen,
      phone,
      bare,
      ratio,
    }),
  );

  async function measure(
    where: Browser,
    options: BrowserContextOptions,
    address: string | undefined,
    cookies: { name: string; value: string; url: string }[],
  ): Promise<Smoothness> {
    const context = await where.newContext(options);
    await context.addCookies(cookies);
    const page = await context.newPage();
    if (address) await page.goto(address);
    else await page.setContent(barePage());
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await page.waitForTimeout(REST);
    await watch(page);
    const doing = (act: string) => page.evaluate((now) => void Object.assign(globalThis, { act: now }), act);
    await doing('scroll');
    await page.mouse.move(150, 500);
    for (let wheel = 0; wheel < WHEELS; wheel++) await scroll(page);
    for (const link of await page.locator('[data-only]').all()) {
      await doing('filter');
      await link.evaluate((one) => (one as HTMLElement).click());
      await page.waitForTimeout(400);
      await doing('scroll');
      for (let wheel = 0; wheel < 10; wheel++) await scroll(page);
    }
    await doing('arrive');
    if (address)
      for (let note = 0; note < ARRIVING; note++) {
        await send(town, writer?.cookie ?? '', note);
        await page.waitForTimeout(500);
      }
    const figures = await page.evaluate(() => (globalThis as unknown as { seen: Smoothness }).seen);
    await context.close();
    return { ...figures, longest_ms: round(figures.longest_ms), frame_p99_ms: round(figures.frame_p99_ms) };
  }
} finally {
  await browser.close();
  await server.stop();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(40);
}

/** Counts from now on. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const long: number[] = [];
    const by: Record<string, number> = {};
    new PerformanceObserver((list) => {
      const { act = '' } = globalThis as unknown as { act?: string };
      for (const { duration } of list.getEntries()) {
        long.push(duration);
        by[act] = Math.max(by[act] ?? 0, duration);
      }
    }).observe({ type: 'longtask' });
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.defineProperty(globalThis, 'seen', {
      get: () => ({
        longest_ms: Math.max(0, ...long),
        long_tasks: long.length,
        by,
        frame_p99_ms: frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.99)] ?? 0,
      }),
    });
  });
}

function barePage(): string {
  const words = Array.from({ length: NOTES }, (_, at) => `<p>${textOf(at)}</p>`).join('');
  const links = `<a href="#" data-only onclick="document.body.classList.toggle('narrow')">filter</a>`;
  return `<style>body{columns:17rem}.narrow p:nth-child(3n){display:none}</style>${links}${words}`;
}

function textOf(at: number): string {
  return `Des voisins qui se disent bonjour, et le temps de s’arrêter un peu, ${at}`;
}

async function type(town: Town, questionId: string, count: number): Promise<void> {
  const [territoryId, accountId] = [town.territory.id, town.people.facilitator.id];
  const where = { territoryId, accountId, gatheringId: town.gatheringId, questionId, language: 'fr' };
  const lines = Array.from({ length: count }, (_, at) => textOf(at));
  await house.write((db, now) => typeNotes(db, { ...where, source: 'paper', lines, sentId: randomId() }, now));
}

async function lead(town: Town): Promise<void> {
  const where = { territoryId: town.territory.id, gatheringId: town.gatheringId, questionId: null };
  await house.write((db, now) => leadGathering(db, { ...where, phase: 'sharing', actor: PROGRAM }, now));
}

/** A note from a phone, as it is sent. */
async function send(town: Town, cookie: string, at: number): Promise<void> {
  const body = { question: town.questionIds[1], language: 'fr', text: `Un de plus, ${at}`, sentId: randomId() };
  const headers = { cookie, 'content-type': 'application/json', origin: server.origin };
  await fetch(server.origin + notesOf(town), { method: 'POST', headers, body: JSON.stringify(body) });
}

function cookieOf(cookie: string) {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url: server.origin };
}
