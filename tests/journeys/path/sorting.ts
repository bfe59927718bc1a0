import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { criteriaOf } from './approval.ts';
import type { Walk } from './walk.ts';

/** The coordination starts from a grid that says what it is. */
export async function chooseGrid({ coordinator, base }: Walk): Promise<void> {
  await coordinator.goto(`${base}/indicators/work`);
  await expectAccessible(coordinator);
  await coordinator.getByRole('link', { name: 'Choisir une grille' }).click();
  await expectAccessible(coordinator);
  await coordinator.getByRole('button', { name: 'Partir de cette grille' }).click();
  await expect(coordinator.getByRole('link', { name: 'Accès aux moyens de vie' })).toBeVisible();
  await expectAccessible(coordinator);
  await coordinator.goto(`${base}/indicators/grid`);
  await expectAccessible(coordinator);
}

/** Every word finds its family, component, sense and polarity: picked from the grid, one by one, or by a typed code. */
export async function sort({ facilitator, base, house }: Walk): Promise<void> {
  await facilitator.goto(`${base}/indicators/sorting`);
  await expect(facilitator.getByText('Aucune rangée sur 10')).toBeVisible();
  await expectAccessible(facilitator);
  await facilitator.getByLabel('Ne pas pouvoir me soigner').check();
  await facilitator.locator('summary', { hasText: 'Accès aux moyens de vie' }).click();
  await facilitator.getByRole('radio', { name: /^A02 · / }).check();
  await facilitator.getByLabel('P · Possibilité').check();
  await facilitator.getByLabel('De quoi cela parle').selectOption({ label: 'Mal-être' });
  await facilitator.getByRole('button', { name: 'Ranger les paroles cochées' }).click();
  await expect(facilitator.getByText('Une parole rangée : A02, Possibilité.')).toBeVisible();
  await expectAccessible(facilitator);
  await sortByCode(facilitator, 'A02O', ['Attendre trois mois un rendez-vous']);
  await sortByCode(facilitator, 'A02Q', ['Un médecin qui me connaît', 'Doktorum beni tanıyor']);
  await sortByCode(facilitator, 'A02S', [
    'J’accompagne ma voisine chez le dentiste',
    'Un centre de santé ouvert le samedi',
  ]);
  await sortByCode(facilitator, 'A10P', ['Plus aucun bus après vingt heures']);
  await sortByCode(facilitator, 'A10O', ['des bus le soir']);
  await sortByCode(facilitator, 'A10S', ['Je partage ma voiture pour aller au marché']);
  await facilitator.getByRole('link', { name: 'Ranger une par une' }).click();
  await expect(facilitator.getByText('Je conduis mes parents à l’hôpital')).toBeVisible();
  await expectAccessible(facilitator);
  await facilitator.getByLabel('Code', { exact: true }).fill('A09Q');
  await facilitator.keyboard.press('Enter');
  await expect(facilitator.getByText('Toutes').or(facilitator.getByText('10 rangées sur 10')).first()).toBeVisible();

  const placed = house.db.selectFrom('criterion_place').select('criterion_id');
  expect(await placed.execute()).toHaveLength(10);
  const held = house.db.selectFrom('classification').select(['sense', 'polarity']).where('sense', '=', 'P');
  expect((await held.execute()).map(({ polarity }) => polarity)).toEqual(['ill-being', 'ill-being']);
}

async function sortByCode(page: Page, code: string, words: readonly string[]): Promise<void> {
  for (const one of words) await page.getByLabel(one).check();
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Ranger les paroles cochées' }).click();
  const count = words.length === 1 ? 'Une parole rangée' : `${words.length} paroles rangées`;
  await expect(page.getByText(`${count} : ${code.slice(0, 3)}`)).toBeVisible();
}

/** Two that say the same stand under one wording, each word for word and in its own language. */
export async function group({ lea, base, house }: Walk): Promise<void> {
  const before = await criteriaOf(house);
  await lea.goto(`${base}/indicators/work`);
  await lea.getByRole('link', { name: /^A02 · / }).click();
  await lea.getByRole('link', { name: 'Regrouper ce qui dit la même chose' }).click();
  await expectAccessible(lea);
  const quality = lea.locator('section#Q');
  await quality.getByLabel('Un médecin qui me connaît').check();
  await quality.getByLabel('Doktorum beni tanıyor').check();
  await quality.getByLabel('Ce qu’elles disent ensemble').fill('Être connu de son médecin');
  await quality.getByRole('button', { name: 'Regrouper les paroles cochées' }).click();
  await expect(quality.getByRole('heading', { name: 'Être connu de son médecin' })).toBeVisible();
  await expect(quality.locator('q[lang=tr]').first()).toHaveText('Doktorum beni tanıyor');
  await expect(quality.locator('q[lang=fr]').first()).toHaveText('Un médecin qui me connaît');
  await expectAccessible(lea);
  expect(await criteriaOf(house)).toEqual(before);
}
