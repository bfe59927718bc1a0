import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { approveTogether } from './approval.ts';
import type { Walk } from './walk.ts';

/** A cell of two lines, and a line that answers no question of ours. */
const FILE = [
  'Nr;Parole;Question',
  '1;"Un centre de santé\nouvert le samedi";1',
  '2;Je conduis mes parents à l’hôpital;2',
  '3;Plus aucun bus après vingt heures;3',
  '4;Nous verrons bien;9',
].join('\r\n');

/** What was gathered elsewhere comes in from a table, each line accounted for; the group approves it like the rest. */
export async function importFile(walk: Walk, here: string): Promise<void> {
  const { facilitator, base, house } = walk;
  await facilitator.goto(`${base}/definitions/gatherings`);
  await facilitator.getByRole('link', { name: 'Importer des paroles' }).click();
  await expectAccessible(facilitator);
  await map(facilitator);
  await expect(facilitator.getByText('4 lignes, toutes expliquées')).toBeVisible();
  await expect(facilitator.getByRole('row', { name: 'Question inconnue 1 6' })).toBeVisible();
  await expectAccessible(facilitator);
  await facilitator.getByRole('button', { name: 'Importer 3 paroles' }).click();
  await expect(facilitator.getByText('3 paroles sont entrées')).toBeVisible();
  await expectAccessible(facilitator);
  const imported = house.db.selectFrom('note').select('text').where('source', '=', 'import').orderBy('text');
  const texts = (await imported.execute()).map((note) => note.text);
  expect(texts).toContain('Un centre de santé\nouvert le samedi');
  expect(texts).toHaveLength(3);

  await facilitator.goto(`${base}/definitions/imports`);
  await map(facilitator);
  await expect(facilitator.getByRole('row', { name: 'Déjà là 3' })).toBeVisible();
  await facilitator.getByRole('button', { name: 'Terminer sans rien importer' }).click();
  await expect(facilitator.getByText('Rien de nouveau n’est entré')).toBeVisible();
  expect(await imported.execute()).toHaveLength(3);

  await facilitator.goto(`${here}/approval`);
  await approveTogether(facilitator, 3);
}

/** Chooses the file, says which column is what, and sees what will come in. */
async function map(page: Page): Promise<void> {
  const file = { name: 'paroles.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.getByLabel('Fichier').setInputFiles(file);
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page.getByText('Encodage UTF-8, séparateur ;')).toBeVisible();
  await page.getByLabel('Les paroles', { exact: true }).selectOption({ label: '2. Parole' });
  await page.getByLabel('Groupe', { exact: true }).selectOption('Les aînés');
  await page.getByLabel('Colonne de la question').selectOption({ label: '3. Question' });
  await page.getByLabel('Colonne du numéro d’origine').selectOption({ label: '1. Nr' });
  await page.getByRole('button', { name: 'Voir ce qui entrera' }).click();
}
