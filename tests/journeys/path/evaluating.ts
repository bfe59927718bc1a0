import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectAccessible, PHONE } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { decide } from './deciding.ts';
import { BUSES, CARE } from './indicator.ts';
import { inDays, pathOf, pick, type Walk } from './walk.ts';

/** The round's answers by indicator: a situation, or one of the two others. */
interface Answers {
  readonly [indicator: string]: string;
}

const answers = (care: number | string, buses: number | string): Answers => ({
  [CARE.name]: String(care),
  [BUSES.name]: String(buses),
});

/** What half of the crowd answers; with the six who are watched: 32 people, on care 16 of them in 1–2, on buses 6 of 30. */
const CROWD = {
  care: [1, 2, 1, 2, 1, 2, 3, 3, 4, 4, 5, 5, 3],
  buses: [2, 1, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 4],
};

/** A round on the frozen indicators opens by decision. @returns its address */
export async function openRound(walk: Walk): Promise<string> {
  const { coordinator, anyone, base } = walk;
  await coordinator.goto(`${base}/evaluation`);
  await coordinator.getByRole('link', { name: 'Préparer une évaluation' }).click();
  await expectAccessible(coordinator);
  await coordinator.getByLabel('Nom de l’évaluation').fill('Printemps 2026');
  await coordinator.getByLabel('Dernier jour pour répondre').fill(inDays(20));
  await coordinator.getByRole('button', { name: 'Préparer' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Printemps 2026');
  await expectAccessible(coordinator);
  const round = pathOf(coordinator);
  expect((await anyone.goto(round))?.status()).toBe(404);
  await decide(walk, coordinator, round, walk.lea);
  await coordinator.getByRole('button', { name: 'Ouvrir maintenant' }).click();
  await expect(coordinator.getByText('Tant que l’évaluation est ouverte')).toBeVisible();
  return round;
}

/** Six people place themselves in a browser, and many others on phones of their own. */
export async function placeThemselves(walk: Walk, round: string): Promise<void> {
  const { aicha, bo, lea, noe, visitor, device, base, house } = walk;
  await aicha.goto(base);
  await aicha.getByRole('link', { name: 'Je participe' }).click();
  await expectAccessible(aicha);
  await answer(aicha, 'Les aînés', answers(1, 'dont-know'), true);
  const [mother, father] = [await visitor(PHONE), await visitor(PHONE)];
  for (const [page, group, given] of [
    [bo, 'Les aînés', answers(2, 4)],
    [lea, 'Les jeunes', answers(1, 'not-concerned')],
    [noe, 'Les jeunes', answers(4, 5)],
    [mother, 'Les parents', answers(2, 3)],
    [father, 'Les parents', answers(5, 4)],
  ] as const) {
    await page.goto(`${round}/answer`);
    await answer(page, group, given);
  }
  const elders = await house.db
    .selectFrom('group')
    .select('id')
    .where('name', '=', 'Les aînés')
    .executeTakeFirstOrThrow();
  for (const group of [elders.id, ''])
    for (const [place, care] of CROWD.care.entries())
      await answerApart(await device(), round, group, answers(care, CROWD.buses[place] ?? ''));
}

async function answer(page: Page, group: string, given: Answers, judged = false): Promise<void> {
  await page.getByLabel('De quel groupe vous sentez-vous proche').selectOption(group);
  await page.getByRole('button', { name: 'Commencer' }).click();
  for (const place of [1, 2]) {
    await expect(page.getByText(`Indicateur ${place} sur 2`)).toBeVisible();
    if (judged && place === 1) {
      await page.getByRole('button', { name: 'Suivant' }).click();
      await expect(page.getByText('Une chose est à corriger')).toBeVisible();
      await expectAccessible(page);
    }
    const indicator = await page.getByRole('heading', { level: 1 }).innerText();
    await pick(page, 'answer', given[indicator] ?? '');
    await page.getByRole('button', { name: 'Suivant' }).click();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merci');
  if (judged) await expectAccessible(page);
}

/** The same forms from another device, without drawing the pages. */
async function answerApart(device: APIRequestContext, round: string, group: string, given: Answers): Promise<void> {
  const { origin } = new URL((await device.get(`${round}/answer`)).url());
  const send = async (path: string, form: Record<string, string>) => {
    const answered = await device.post(`${round}/${path}`, { form, headers: { origin, accept: 'text/html' } });
    expect(answered.status()).toBe(200);
    return answered.text();
  };
  let html = await send('answer', { group, neighbourhood: '', age: '' });
  for (const place of [1, 2]) {
    const indicator = [CARE.name, BUSES.name].find((name) => html.includes(`<title>${name} `)) ?? '';
    html = await send(`answer/${place}`, { answer: given[indicator] ?? '' });
  }
}

/** A group agrees one situation in session, with what some see otherwise; a statistic stands beside, never mixed in. */
export async function addWhatElseIsKnown({ facilitator, coordinator, base }: Walk, round: string): Promise<void> {
  await facilitator.goto(round);
  await facilitator.getByRole('link', { name: 'Évaluer en groupe' }).click();
  await facilitator.getByLabel('Quel groupe').selectOption('Les aînés');
  await facilitator.getByRole('button', { name: 'Continuer' }).click();
  const card = facilitator.locator('section.card', { hasText: CARE.name });
  await card.getByText('S’accorder sur une situation').click();
  await pick(card, 'level', '2');
  await card.getByLabel('Pourquoi').fill('Trois mois pour un rendez-vous, tout le monde l’a vécu.');
  await card.getByLabel('Autres avis').fill('Certains n’ont personne.');
  await expectAccessible(facilitator);
  await card.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(facilitator.getByText('Le groupe s’accorde sur la situation 2')).toBeVisible();

  await coordinator.goto(`${base}/evaluation/measures`);
  await coordinator.getByLabel('Indicateur').selectOption(CARE.name);
  await coordinator.getByLabel('Ce qui est mesuré').fill('Médecins');
  await coordinator.getByLabel('Unité').fill('pour 10 000 habitants');
  await coordinator.getByLabel('Source', { exact: true }).fill('Agence régionale de santé');
  await coordinator.getByLabel('Seuils du territoire').fill('4; 6; 8; 10');
  await coordinator.getByRole('button', { name: 'Rattacher une statistique' }).click();
  await coordinator.getByText('Ajouter ou corriger une valeur').click();
  await coordinator.getByLabel('Date').fill('2026-01-01');
  await coordinator.getByLabel('pour 10 000 habitants', { exact: true }).fill('6,5');
  await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(coordinator.getByRole('row', { name: '1er janvier 2026 6,5 3' })).toBeVisible();
  await expectAccessible(coordinator);
}

/** While it is open everyone sees how many take part and nothing else, the coordination included. */
export async function seeOnlyParticipation({ coordinator, anyone, base }: Walk, round: string): Promise<void> {
  await seeSoon(anyone, round, '32 personnes ont répondu');
  await expectAccessible(anyone);
  await coordinator.goto(round);
  await expect(coordinator.getByText('32 personnes ont répondu')).toBeVisible();
  for (const page of [coordinator, anyone]) {
    await expect(page.locator('main')).not.toContainText(/%|Les aînés/);
    expect((await page.request.get(`${round}/wheel`)).status()).toBe(404);
    const open = await page.request.get(`${base}/data/results.json`);
    expect(((await open.json()) as { rows: unknown[] }).rows).toEqual([]);
  }
}

/** The results come out at closing, once, by the coordination group's decision. */
export async function closeRound(walk: Walk, round: string): Promise<void> {
  await decide(walk, walk.lea, round);
  await walk.lea.getByRole('button', { name: 'Clore et publier maintenant' }).click();
  await expect(walk.lea.getByRole('heading', { level: 1 })).toHaveText('Là où c’est le plus difficile');
  const releases = await walk.house.db.selectFrom('release').select(['number', 'people']).execute();
  expect(releases).toEqual([{ number: 0, people: 32 }]);
}
