import { expect, test } from '#tests/support/journey.ts';
import { withSorted } from '#tests/support/sorted.ts';

test('what was typed into another form of the page outlives sending one of them', async ({ page, town, signIn }) => {
  await signIn(page, town.people.coordinator);
  const body = `${town.base}/staff/bodies/${town.bodyId}`;
  await page.goto(body);
  await page.locator('summary', { hasText: 'Ajouter un membre' }).click();
  await page.locator('#member-name').fill('Yvonne');
  await page.locator('#name').fill('Le groupe des treize');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le groupe des treize');
  await expect(page.locator('#member-name')).toHaveValue('Yvonne');
  await expect(page.getByText('n’est pas encore enregistré')).toBeVisible();
  // Once read again without sending anything, it is the page as it stands.
  await page.goto(`${town.base}/staff`);
  await page.goto(body);
  await expect(page.locator('#member-name')).toHaveValue('');
});

test(
  'the four sentences of a path are saved by one button',
  { tag: '@both' },
  async ({ page, town, signIn, house }) => {
    await withSorted(house, town);
    await signIn(page, town.people.member);
    await page.goto(`${town.base}/indicators/paths/A02`);
    await page.locator('#text-P').fill('On ne trouve personne.');
    await page.locator('#text-S').fill('Le médecin restera.');
    await page.getByRole('button', { name: 'Enregistrer les phrases' }).click();
    await expect(page.locator('#text-P')).toHaveValue('On ne trouve personne.');
    await expect(page.locator('#text-S')).toHaveValue('Le médecin restera.');
  },
);
