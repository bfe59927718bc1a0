import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  test as base,
  expect,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Route,
} from '@playwright/test';
import { migrate } from '#db/migrate.ts';
import { seedIfNew } from '#db/seed.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { connect } from '#lib/platform/database.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { newFolder, removeFolder } from './folder.ts';
import { startServer, type RunningServer } from './server.ts';
import { makeTown, type TestAccount, type Town } from './territory.ts';

/**
 * A journey walks the real program in a real browser. Every test has a server and a database of its own, and fails on
 * anything that goes wrong in any of its pages: a console error, a violation of the content security policy, an
 * uncaught error, a failed request.
 *
 *     test('somebody does something', { tag: '@both' }, async ({ page, town, signIn, visitor }) => { … })
 *
 * Tags: `@both` walks with and without JavaScript, `@plain` only without; the others only with.
 */
export interface Journey {
  /** Opens the same database beside the server: to prepare, and to look at what is stored. */
  readonly house: House;
  /** A small town with people in every role; made when first asked for. */
  readonly town: Town;
  readonly server: RunningServer;
  /** Another person's browser, watched like the first. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** What sends and receives as another person's browser does, and draws no page. */
  readonly device: () => Promise<APIRequestContext>;
  /** Gives the page's browser a session, as if the person had signed in. */
  readonly signIn: (page: Page, account: Pick<TestAccount, 'id'>) => Promise<void>;
  /** What goes wrong on purpose in this test: a pattern of the problem's line. */
  readonly tolerate: (problem: RegExp) => void;
}

export interface JourneyOptions {
  /** Start with the demonstration territory instead of an empty database. */
  readonly demonstration: boolean;
}

interface Hidden {
  readonly folder: string;
  readonly problems: Problems;
}

interface Problems {
  readonly seen: string[];
  readonly tolerated: RegExp[];
}

export const test = base.extend<Journey & JourneyOptions & Hidden>({
  demonstration: [false, { option: true }],

  folder: async ({ browserName: _browser }, use) => {
    const folder = newFolder('journey');
    await use(folder);
    removeFolder(folder);
  },

  house: async ({ folder, demonstration }, use) => {
    const file = join(folder, 'journey.db');
    if (demonstration) cpSync(await (seeded ??= seedOnce()), file);
    const house = await openAt(file, 'no');
    await use(house);
    await house.close();
  },

  town: async ({ house }, use) => use(await makeTown(house)),

  server: async ({ house }, use) => {
    const server = await startServer(house.connections.url);
    await use(server);
    await server.stop();
  },

  baseURL: async ({ server }, use) => use(server.origin),

  problems: [
    async ({ browserName: _browser }, use) => {
      const problems: Problems = { seen: [], tolerated: [] };
      await use(problems);
      const real = problems.seen.filter((line) => !problems.tolerated.some((pattern) => pattern.test(line)));
      expect(real, 'what went wrong in the pages').toEqual([]);
    },
    { auto: true },
  ],

  tolerate: async ({ problems }, use) => use((problem) => void problems.tolerated.push(problem)),

  context: async ({ context, problems }, use) => {
    watch(context, problems);
    await use(context);
  },

  visitor: async ({ browser, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      // The test's own settings (address, language, scripts or none) hold for it unless others are given.
      const context = await browser.newContext(options);
      contexts.push(context);
      watch(context, problems);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  device: async ({ playwright, baseURL }, use) => {
    const devices: APIRequestContext[] = [];
    await use(async () => {
      const device = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
      devices.push(device);
      return device;
    });
    for (const device of devices) await device.dispose();
  },

  signIn: async ({ house, server }, use) =>
    use(async (page, account) => {
      const { secret } = await openSession(house, account.id);
      const cookie = { name: SESSION_COOKIE, value: secret, url: server.origin, httpOnly: true };
      await page.context().addCookies([{ ...cookie, sameSite: 'Lax' }]);
    }),
});

export { expect };
export { PHONE, PROJECTOR } from './phone.ts';

/** No violation of WCAG 2.0, 2.1 and 2.2, levels A and AA, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  if (await runsScripts(page)) return expectNoViolation(page, page.url());
  await expectNoViolation(await copyWithScripts(page), page.url());
}

async function expectNoViolation(page: Page, address: string): Promise<void> {
  // Our pages hold no frames of others, and only what fails is read: three times as fast.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(' ')),
  }));
  expect(found, `accessibility of ${address}`).toEqual([]);
}

/** A context with scripts or without stays so: each is asked once, since silence takes its time. */
const scripted = new WeakMap<BrowserContext, boolean>();

async function runsScripts(page: Page): Promise<boolean> {
  const known = scripted.get(page.context());
  if (known !== undefined) return known;
  const answer = page.evaluate(() => new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 0)));
  const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 500));
  const runs = await Promise.race([answer.catch(() => false), silence]);
  scripted.set(page.context(), runs);
  return runs;
}

/** axe is a script: a page that runs none is judged as a copy, word for word, in a tab of a browser that would. */
async function copyWithScripts(page: Page): Promise<Page> {
  const html = (await page.content())
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<(\/?)noscript\b/g, '<$1div');
  const copy = await tabForCopies(page);
  const viewport = page.viewportSize();
  if (viewport) await copy.setViewportSize(viewport);
  // With its fragment, the address of the copy that stands there would not be fetched anew.
  const [address = ''] = page.url().split('#');
  const fulfil = (route: Route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  await copy.route(address, fulfil, { times: 1 });
  await copy.goto(address);
  return copy;
}

/** Each browser has one, which keeps what pages have in common. */
const tabs = new WeakMap<Browser, Promise<Page>>();

function tabForCopies(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser');
  const tab = tabs.get(browser) ?? browser.newPage({ javaScriptEnabled: true });
  tabs.set(browser, tab);
  return tab;
}

function watch(context: BrowserContext, { seen }: Problems): void {
  context.on('console', (message) => {
    // What failed to load is judged below, where its status is known.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      seen.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.push(`uncaught: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page lets go of its streams and of what was still loading.
    if (reason !== 'net::ERR_ABORTED') seen.push(`failed: ${request.method()} ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    const kind = response.request().resourceType();
    // Pages and forms may answer 404, 409 and 422 to people: the test says what it expects of them.
    const bearable = ['document', 'fetch', 'xhr'].includes(kind) ? 500 : 400;
    if (response.status() >= bearable) seen.push(`${response.status()}: ${kind} ${response.url()}`);
  });
}

let seeded: Promise<string> | undefined;

/** The demonstration territory takes seconds to make: each worker makes it once and copies it. */
async function seedOnce(): Promise<string> {
  const folder = newFolder('demonstration');
  process.once('exit', () => removeFolder(folder));
  const file = join(folder, 'demonstration.db');
  const house = await openAt(file, 'yes');
  await seedIfNew(house);
  await house.close();
  return file;
}

async function openAt(file: string, demonstration: 'yes' | 'no'): Promise<House> {
  const url = `file:${file}`;
  const connections = connect(url);
  await migrate(connections);
  await connections.close();
  return openHouse(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', DEMONSTRATION: demonstration }));
}
