/**
 * How soon a phone on a bad line (400 kbit/s, 400 ms) can be used when it first comes, and what each of its notes
 * weighs, beside a bare page with the same words and nothing else.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { openHouse } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { findOrInstallChromium, FLAGS } from '#tests/support/chromium.mjs';
import { migrateAt } from '#tests/support/database.ts';
import { PHONE } from '#tests/support/phone.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';
import { median, round } from './load.ts';
import { joinPhones } from './phones.ts';

const TURNS = 5;
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const folder = mkdtempSync(join(tmpdir(), 'boussole-first-load-'));
const url = `file:${join(folder, 'first-load.db')}`;
await migrateAt(url);
const house = openHouse(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', DEMONSTRATION: 'no' }));
const town = await makeTown(house);
const [phone] = await joinPhones(house, town, 1);
await house.close();

const server = await startServer(url);
const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: FLAGS });
const write = `${town.base}/definitions/gatherings/${town.gatheringId}/write`;
try {
  const join = await measure(`/join/${town.code}`);
  const writing = await measure(write, phone?.cookie);
  const note = await weighNote();
  const pages = { join, write: writing };
  for (const [name, one] of Object.entries(pages))
    console.log(`${name}: usable after ${one.usable_ms} ms, bare ${one.floor_ms} ms; ${one.bytes} bytes`);
  console.log(`a note: ${note} bytes, there and back`);
  const ratio = round(median(Object.values(pages).map((one) => one.floor_ms / one.usable_ms)));
  console.log(JSON.stringify({ name: 'first-load', ratio, note_bytes: note, pages }));
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A page as a phone that has never been here opens it, and its words alone from a bare server. Medians. */
async function measure(path: string, cookie?: string) {
  const loads = await turns(() => firstLoad(server.origin, path, cookie));
  const bare = await startBare(loads.at(-1)?.words ?? '');
  const floors = await turns(() => firstLoad(`http://127.0.0.1:${(bare.address() as AddressInfo).port}`, '/'));
  bare.close();
  const of = (key: 'usable' | 'bytes' | 'script' | 'fonts') => Math.round(median(loads.map((one) => one[key])));
  return {
    usable_ms: of('usable'),
    floor_ms: Math.round(median(floors.map((one) => one.usable))),
    bytes: of('bytes'),
    script_bytes: of('script'),
    font_bytes: of('fonts'),
  };
}

async function turns<T>(work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let turn = 0; turn < TURNS; turn++) results.push(await work());
  return results;
}

interface Load {
  /** Milliseconds until everything but typefaces is there and the page's script has run. */
  readonly usable: number;
  /** Over the line, with headers, without typefaces. */
  readonly bytes: number;
  readonly script: number;
  readonly fonts: number;
  readonly words: string;
}

async function firstLoad(origin: string, path: string, cookie?: string): Promise<Load> {
  return withPhone(browser, cookie, async (page, line) => {
    const weights = weigh(line);
    await page.goto(origin + path, { waitUntil: 'domcontentloaded' });
    // Module scripts run before this event, and stylesheets hold them back.
    const usable = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return entry ? entry.domContentLoadedEventEnd - entry.startTime : NaN;
    });
    const words = await page.locator('body').innerText();
    await page.waitForLoadState('load');
    return { usable, words, ...weights() };
  });
}

async function weighNote(): Promise<number> {
  return withPhone(browser, phone?.cookie, async (page, line) => {
    await page.goto(server.origin + write);
    await page.waitForLoadState('load');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.locator('#text').fill('Respirer un air propre en ouvrant les fenêtres le matin.');
    await page.locator('#write button').last().click();
    const request = await sent;
    await request.response();
    await line.detach();
    const { requestBodySize, requestHeadersSize, responseBodySize, responseHeadersSize } = await request.sizes();
    return requestBodySize + requestHeadersSize + responseBodySize + responseHeadersSize;
  });
}

/** A phone of its own on the bad line: nothing from before is in its cache. */
async function withPhone<T>(
  on: Browser,
  cookie: string | undefined,
  work: (page: Page, line: CDPSession) => Promise<T>,
): Promise<T> {
  const context: BrowserContext = await on.newContext({ ...PHONE, locale: 'fr-FR' });
  try {
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (name) await context.addCookies([{ name, value, url: server.origin }]);
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', LINE);
    return await work(page, line);
  } finally {
    await context.close();
  }
}

/** Bytes over the line by kind, as the browser counts them. */
function weigh(line: CDPSession): () => Pick<Load, 'bytes' | 'script' | 'fonts'> {
  const kinds = new Map<string, string>();
  const sums: Record<string, number> = {};
  line.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    sums[kind] = (sums[kind] ?? 0) + encodedDataLength;
  });
  return () => {
    const all = Object.values(sums).reduce((total, one) => total + one, 0);
    const { Font: fonts = 0, Script: script = 0 } = sums;
    return { bytes: all - fonts, script, fonts };
  };
}

/** The same words and a form, and nothing around them. */
async function startBare(words: string): Promise<Server> {
  const text = words.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
  const bare = createServer((_request, response) =>
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><title>-</title><pre>${text}</pre><form><textarea></textarea><button>ok</button></form>`),
  );
  bare.listen(0, '127.0.0.1');
  await once(bare, 'listening');
  return bare;
}
