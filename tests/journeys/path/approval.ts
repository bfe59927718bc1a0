import type { Page } from '@playwright/test';
import { expect, expectAccessible, type Journey } from '#tests/support/journey.ts';
import { decide } from './deciding.ts';
import { leadTo } from './gathering.ts';
import { pathOf, type Walk } from './walk.ts';

/** What everybody wrote comes to the wall at once; one note is asked to be talked about. */
export async function shareOnTheWall({ facilitator, aicha }: Walk, here: string): Promise<void> {
  await leadTo(facilitator, here, 'sharing');
  await expectAccessible(facilitator);
  await aicha.reload();
  for (const words of ['voiture', 'soigner', 'trois mois', 'tanıyor', 'des bus le soir'])
    await expect(aicha.locator('main')).toContainText(words);
  await expect(aicha.locator('main')).not.toContainText('Bo');
  await expectAccessible(aicha);
  await aicha.locator('[data-note]', { hasText: 'des bus' }).getByRole('button', { name: 'En parler' }).click();
  await expect(aicha.getByText('C’est demandé.')).toBeVisible();
  await facilitator.goto(`${here}/screen`);
  await expect(facilitator.locator('main')).toContainText('tanıyor');
  await expectAccessible(facilitator);
  await leadTo(facilitator, here, 'approving');
}

/** The one that was asked for is split by quotation, word for word; the others are approved together. */
export async function approve({ facilitator: lead, house }: Walk, here: string): Promise<void> {
  await lead.goto(`${here}/approval`);
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'En parler maintenant' }).click();
  await lead.getByLabel('La retenir en plusieurs idées').check();
  await lead.getByText('Les idées, une par case').click();
  await lead.getByLabel('Idée 1').fill('Un médecin qui me connaît');
  await lead.getByLabel('Idée 2').fill('des autobus le soir');
  await lead.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(lead.getByText('Un extrait ne reprend pas la parole mot pour mot')).toBeVisible();
  await expect(lead.getByLabel('Idée 2')).toHaveValue('des autobus le soir');
  await expectAccessible(lead);
  await lead.getByLabel('Idée 2').fill('des bus le soir');
  await lead.getByLabel('La retenir en plusieurs idées').check();
  await lead.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await approveTogether(lead, 5);
  await expectAccessible(lead);
  expect(await criteriaOf(house)).toEqual([
    'Attendre trois mois un rendez-vous',
    'Doktorum beni tanıyor',
    'Je partage ma voiture pour aller au marché',
    'J’accompagne ma voisine chez le dentiste',
    'Ne pas pouvoir me soigner',
    'Un médecin qui me connaît',
    'des bus le soir',
  ]);
}

/** On the approval page: everything that nobody wants to discuss. */
export async function approveTogether(lead: Page, notes: number): Promise<void> {
  await lead.getByRole('button', { name: `Approuver ces ${notes} paroles ensemble` }).click();
  await expect(lead.getByText(`${notes} paroles sont approuvées`)).toBeVisible();
}

export const criteriaOf = async (house: Journey['house']) =>
  (await house.db.selectFrom('criterion').select('words').execute()).map((criterion) => criterion.words).sort();

/** The group's words become everyone's: by a decision of the coordination group, and not before it. */
export async function publish(walk: Walk): Promise<void> {
  const { coordinator, anyone, base } = walk;
  await anyone.goto(`${base}/definitions/words`);
  await expect(anyone.getByText('Aucune parole publique ici')).toBeVisible();
  await coordinator.goto(`${base}/definitions`);
  await coordinator
    .getByRole('row', { name: 'Les aînés' })
    .getByRole('link', { name: /attend/ })
    .click();
  await expect(coordinator.getByText('Aucune décision ne permet encore')).toBeVisible();
  await expect(coordinator.getByRole('button', { name: 'Publier ce qui est décidé' })).toHaveCount(0);
  await decide(walk, coordinator, pathOf(coordinator));
  await coordinator.getByRole('button', { name: 'Publier ce qui est décidé' }).click();
  await expect(coordinator.getByText('10 paroles sont publiées')).toBeVisible();
  await seeSoon(anyone, `${base}/definitions/words`, 'tanıyor');
  await expectAccessible(anyone);
}

/** Public pages are rendered anew when their data have changed: what was written is there in a moment. */
export async function seeSoon(page: Page, address: string, words: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.goto(address);
      return page.locator('main').innerText();
    })
    .toContain(words);
}
