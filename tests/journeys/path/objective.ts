import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { decide } from './deciding.ts';
import { inDays, pathOf, pick, type Walk } from './walk.ts';

export const OBJECTIVE = 'Que chaque personne ait quelqu’un pour la soigner';

/** From a difficult result an objective, agreed by the coordination group. @returns its address */
export async function setObjective(walk: Walk, result: string): Promise<string> {
  const { lea } = walk;
  await lea.goto(result);
  await lea.getByRole('link', { name: 'En faire un objectif' }).click();
  await expect(lea.getByText('32 réponses')).toBeVisible();
  await expectAccessible(lea);
  await lea.getByLabel('L’objectif en une phrase').fill(OBJECTIVE);
  await expect(lea.locator('#fromLevel-2')).toBeChecked();
  await pick(lea, 'toLevel', '4');
  await lea.getByLabel('Pour qui d’abord').fill('les aînés qui vivent seuls');
  await lea.getByLabel('Pour quand').fill(inDays(400));
  await lea.getByRole('button', { name: 'Proposer cet objectif' }).click();
  await expect(lea.getByRole('heading', { level: 1 })).toHaveText(OBJECTIVE);
  await expect(lea.getByText('Proposé, pas encore convenu')).toBeVisible();
  await expectAccessible(lea);
  const objective = pathOf(lea);
  await decide(walk, lea, objective);
  await lea.getByRole('button', { name: 'Inscrire l’accord' }).click();
  await expect(lea.getByText('Convenu par Groupe de coordination')).toBeVisible();
  return objective;
}

/** What people said they do stands beside it: by its place in the grid, or chosen by hand. */
export async function putStrengthsBeside({ lea, anyone, house }: Walk, objective: string): Promise<void> {
  const beside = lea.locator('section', { has: lea.getByRole('heading', { name: 'Ce que nous faisons déjà' }) });
  await expect(beside).toContainText('J’accompagne ma voisine chez le dentiste');
  await expect(beside).not.toContainText('Je conduis mes parents');
  await lea.getByRole('link', { name: 'Choisir les paroles à mettre à côté' }).click();
  await expectAccessible(lea);
  await lea.getByLabel('Je conduis mes parents à l’hôpital').check();
  await lea.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(beside).toContainText('Je conduis mes parents à l’hôpital');
  await seeSoon(anyone, objective, 'Je conduis mes parents à l’hôpital');
  expect(await house.db.selectFrom('objective_strength').select('criterion_id').execute()).toHaveLength(1);
}

/** Two ways are compared before anything is decided, and objections are answered first. */
export async function compareScenarios({ lea, relay, anyone, coordinator }: Walk, objective: string): Promise<void> {
  const bus = await writeScenario(lea, objective, {
    name: 'Y aller ensemble',
    cost: '4000',
    effect: 'Mieux',
    worstOff: 'Celles et ceux qui ne conduisent plus sont emmenés.',
  });
  await writeScenario(lea, objective, {
    name: 'Faire venir',
    cost: '6900',
    effect: 'Beaucoup mieux',
    worstOff: 'Le dispensaire passe dans chaque rue.',
  });
  await relay.goto(bus);
  await relay.getByLabel('Ce qui me gêne dans ce scénario').fill('Et le dimanche ?');
  await relay.getByRole('button', { name: 'Dire cette objection' }).click();
  await expect(relay.getByText('Attend une réponse')).toBeVisible();
  await expectAccessible(relay);
  await coordinator.goto(bus);
  await choose(coordinator);
  await expect(coordinator.getByText('Une objection attend encore une réponse')).toBeVisible();
  await lea.goto(bus);
  await lea.getByLabel('Votre réponse, publique').fill('Des voisins se relaieront.');
  await lea.getByRole('button', { name: 'Répondre' }).click();
  await expect(lea.getByText('Des voisins se relaieront.')).toBeVisible();
  await coordinator.goto(bus);
  await choose(coordinator);
  await expect(coordinator.getByText('Chemin retenu le')).toBeVisible();
  await expectAccessible(coordinator);

  await seeSoon(anyone, objective, 'Faire venir');
  const comparison = anyone.getByRole('table', { name: /Les scénarios vers cet objectif/ });
  await expect(comparison.getByRole('columnheader')).toHaveText([/Y aller ensemble\s+Retenu/, 'Faire venir']);
  await expect(comparison.getByRole('row', { name: /^Se soigner/ })).toContainText(/Mieux.*Beaucoup mieux/s);
  await expect(comparison.getByRole('row', { name: /^Pour qui c’est le plus difficile/ })).toContainText('chaque rue');
  await expect(comparison.getByRole('row', { name: /^Coût/ })).toContainText(/4\s000.*6\s900/s);
  await expectAccessible(anyone);
}

interface ScenarioWords {
  readonly name: string;
  readonly cost: string;
  readonly effect: string;
  readonly worstOff: string;
}

async function writeScenario(page: Page, objective: string, words: ScenarioWords): Promise<string> {
  await page.goto(objective);
  await page.getByRole('link', { name: 'Écrire un scénario' }).click();
  await page.getByLabel('Son nom').fill(words.name);
  await page.getByLabel('Ce qui se passerait').fill(`${words.name}, chaque semaine.`);
  await page.getByLabel('Pour qui c’est le plus difficile').fill(words.worstOff);
  await page.getByLabel('Pour celles et ceux qui viendront').fill('Une habitude qui reste.');
  await page.getByLabel('Coût (EUR)').fill(words.cost);
  await page.getByLabel('Se soigner').selectOption(words.effect);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ajouter ce scénario' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.name);
  return pathOf(page);
}

async function choose(page: Page): Promise<void> {
  await page.getByLabel('Ce scénario est retenu').check();
  await page.getByLabel('Pour quelle raison').fill('Il sert tout de suite.');
  await page.getByRole('button', { name: 'Publier ce choix' }).click();
}
