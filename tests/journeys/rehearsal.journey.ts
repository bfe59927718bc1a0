import { expect, expectAccessible, PHONE, PROJECTOR, test } from '#tests/support/journey.ts';
import { pathOf } from './path/walk.ts';
import { leadTo } from './path/gathering.ts';

const MARK = 'Exercice\u00a0: rien ne compte ici.';

test('whoever facilitates exercises with invented people, from end to end, and throws it away', async ({
  page: lead,
  visitor,
  town,
  signIn,
}) => {
  await signIn(lead, town.people.facilitator);
  await lead.goto(`${town.base}/definitions/gatherings`);
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Commencer un exercice' }).click();
  const here = pathOf(lead);
  await expect(lead.getByText(MARK)).toBeVisible();
  await expectAccessible(lead);
  await leadTo(lead, here, 'writing');
  await lead.goto(here);
  await lead.getByRole('button', { name: 'huit personnes' }).click();
  await expect(lead.locator('[data-count=people]')).toHaveText('8');
  await expect(lead.locator('[data-count=total]')).toHaveText('24');
  const phone = await visitor(PHONE);
  const code = (await lead.locator('.code [aria-hidden]').innerText()).replaceAll(' ', '');
  await phone.goto(`/fr/join/${code}`);
  await expect(phone.getByText(MARK)).toBeVisible();
  await expectAccessible(phone);
  await leadTo(lead, here, 'approving');
  const screen = await visitor(PROJECTOR);
  await signIn(screen, town.people.facilitator);
  await screen.goto(`${here}/screen`);
  await expect(screen.getByText(MARK)).toBeVisible();
  await expect(screen.locator('main .note')).toHaveCount(24);
  await expectAccessible(screen);
  await lead.goto(`${here}/approval`);
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Approuver ces 24 paroles' }).click();
  await expect(lead.getByText('24 paroles décidées')).toBeVisible();
  await expect(lead.getByText(MARK)).toBeVisible();
  await lead.goto(`${town.base}/definitions/gatherings`);
  await lead.getByRole('button', { name: 'Reprendre mon exercice' }).click();
  await lead.getByRole('button', { name: 'Jeter cet exercice' }).click();
  await expect(lead.getByText('L’exercice est jeté')).toBeVisible();
  await expect(lead.getByRole('button', { name: 'Commencer un exercice' })).toBeVisible();
});
