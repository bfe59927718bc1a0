import { addFacilitator } from '#tests/support/facilitator.ts';
import { number, text, xlsxOf } from '#tests/support/spreadsheet.ts';
import { expect, expectAccessible, test } from '#tests/support/journey.ts';

test('forty handwritten notes take the typing and forty Enters, and a second person checks them by keyboard', async ({
  page,
  visitor,
  town,
  house,
  signIn,
}) => {
  const here = `${town.base}/definitions/gatherings/${town.gatheringId}`;
  await signIn(page, town.people.facilitator);
  await page.goto(`${here}/typing?source=paper`);
  await page.getByLabel('Une parole', { exact: true }).focus();
  for (let line = 1; line <= 40; line++) {
    await page.keyboard.type(`Parole ${String(line).padStart(2, '0')}`);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('#own-count')).toHaveText('40');
  const kept = () => house.db.selectFrom('note').select('text').where('source', '=', 'paper').orderBy('text').execute();
  await expect.poll(async () => (await kept()).length).toBe(40);
  await page.goto(`${here}/checking`);
  await expect(page.getByText('Rien à relire pour vous')).toBeVisible();
  await expectAccessible(page);

  await addFacilitator(house, town);
  const second = await visitor();
  await signIn(second, town.people.otherFacilitator);
  await second.goto(`${here}/checking`);
  await expectAccessible(second);
  for (let done = 1; done <= 40; done++) {
    await expect(second.getByLabel('La parole, comme sur le papier')).toBeFocused();
    if (done === 40) await second.keyboard.press('End');
    if (done === 40) await second.keyboard.type(' !');
    await second.keyboard.press('Enter');
    const told = done === 1 ? 'Une parole relue' : `${done} paroles relues`;
    await expect(second.getByText(`${told} sur 40`)).toBeVisible();
  }
  await expect(second.getByText('Tout est relu')).toBeVisible();
  await expect(second.getByRole('heading', { name: 'Une parole corrigée' })).toBeVisible();
  await expectAccessible(second);
  expect((await kept()).filter((note) => note.text.endsWith(' !'))).toHaveLength(1);
});

test(
  'relays and coordination write together what is said at the door, and see where they have been',
  { tag: '@both' },
  async ({ page, visitor, town, signIn }) => {
    await signIn(page, town.people.coordinator);
    await page.goto(`${town.base}/definitions/campaign`);
    await page.getByLabel('Écrire la version suivante').fill('Bonjour, nous venons vous écouter.');
    await page.getByRole('button', { name: 'Enregistrer cette version' }).click();
    await page.getByLabel('Nom d’un îlot').fill('Îlot 4');
    await page.getByRole('button', { name: 'Ajouter l’îlot' }).click();
    await expect(page.getByRole('button', { name: 'Ne plus proposer Îlot 4' })).toBeVisible();
    await expectAccessible(page);

    const relay = await visitor();
    await signIn(relay, town.people.relay);
    await relay.goto(`${town.base}/definitions/relay`);
    await expect(relay.getByText('Bonjour, nous venons vous écouter.')).toBeVisible();
    await relay.getByLabel('Îlot').selectOption('Îlot 4');
    await expectAccessible(relay);
    await relay.getByRole('checkbox').check();
    await relay.getByRole('button', { name: 'Commencer' }).click();
    await expect(relay).toHaveURL(/\/relay\/[\w-]+$/);
    await relay.goto(`${town.base}/definitions/campaign`);
    await expect(relay.getByLabel('Nom d’un îlot')).toHaveCount(0);
    await relay.getByLabel('Écrire la version suivante').fill('Bonjour, avez-vous cinq minutes ?');
    await relay.getByRole('button', { name: 'Enregistrer cette version' }).click();
    await expect(relay.getByText('Une version d’avant')).toBeVisible();
    await expectAccessible(relay);

    await page.goto(`${town.base}/definitions/coverage`);
    await expect(page.getByRole('heading', { name: 'De porte en porte' })).toBeVisible();
    await expectAccessible(page);
  },
);

test(
  'a spreadsheet comes in by its chosen sheet, is refused whole, and is undone',
  { tag: '@both' },
  async ({ page, town, house, signIn }) => {
    const rows = [['Texte', 'Question', 'Code'].map(text)];
    for (let line = 1; line <= 3; line++) rows.push([text(`Parole ${line}`), number(line === 3 ? 9 : 1), text('A05P')]);
    const buffer = xlsxOf({ Aide: [[text('Lisez-moi')]], Critères: rows });
    const choose = async () => {
      await page.goto(`${town.base}/definitions/imports`);
      await page.getByLabel('Fichier').setInputFiles({ name: 'ancien.xlsx', mimeType: 'application/x', buffer });
      await page.getByRole('button', { name: 'Lire le fichier' }).click();
      await page.getByLabel('Feuille').selectOption('Critères');
      await page.getByRole('button', { name: 'Lire cette feuille' }).click();
      await expect(page.getByRole('cell', { name: 'Parole 1' })).toBeVisible();
    };
    await signIn(page, town.people.coordinator);
    await choose();
    await expect(page.getByLabel('Colonne du code')).toHaveValue('2');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Voir ce qui entrera' }).click();
    await page.getByLabel('Tout ou rien').check();
    await page.getByRole('button', { name: 'Importer 2 paroles' }).click();
    await expect(page.getByText('rien n’est importé')).toBeVisible();
    // What the page’s other form holds is as it was.
    await expect(page.getByLabel('La première ligne contient les noms')).toBeChecked();
    await expectAccessible(page);
    await page.getByLabel('Tout ou rien').uncheck();
    await page.getByRole('button', { name: 'Importer 2 paroles' }).click();
    await page.getByRole('link', { name: 'Annuler cet import' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Retirer ces 2 paroles' }).click();
    await expect(page.getByText('Import annulé')).toBeVisible();
    expect(await house.db.selectFrom('note').select('id').execute()).toEqual([]);
    await choose();
    await expect(page.getByText('Un fichier de cette forme est déjà venu')).toBeVisible();
  },
);
