import type { Page } from '@playwright/test';
import { expect } from '#tests/support/journey.ts';
import { pathOf, type Walk } from './walk.ts';

/**
 * The coordination group decides what a page asks for: one person enters the decision from there, another confirms it
 * from their own place of work, and the first is back at the page.
 */
export async function decide(walk: Walk, enters: Page, at: string, confirms = walk.noe): Promise<void> {
  await enters.goto(at);
  await enters.getByRole('link', { name: /^Inscrire la décision/ }).click();
  const title = await enters.getByLabel('En une phrase').inputValue();
  expect(title).not.toBe('');
  await expect(enters.getByLabel('Sur quoi porte-t-elle')).not.toHaveValue('general');
  await enters.getByRole('button', { name: 'Inscrire au registre' }).click();
  await expect(enters.getByText('Il manque une deuxième personne.')).toBeVisible();
  await expect(enters.getByRole('button', { name: 'Oui, nous l’avons décidé' })).toHaveCount(0);
  await confirm(walk, confirms, title);
  await enters
    .getByRole('link', { name: /^(Voir ce qui est décidé|Continuer)/ })
    .last()
    .click();
  await expect.poll(() => pathOf(enters)).toBe(at);
}

/** The second person finds what waits for them among what is to be done. */
export async function confirm({ base }: Walk, confirms: Page, title: string): Promise<void> {
  await confirms.goto(`${base}/staff`);
  await confirms.getByRole('link', { name: `Confirmer la décision : ${title}` }).click();
  // A title is whatever somebody typed: what the decision allows is said in the program's own words.
  await expect(confirms.getByText('Une fois confirmée, elle permet')).toBeVisible();
  await confirms.getByRole('button', { name: 'Oui, nous l’avons décidé' }).click();
  await expect(confirms.getByText('Confirmée par une deuxième personne')).toBeVisible();
}
