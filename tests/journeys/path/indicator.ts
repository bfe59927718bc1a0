import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { decide } from './deciding.ts';
import { pathOf, type Walk } from './walk.ts';

interface Wording {
  /** Of the component: its path is written. */
  readonly code: string;
  readonly name: string;
  readonly question: string;
  /** By sense; a threshold that nobody spoke of stays missing. */
  readonly propositions: Readonly<Partial<Record<'P' | 'O' | 'Q' | 'S', string>>>;
  readonly situations: readonly [string, string, string, string, string];
}

export const CARE: Wording = {
  code: 'A02',
  name: 'Se soigner',
  question: 'Pour vous soigner, où en êtes-vous ?',
  propositions: {
    P: 'On ne peut pas se soigner.',
    O: 'On attend des mois un rendez-vous.',
    Q: 'Un médecin nous connaît.',
    S: 'Un centre de santé reste ouvert, et l’on s’accompagne.',
  },
  situations: [
    'Je ne peux pas me soigner.',
    'J’attends des mois pour être soigné.',
    'Je suis soigné, chaque fois par quelqu’un d’autre.',
    'Mon médecin me connaît.',
    'Mon médecin me connaît, et je sais que cela durera.',
  ],
};

export const BUSES: Wording = {
  code: 'A10',
  name: 'Se déplacer',
  question: 'Pour vous déplacer, où en êtes-vous ?',
  propositions: {
    P: 'Le soir, aucun bus.',
    O: 'Il n’y a pas assez de bus le soir.',
    S: 'On partage les voitures.',
  },
  situations: [
    'Je ne peux pas rentrer le soir.',
    'Je rentre seulement si quelqu’un me ramène.',
    'Je rentre en bus, en attendant longtemps.',
    'Je rentre en bus quand je veux.',
    'Je rentre quand je veux, et tout le monde le pourra demain.',
  ],
};

/** The path of a component: a sentence for each threshold, from people's words; then five situations. @returns its address */
export async function writeIndicator({ facilitator: page, base }: Walk, wording: Wording): Promise<string> {
  await page.goto(`${base}/indicators/work`);
  await page.getByRole('link', { name: new RegExp(`^${wording.code} · `) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chemin de progrès');
  await expectAccessible(page);
  for (const [sense, text] of Object.entries(wording.propositions)) await summarise(page, sense, text);
  await page.getByRole('button', { name: 'Enregistrer les phrases' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  for (const [sense, text] of Object.entries(wording.propositions)) await expectSummed(page, sense, text);
  await page.getByLabel('Nom', { exact: true }).fill(wording.name);
  await page.getByLabel('Question posée à chacun').fill(wording.question);
  await page.getByRole('button', { name: 'Écrire ses cinq situations' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Écrire : ${wording.name}`);
  await expectAccessible(page);
  for (const [place, words] of wording.situations.entries())
    await page.getByLabel(new RegExp(`^Situation ${place + 1}`)).fill(words);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  return pathOf(page).replace(/\/edit$/, '');
}

async function summarise(page: Page, sense: string, text: string): Promise<void> {
  const threshold = page.locator(`section#${sense}`);
  for (const box of await threshold.getByRole('checkbox').all()) await box.check();
  await threshold.getByLabel('Phrase qui résume').fill(text);
}

async function expectSummed(page: Page, sense: string, text: string): Promise<void> {
  const threshold = page.locator(`section#${sense}`);
  await expect(threshold.getByText('Personne n’a encore dit')).toHaveCount(0);
  await expect(threshold.getByLabel('Phrase qui résume')).toHaveValue(text);
}

/** Everyone may read it and say what they think, before anybody decides. */
export async function discuss({ facilitator, lea, anyone, base, house }: Walk, indicator: string): Promise<void> {
  await facilitator.goto(`${indicator}/adoption`);
  await facilitator.getByRole('button', { name: 'Ouvrir la discussion' }).click();
  await expect(facilitator.getByText('Tout le monde peut le lire')).toBeVisible();
  await expectAccessible(facilitator);
  await seeSoon(anyone, `${base}/indicators`, CARE.name);
  await expectAccessible(anyone);
  await anyone.goto(`${indicator}/discussion`);
  await expect(anyone.getByRole('link', { name: 'Se connecter pour ajouter une remarque' })).toBeVisible();
  await lea.goto(indicator);
  await lea.getByRole('link', { name: 'Lire et écrire les remarques' }).click();
  await lea.getByLabel('Votre remarque').fill('La troisième est juste, c’est ce que nous vivons.');
  await lea.getByRole('button', { name: 'Envoyer' }).click();
  await expect(lea.getByText('c’est ce que nous vivons')).toBeVisible();
  await expectAccessible(lea);
  expect(await house.db.selectFrom('indicator_comment').select('text').execute()).toHaveLength(1);
}

/** By the coordination group's decision; from then on its words don't change. */
export async function adopt(walk: Walk, indicator: string, wording: Wording): Promise<void> {
  const { coordinator, anyone, house } = walk;
  await coordinator.goto(`${indicator}/adoption`);
  await expect(coordinator.getByRole('button', { name: 'Adopter' })).toHaveCount(0);
  const discussing = coordinator.getByRole('button', { name: 'Ouvrir la discussion' });
  if (await discussing.isVisible()) {
    await discussing.click();
    await expect(coordinator.getByText('Tout le monde peut le lire')).toBeVisible();
  }
  await decide(walk, coordinator, `${indicator}/adoption`);
  await coordinator.getByRole('button', { name: 'Adopter' }).click();
  await expect(coordinator.getByRole('heading', { name: 'Une nouvelle version' })).toBeVisible();
  await expectAccessible(coordinator);
  await seeSoon(anyone, indicator, 'Adopté le');
  for (const words of wording.situations) await expect(anyone.locator('main')).toContainText(words);
  await expectAccessible(anyone);
  const versions = house.db.selectFrom('indicator_version').select('frozen_at').where('frozen_at', 'is', null);
  expect(await versions.where('indicator_id', '=', indicator.split('/').at(-1) ?? '').execute()).toEqual([]);
}
