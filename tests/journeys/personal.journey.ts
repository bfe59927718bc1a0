import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';

test(
  'somebody who is about to write a phone number thinks again, and sends another note all the same',
  { tag: '@both' },
  async ({ visitor, town, house }) => {
    const phone = await visitor(PHONE);
    const kept = async () => (await house.db.selectFrom('note').select('text').execute()).map(({ text }) => text);
    await phone.goto(`/fr/join/${town.code}`);
    await phone.getByLabel('J’ai 15 ans ou plus').check();
    await phone.getByRole('button', { name: 'J’ai compris' }).click();
    await phone.getByRole('link', { name: 'C’est noté' }).click();
    const field = phone.getByLabel('Une idée, avec vos mots');
    const put = phone.getByRole('button', { name: 'Poser ma parole' });

    await field.fill('Appelez-moi au 06 12 34 56 78');
    await put.click();
    await expect(phone.getByText('comme un numéro de téléphone').first()).toBeVisible();
    await expect(field).toHaveValue('Appelez-moi au 06 12 34 56 78');
    await expectAccessible(phone);
    expect(await kept()).toEqual([]);
    await field.fill('Que quelqu’un m’appelle');
    await put.click();
    await expect(phone.locator('#own').getByText('Que quelqu’un m’appelle')).toBeVisible();
    await expect(phone.getByText('comme un numéro de téléphone')).toHaveCount(0);

    await field.fill('Merci à Madame Riss');
    await put.click();
    await expect(phone.getByText('comme le nom d’une personne').first()).toBeVisible();
    await phone.getByRole('button', { name: 'Poser quand même' }).click();
    await expect(phone.locator('#own').getByText('Merci à Madame Riss')).toBeVisible();
    expect((await kept()).sort()).toEqual(['Merci à Madame Riss', 'Que quelqu’un m’appelle']);
  },
);
