import type { Page } from '@playwright/test';
import { createOwner } from '#db/create-owner.ts';
import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';

const PASSWORD = 'quatre mots sans lien';

test(
  'an owner invites, a coordinator founds, a body decides, and the cycle comes to its end',
  { tag: '@both' },
  async ({ page, visitor, house }) => {
    await createOwner(house, {
      name: 'Odile',
      email: 'odile@example.org',
      password: PASSWORD,
      language: 'fr',
      again: false,
    });
    await signInAs(page, 'odile@example.org');
    await page.getByRole('link', { name: 'Installation' }).click();
    await expectAccessible(page);
    await page.getByLabel('Nom').fill('Karim');
    await page.getByLabel('Adresse électronique').first().fill('karim@example.org');
    await page.getByRole('button', { name: 'Inviter' }).click();
    const invitation = await page.getByLabel('Lien à remettre').inputValue();
    await expectAccessible(page);

    const coordinator = await visitor();
    await takeUp(coordinator, invitation);
    await coordinator.getByRole('link', { name: 'Fonder un territoire' }).click();
    await coordinator.getByLabel('Nom du territoire').fill('Vallée de l’Ill');
    await coordinator.getByLabel('Quartiers').fill('Amont\nAval');
    await coordinator.getByRole('button', { name: 'Fonder un territoire' }).click();
    await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Le premier cycle');
    await coordinator.getByLabel('Nom du cycle').fill('2026');
    await coordinator.getByLabel('Votre engagement').fill('Nous répondrons à chaque proposition.');
    await coordinator.getByRole('button', { name: 'Ouvrir ce cycle' }).click();
    await expectAccessible(coordinator);
    const staff = new URL(coordinator.url()).pathname;
    expect(staff).toBe('/fr/vallee-de-l-ill/2026/staff');

    await orderQuestions(coordinator, staff);
    await coordinator.goto(`${staff}/groups/new`);
    await coordinator.getByLabel('Nom du groupe').fill('Les aînés');
    await coordinator.getByLabel('Qui il représente').fill('les plus de 65 ans');
    await coordinator.getByLabel('Personnes attendues').fill('40');
    await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(coordinator.getByLabel('Personnes attendues')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(coordinator);
    await coordinator.getByLabel('Personnes attendues').fill('12');
    await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(coordinator.getByRole('heading', { name: 'Les aînés' })).toBeVisible();

    const [first, second] = await seatTwo(coordinator, staff);
    const [member, other] = [await visitor(PHONE), await visitor(PHONE)];
    await takeUp(member, first);
    await takeUp(other, second);

    await closeByDecision(coordinator, staff, member, other);
    const home = await visitor(PHONE);
    await home.goto('/fr/vallee-de-l-ill/2026');
    await expect(home.getByText('Ce cycle est clos')).toBeVisible();
    await expectAccessible(home);

    await coordinator.goto(`${staff}/cycle`);
    await coordinator.getByRole('link', { name: 'Ouvrir le cycle suivant' }).click();
    await coordinator.getByLabel('Nom du cycle').fill('2027');
    await coordinator.getByRole('button', { name: 'Ouvrir ce cycle' }).click();
    await coordinator.goto('/fr/vallee-de-l-ill/2027/staff/groups');
    await expect(coordinator.getByRole('heading', { name: 'Les aînés' })).toBeVisible();
  },
);

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

async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto('/fr/sign-in');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon compte');
}

async function takeUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Enregistrer et entrer' }).click();
  await expect(page.getByText('Votre mot de passe est enregistré')).toBeVisible();
}

async function orderQuestions(page: Page, staff: string): Promise<void> {
  await page.goto(`${staff}/questions`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Monter' }).last().click();
  await expect(page.getByRole('heading', { level: 2 }).nth(1)).toContainText('Que faites-vous');
  await page.getByRole('link', { name: 'Modifier' }).first().click();
  await page.getByLabel('La question').first().fill('Qu’est-ce que bien vivre, ici ?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Qu’est-ce que bien vivre, ici ?');
}

/** Makes the coordination group with two members. @returns their invitations */
async function seatTwo(page: Page, staff: string): Promise<[string, string]> {
  await page.goto(`${staff}/bodies/new`);
  await page.getByLabel('Nom').fill('Groupe de coordination');
  await page.getByLabel('Mandat').fill('Porter la démarche.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const links: string[] = [];
  for (const name of ['Léa', 'Noé']) {
    await page.getByText('Ajouter un membre').first().click();
    await page.locator('#member-name').fill(name);
    await page.locator('#member-capacity').fill('habitante');
    await page.locator('#member-email').fill(`${name === 'Léa' ? 'lea' : 'noe'}@example.org`);
    await page.getByRole('button', { name: 'Ajouter un membre' }).click();
    links.push(await page.getByLabel('Lien à remettre').inputValue());
  }
  return [links[0] ?? '', links[1] ?? ''];
}

/** One member enters the decision, which then waits; the other confirms it; only then can the cycle be closed. */
async function closeByDecision(coordinator: Page, staff: string, member: Page, other: Page): Promise<void> {
  await coordinator.goto(`${staff}/cycle`);
  await expect(coordinator.getByRole('button', { name: 'Clore maintenant' })).toHaveCount(0);
  await member.goto(`${staff}/decisions/new`);
  await member.getByLabel('Sur quoi porte-t-elle').selectOption({ label: 'Clore le cycle « 2026 »' });
  await member.getByLabel('En une phrase').fill('Le premier cycle est clos');
  await member.getByLabel('Pour').first().fill('2');
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Inscrire au registre' }).click();
  await expect(member.getByText('Il manque une deuxième personne.')).toBeVisible();
  await coordinator.goto(`${staff}/cycle`);
  await expect(coordinator.getByRole('button', { name: 'Clore maintenant' })).toHaveCount(0);
  await other.goto(staff);
  await expectAccessible(other);
  await other.getByRole('link', { name: 'Confirmer la décision' }).click();
  await other.getByRole('button', { name: 'Oui, nous l’avons décidé' }).click();
  await expect(other.getByText('Confirmée par une deuxième personne')).toBeVisible();
  await coordinator.goto(`${staff}/cycle`);
  await coordinator.getByRole('button', { name: 'Clore maintenant' }).click();
  await expect(coordinator.getByText('Ce cycle est clos')).toBeVisible();
}
