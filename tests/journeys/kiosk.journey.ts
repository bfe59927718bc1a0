import type { Page } from '@playwright/test';
import { countBySource } from '#lib/definitions/coverage.server.ts';
import { expect, expectAccessible, test } from '#tests/support/journey.ts';
import { leadTo, textsOf } from './path/gathering.ts';

/** Comes in on a device that stands in a public place, and writes. */
async function writeThere(tablet: Page, words: string): Promise<void> {
  await tablet.getByLabel('J’ai 15 ans ou plus').check();
  await tablet.getByRole('button', { name: 'J’ai compris' }).click();
  await tablet.getByRole('link', { name: 'je continue' }).click();
  await tablet.getByLabel('Une idée, avec vos mots').fill(words);
  await tablet.getByRole('button', { name: 'Poser ma parole' }).click();
  await expect(tablet.locator('#own-list')).toContainText(words);
}

test(
  'a device in a library takes each person’s words and forgets them',
  { tag: '@both' },
  async ({ page: tablet, visitor, town, signIn, house }) => {
    const lead = await visitor();
    await signIn(lead, town.people.facilitator);
    const here = `${town.base}/definitions/gatherings/${town.gatheringId}`;
    await leadTo(lead, here, 'writing');
    await lead.goto(here);
    const address = (await lead.getByRole('link', { name: 'Borne' }).getAttribute('href')) ?? '';

    await signIn(tablet, town.people.resident);
    await tablet.goto(address);
    await expectAccessible(tablet);
    await tablet.getByRole('button', { name: 'Cet appareil devient une borne' }).click();
    await expect(tablet.getByRole('link', { name: 'Se connecter' })).toHaveCount(0);
    await expectAccessible(tablet);
    await writeThere(tablet, 'Un banc');
    const write = tablet.url();
    await tablet.getByRole('button', { name: 'J’ai fini' }).click();
    await expect(tablet).toHaveURL(/\/join\/\w+$/);
    await expect(tablet.getByLabel('J’ai 15 ans ou plus')).not.toBeChecked();
    await tablet.goto(write);
    await expect(tablet.getByText('Un banc')).toHaveCount(0);
    await tablet.goto('/fr/account');
    await expect(tablet).toHaveURL(/sign-in/);

    await tablet.goto(`/fr/join/${town.code}`);
    await writeThere(tablet, 'Une fontaine');
    expect((await textsOf(house)).sort()).toEqual(['Un banc', 'Une fontaine']);
    const kept = await house.db.selectFrom('note').select('author_id').execute();
    expect(new Set(kept.map((note) => note.author_id)).size).toBe(2);
    expect(await countBySource(house.db, town.territory.id, town.cycle.id)).toEqual([{ source: 'kiosk', notes: 2 }]);

    await tablet.goto(address);
    await tablet.getByRole('button', { name: 'Ce n’est plus une borne' }).click();
    await tablet.goto(`/fr/join/${town.code}`);
    await expect(tablet.getByRole('button', { name: 'J’ai fini' })).toHaveCount(0);
  },
);

