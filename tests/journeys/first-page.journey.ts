import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';
import { PASSWORD } from '#tests/support/territory.ts';

test('someone arrives, in their browser’s language', { tag: '@both' }, async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/fr$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('someone with a phone in English gets English', { tag: '@both' }, async ({ visitor }) => {
  const page = await visitor({ ...PHONE, locale: 'en-GB' });
  await page.goto('/');
  await expect(page).toHaveURL(/\/en$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
});

test('an address that leads nowhere says so, and leads back', { tag: '@both' }, async ({ page }) => {
  const response = await page.goto('/fr/nulle-part/jamais');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
});

test('somebody with an account signs in, and out again', { tag: '@both' }, async ({ page, town }) => {
  await page.goto('/fr/sign-in');
  await expectAccessible(page);
  await page.getByLabel('Adresse électronique').fill(town.people.resident.email);
  await page.getByLabel('Mot de passe').fill('ce n’est pas le bon');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByLabel('Adresse électronique')).toHaveValue(town.people.resident.email);
  await expect(page.getByLabel('Mot de passe')).toHaveValue('');
  await expectAccessible(page);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('link', { name: 'Mon compte' }).first()).toBeVisible();
  await page.goto('/fr/sign-out');
  await page.getByRole('main').getByRole('button').click();
  await expect(page.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible();
});
