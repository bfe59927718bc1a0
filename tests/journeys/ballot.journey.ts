import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';
import { openBallotBox } from '#tests/support/opened.ts';

test('a ballot says by mark and word when too many proposals are chosen', async ({ house, town, visitor }) => {
  const { voteId } = await openBallotBox(house, town);
  const { most_choices: most } = await house.db
    .selectFrom('vote')
    .select('most_choices')
    .where('id', '=', voteId)
    .executeTakeFirstOrThrow();
  const page = await visitor(PHONE);
  await page.goto(`${town.base}/plan/votes/${voteId}/ballot`);
  const boxes = page.getByRole('checkbox');
  const amiss = page.getByText('Il y en a trop');
  for (let place = 0; place < most; place += 1) await boxes.nth(place).check();
  await expect(page.locator('[data-chosen] output')).toHaveText(String(most));
  await expect(amiss).toBeHidden();
  await boxes.nth(most).check();
  await expect(amiss).toBeVisible();
  await expect(amiss.locator('svg')).toBeVisible();
  await expectAccessible(page);
  await boxes.nth(0).uncheck();
  await expect(amiss).toBeHidden();
  await boxes.nth(0).check();
  // The server says it too, whatever the browser runs.
  await page.getByRole('button', { name: 'Relire mon bulletin' }).click();
  await expect(page.getByRole('alert').or(page.locator('.error')).first()).toContainText('au plus');
});
