import { readFileSync } from 'node:fs';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { House } from '#lib/platform/house.server.ts';
import { newFolder, removeFolder } from '#tests/support/folder.ts';
import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';
import { startServer } from '#tests/support/server.ts';
import type { Town } from '#tests/support/territory.ts';
import { FLAGS, findChromium } from '../support/chromium.mjs';
import { comeIn, leadTo, textsOf } from './path/gathering.ts';

/** A network that is really cut makes requests fail; through the service worker they fail in general. */
const CUT =
  /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/;

const gatheringOf = (town: Town) => `${town.base}/definitions/gatherings/${town.gatheringId}`;

/** Writes on the phone, whatever becomes of it. */
async function write(phone: Page, words: string): Promise<void> {
  const field = phone.getByLabel('Une idée, avec vos mots');
  await field.fill(words);
  await phone.getByRole('button', { name: 'Poser ma parole' }).click();
  await expect(field).toHaveValue('');
}

/** In the order in which the server took them. */
async function inOrder(house: House): Promise<string[]> {
  const notes = await house.db.selectFrom('note').select(['text', 'created_at']).orderBy('created_at').execute();
  return notes.map(({ text }) => text);
}

/** Until the device has its copy of the page. */
async function copied(page: Page): Promise<void> {
  const hasCopy = (path: string) =>
    page.evaluate(async (wanted) => {
      const own = (await caches.keys()).find((name) => name.endsWith(wanted));
      return own !== undefined && (await (await caches.open(own)).match(wanted)) !== undefined;
    }, path);
  await expect.poll(() => hasCopy(new URL(page.url()).pathname)).toBe(true);
}

const waiting = (page: Page) => page.locator('#waiting .note');

test('a closed tab opens without a network, says that it is a copy, and what is written then is sent once', async ({
  page: first,
  town,
  house,
  tolerate,
}) => {
  tolerate(CUT);
  await comeIn(first, town.code);
  await copied(first);
  const context = first.context();
  const address = first.url();
  await context.setOffline(true);
  await write(first, 'Un banc');
  await first.close();
  const phone = await context.newPage();
  await phone.goto(address);
  await expect(phone.getByText('Pas de réseau. Voici la copie gardée sur cet appareil.')).toBeVisible();
  await expect(phone.locator('#copy time')).toContainText(/\d/);
  await expect(phone.getByText('1 parole attend.')).toBeVisible();
  await write(phone, 'Une fontaine');
  await expect(phone.getByText('2 paroles attendent.').first()).toBeVisible();
  await expectAccessible(phone);
  await context.setOffline(false);
  await expect(phone.locator('#own-list .note')).toHaveCount(2);
  await expect(phone.getByText('Voici la copie gardée')).toBeHidden();
  expect(await inOrder(house)).toEqual(['Un banc', 'Une fontaine']);
});

test('notes wait while the server is killed, and it takes them after it was started again', async ({
  page: phone,
  town,
  server,
  house,
  tolerate,
}) => {
  tolerate(CUT);
  await comeIn(phone, town.code);
  await write(phone, 'Avant');
  await expect(phone.locator('#own-list')).toContainText('Avant');
  await copied(phone);
  await server.kill();
  await write(phone, 'Pendant');
  await expect(waiting(phone)).toHaveText(/Pendant/);
  await phone.reload();
  await expect(waiting(phone)).toHaveText(/Pendant/);
  // What the browser sends by itself, before the page's script is there, comes back with the page.
  await phone.getByLabel('Une idée, avec vos mots').fill('Trop "tôt" <b>');
  await phone.evaluate(() => {
    sessionStorage.clear();
    document.querySelector<HTMLFormElement>('#write')?.submit();
  });
  await expect(phone.getByLabel('Une idée, avec vos mots')).toHaveValue('Trop "tôt" <b>');
  const again = await startServer(house.connections.url, { PORT: new URL(server.origin).port });
  await phone.getByRole('button', { name: 'Essayer maintenant' }).click();
  await expect(phone.locator('#own-list .note')).toHaveCount(2);
  expect(await inOrder(house)).toEqual(['Avant', 'Pendant']);
  await again.stop();
});

const pageOf = async (context: BrowserContext) => context.pages()[0] ?? context.newPage();

