import type { Page } from '@playwright/test';
import { expect, expectAccessible, PHONE, PROJECTOR, test, type Journey } from '#tests/support/journey.ts';
import type { Town } from '#tests/support/territory.ts';

const gatheringOf = (town: Town) => `${town.base}/definitions/gatherings/${town.gatheringId}`;

/** Comes in with the code, notes the private code, and goes on to write. @returns the private code */
async function comeIn(phone: Page, code: string): Promise<string> {
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

async function say(phone: Page, words: string): Promise<void> {
  await phone.getByLabel('Une idée, avec vos mots').fill(words);
  await phone.getByRole('button', { name: 'Poser ma parole' }).click();
  await expect(phone.locator('#own-list')).toContainText(words);
}

async function leadTo(lead: Page, town: Town, phase: string): Promise<void> {
  await lead.goto(gatheringOf(town));
  await lead.locator(`button[name=phase][value=${phase}]`).click();
  await expect(lead.locator('li[aria-current=step]')).toBeVisible();
}

const texts = async (house: Journey['house']) =>
  (await house.db.selectFrom('note').select('text').execute()).map((note) => note.text).sort();

test(
  'a group says what well-being is, shares, and approves',
  { tag: '@both' },
  async ({ page: lead, visitor, town, signIn, house }) => {
    await signIn(lead, town.people.facilitator);
    const [one, two] = [await visitor(PHONE), await visitor(PHONE)];
    await comeIn(one, town.code);
    await expectAccessible(one);
    await comeIn(two, town.code);
    await say(one, 'Du silence la nuit');
    await say(two, 'Un médecin, et des bus le soir');
    await expect(one.locator('main')).not.toContainText('médecin');
    await one.goto(`${gatheringOf(town)}/wall`);
    await expect(one.locator('main')).not.toContainText('médecin');
    await expectAccessible(one);

    await lead.goto(`${gatheringOf(town)}/typing`);
    await expectAccessible(lead);
    await lead.getByLabel('Une parole', { exact: true }).fill('Se chauffer sans compter');
    await lead.keyboard.press('Enter');
    await expect(lead.getByText('Se chauffer sans compter')).toBeVisible();
    await leadTo(lead, town, 'sharing');
    await expectAccessible(lead);
    await one.reload();
    for (const words of ['silence', 'médecin', 'chauffer']) await expect(one.locator('main')).toContainText(words);
    await expectAccessible(one);
    await one.locator('[data-note]', { hasText: 'médecin' }).getByRole('button', { name: 'En parler' }).click();
    await expect(one.getByText('C’est demandé.')).toBeVisible();

    await lead.goto(`${gatheringOf(town)}/screen`);
    await expect(lead.locator('main')).toContainText('Du silence la nuit');
    await expectAccessible(lead);
    await lead.goto(`${gatheringOf(town)}/approval`);
    await expectAccessible(lead);
    await lead.getByRole('link', { name: 'En parler maintenant' }).click();
    await lead.getByLabel('La retenir en plusieurs idées').check();
    await lead.getByText('Les idées, une par case').click();
    await lead.getByLabel('Idée 1').fill('Un médecin');
    await lead.getByLabel('Idée 2').fill('des autobus le soir');
    await lead.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await expect(lead.getByText('Un extrait ne reprend pas la parole mot pour mot')).toBeVisible();
    await expect(lead.getByLabel('Idée 2')).toHaveValue('des autobus le soir');
    await expectAccessible(lead);
    await lead.getByLabel('Idée 2').fill('des bus le soir');
    await lead.getByLabel('La retenir en plusieurs idées').check();
    await lead.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await lead.getByRole('button', { name: 'Approuver ces 2 paroles ensemble' }).click();
    await expect(lead.getByText('2 paroles sont approuvées')).toBeVisible();
    await expectAccessible(lead);
    const criteria = await house.db.selectFrom('criterion').select('words').execute();
    expect(criteria.map((criterion) => criterion.words).sort()).toEqual([
      'Du silence la nuit',
      'Se chauffer sans compter',
      'Un médecin',
      'des bus le soir',
    ]);
  },
);

test('the wall, the phones and the one who leads see each phase at once', async ({
  page: lead,
  visitor,
  town,
  signIn,
}) => {
  await signIn(lead, town.people.facilitator);
  const [phone, screen] = [await visitor(PHONE), await visitor(PROJECTOR)];
  await signIn(screen, town.people.facilitator);
  await comeIn(phone, town.code);
  await screen.goto(`${gatheringOf(town)}/screen`);
  await lead.goto(gatheringOf(town));
  await say(phone, 'Un banc à l’ombre');
  await expect(screen.locator('footer')).toContainText('1 personne · 1 parole');
  await expect(screen.locator('main')).not.toContainText('banc');
  await expect(lead.locator('.counts')).toContainText('1');
  await phone.getByLabel('Une idée, avec vos mots').fill('À moitié écri');
  await leadTo(lead, town, 'sharing');
  await expect(phone.getByText('Le partage est ouvert.')).toBeVisible();
  await expect(phone.getByLabel('Une idée, avec vos mots')).toHaveValue('À moitié écri');
  await expect(screen.locator('main')).toContainText('Un banc à l’ombre');
  await say(phone, 'Une fontaine');
  await expect(screen.locator('main')).toContainText('Une fontaine');
  await leadTo(lead, town, 'writing');
  await expect(screen.locator('main')).not.toContainText('fontaine');
  await leadTo(lead, town, 'closed');
  await expect(phone.getByText('La rencontre est close.')).toBeVisible();
});

test('what is written without a network waits, survives a reload, and is sent once', async ({
  page: phone,
  town,
  house,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  await comeIn(phone, town.code);
  await phone.context().setOffline(true);
  for (const words of ['Un banc', 'Une fontaine', 'Un arbre']) {
    await phone.getByLabel('Une idée, avec vos mots').fill(words);
    await phone.getByRole('button', { name: 'Poser ma parole' }).click();
    await expect(phone.locator('#waiting')).toContainText(words);
  }
  await expect(phone.getByText('Rien n’est perdu.')).toBeVisible();
  await expectAccessible(phone);
  expect(await texts(house)).toEqual([]);
  // The tab is closed and opened again; only then does the network come back.
  const address = phone.url();
  await phone.goto('about:blank');
  await phone.context().setOffline(false);
  await phone.goto(address);
  await expect.poll(() => texts(house)).toEqual(['Un arbre', 'Un banc', 'Une fontaine']);
  await expect(phone.locator('#waiting')).toBeEmpty();
  await phone.reload();
  await expect(phone.locator('#own-list .note')).toHaveCount(3);
  expect(await texts(house)).toHaveLength(3);
});

test('a note that comes too late stays with its author, and is taken once the room opens again', async ({
  page: phone,
  visitor,
  town,
  signIn,
  house,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  const lead = await visitor();
  await signIn(lead, town.people.facilitator);
  await comeIn(phone, town.code);
  await phone.context().setOffline(true);
  await phone.getByLabel('Une idée, avec vos mots').fill('Trop tard');
  await phone.getByRole('button', { name: 'Poser ma parole' }).click();
  await leadTo(lead, town, 'closed');
  await phone.context().setOffline(false);
  await expect(phone.getByText('Une parole n’a pas pu être prise.')).toBeVisible();
  await expect(phone.locator('#waiting')).toContainText('Trop tard');
  await expect(phone.locator('#waiting')).toContainText('Cette rencontre n’est pas ouverte');
  await expectAccessible(phone);
  await leadTo(lead, town, 'writing');
  await phone.locator('#waiting').getByRole('button', { name: 'Essayer maintenant' }).click();
  await expect.poll(() => texts(house)).toEqual(['Trop tard']);
  await expect(phone.locator('#waiting')).toBeEmpty();
});

test('forty lines are forty Enters, or one paste, and nothing else', async ({ page: lead, town, signIn, house }) => {
  await signIn(lead, town.people.facilitator);
  await lead.goto(`${gatheringOf(town)}/typing`);
  const field = lead.getByLabel('Une parole', { exact: true });
  await expect(field).toBeFocused();
  for (let line = 1; line <= 10; line++) {
    await lead.keyboard.type(`Parole ${line}`);
    await lead.keyboard.press('Enter');
  }
  await field.evaluate((input: HTMLInputElement) => {
    const data = new DataTransfer();
    data.setData('text/plain', Array.from({ length: 30 }, (_, line) => `- Collée ${line + 1}`).join('\n'));
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect.poll(async () => (await texts(house)).length).toBe(40);
  expect((await texts(house)).filter((text) => text.startsWith('Collée'))).toHaveLength(30);
});

test(
  'from a stale tab nothing is moved, and what is too long is kept to be cut',
  { tag: '@both' },
  async ({ page: lead, visitor, town, signIn, house }) => {
    await signIn(lead, town.people.facilitator);
    const stale = await visitor();
    await signIn(stale, town.people.facilitator);
    await stale.goto(`${gatheringOf(town)}/edit`);
    const seen = { phase: 'closed', question: '', from: 'writing' };
    await leadTo(lead, town, 'sharing');
    const origin = new URL(stale.url()).origin;
    const answer = await stale.request.post(`${gatheringOf(town)}?/lead`, {
      form: seen,
      headers: { origin, accept: 'text/html' },
    });
    expect(answer.status()).toBe(409);
    const { phase } = await house.db.selectFrom('gathering').select('phase').executeTakeFirstOrThrow();
    expect(phase).toBe('sharing');

    const phone = await visitor({ ...PHONE, javaScriptEnabled: false });
    await comeIn(phone, town.code);
    await phone.getByLabel('Une idée, avec vos mots').fill('é'.repeat(281));
    await phone.getByRole('button', { name: 'Poser ma parole' }).click();
    await expect(phone.getByLabel('Une idée, avec vos mots')).toHaveValue('é'.repeat(281));
    await expect(phone.getByText('Écrivez au plus 280 caractères.').first()).toBeVisible();
    await say(phone, 'é'.repeat(280));
  },
);
