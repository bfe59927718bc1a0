import type { Page } from '@playwright/test';
import { createOwner } from '#db/create-owner.ts';
import { expect, expectAccessible, type Journey } from '#tests/support/journey.ts';

const PASSWORD = 'quatre mots sans lien';

/** Whoever set the installation up invites the first coordinator. @returns the link to hand over */
export async function inviteCoordinator(owner: Page, house: Journey['house']): Promise<string> {
  const facts = { name: 'Odile', email: 'odile@example.org', password: PASSWORD, language: 'fr', again: false };
  await createOwner(house, facts);
  await signInAs(owner, facts.email);
  await owner.getByRole('link', { name: 'Installation' }).click();
  await expectAccessible(owner);
  await owner.getByLabel('Nom').fill('Karim');
  await owner.getByLabel('Adresse électronique').first().fill('karim@example.org');
  await owner.getByRole('button', { name: 'Inviter' }).click();
  const link = await owner.getByLabel('Lien à remettre').inputValue();
  await expectAccessible(owner);
  return link;
}

async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto('/fr/sign-in');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon compte');
}

/** Opens an invitation, chooses a password, and is in. */
export async function takeUp(page: Page, link: string, judged = false): Promise<void> {
  await page.goto(link);
  if (judged) await expectAccessible(page);
  await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Enregistrer et entrer' }).click();
  await expect(page.getByText('Votre mot de passe est enregistré')).toBeVisible();
}
