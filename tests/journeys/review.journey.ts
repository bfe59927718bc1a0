import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';

test(
  'those who took part judge the process, and the results show no small number',
  { tag: '@both' },
  async ({ page, visitor, town, signIn }) => {
    const staff = `${town.base}/staff`;
    await signIn(page, town.people.coordinator);
    await page.goto(`${staff}/review`);
    await page.getByLabel('Français').first().fill('J’ai pu dire ce qui compte pour moi.');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: 'Demander l’avis' }).click();

    const phone = await visitor(PHONE);
    await phone.goto(`${town.base}/review`);
    await expect(phone.getByText('Cet avis est demandé à celles et ceux qui ont pris part.')).toBeVisible();
    for (const part of ['member', 'secondMember', 'resident', 'relay', 'facilitator'] as const) {
      const person = await visitor(PHONE);
      await signIn(person, town.people[part]);
      await person.goto(`${town.base}/review`);
      await expectAccessible(person);
      await person.getByRole('radio', { name: part === 'resident' ? '1' : '5' }).check({ force: true });
      await person.getByLabel('Ce que vous voulez ajouter').fill(`Merci de ${part}`);
      await person.getByRole('button', { name: 'Envoyer' }).click();
      await expect(person.getByText('Merci, votre avis est gardé.')).toBeVisible();
      await person.goto(`${town.base}/review`);
      await expect(person.getByRole('button', { name: 'Envoyer' })).toHaveCount(0);
    }

    await page.goto(`${staff}/review`);
    await page.getByRole('button', { name: 'Montrer', exact: true }).first().click();
    await page.getByRole('button', { name: 'Arrêter et montrer les résultats' }).click();
    await phone.goto(`${town.base}/review/results`);
    await expectAccessible(phone);
    await expect(phone.getByText('5 personnes ont répondu')).toBeVisible();
    // Four alike and one apart: the one apart would know what each of the others said.
    await expect(phone.getByText('Réponses trop semblables')).toBeVisible();
    await expect(phone.getByText('Merci de')).toHaveCount(1);
  },
);
