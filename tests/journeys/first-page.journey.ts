import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';

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
