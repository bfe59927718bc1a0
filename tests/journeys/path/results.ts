import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, expectAccessible } from '#tests/support/journey.ts';
import { seeSoon } from './approval.ts';
import { BUSES, CARE } from './indicator.ts';
import { pathOf, type Walk } from './walk.ts';

/** Where it is most difficult first, with the whole distribution and n; a wheel, and the same numbers in a table. */
export async function readResults({ anyone, base }: Walk, round: string): Promise<void> {
  await seeSoon(anyone, round, '32 personnes · des participantes et participants, pas un échantillon');
  await expectAccessible(anyone);
  const rows = anyone.locator('tbody tr');
  await expect(rows.nth(0)).toContainText(CARE.name);
  await expect(rows.nth(0)).toContainText('50 %');
  await expect(rows.nth(0).locator('td').nth(2)).toHaveText('32');
  await expect(rows.nth(1)).toContainText(BUSES.name);
  await expect(rows.nth(1)).toContainText('20 %');
  await expect(rows.nth(1).locator('td').nth(2)).toHaveText('30');
  await anyone.getByRole('link', { name: 'Voir la roue' }).click();
  await expect(anyone.locator('figure').locator('svg:visible, canvas:visible').first()).toBeVisible();
  await expect(anyone.getByRole('row', { name: CARE.name })).toContainText('médiane 2');
  await expect(anyone.getByRole('row', { name: BUSES.name })).toContainText('30 réponses');
  await expectAccessible(anyone);
  await downloadTwins(anyone, `${base}/data/results`);
}

/** By group: what too few people answered is hidden, and what would give them away by subtraction. */
export async function readByGroup({ anyone }: Walk, round: string): Promise<string> {
  await anyone.goto(round);
  await anyone.getByRole('link', { name: CARE.name }).click();
  await expect(anyone.getByText('Tout le monde', { exact: true })).toBeVisible();
  await expect(anyone.getByText('32 réponses · personne ne sait')).toBeVisible();
  for (const group of ['Les jeunes', 'Les parents'])
    await expect(anyone.getByRole('row', { name: group })).toContainText('Moins de 3 réponses : non montré');
  // One group in sixteen is hidden by lot without need, so that hiding tells nothing.
  await expect(anyone.getByRole('row', { name: 'Les aînés' })).toContainText(/53\s%|Non montré, pour que/);
  await expect(anyone.getByText('Certains n’ont personne.')).toBeVisible();
  await expect(anyone.getByRole('row', { name: '1er janvier 2026 6,5 3' })).toBeVisible();
  await expectAccessible(anyone);
  await anyone.goto(`${pathOf(anyone).replace(/\/indicators\/.*$/, '')}`);
  await anyone.getByRole('link', { name: BUSES.name }).click();
  await expect(anyone.getByText('1 ne sait pas, 1 ne se dit pas concerné')).toBeVisible();
  await anyone.goto(round);
  await anyone.getByRole('link', { name: CARE.name }).click();
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(CARE.name);
  return pathOf(anyone);
}

/** A public table can be taken away as CSV and as JSON, and they say the same. */
async function downloadTwins(page: Page, table: string): Promise<void> {
  const [csv, json] = [page.getByRole('link', { name: /CSV$/ }), page.getByRole('link', { name: /JSON$/ })];
  await expect(csv).toHaveAttribute('href', `${table}.csv`);
  await expect(json).toHaveAttribute('href', `${table}.json`);
  const lines = parse(await (await page.request.get(`${table}.csv`)).text(), { columns: true }) as Row[];
  const { rows } = (await (await page.request.get(`${table}.json`)).json()) as { rows: Row[] };
  expect(lines.length).toBeGreaterThan(0);
  const told = (row: Row) => [row.indicator, row.dimension, row.n].map((cell) => String(cell ?? ''));
  expect(lines.map(told)).toEqual(rows.map(told));
  const everybody = rows.find((row) => row.dimension === 'everybody' && row.indicator === CARE.name);
  expect(everybody?.n).toBe(32);
}

type Row = Readonly<Record<string, string | number | null>>;
