import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '#tests/support/journey.ts';

test.describe('paper', () => {
  test.use({ demonstration: true });

  test('who facilitates prints the kit of a gathering on A5, in large print and in two languages', async ({
    page,
    house,
    signIn,
  }) => {
    test.setTimeout(120_000);
    const nadia = await house.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', 'nadia.kessler@rives-sur-ill.example')
      .executeTakeFirstOrThrow();
    await signIn(page, nadia);
    await page.goto('/fr/rives-sur-ill/cycle-2026/definitions/gatherings');
    await page.getByRole('link', { name: 'Kit papier' }).first().click();
    await expectAccessible(page);
    await page.getByText('A5', { exact: true }).click();
    await page.getByText('Türkçe', { exact: true }).click();
    await page.getByText('En grands caractères').click();
    await page.getByRole('button', { name: 'Préparer les feuilles' }).click();
    await expect(page.getByText('Sözünüz değerli')).toBeVisible();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('button', { name: 'Préparer les feuilles' })).toBeHidden();
    await expectAccessible(page);
    // Slips are never cut in two: each sheet of them is one page, and each poster too.
    const pages = await pagesOf(page);
    const slips = await page.locator('.slips').count();
    expect(slips).toBe(6);
    await page.goto(`${page.url().split('?')[0]}?paper=a5&large=yes&sheet=poster&sheet=slips&in=fr&in=tr`);
    expect(await pagesOf(page)).toEqual({ count: slips + 2, size: [420, 595] });
    expect(pages.count).toBeGreaterThan(slips + 2);
  });
});

test(
  'a sheet’s code is typed once, and Enter goes on saving under its question',
  { tag: '@both' },
  async ({ page, town, signIn, house }) => {
    await signIn(page, town.people.facilitator);
    await page.goto(`${town.base}/definitions/gatherings/${town.gatheringId}/kit?paper=a4&sheet=slips`);
    const code = (await page.locator('.slips').nth(1).locator('.slip b').first().textContent()) ?? '';
    await page.goto(`${town.base}/definitions/gatherings/${town.gatheringId}/typing`);
    await page.getByLabel('Code de la feuille').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Vous saisissez une feuille de papier' })).toContainText(
      'Question 2',
    );
    await expect(page.getByLabel('Écrite sur papier')).toBeChecked();
    for (const words of ['Un four à pain', 'Un kiosque']) {
      await page.getByLabel('Une parole', { exact: true }).fill(words);
      await page.keyboard.press('Enter');
      await expect(page.getByText(words)).toBeVisible();
    }
    const kept = await house.db.selectFrom('note').select(['question_id', 'source']).execute();
    expect(kept).toEqual(Array(2).fill({ question_id: town.questionIds[1], source: 'paper' }));

    await page.getByLabel('Code de la feuille').fill('ZZZ ZZZ ZZ');
    await page.getByLabel('Une parole', { exact: true }).fill('Une mare');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ce code n’est celui d’aucune feuille')).toBeVisible();
    await expect(page.getByLabel('Une parole', { exact: true })).toHaveValue('Une mare');
    await expectAccessible(page);
  },
);

/** The page as the browser prints it: how many pages, and how large in points. */
async function pagesOf(page: Page): Promise<{ count: number; size: number[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const count = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  const size = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
  return { count, size: [size?.[1], size?.[2]].map((points) => Math.round(Number(points))) };
}
