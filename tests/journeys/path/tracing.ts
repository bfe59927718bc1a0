import type { Page } from '@playwright/test';
import { expect, expectAccessible, PHONE } from '#tests/support/journey.ts';
import { PROMISE } from './acting.ts';
import { CARE } from './indicator.ts';
import { OBJECTIVE } from './objective.ts';
import { PROPOSALS } from './proposing.ts';
import type { Walk } from './walk.ts';

/** From a promise that was kept back to somebody's words, by links alone. */
export async function walkBack({ anyone }: Walk, promise: string): Promise<void> {
  await anyone.goto(promise);
  await expectAccessible(anyone);
  await follow(anyone, 'D’où cela vient', PROPOSALS.shuttle.title);
  await follow(anyone, OBJECTIVE, OBJECTIVE);
  await follow(anyone, 'D’où cela vient', 'Printemps 2026', CARE.name);
  await anyone.getByRole('link', { name: 'De quelles paroles vient cet indicateur' }).click();
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(CARE.name);
  await expectAccessible(anyone);
  await expect(anyone.locator('#words')).toContainText('Être connu de son médecin');
  await anyone.locator('#words').getByRole('link', { name: 'Doktorum beni tanıyor' }).click();
  await expect(anyone.locator('li[aria-current=true]')).toContainText('Doktorum beni tanıyor');
  await expect(anyone.locator('main')).toContainText('Qu’est-ce que bien vivre, ici ?');
  await expectAccessible(anyone);
}

/** From one's own page, with the private code on another device, forward to what is done today. */
export async function walkForward({ visitor, base }: Walk, privateCode: string): Promise<void> {
  const author = await visitor(PHONE);
  await author.goto(base);
  await author.goto(`${base}/definitions`);
  await author.getByRole('link', { name: 'Retrouver mes paroles avec mon code personnel' }).click();
  await author.getByLabel('Code personnel').fill(privateCode);
  await author.getByRole('button', { name: 'Voir mes paroles' }).click();
  await expect(author.getByText('Un médecin qui me connaît, et des bus le soir')).toBeVisible();
  await expect(author.getByText('Retenue en plusieurs idées')).toBeVisible();
  await author.getByText('Ce qui a suivi').first().click();
  const onward = author.getByRole('list', { name: 'Ce qui a suivi' });
  for (const stop of ['Printemps 2026', OBJECTIVE, PROMISE])
    await expect(onward.getByRole('link', { name: stop })).toBeVisible();
  await expectAccessible(author);
  await author.getByRole('link', { name: 'Un médecin qui me connaît' }).click();
  await expect(author.getByRole('heading', { level: 1 })).toHaveText('Ce qu’est devenue cette parole');
  const trace = author.getByRole('list', { name: 'Ce qu’est devenue cette parole' });
  await expect(trace.getByRole('link', { name: PROMISE })).toBeVisible();
  await follow(author, 'Ce qu’est devenue cette parole', CARE.name);
  await expect(author.locator('#became')).toContainText('Printemps 2026');
  await expect(author.locator('#became')).toContainText('Engagement · Tenu');
  await expectAccessible(author);
  await follow(author, OBJECTIVE, PROMISE);
  await expect(author.getByText('Cinquante-deux mardis.')).toBeVisible();
}

/** Follows a stop of a trace. @param title of the page it leads to, where that isn't the stop's own words */
async function follow(page: Page, trace: string, stop: string, title = stop): Promise<void> {
  await page.getByRole('list', { name: trace }).getByRole('link', { name: stop }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}
