import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { OBJECTIVE } from './objective.ts';
import type { Walk } from './walk.ts';

export const PROPOSALS = {
  dispensary: { title: 'Un dispensaire mobile', cost: '6 900' },
  shuttle: { title: 'Une navette vers l’hôpital', cost: '4 000' },
  saturday: { title: 'Un samedi médical par mois', cost: '3 000' },
  record: { title: 'Un carnet de santé partagé', cost: '400' },
} as const;

export type ProposalKey = keyof typeof PROPOSALS;

export const ACTORS = {
  neighbours: 'Les Voisins de l’Ill',
  clinic: 'Maison de santé',
  school: 'Collège des Rives',
} as const;

/** Who could take a share comes into the directory. */
export async function enterActors({ coordinator, base, house }: Walk): Promise<void> {
  for (const [name, kind] of [
    [ACTORS.neighbours, 'resident-group'],
    [ACTORS.clinic, 'public-body'],
    [ACTORS.school, 'school'],
  ] as const) {
    await coordinator.goto(`${base}/plan/actors/new`);
    await coordinator.getByLabel('Nom').fill(name);
    await coordinator.getByLabel('C’est…').selectOption(kind);
    await coordinator.getByRole('button', { name: 'Ajouter' }).click();
    await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText(name);
  }
  await expectAccessible(coordinator);
  expect(await house.db.selectFrom('actor').select('name').execute()).toHaveLength(3);
}

/** Anyone proposes, with or without an account, and says what it costs. */
export async function propose(walk: Walk, objective: string): Promise<void> {
  const { aicha, bo, relay, anyone, base, house } = walk;
  const authors: Readonly<Record<ProposalKey, Page>> = { dispensary: bo, shuttle: aicha, saturday: relay, record: bo };
  for (const [key, page] of Object.entries(authors) as [ProposalKey, Page][]) {
    const { title, cost } = PROPOSALS[key];
    await page.goto(objective);
    await page.getByRole('link', { name: 'Proposer quelque chose' }).click();
    await expect(page.getByLabel(OBJECTIVE)).toBeChecked();
    await page.getByLabel('Votre idée en une phrase').fill(title);
    await page.getByLabel('Ce qui se passerait').fill(`${title}, pour celles et ceux qui ne se déplacent plus.`);
    await page.getByLabel('Ce que cela coûterait').fill(cost);
    if (key === 'shuttle') await page.getByLabel('Qui la porterait').selectOption(ACTORS.neighbours);
    await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
    await expect(page.getByText('Merci, votre proposition est arrivée')).toBeVisible();
  }
  await expectAccessible(bo);
  await expect(bo.locator('main')).not.toContainText(PROPOSALS.shuttle.title);
  await seeSoon(anyone, `${base}/plan/proposals?show=orphans`, PROPOSALS.dispensary.title);
  // A name that anyone may have given carries nothing yet.
  await expect(anyone.getByText(`Proposée à ${ACTORS.neighbours}, pas encore confirmé`)).toBeVisible();
  await expectAccessible(anyone);
  const costs = await house.db.selectFrom('proposal').select('cost_cents').orderBy('cost_cents').execute();
  expect(costs.map((one) => Number(one.cost_cents))).toEqual([40_000, 300_000, 400_000, 690_000]);
}

/** A panel answers each, with its reasons. */
export async function review({ coordinator, bo, base }: Walk): Promise<void> {
  for (const { title } of Object.values(PROPOSALS)) {
    await coordinator.goto(`${base}/plan/proposals?show=waiting`);
    await coordinator.getByRole('link', { name: title }).click();
    await coordinator.getByLabel('Acceptée').check();
    await coordinator.getByLabel('Les raisons, publiques').fill('Utile, et nous savons le faire.');
    await coordinator
      .getByLabel('Qui était dans le comité mixte')
      .fill('Quatre habitantes, deux agents, une association');
    await coordinator.getByRole('button', { name: 'Publier l’avis' }).click();
    await expect(coordinator.getByText('Quatre habitantes, deux agents, une association, le')).toBeVisible();
  }
  await confirmHolder(coordinator, base);
  await expectAccessible(coordinator);
  await bo.goto(`${base}/plan/proposals/mine`);
  await expect(bo.getByText('Utile, et nous savons le faire.')).toHaveCount(2);
}

/** Whoever was named agrees, and only then carries it. */
async function confirmHolder(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/plan/proposals?show=orphans`);
  await page.getByRole('link', { name: PROPOSALS.shuttle.title }).click();
  await page.getByRole('button', { name: 'Confirmer, avec son accord' }).click();
  await expect(page.getByText('Confirmé le')).toBeVisible();
}
