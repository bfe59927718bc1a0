import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { OBJECTIVE } from './objective.ts';
import { ACTORS, PROPOSALS } from './proposing.ts';
import { inDays, pathOf, type Walk } from './walk.ts';

export const PROMISE = 'Conduire la navette chaque mardi';

/** What the vote kept becomes actions, which are followed in public. @returns the shuttle's address */
export async function startActions({ coordinator, base, house }: Walk): Promise<string> {
  await coordinator.goto(`${base}/plan`);
  await coordinator.getByRole('link', { name: 'Lancer les actions votées' }).click();
  await coordinator.getByRole('link', { name: '7 000 € pour se soigner' }).click();
  await expect(coordinator.getByLabel(PROPOSALS.dispensary.title)).toHaveCount(0);
  await expectAccessible(coordinator);
  await coordinator.getByRole('button', { name: 'Lancer ces actions' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Décider et agir ensemble');
  const actions = await house.db.selectFrom('action').select(['title', 'cost_voted_cents']).orderBy('title').execute();
  expect(actions.map((one) => [one.title, Number(one.cost_voted_cents)])).toEqual([
    [PROPOSALS.saturday.title, 300_000],
    [PROPOSALS.shuttle.title, 400_000],
  ]);
  await coordinator.getByRole('link', { name: PROPOSALS.shuttle.title }).first().click();
  await coordinator.getByLabel('Où elle en est').selectOption({ label: 'En cours' });
  await coordinator.getByLabel('Dépensé en tout').fill('1 200');
  await coordinator.getByLabel('Ce qu’il y a à raconter').fill('La première course a eu lieu.');
  await coordinator.getByRole('button', { name: 'Publier ces nouvelles' }).click();
  await expect(coordinator.getByText('La première course a eu lieu.').first()).toBeVisible();
  await expectAccessible(coordinator);
  return pathOf(coordinator);
}

/** Actors promise something for an objective; one keeps it, another doesn't and says why. @returns the kept one's address */
export async function commit(walk: Walk): Promise<string> {
  const { coordinator } = walk;
  const kept = await promise(walk, {
    actor: ACTORS.neighbours,
    gives: 'Du temps',
    words: PROMISE,
    action: PROPOSALS.shuttle.title,
  });
  await mark(coordinator, 'Tenu', 'Cinquante-deux mardis.');
  await expectAccessible(coordinator);
  await promise(walk, {
    actor: ACTORS.clinic,
    gives: 'Un lieu',
    words: 'Ouvrir la salle un samedi par mois',
    action: PROPOSALS.saturday.title,
  });
  await coordinator.getByLabel('Non tenu').check();
  await coordinator.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(coordinator.getByText('Écrivez la raison').first()).toBeVisible();
  await mark(coordinator, 'Non tenu', 'La salle était en travaux.');
  const marks = await walk.house.db.selectFrom('commitment_status').select('status').execute();
  expect(marks.map(({ status }) => status).sort()).toEqual([
    'confirmed',
    'confirmed',
    'kept',
    'not-kept',
    'proposed',
    'proposed',
  ]);
  return kept;
}

interface Promised {
  readonly actor: string;
  readonly gives: string;
  readonly words: string;
  readonly action: string;
}

async function promise({ coordinator: page, base }: Walk, promised: Promised): Promise<string> {
  await page.goto(`${base}/plan/commitments/new`);
  await page.getByLabel('Qui s’engage').selectOption(promised.actor);
  await page.getByLabel(promised.gives).check();
  await page.getByLabel('L’engagement en une phrase').fill(promised.words);
  await page.getByLabel('Pour quel objectif').selectOption(OBJECTIVE);
  await page.getByLabel('Pour quelle action').selectOption(promised.action);
  await page.getByLabel('Jusqu’au').fill(inDays(365));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Inscrire cet engagement' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(promised.words);
  await mark(page, 'Confirmé', '');
  return pathOf(page);
}

async function mark(page: Page, status: string, reason: string): Promise<void> {
  const choice = page.locator('label', { has: page.getByText(status, { exact: true }) });
  await choice.getByRole('radio').check();
  await page.getByRole('textbox', { name: 'La raison' }).fill(reason);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.locator('.now')).toContainText(status);
  if (reason) await expect(page.getByText(reason).first()).toBeVisible();
}

/** Everyone sees who takes which share, where a place is open, and what was kept. */
export async function readPlan({ anyone, base }: Walk): Promise<void> {
  await seeSoon(anyone, `${base}/plan`, 'La salle était en travaux.');
  // On a phone the table is a list by objective.
  const shares = anyone.getByRole('region', { name: 'Qui prend quelle part' });
  const shareOf = (actor: string) => shares.getByRole('listitem').filter({ hasText: actor });
  await expect(shares.getByRole('heading', { name: OBJECTIVE })).toBeVisible();
  await expect(shareOf(ACTORS.neighbours)).toContainText(/Tenu.*mardi/s);
  await expect(shareOf(ACTORS.clinic)).toContainText(/Non tenu.*samedi/s);
  await expect(shares.getByText('l’invitation est ouverte').filter({ visible: true })).toBeVisible();
  await expect(shareOf(ACTORS.school)).toBeVisible();
  await expect(anyone.getByText('Chaque objectif a déjà quelqu’un.')).toBeVisible();
  await expect(anyone.getByRole('row', { name: PROPOSALS.shuttle.title })).toContainText(/En cours.*1\s200/s);
  await expectAccessible(anyone);
}
