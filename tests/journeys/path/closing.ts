import { expect, expectAccessible, PHONE } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { confirm } from './deciding.ts';
import { BUSES, CARE } from './indicator.ts';
import type { Walk } from './walk.ts';

const STATEMENT = 'J’ai pu dire ce qui compte pour moi.';

/** Those who took part judge the process itself, once each, with or without an account. */
export async function judgeTheProcess(walk: Walk): Promise<void> {
  const { coordinator, aicha, bo, lea, noe, relay, anyone, base, house } = walk;
  await coordinator.goto(`${base}/staff`);
  await coordinator.getByRole('link', { name: 'Préparer l’avis sur la démarche' }).click();
  await expectAccessible(coordinator);
  await coordinator.getByLabel('Français').first().fill(STATEMENT);
  await coordinator.getByRole('button', { name: 'Enregistrer' }).click();
  await coordinator.getByRole('button', { name: 'Demander l’avis' }).click();
  await expect(coordinator.getByText('L’avis est demandé')).toBeVisible();
  await anyone.goto(`${base}/review`);
  await expect(anyone.getByText('Cet avis est demandé à toute personne qui a pris part.')).toBeVisible();
  for (const [page, level] of [
    [aicha, 5],
    [bo, 2],
    [lea, 4],
    [noe, 3],
    [relay, 1],
  ] as const) {
    await page.goto(base);
    await page.getByRole('link', { name: 'Votre avis sur la démarche' }).click();
    const statement = page.getByRole('group', { name: STATEMENT });
    const choice = statement.locator('label').filter({ hasText: String(level) });
    await choice.click();
    await expect(choice.getByRole('radio')).toBeChecked();
    if (page === aicha) await page.getByLabel('Ce que vous voulez ajouter').fill('On nous a répondu.');
    if (page === aicha) await expectAccessible(page);
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await expect(page.getByText('Merci, votre avis est gardé.')).toBeVisible();
  }
  await coordinator.reload();
  await expect(coordinator.getByText('On nous a répondu.')).toHaveCount(0);
  await coordinator.getByRole('link', { name: 'Arrêter de demander l’avis' }).click();
  await coordinator.getByRole('button', { name: 'Arrêter et montrer les résultats' }).click();
  await expect(coordinator.getByText('L’avis est recueilli')).toBeVisible();
  await coordinator.getByRole('button', { name: 'Montrer', exact: true }).click();
  await seeSoon(anyone, `${base}/review/results`, 'On nous a répondu.');
  await expect(anyone.getByText('5 personnes ont répondu')).toBeVisible();
  const said = anyone.locator('section', { has: anyone.getByRole('heading', { name: STATEMENT }) });
  await expect(said.getByRole('cell')).toHaveText(['2', '1', '2']);
  await expectAccessible(anyone);
  expect(await house.db.selectFrom('review_answer').select('id').execute()).toHaveLength(5);
}

/** One member enters the decision, which then waits; the other confirms it; only then can the cycle be closed. */
export async function closeCycle(walk: Walk): Promise<void> {
  const { coordinator, lea, noe, visitor, base } = walk;
  await coordinator.goto(`${base}/staff/cycle`);
  await expectAccessible(coordinator);
  await expect(coordinator.getByRole('button', { name: 'Clore maintenant' })).toHaveCount(0);
  await lea.goto(`${base}/staff/decisions/new`);
  await lea.getByLabel('Sur quoi porte-t-elle').selectOption({ label: 'Clore le cycle « 2026 »' });
  await lea.getByLabel('En une phrase').fill('Le premier cycle est clos');
  await lea.getByLabel('Pour').first().fill('2');
  await expectAccessible(lea);
  await lea.getByRole('button', { name: 'Inscrire au registre' }).click();
  await expect(lea.getByText('Il manque une deuxième personne.')).toBeVisible();
  await coordinator.goto(`${base}/staff/cycle`);
  await expect(coordinator.getByRole('button', { name: 'Clore maintenant' })).toHaveCount(0);
  await confirm(walk, noe, 'Le premier cycle est clos');
  await expectAccessible(noe);
  await coordinator.goto(`${base}/staff/cycle`);
  await coordinator.getByRole('button', { name: 'Clore maintenant' }).click();
  await expect(coordinator.getByText('Ce cycle est clos')).toBeVisible();
  const home = await visitor(PHONE);
  await seeSoon(home, base, 'Ce cycle est clos');
  await expectAccessible(home);
}

/** What was done stands in the journal in words, and nothing that anybody said. */
export async function readJournal({ coordinator, base }: Walk): Promise<void> {
  await coordinator.goto(`${base}/staff/journal`);
  for (let more = true; more;) {
    const told = await coordinator.locator('tbody').innerText();
    expect(told).not.toMatch(/\w\.\w|voiture|me soigner|tanıyor/);
    const older = coordinator.getByRole('link', { name: 'Plus ancien' });
    more = await older.isVisible();
    if (more) await older.click();
  }
  await expectAccessible(coordinator);
}

/** The next cycle starts from this one: its groups and questions, and the same indicators in the same words. */
export async function beginAgain({ coordinator, anyone, base, house }: Walk): Promise<void> {
  const next = base.replace(/2026$/, '2027');
  await coordinator.goto(`${base}/staff`);
  await coordinator.getByRole('link', { name: 'Ouvrir le cycle suivant' }).click();
  await coordinator.getByRole('link', { name: 'Ouvrir le cycle suivant' }).click();
  await coordinator.getByLabel('Nom du cycle').fill('2027');
  await expectAccessible(coordinator);
  await coordinator.getByRole('button', { name: 'Ouvrir ce cycle' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Bonjour Karim');
  await coordinator.goto(`${next}/staff/groups`);
  await expect(coordinator.getByRole('heading', { name: 'Les aînés' })).toBeVisible();
  await coordinator.goto(`${next}/staff/questions`);
  await expect(coordinator.getByRole('heading', { level: 2 }).first()).toHaveText('Qu’est-ce que bien vivre, ici ?');
  await seeSoon(anyone, `${next}/indicators`, '2 indicateurs adoptés');
  for (const { name } of [CARE, BUSES]) await expect(anyone.getByRole('link', { name })).toBeVisible();
  await anyone.getByRole('link', { name: CARE.name }).click();
  for (const words of CARE.situations) await expect(anyone.locator('main')).toContainText(words);
  await expect(anyone.locator('#became')).toContainText('Printemps 2026');
  await coordinator.goto(`${next}/evaluation/rounds/new`);
  await expect(coordinator.getByLabel(CARE.name)).toBeChecked();
  const kept = await house.db.selectFrom('cycle_indicator').select(['indicator_version_id', 'carried_from']).execute();
  expect(new Set(kept.map((one) => one.indicator_version_id)).size).toBe(2);
  expect(kept.filter((one) => one.carried_from !== null)).toHaveLength(2);
}