test('when nobody touches it for a minute, it asks, begins anew, and keeps nothing that was half written', async ({
  page: tablet,
  visitor,
  town,
  signIn,
  house,
}) => {
  const lead = await visitor();
  await signIn(lead, town.people.facilitator);
  await leadTo(lead, `${town.base}/definitions/gatherings/${town.gatheringId}`, 'writing');
  await tablet.clock.install();
  await tablet.goto(`/fr/join/${town.code}/kiosk`);
  await tablet.getByRole('button', { name: 'Cet appareil devient une borne' }).click();
  // Where it begins, nobody is asked.
  await tablet.clock.runFor(90_000);
  const still = tablet.getByRole('dialog', { name: 'Vous êtes encore là' });
  await expect(still).toHaveCount(0);
  await writeThere(tablet, 'Un banc');
  await tablet.getByLabel('Une idée, avec vos mots').fill('À moitié');
  await tablet.clock.runFor(50_000);
  await expect(still).toBeVisible();
  await expectAccessible(tablet);
  await still.getByRole('button', { name: 'Oui, je continue' }).click();
  await expect(still).toHaveCount(0);
  await tablet.clock.runFor(40_000);
  await expect(still).toHaveCount(0);
  await expect(tablet.getByLabel('Une idée, avec vos mots')).toHaveValue('À moitié');
  await tablet.clock.runFor(25_000);
  await expect(tablet).toHaveURL(/\/join\/\w+$/);
  // Neither the page of writing nor the private code comes back with the button of the browser.
  for (let step = 0; step < 3; step++) {
    await tablet.goBack();
    await expect(tablet.getByText('Un banc')).toHaveCount(0);
    await expect(tablet.getByRole('heading', { name: 'Votre code personnel' })).toHaveCount(0);
  }
  await tablet.goto(`/fr/join/${town.code}`);
  await writeThere(tablet, 'Une fontaine');
  await expect(tablet.getByLabel('Une idée, avec vos mots')).toHaveValue('');
  expect((await textsOf(house)).sort()).toEqual(['Un banc', 'Une fontaine']);
});

test('without a network it waits behind a screen that shows nothing, and then begins anew', async ({
  page: tablet,
  visitor,
  town,
  signIn,
  house,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const lead = await visitor();
  await signIn(lead, town.people.facilitator);
  await leadTo(lead, `${town.base}/definitions/gatherings/${town.gatheringId}`, 'writing');
  await tablet.goto(`/fr/join/${town.code}/kiosk`);
  await tablet.getByRole('button', { name: 'Cet appareil devient une borne' }).click();
  await writeThere(tablet, 'Un banc');
  await tablet.context().setOffline(true);
  await tablet.getByLabel('Une idée, avec vos mots').fill('Une fontaine');
  await tablet.getByRole('button', { name: 'Poser ma parole' }).click();
  await expect(tablet.locator('#waiting')).toContainText('Une fontaine');
  await tablet.getByRole('button', { name: 'J’ai fini' }).click();
  const away = tablet.getByRole('dialog', { name: 'Cet appareil attend le réseau' });
  await expect(away).toBeVisible();
  await tablet.keyboard.press('Escape');
  await expect(away).toBeVisible();
  expect(await textsOf(house)).toEqual(['Un banc']);
  await tablet.context().setOffline(false);
  await expect(tablet).toHaveURL(/\/join\/\w+$/, { timeout: 20_000 });
  expect((await textsOf(house)).sort()).toEqual(['Un banc', 'Une fontaine']);
});

test('a note on its way isn’t lost when its author leaves at once, from another page too', async ({
  page: tablet,
  visitor,
  town,
  signIn,
  house,
  tolerate,
}) => {
  tolerate(/ERR_FAILED/);
  const lead = await visitor();
  await signIn(lead, town.people.facilitator);
  await leadTo(lead, `${town.base}/definitions/gatherings/${town.gatheringId}`, 'writing');
  await tablet.goto(`/fr/join/${town.code}/kiosk`);
  await tablet.getByRole('button', { name: 'Cet appareil devient une borne' }).click();
  await writeThere(tablet, 'Un banc');
  await tablet.route('**/notes', (route) => route.abort(), { times: 1 });
  await tablet.getByLabel('Une idée, avec vos mots').fill('Une fontaine');
  await tablet.getByRole('button', { name: 'Poser ma parole' }).click();
  await tablet.goto(`/fr/${town.territory.slug}/privacy`);
  await tablet.getByRole('button', { name: 'J’ai fini' }).click();
  await expect(tablet).toHaveURL(/\/join\/\w+$/);
  expect((await textsOf(house)).sort()).toEqual(['Un banc', 'Une fontaine']);
});
