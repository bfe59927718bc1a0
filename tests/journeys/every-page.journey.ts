import type { Page } from '@playwright/test';
import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';

test.use({ demonstration: true });
// The walk grows with every page there is; its limit only ends one that hangs.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

/** Who walks the demonstration territory, each after those who may do less. */
const PEOPLE = [
  'a passer-by',
  'jeanne.riss@rives-sur-ill.example',
  'fatma.aydemir@rives-sur-ill.example',
  'nadia.kessler@rives-sur-ill.example',
  'odile.brandt@rives-sur-ill.example',
  'malik.ferrandi@rives-sur-ill.example',
  'solene.hartwig@rives-sur-ill.example',
] as const;

const SMALL = { width: 360, height: 740 };
const LARGE = { width: 1366, height: 800 };

/** What each kind of page has offered so far: where it leads, and what can be sent from it. */
type Offers = Map<string, Set<string>>;

test('every page that anyone can reach by links is there, tidy and accessible', async ({ visitor, house, signIn }) => {
  const checked: Offers = new Map();
  for (const who of PEOPLE)
    await test.step(`as ${who}`, async () => {
      const page = await visitor({ viewport: SMALL });
      const account = await house.db.selectFrom('account').select('id').where('email', '=', who).executeTakeFirst();
      expect(account === undefined).toBe(who === 'a passer-by');
      if (account) await signIn(page, account);
      const seen = await walk(page, ['/fr', '/fr/account', '/fr/rives-sur-ill'], checked, LARGE);
      expect(seen).toBeGreaterThan(40);
    });
});

test('every public page reads on a phone in English', async ({ visitor }) => {
  const page = await visitor({ ...PHONE, locale: 'en-GB' });
  expect(await walk(page, ['/en', '/en/rives-sur-ill'], new Map())).toBeGreaterThan(40);
});

test('who takes which share is a table where there is room and a list on a phone, never both', async ({ visitor }) => {
  const page = await visitor({ viewport: SMALL });
  await page.goto('/fr/rives-sur-ill/cycle-2026/plan');
  const shares = page.getByRole('region', { name: 'Qui prend quelle part' });
  const actor = shares.getByRole('link', { name: 'École des Saules' });
  const table = shares.getByRole('table');
  await expect(actor).toHaveCount(1);
  await expect(table).toHaveCount(0);
  await page.setViewportSize(LARGE);
  await expect(actor).toHaveCount(1);
  await expect(table).toHaveCount(1);
});

/** Follows the links of each page, to one page of each kind; checks those that offer what none of its kind has. */
async function walk(page: Page, from: readonly string[], checked: Offers, large?: typeof LARGE): Promise<number> {
  const kinds = new Set<string>();
  const waiting = [...from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(200);
    const html = await response.text();
    waiting.push(...listLinks(html, response.url()));
    if (!addOffers(checked, kind, html)) continue;
    await page.setViewportSize(SMALL);
    await page.goto(address);
    await expectTidy(page, address);
    if (large) await page.setViewportSize(large);
    await expectAccessible(page);
  }
  return kinds.size;
}

/** Nothing is said in the program's own words, nothing sticks out sideways; a page has one title, and its tab one. */
async function expectTidy(page: Page, address: string): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text, address).not.toMatch(/\b(undefined|null|NaN|\[object Object\])\b/);
  expect(text, address).not.toMatch(/\b[a-z]+(\.[a-zA-Z-]+){2,}\b(?!\.example)/);
  await expect(page.locator('h1'), address).toHaveCount(1);
  await expect(page, address).toHaveTitle(/\S/);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${address} is no wider than a phone`).toBeLessThanOrEqual(SMALL.width);
}

/** Pages of the same language as the one that shows the links; no downloads, nothing that signs out. */
function listLinks(html: string, at: string): string[] {
  const here = new URL(at);
  return [...html.matchAll(/<a\b[^>]*? href="([^"]*)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), here))
    .filter((url) => url.origin === here.origin && url.pathname.slice(0, 4) === here.pathname.slice(0, 4))
    .filter((url) => !/\.(csv|json|pb|ics)$|sign-out/.test(url.pathname))
    .map((url) => url.pathname + url.search);
}

/** @returns whether this page offers what none of its kind has offered before */
function addOffers(offers: Offers, kind: string, html: string): boolean {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const found = [...main.matchAll(/ (?:href|action|name)="([^"]*)"/g)].map(([, value = '']) => kindOf(value));
  const known = offers.get(kind);
  offers.set(kind, new Set([...(known ?? []), ...found]));
  return !known || found.some((offer) => !known.has(offer));
}

/** An address with its ids, codes and counts left out. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address.replaceAll('&amp;', '&'), 'http://localhost');
  const path = pathname
    .replace(/[\w-]{22}(?=\/|$)/g, '·')
    .replace(/\/[A-Z]\d{0,2}(?=\/|$)/g, '/·')
    .replace(/\/cycle-\d+/, '/cycle')
    .replace(/\/\d+(?=\/|$)/g, '/n')
    .replace(/\/data\/[^/]+$/, '/data/·');
  return [path, ...[...searchParams.keys()].sort()].join(' ');
}
