import type { Page } from '@playwright/test';
import { encode } from 'uqr';
import { qrPath } from '#lib/ui/qr.ts';
import { expect, expectAccessible, PROJECTOR, type Journey } from '#tests/support/journey.ts';
import { pathOf, type Walk } from './walk.ts';

/** Where the questions stand in this territory's order. */
export const ASKED = { wellBeing: 0, responsibility: 1, illBeing: 2 } as const;

/** Comes in with the code, notes the private code, and goes on to write. @returns the private code */
export async function comeIn(phone: Page, code: string): Promise<string> {
  await phone.goto('/fr/join');
  await phone.getByLabel('Code de la rencontre').fill(code.toLowerCase());
  await phone.getByRole('button', { name: 'Continuer' }).click();
  await phone.getByLabel('J’ai 15 ans ou plus').check();
  await phone.getByRole('button', { name: 'J’ai compris' }).click();
  const shown = await phone.locator('.code [aria-hidden]').innerText();
  await phone.getByRole('link', { name: 'je continue' }).click();
  await expect(phone.getByLabel('Une idée, avec vos mots')).toBeVisible();
  return shown;
}

export async function say(phone: Page, words: string, question?: number): Promise<void> {
  if (question !== undefined) await phone.getByLabel('La question').selectOption({ index: question });
  const asked = question === undefined ? undefined : await phone.locator('[name=question] option:checked').innerText();
  await phone.getByLabel('Une idée, avec vos mots').fill(words);
  await phone.getByRole('button', { name: 'Poser ma parole' }).click();
  const kept = phone.locator('#own-list .note', { hasText: words });
  await expect(kept).toBeVisible();
  if (asked !== undefined) await expect(kept).toContainText(asked);
}

/** @param gathering its address */
export async function leadTo(lead: Page, gathering: string, phase: string): Promise<void> {
  await lead.goto(gathering);
  await lead.locator(`button[name=phase][value=${phase}]`).click();
  // A gathering that leaves something open asks once more.
  if (lead.url().endsWith('/closing')) {
    await expectAccessible(lead);
    await lead.getByRole('button', { name: 'Clore quand même' }).click();
  }
  await expect(lead.locator('li[aria-current=step]')).toBeVisible();
}

export const textsOf = async (house: Journey['house']) =>
  (await house.db.selectFrom('note').select('text').execute()).map((note) => note.text).sort();

/** The facilitator plans a gathering and opens it. @returns where it is led, and the code to come in */
export async function openGathering({ facilitator, visitor, base }: Walk): Promise<{ here: string; code: string }> {
  await facilitator.goto(`${base}/staff`);
  await expectAccessible(facilitator);
  await facilitator.getByRole('link', { name: 'Rencontres' }).click();
  await facilitator.getByRole('link', { name: 'Prévoir une rencontre' }).click();
  await expectAccessible(facilitator);
  await facilitator.getByLabel('Groupe', { exact: true }).selectOption('Les aînés');
  await facilitator.getByLabel('Lieu').fill('Salle du Moulin');
  await facilitator.getByRole('button', { name: 'Prévoir une rencontre' }).click();
  await expect(facilitator.getByRole('row', { name: 'Les aînés' })).toContainText('Prévue');
  await expectAccessible(facilitator);
  await facilitator.getByRole('link', { name: 'Animer' }).click();
  await expect(facilitator.getByRole('heading', { level: 1 })).toHaveText('Les aînés');
  const here = pathOf(facilitator);
  await leadTo(facilitator, here, 'opening');
  const code = (await facilitator.locator('.code [aria-hidden]').innerText()).replaceAll(' ', '');
  const screen = await visitor(PROJECTOR);
  await screen.context().addCookies(await facilitator.context().cookies());
  await screen.goto(`${here}/screen`);
  const picture = screen.getByRole('img', { name: 'Code QR pour entrer dans la rencontre' });
  const carried = encode(`${new URL(screen.url()).origin}/join/${code}`, { border: 0, ecc: 'M' });
  await expect(picture.locator('path')).toHaveAttribute('d', qrPath(carried.data));
  await expectAccessible(screen);
  await leadTo(facilitator, here, 'writing');
  return { here, code };
}

/** Everyone writes for themselves; the facilitator types for those without a phone. @returns Aïcha's private code */
export async function writeAlone(walk: Walk, { here, code }: { here: string; code: string }): Promise<string> {
  const { aicha, bo, facilitator, house } = walk;
  const privateCode = await comeIn(aicha, code);
  await expectAccessible(aicha);
  await comeIn(bo, code);
  await say(aicha, 'Un médecin qui me connaît, et des bus le soir', ASKED.wellBeing);
  await say(aicha, 'J’accompagne ma voisine chez le dentiste', ASKED.responsibility);
  await say(bo, 'Ne pas pouvoir me soigner', ASKED.illBeing);
  await say(bo, 'Je partage ma voiture pour aller au marché', ASKED.responsibility);
  await expect(aicha.locator('main')).not.toContainText('voiture');
  await aicha.goto(`${here}/wall`);
  await expect(aicha.getByText('chaque personne écrit pour elle-même')).toBeVisible();
  await expect(aicha.locator('main')).not.toContainText('voiture');
  await expectAccessible(aicha);

  await facilitator.goto(`${here}/typing`);
  await expectAccessible(facilitator);
  await facilitator.getByLabel('Question').selectOption({ index: ASKED.illBeing });
  await facilitator.getByLabel('Une parole', { exact: true }).fill('Attendre trois mois un rendez-vous');
  await facilitator.keyboard.press('Enter');
  await expect(facilitator.getByText('Attendre trois mois un rendez-vous')).toBeVisible();
  await expect(facilitator.locator('main')).not.toContainText('voiture');
  await facilitator.goto(`${here}/approval`);
  await expect(facilitator.getByText('Le partage n’est pas encore ouvert')).toBeVisible();
  await expectAccessible(facilitator);
  expect(await textsOf(house)).toHaveLength(5);
  return privateCode;
}

/** What somebody says at the door, in their own language. */
export async function noteAtTheDoor({ relay, base, house }: Walk): Promise<void> {
  await relay.goto(`${base}/staff`);
  await relay.getByRole('link', { name: 'Porte à porte' }).click();
  await relay.getByLabel('Pour quel groupe').selectOption('Les aînés');
  await relay.getByLabel('La personne parle').selectOption('tr');
  await relay.getByLabel('La personne est d’accord').check();
  await relay.getByRole('button', { name: 'Commencer' }).click();
  await relay.getByLabel('Question').selectOption({ index: ASKED.wellBeing });
  await relay.getByLabel('Une idée, avec ses mots').fill('Doktorum beni tanıyor');
  await relay.getByRole('button', { name: 'Noter' }).click();
  await expect(relay.getByText('Une parole notée')).toBeVisible();
  await relay.getByLabel('J’ai tout relu').check();
  await relay.getByRole('button', { name: 'Terminer la visite' }).click();
  await expect(relay.getByRole('heading', { level: 1 })).toContainText('Ces paroles sont au groupe');
  await expectAccessible(relay);
  const note = await house.db.selectFrom('note').selectAll().where('source', '=', 'relay').executeTakeFirstOrThrow();
  expect([note.text, note.language]).toEqual(['Doktorum beni tanıyor', 'tr']);
}
