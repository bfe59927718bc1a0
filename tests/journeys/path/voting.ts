import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { decide } from './deciding.ts';
import { PROPOSALS, type ProposalKey } from './proposing.ts';
import { inDays, pathOf, type Walk } from './walk.ts';

/**
 * Seven ballots under 7,000 €. By votes alone the dispensary has most and takes all but everything; by equal shares its
 * five voters can't pay it, and four pay the shuttle, three the Saturday.
 */
const BALLOTS: readonly (readonly ProposalKey[])[] = [
  ['dispensary', 'shuttle', 'record'],
  ['dispensary', 'shuttle', 'record'],
  ['dispensary', 'shuttle'],
  ['dispensary', 'shuttle'],
  ['dispensary', 'saturday'],
  ['saturday'],
  ['saturday'],
];

/** The rules are told before anybody votes; opening it takes a decision. @returns the vote's address */
export async function openVote(walk: Walk): Promise<string> {
  const { coordinator, anyone, base } = walk;
  await coordinator.goto(`${base}/plan/votes`);
  await coordinator.getByRole('link', { name: 'Préparer un vote' }).click();
  await expectAccessible(coordinator);
  await coordinator.getByLabel('Nom du vote').fill('7 000 € pour se soigner');
  await coordinator.getByLabel('Question posée').fill('Que faisons-nous pour que chacun soit soigné ?');
  for (const { title } of Object.values(PROPOSALS)) await coordinator.getByLabel(title).check();
  await coordinator.getByLabel('Budget', { exact: true }).fill('7 000');
  await coordinator.getByLabel('Choix : au moins').fill('1');
  await coordinator.getByLabel('Choix : au plus').fill('3');
  await coordinator.getByLabel('Avec un code à usage unique').check();
  await coordinator.getByLabel('Dernier jour pour voter').fill(inDays(20));
  await coordinator.getByLabel('Qui décide à la fin').fill('Le conseil municipal');
  await coordinator.getByLabel('Oui, le résultat sera suivi').check();
  await coordinator.getByLabel('Jour où le conseil en délibère').fill(inDays(30));
  await coordinator.getByRole('button', { name: 'Préparer ce vote' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('7 000 € pour se soigner');
  await expectAccessible(coordinator);
  const vote = pathOf(coordinator);
  await decide(walk, coordinator, vote);
  await coordinator.getByRole('button', { name: 'Ouvrir maintenant' }).click();
  await expect(coordinator.getByText('On peut voter jusqu’au')).toBeVisible();
  await seeSoon(anyone, vote, 'Le conseil municipal');
  await expectAccessible(anyone);
  return vote;
}

/** Each votes with a code of their own: six on phones, the seventh on paper. @returns a receipt */
export async function vote(walk: Walk, address: string): Promise<string> {
  const { coordinator, aicha, bo, lea, noe, relay, base, house } = walk;
  const codes = await makeCodes(coordinator, address);
  await aicha.goto(base);
  await aicha.getByRole('link', { name: 'Je vote' }).click();
  const voters = [aicha, bo, lea, noe, relay, aicha];
  const receipts: string[] = [];
  for (const [place, page] of voters.entries()) {
    await page.goto(`${address}/ballot`);
    receipts.push(await castBallot(page, codes[place] ?? '', BALLOTS[place] ?? [], place === 0));
  }
  await enterOnPaper(coordinator, address, codes[6] ?? '', BALLOTS[6] ?? []);
  await bo.goto(`${address}/ballot`);
  await bo.getByLabel('Votre code').fill(codes[1] ?? '');
  await bo.getByRole('button', { name: 'Continuer' }).click();
  await expect(bo.getByText('Quelqu’un a déjà voté avec ce code.').first()).toBeVisible();
  const cast = await house.db.selectFrom('ballot').select('choices').execute();
  expect(cast.map(({ choices }) => (JSON.parse(choices) as string[]).length).sort()).toEqual([1, 1, 2, 2, 2, 3, 3]);
  return receipts[0] ?? '';
}

async function makeCodes(page: Page, address: string): Promise<string[]> {
  await page.goto(`${address}/roll`);
  await expectAccessible(page);
  await page.getByLabel('Nom du lot').fill('Guichet');
  await page.getByLabel('Combien de codes').fill('7');
  await page.getByRole('button', { name: 'Faire ces codes' }).click();
  await expect(page.getByText('7 codes, montrés une seule fois')).toBeVisible();
  await expectAccessible(page);
  return page.locator('li .code').allInnerTexts();
}

async function castBallot(page: Page, code: string, choices: readonly ProposalKey[], judged: boolean): Promise<string> {
  const judge = async () => {
    if (judged) await expectAccessible(page);
  };
  await page.getByLabel('Votre code').fill(code);
  await judge();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon bulletin');
  await judge();
  for (const key of choices) await page.getByLabel(PROPOSALS[key].title).check();
  await page.getByRole('button', { name: 'Relire mon bulletin' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voici votre bulletin');
  await judge();
  await page.getByRole('button', { name: 'Je vote' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre bulletin est dans l’urne');
  await judge();
  return page.locator('.receipt .code').innerText();
}

async function enterOnPaper(page: Page, address: string, code: string, choices: readonly ProposalKey[]): Promise<void> {
  await page.goto(`${address}/paper`);
  await page.getByLabel('Code du bulletin').fill(code);
  for (const key of choices) await page.getByLabel(PROPOSALS[key].title).check();
  await page.getByRole('button', { name: 'Mettre dans l’urne' }).click();
  await expect(page.getByText('Le bulletin est dans l’urne.')).toBeVisible();
  await expectAccessible(page);
}

/** Until it is closed, by decision, nobody sees more than how many ballots there are. */
export async function closeVote(walk: Walk, address: string): Promise<void> {
  const { coordinator, anyone } = walk;
  await seeSoon(anyone, address, '7 bulletins dans l’urne');
  await expect(anyone.locator('main')).not.toContainText('Retenues');
  expect((await anyone.request.get(`${address}/result.json`)).status()).toBe(404);
  await decide(walk, coordinator, address, walk.lea);
  await coordinator.getByRole('button', { name: 'Clore et compter maintenant' }).click();
  await expect(coordinator.getByText('7 bulletins · compté à parts égales')).toBeVisible();
}

/** What won and what lost, each with its reason, beside what the votes alone would have given. */
export async function readResult({ anyone, aicha }: Walk, address: string, receipt: string): Promise<void> {
  const { dispensary, shuttle, saturday, record } = PROPOSALS;
  await seeSoon(anyone, address, '2 propositions sont retenues');
  const outcome = (title: string) => anyone.locator('li', { has: anyone.getByRole('heading', { name: title }) });
  await expect(outcome(shuttle.title)).toContainText('4 bulletins qui la soutiennent l’ont payée ensemble');
  await expect(outcome(saturday.title)).toContainText('3 bulletins qui la soutiennent l’ont payée ensemble');
  await expect(outcome(dispensary.title)).toContainText('les propositions retenues n’ont laissé que');
  await expect(outcome(dispensary.title)).toContainText('Par le nombre de voix seul : n° 1');
  await expect(outcome(record.title)).toContainText('les propositions retenues n’ont laissé que');
  const beside = (title: string) => anyone.getByRole('row', { name: title }).filter({ hasText: /retenue/ });
  await expect(beside(dispensary.title)).toContainText(/5.*non retenue\s*retenue/s);
  await expect(beside(shuttle.title)).toContainText(/4.*\sretenue\s*non retenue/s);
  await expectAccessible(anyone);
  const result = (await (await anyone.request.get(`${address}/result.json`)).json()) as {
    ballots: number;
    equal_shares: { winners: string[]; total_cost: string };
    greedy: { winners: string[]; total_cost: string };
  };
  expect([result.ballots, result.equal_shares.total_cost, result.greedy.total_cost]).toEqual([7, '700000', '690000']);
  expect([result.equal_shares.winners.length, result.greedy.winners.length]).toEqual([2, 1]);
  await aicha.goto(`${address}/receipt`);
  await aicha.getByLabel('Reçu').fill(receipt);
  await aicha.getByRole('button', { name: 'Vérifier' }).click();
  await expect(aicha.getByText('Un bulletin avec ce reçu est dans l’urne.')).toBeVisible();
  await expectAccessible(aicha);
}
