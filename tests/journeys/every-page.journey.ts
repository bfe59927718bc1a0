import type { Page } from '@playwright/test';
import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';

test.use({ demonstration: true });

/** The demonstration territory, entered as each of these people: every kind of page they can reach by links. */
const PEOPLE = [
  undefined,
  'jeanne.riss@rives-sur-ill.example',
  'malik.ferrandi@rives-sur-ill.example',
  'nadia.kessler@rives-sur-ill.example',
  'fatma.aydemir@rives-sur-ill.example',
  'odile.brandt@rives-sur-ill.example',
  'solene.hartwig@rives-sur-ill.example',
] as const;

for (const email of PEOPLE)
  test(`every page that ${email ?? 'a passer-by'} can reach is there and accessible`, async ({
    page,
    house,
    signIn,
  }) => {
    test.setTimeout(600_000);
    if (email !== undefined) {
      const account = await house.db
        .selectFrom('account')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow();
      await signIn(page, account);
    }
    const seen = await walk(page, ['/fr', '/fr/account', '/fr/rives-sur-ill']);
    expect(seen.length).toBeGreaterThan(email === undefined ? 15 : 20);
  });

test('every public page reads on a phone in English, without JavaScript', { tag: '@plain' }, async ({ visitor }) => {
  test.setTimeout(600_000);
  const page = await visitor({ ...PHONE, locale: 'en-GB' });
  expect((await walk(page, ['/en', '/en/rives-sur-ill'])).length).toBeGreaterThan(15);
});

/** Follows the links of each page, to one page of each kind. @returns the kinds */
async function walk(page: Page, from: readonly string[]): Promise<string[]> {
  const kinds = new Set<string>();
  const waiting = [...from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    await expectTidy(page, address);
    await expectAccessible(page);
    waiting.push(...(await listLinks(page)));
  }
  return [...kinds];
}

/** Nothing sticks out sideways, nothing is said in the program's own words. */
async function expectTidy(page: Page, address: string): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text, address).not.toMatch(/\b(undefined|null|NaN|\[object Object\])\b/);
  expect(text, address).not.toMatch(/\b[a-z]+(\.[a-zA-Z-]+){2,}\b(?!\.example)/);
  await expect(page.locator('h1'), address).toHaveCount(1);
}

/** Pages of the same language as the one that shows the links; no downloads, nothing that signs out. */
async function listLinks(page: Page): Promise<string[]> {
  const here = new URL(page.url());
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return links
    .map((href) => new URL(href))
    .filter((url) => url.origin === here.origin && url.pathname.slice(0, 3) === here.pathname.slice(0, 3))
    .filter((url) => !/\.(csv|json|pb|ics)$|sign-out/.test(url.pathname))
    .map((url) => url.pathname + url.search);
}

/** An address with its ids, codes and counts left out. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const path = pathname
    .replace(/\/[\w-]{22}(?=\/|$)/g, '/·')
    .replace(/\/cycle-\d+/, '/cycle')
    .replace(/\/\d+(?=\/|$)/, '/n');
  return [path.replace(/\/data\/[^/]+$/, '/data/·'), ...[...searchParams.keys()].sort()].join(' ');
}
