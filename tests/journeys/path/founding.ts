import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { inDays, pathOf } from './walk.ts';

/** Founds a territory and opens its first cycle, every step from today. @returns the cycle's address */
export async function found(coordinator: Page): Promise<string> {
  await coordinator.getByRole('link', { name: 'Fonder un territoire' }).click();
  await expectAccessible(coordinator);
  await coordinator.getByLabel('Nom du territoire').fill('Vallée de l’Ill');
  await coordinator.getByLabel('Quartiers').fill('Amont\nAval');
  await coordinator.getByLabel('Plus petit nombre montré').fill('3');
  await coordinator.getByRole('button', { name: 'Fonder un territoire' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Le premier cycle');
  await expectAccessible(coordinator);
  await coordinator.getByLabel('Nom du cycle').fill('2026');
  await coordinator.getByLabel('Votre engagement').fill('Nous répondrons à chaque proposition.');
  for (const opening of await coordinator.getByLabel('S’ouvre le').all()) await opening.fill(inDays(0));
  await coordinator.getByRole('button', { name: 'Ouvrir ce cycle' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Bonjour Karim');
  await expectAccessible(coordinator);
  expect(pathOf(coordinator)).toBe('/fr/vallee-de-l-ill/2026/staff');
  return '/fr/vallee-de-l-ill/2026';
}

/** The method's three questions: one in the territory's own words, another in another place. */
export async function orderQuestions(coordinator: Page, base: string): Promise<void> {
  await coordinator.goto(`${base}/staff/questions`);
  await expectAccessible(coordinator);
  await coordinator.getByRole('button', { name: 'Monter' }).last().click();
  await expect(coordinator.getByRole('heading', { level: 2 }).nth(1)).toContainText('Que faites-vous');
  await coordinator.getByRole('link', { name: 'Modifier' }).first().click();
  await coordinator.getByLabel('La question').first().fill('Qu’est-ce que bien vivre, ici ?');
  await expectAccessible(coordinator);
  await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(coordinator.getByRole('heading', { level: 2 }).first()).toHaveText('Qu’est-ce que bien vivre, ici ?');
}

/** A group of alike people is small; a number that is too great is sent back with what was typed. */
export async function composeGroups(coordinator: Page, base: string): Promise<void> {
  await coordinator.goto(`${base}/staff/groups/new`);
  await coordinator.getByLabel('Nom du groupe').fill('Les aînés');
  await coordinator.getByLabel('Qui il représente').fill('les plus de 65 ans');
  await coordinator.getByLabel('Personnes attendues').fill('40');
  await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(coordinator.getByLabel('Personnes attendues')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(coordinator);
  await coordinator.getByLabel('Personnes attendues').fill('12');
  await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(coordinator.getByRole('heading', { name: 'Les aînés' })).toBeVisible();
  for (const [name, standsFor] of [
    ['Les jeunes', 'les 16–25 ans'],
    ['Les parents', 'les parents de jeunes enfants'],
  ] as const) {
    await coordinator.getByRole('link', { name: 'Composer un groupe' }).click();
    await coordinator.getByLabel('Nom du groupe').fill(name);
    await coordinator.getByLabel('Qui il représente').fill(standsFor);
    await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(coordinator.getByRole('heading', { name })).toBeVisible();
  }
  await expectAccessible(coordinator);
}

/** Makes the coordination group with two members. @returns their invitations */
export async function seatTwo(coordinator: Page, base: string): Promise<[string, string]> {
  await coordinator.goto(`${base}/staff/bodies/new`);
  await coordinator.getByLabel('Nom').fill('Groupe de coordination');
  await coordinator.getByLabel('Mandat').fill('Porter la démarche.');
  await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
  const links: string[] = [];
  for (const [name, email] of [
    ['Léa', 'lea@example.org'],
    ['Noé', 'noe@example.org'],
  ] as const) {
    await coordinator.getByText('Ajouter un membre').first().click();
    await coordinator.locator('#member-name').fill(name);
    await coordinator.locator('#member-capacity').fill('habitante');
    await coordinator.locator('#member-email').fill(email);
    await coordinator.getByRole('button', { name: 'Ajouter un membre' }).click();
    await expect(coordinator.getByText(`L’invitation de ${name} est prête.`)).toBeVisible();
    links.push(await coordinator.getByLabel('Lien à remettre').inputValue());
  }
  await expectAccessible(coordinator);
  return [links[0] ?? '', links[1] ?? ''];
}

/** Gives somebody a role in the territory. @returns the invitation to hand over */
export async function invite(
  coordinator: Page,
  base: string,
  { name, role }: { name: string; role: 'facilitator' | 'relay' },
): Promise<string> {
  await coordinator.goto(`${base}/staff/people`);
  await coordinator.getByLabel('Rôle', { exact: true }).selectOption(role);
  await coordinator.getByLabel('Nom', { exact: true }).fill(name);
  await coordinator.getByLabel('Adresse électronique').fill(`${name.toLowerCase()}@example.org`);
  await coordinator.getByRole('button', { name: 'Inviter' }).click();
  await expect(coordinator.getByText(`L’invitation de ${name} est prête.`)).toBeVisible();
  return coordinator.getByLabel('Lien à remettre').inputValue();
}

/** Each of the first two members accepts the other's seat: the coordinator who gave both then answers for neither alone. */
export async function acceptEachOther(base: string, members: readonly Page[]): Promise<void> {
  for (const member of members) {
    await member.goto(`${base}/staff/bodies`);
    await member.locator('main').getByRole('link', { name: 'Groupe de coordination' }).click();
    await expectAccessible(member);
    await member.getByRole('button', { name: 'Accepter ce siège' }).click();
    await expect(member.getByRole('button', { name: 'Accepter ce siège' })).toHaveCount(0);
  }
}