/** In the middle of whatever it does. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const gone = new Promise((resolve) => context.once('close', resolve));
  for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
  await gone;
}

test('notes survive a browser that is killed while they wait, and a clock that was changed', async ({
  town,
  server,
  house,
}) => {
  const profile = newFolder('profile');
  const executablePath = findChromium();
  const open = () =>
    chromium.launchPersistentContext(profile, {
      ...PHONE,
      args: FLAGS,
      locale: 'fr-FR',
      baseURL: server.origin,
      ...(executablePath ? { executablePath } : {}),
    });
  try {
    const joining = await open();
    const joined = await pageOf(joining);
    await comeIn(joined, town.code);
    await copied(joined);
    const address = joined.url();
    await joining.close();

    const writing = await open();
    await writing.setOffline(true);
    const phone = await pageOf(writing);
    await phone.goto(address);
    await write(phone, 'Un banc');
    await write(phone, 'Une fontaine');
    await killBrowser(writing);

    const after = await open();
    await after.setOffline(true);
    const reopened = await pageOf(after);
    // The battery was empty: the phone thinks that it is long ago.
    await reopened.clock.setFixedTime(new Date('2001-01-01T08:00:00Z'));
    await reopened.goto(address);
    await expect(waiting(reopened)).toHaveText([/Un banc/, /Une fontaine/]);
    await write(reopened, 'Un arbre');
    await after.setOffline(false);
    await expect.poll(() => inOrder(house)).toEqual(['Un banc', 'Une fontaine', 'Un arbre']);
    await after.close();
  } finally {
    removeFolder(profile);
  }
});

test('lines typed when the session has ended wait, and are sent after signing in again', async ({
  page: lead,
  town,
  signIn,
  house,
}) => {
  await signIn(lead, town.people.facilitator);
  await lead.goto(`${gatheringOf(town)}/typing`);
  await house.write((db) => db.deleteFrom('session').execute());
  for (const words of ['Un banc', 'Une fontaine']) {
    await lead.getByLabel('Une parole', { exact: true }).fill(words);
    await lead.keyboard.press('Enter');
  }
  await expect(lead.getByText('Votre session est terminée.')).toBeVisible();
  await expect(waiting(lead)).toHaveText([/Un banc/, /Une fontaine/]);
  await expectAccessible(lead);
  await lead.locator('#held').getByRole('link', { name: 'Se connecter' }).click();
  expect(new URL(lead.url()).searchParams.get('next')).toBe(`${gatheringOf(town)}/typing`);
  await signIn(lead, town.people.facilitator);
  await lead.reload();
  await expect(lead).toHaveURL(/typing$/);
  await expect.poll(() => inOrder(house)).toEqual(['Un banc', 'Une fontaine']);
});

test('typing goes on without a network, in a tab opened without one', async ({
  page: first,
  town,
  signIn,
  house,
  tolerate,
}) => {
  tolerate(CUT);
  await signIn(first, town.people.facilitator);
  await first.goto(`${gatheringOf(town)}/typing`);
  await copied(first);
  const context = first.context();
  await context.setOffline(true);
  await first.close();
  const lead = await context.newPage();
  await lead.goto(`${gatheringOf(town)}/typing`);
  await expect(lead.getByText('Voici la copie gardée')).toBeVisible();
  await lead.getByLabel('Une parole', { exact: true }).fill('Un banc');
  await lead.keyboard.press('Enter');
  await lead.getByText('Coller plusieurs lignes').click();
  await lead.locator('[name=lines]').fill('- Une fontaine\n- Un arbre');
  await lead.getByRole('button', { name: 'Enregistrer toutes les lignes' }).click();
  await expect(waiting(lead)).toHaveText([/Un banc/, /Une fontaine/, /Un arbre/]);
  await expectAccessible(lead);
  await context.setOffline(false);
  await expect(lead.locator('#own-list .note')).toHaveCount(3);
  expect(await inOrder(house)).toEqual(['Un banc', 'Une fontaine', 'Un arbre']);
  // Of all else whoever facilitates sees, nothing is copied.
  for (const page of ['', '/approval', '/wall']) await lead.goto(gatheringOf(town) + page);
  await expect
    .poll(() => lead.evaluate(() => caches.keys()))
    .toEqual([expect.stringMatching(`${gatheringOf(town)}/typing$`)]);
  // Whoever leaves the device leaves no copy on it.
  await lead.goto('/fr/sign-out');
  await lead.locator('main').getByRole('button').click();
  await expect.poll(() => lead.evaluate(() => caches.keys())).toEqual([]);
});

test('what comes after the gathering has closed is handed over as a file or as a code', async ({
  visitor,
  page: lead,
  town,
  signIn,
  house,
  tolerate,
}) => {
  tolerate(CUT);
  const phone = await visitor(PHONE);
  await signIn(lead, town.people.facilitator);
  await comeIn(phone, town.code);
  await copied(phone);
  await phone.context().setOffline(true);
  await write(phone, 'Trop tard\npour ce soir');
  await write(phone, 'Et encore');
  await leadTo(lead, gatheringOf(town), 'closed');
  await phone.context().setOffline(false);
  await expect(phone.locator('#refused')).toBeVisible();
  await expect(waiting(phone)).toHaveText([/n’est pas ouverte/, /n’est pas ouverte/]);
  await phone.context().setOffline(true);
  const saved = phone.waitForEvent('download');
  await phone.getByRole('button', { name: 'Enregistrer un fichier' }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  expect(text).toContain('Qu’est-ce que le bien-être pour vous');
  expect(text).toContain('- Trop tard pour ce soir\r\n- Et encore');
  await phone.getByRole('button', { name: 'Montrer un code QR' }).click();
  await expect(phone.getByRole('img', { name: 'Code QR de vos paroles' })).toBeVisible();
  await expect(phone.locator('#codes path')).toHaveAttribute('d', /^M0 0h7v1/);
  await expectAccessible(phone);
  expect(await textsOf(house)).toEqual([]);
});

test('whoever waits at the door without a network is let in when there is one', async ({
  page: phone,
  town,
  house,
  tolerate,
}) => {
  tolerate(CUT);
  const change = (phase: 'planned' | 'opening') =>
    house.write((db) => db.updateTable('gathering').set({ phase }).execute());
  await change('planned');
  await phone.goto(`/fr/join/${town.code}`);
  await copied(phone);
  await phone.context().setOffline(true);
  await phone.reload();
  await expect(phone.getByText('Voici la copie gardée')).toBeVisible();
  await expectAccessible(phone);
  await change('opening');
  await phone.context().setOffline(false);
  await expect(phone.getByRole('button', { name: 'J’ai compris' })).toBeVisible({ timeout: 20_000 });
  await expect(phone.getByText('Voici la copie gardée')).toBeHidden();
});

test('what an earlier version kept is taken over once; where the browser keeps nothing, the page says so', async ({
  page: phone,
  town,
  house,
  tolerate,
}) => {
  tolerate(CUT);
  await comeIn(phone, town.code);
  const { device, here } = await phone.locator('[data-room]').evaluate((told) => {
    return JSON.parse((told as HTMLElement).dataset.room ?? '') as { device: string; here: string };
  });
  const fields = { question: town.questionIds[0] ?? '', language: 'fr' };
  const earlier = ['Un banc', 'Une fontaine'].map((text, place) => ({
    key: `boussole:note:${device}:${here}:sent-by-an-earlier-version-${place}`,
    note: { sentId: `sent-by-an-earlier-version-${place}`, place: place + 1, fields: { ...fields, text } },
  }));
  await phone.evaluate((all) => {
    for (const { key, note } of all) localStorage.setItem(key, JSON.stringify(note));
  }, earlier);
  await phone.reload();
  await expect.poll(() => inOrder(house)).toEqual(['Un banc', 'Une fontaine']);
  expect(await phone.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await phone.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    IDBFactory.prototype.open = refuse;
    Storage.prototype.setItem = refuse;
  });
  await phone.reload();
  await phone.context().setOffline(true);
  await write(phone, 'Un arbre');
  await expect(waiting(phone)).toHaveText(/Un arbre/);
  await expect(phone.getByText('Ce navigateur ne garde rien.')).toBeVisible();
  await phone.context().setOffline(false);
  await expect.poll(() => inOrder(house)).toEqual(['Un banc', 'Une fontaine', 'Un arbre']);
  await expect(phone.getByText('Ce navigateur ne garde rien.')).toBeHidden();
});

/** As somebody writes who is very fast: the next one as soon as the field is empty. */
function writeAll(phone: Page, words: readonly string[]): Promise<void> {
  return phone.evaluate(async (all) => {
    const field = document.querySelector<HTMLTextAreaElement>('#text');
    const { port1, port2 } = new MessageChannel();
    for (const one of all) {
      if (!field) return;
      field.value = one;
      field.form?.requestSubmit();
      // Not by a timer: the page's clock is the test's.
      while (field.value !== '')
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage('');
        });
    }
  }, words);
}

test('two hours without a network and three hundred notes later each is kept once, in order', async ({
  page: phone,
  town,
  house,
  tolerate,
}) => {
  tolerate(CUT);
  await phone.clock.install();
  await comeIn(phone, town.code);
  await copied(phone);
  await phone.context().setOffline(true);
  const words = Array.from({ length: 300 }, (_, number) => `Parole ${number + 1}`);
  for (let number = 0; number < 300; number += 10) {
    await writeAll(phone, words.slice(number, number + 10));
    await phone.clock.fastForward('04:00');
  }
  await expect(waiting(phone)).toHaveCount(300);
  await expect(phone.getByText('300 paroles attendent.').first()).toBeVisible();
  await phone.context().setOffline(false);
  await expect.poll(async () => (await inOrder(house)).length, { timeout: 60_000 }).toBe(300);
  expect(await inOrder(house)).toEqual(words);
  await expect(waiting(phone)).toHaveCount(0);
  await expect(phone.locator('#own-list .note')).toHaveCount(300);
});
