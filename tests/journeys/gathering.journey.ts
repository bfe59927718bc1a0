import { expect, expectAccessible, PHONE, PROJECTOR, test } from '#tests/support/journey.ts';
import type { Town } from '#tests/support/territory.ts';
import { comeIn, leadTo, say, textsOf } from './path/gathering.ts';

const gatheringOf = (town: Town) => `${town.base}/definitions/gatherings/${town.gatheringId}`;

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
  await leadTo(lead, gatheringOf(town), 'sharing');
  await expect(phone.getByText('Le partage est ouvert.')).toBeVisible();
  await expect(phone.getByLabel('Une idée, avec vos mots')).toHaveValue('À moitié écri');
  await expect(screen.locator('main')).toContainText('Un banc à l’ombre');
  await say(phone, 'Une fontaine');
  await expect(screen.locator('main')).toContainText('Une fontaine');
  await leadTo(lead, gatheringOf(town), 'writing');
  await expect(screen.locator('main')).not.toContainText('fontaine');
  // With all questions at once, those without a phone read them on the screen.
  await lead.goto(gatheringOf(town));
  await lead.locator('[name=question]').selectOption('');
  await lead.locator('button[name=phase][value=writing]').click();
  await expect(screen.locator('main li')).toHaveCount(3);
  await expect(screen.locator('main')).toContainText('Qu’est-ce que le mal-être pour vous');
  await leadTo(lead, gatheringOf(town), 'closed');
  await expect(phone.getByText('La rencontre est close.')).toBeVisible();
});

test('the room’s letters grow while notes are few, stay readable when they are many, and pages are turned', async ({
  page: lead,
  visitor,
  town,
  signIn,
}) => {
  await signIn(lead, town.people.facilitator);
  const screen = await visitor(PROJECTOR);
  await signIn(screen, town.people.facilitator);
  const type = async (lines: readonly string[]) => {
    await lead.goto(`${gatheringOf(town)}/typing`);
    await lead.getByText('Coller plusieurs lignes').click();
    await lead.locator('[name=lines]').fill(lines.join('\n'));
    await lead.getByRole('button', { name: 'Enregistrer toutes les lignes' }).click();
    await lead.waitForLoadState();
  };
  const note = screen.locator('main .note').first();
  const letters = () => note.evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const inSight = () =>
    screen.evaluate(() => {
      const place = document.querySelector('.projector > footer')?.getBoundingClientRect();
      return document.documentElement.scrollHeight <= innerHeight && place !== undefined && place.bottom <= innerHeight;
    });
  await screen.goto(`${gatheringOf(town)}/screen`);
  await expect(screen.locator('main li')).toHaveText('Qu’est-ce que le bien-être pour vous\u202f?');
  expect(await inSight()).toBe(true);
  await type(['Un banc à l’ombre', 'Du calme']);
  await leadTo(lead, gatheringOf(town), 'sharing');
  await expect(note).toBeVisible();
  await expect.poll(letters).toBeGreaterThan(60);
  await expect(screen.locator('#turning')).toBeHidden();
  await type(
    Array.from({ length: 78 }, (_, line) => `Des voisins qui se disent bonjour, et le temps de s’arrêter ${line}`),
  );
  await expect(screen.locator('main .note')).toHaveCount(80);
  await expect.poll(letters).toBeLessThan(33);
  expect(await letters()).toBeGreaterThanOrEqual(32);
  expect(await inSight()).toBe(true);
  await expect(screen.locator('#turned')).toHaveText(/^1\/\d$/);
  await expectAccessible(screen);
  await screen.keyboard.press('PageDown');
  await expect(screen.locator('#turned')).toHaveText(/^2\/\d$/);
  await expect(note).not.toBeInViewport();
  await screen.getByRole('button', { name: 'Retour' }).click();
  await expect(note).toBeInViewport({ ratio: 1 });
});

test('everyone sees what is left of the phase’s time, whatever their own clock says', async ({
  page: lead,
  visitor,
  town,
  signIn,
}) => {
  await signIn(lead, town.people.facilitator);
  const [phone, screen] = [await visitor(PHONE), await visitor(PROJECTOR)];
  await phone.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 3 * 3_600_000;
  });
  await signIn(screen, town.people.facilitator);
  await comeIn(phone, town.code);
  await screen.goto(`${gatheringOf(town)}/screen`);
  await lead.goto(gatheringOf(town));
  const set = async (minutes: string) => {
    await lead.getByLabel('Minutes').fill(minutes);
    await lead.getByRole('button', { name: 'Donner ce temps' }).click();
  };
  await set('61');
  await expect(lead.getByLabel('Minutes')).toHaveAttribute('aria-invalid', 'true');
  await set('4');
  for (const page of [lead, phone, screen]) {
    await expect(page.getByRole('timer')).toHaveText('Encore 4\u00a0min');
    await expectAccessible(page);
  }
  // What is left is told anew to whoever comes back.
  await phone.reload();
  await expect(phone.getByRole('timer')).toHaveText('Encore 4\u00a0min');
  await phone.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 4 * 60_000;
  });
  await expect(phone.getByText('Le temps est passé')).toBeVisible();
  await lead.getByRole('button', { name: 'Enlever la limite' }).click();
  for (const page of [phone, screen]) await expect(page.locator('[data-time]')).toBeHidden();
  await set('10');
  await expect(screen.getByRole('timer')).toHaveText('Encore 10\u00a0min');
  await leadTo(lead, gatheringOf(town), 'sharing');
  for (const page of [phone, screen]) await expect(page.locator('[data-time]')).toBeHidden();
});

test('one note is shown large to talk about it, from the screen by keyboard or from the approval, and held back there', async ({
  page: lead,
  visitor,
  town,
  signIn,
}) => {
  await signIn(lead, town.people.facilitator);
  const [phone, screen] = [await visitor(PHONE), await visitor(PROJECTOR)];
  await signIn(screen, town.people.facilitator);
  await comeIn(phone, town.code);
  for (const words of ['Un banc à l’ombre', 'Des bancs à l’ombre', 'Monsieur X']) await say(phone, words);
  await leadTo(lead, gatheringOf(town), 'approving');
  await screen.goto(`${gatheringOf(town)}/screen`);
  const focused = screen.locator('#focused');
  await screen.getByRole('button', { name: 'Un banc à l’ombre' }).press('Enter');
  await expect(focused).toContainText('Un banc à l’ombre');
  await expectAccessible(screen);
  await screen.keyboard.press('Escape');
  await expect(focused).toBeHidden();
  // Where one was before.
  await expect(screen.getByRole('button', { name: 'Un banc à l’ombre' })).toBeFocused();
  await lead.goto(`${gatheringOf(town)}/approval`);
  await expect(lead.locator('.note', { hasText: 'Un banc à l’ombre' }).getByText('Peut-être la même idée')).toHaveCount(
    2,
  );
  await expectAccessible(lead);
  await lead.locator('.note', { hasText: 'Monsieur X' }).getByRole('link', { name: 'Ouvrir' }).click();
  await lead.getByRole('button', { name: 'Montrer en grand' }).click();
  await expect(focused).toContainText('Monsieur X');
  await expect(lead.getByRole('button', { name: 'Ne plus la montrer' })).toBeVisible();
  await focused.getByText('Masquer cette parole').first().click();
  await focused.getByLabel('Pour quelle raison').fill('On y reconnaît quelqu’un');
  await focused.getByRole('button', { name: 'Masquer cette parole' }).click();
  await expect(screen.locator('#focused')).toBeHidden();
  await expect(screen.locator('main')).not.toContainText('Monsieur X');
  // A dark room, remembered on this laptop.
  const ground = () => screen.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await screen.getByRole('button', { name: 'Salle sombre' }).click();
  expect(await ground()).not.toBe(light);
  await expectAccessible(screen);
  await screen.reload();
  await expect(screen.getByRole('button', { name: 'Salle sombre' })).toHaveAttribute('aria-pressed', 'true');
  expect(await ground()).not.toBe(light);
  // Back to an earlier phase: nobody reads the others any more, and on again.
  await leadTo(lead, gatheringOf(town), 'writing');
  await expect(screen.locator('main')).not.toContainText('banc');
  await expect(phone.getByLabel('Une idée, avec vos mots')).toBeVisible();
  await lead.goto(`${gatheringOf(town)}/print`);
  await expect(lead.getByText('Le mur est vide')).toBeVisible();
  await leadTo(lead, gatheringOf(town), 'sharing');
  await expect(screen.locator('main')).toContainText('Un banc à l’ombre');
  await lead.goto(`${gatheringOf(town)}/print`);
  await expect(lead.locator('main .note')).toHaveCount(2);
  await expectAccessible(lead);
});

test('eighty notes, six of them talked about, are settled by keyboard in a few dozen keys', async ({
  page: lead,
  town,
  house,
  signIn,
}) => {
  await signIn(lead, town.people.facilitator);
  await lead.goto(`${gatheringOf(town)}/typing`);
  await lead.getByText('Coller plusieurs lignes').click();
  await lead.locator('[name=lines]').fill(Array.from({ length: 80 }, (_, line) => `Une idée, la ${line}`).join('\n'));
  await lead.getByRole('button', { name: 'Enregistrer toutes les lignes' }).click();
  await leadTo(lead, gatheringOf(town), 'approving');
  const notes = await house.db.selectFrom('note').select(['territory_id', 'id as note_id']).limit(6).execute();
  await house.write((db) => db.insertInto('discussion_request').values(notes).execute());
  await lead.goto(`${gatheringOf(town)}/approval`);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await lead.keyboard.press(key);
  };
  const tabTo = async (words: RegExp) => {
    const at = () => lead.evaluate(() => document.activeElement?.textContent ?? '');
    do await press('Tab');
    while (!words.test(await at()) && keys < 200);
  };
  await tabTo(/En parler maintenant/);
  await press('Enter');
  await lead.waitForURL(/approval\/[^/]+$/);
  await expect(lead.getByLabel('La retenir entière')).toBeVisible();
  while (!(await lead.getByLabel('La retenir entière').evaluate((one) => one === document.activeElement)))
    await press('Tab');
  for (let note = 1; note <= 6; note++) {
    const before = lead.url();
    await press('Space');
    await press('Enter');
    await expect(lead).not.toHaveURL(before);
    if (note < 6) await expect(lead.getByLabel('La retenir entière')).toBeFocused();
    if (note === 1) await expectAccessible(lead);
  }
  await tabTo(/Approuver ces 74 paroles/);
  await press('Enter');
  await expect(lead.getByText('74 paroles sont approuvées')).toBeVisible();
  expect(await house.db.selectFrom('criterion').select('id').execute()).toHaveLength(80);
  expect(keys).toBeLessThanOrEqual(60);
});

test('a phone that came before the opening is let in as soon as the gathering opens', async ({
  page: lead,
  visitor,
  town,
  signIn,
  house,
}) => {
  await house.write((db) => db.updateTable('gathering').set({ phase: 'planned' }).execute());
  const phone = await visitor(PHONE);
  await phone.goto(`/fr/join/${town.code}`);
  await expect(phone.getByText('La rencontre n’a pas encore commencé.')).toBeVisible();
  await expectAccessible(phone);
  await signIn(lead, town.people.facilitator);
  await leadTo(lead, gatheringOf(town), 'opening');
  await expect(phone.getByRole('button', { name: 'J’ai compris' })).toBeVisible();
  await expect(lead.getByText('Les téléphones ne trouveront pas cette adresse')).toBeVisible();
});

test('the list to approve follows what the room says and wants to talk about', async ({
  page: lead,
  visitor,
  town,
  signIn,
}) => {
  await signIn(lead, town.people.facilitator);
  const phone = await visitor(PHONE);
  await comeIn(phone, town.code);
  await say(phone, 'Un banc à l’ombre');
  await leadTo(lead, gatheringOf(town), 'approving');
  await lead.goto(`${gatheringOf(town)}/approval`);
  await expect(lead.locator('#agenda')).toContainText('Un banc à l’ombre');
  await say(phone, 'Une fontaine');
  await expect(lead.locator('#agenda')).toContainText('Une fontaine');
  await phone.getByRole('link', { name: 'Lire les paroles du groupe' }).click();
  await expect(phone.getByText('Le groupe en est à l’approbation.')).toBeVisible();
  const ask = phone.getByRole('button', { name: 'En parler' }).first();
  const lines = await ask.locator('span').evaluate((words) => {
    return words.getBoundingClientRect().height / parseFloat(getComputedStyle(words).lineHeight);
  });
  expect(lines).toBeCloseTo(1, 1);
  await ask.click();
  await expect(phone.getByText('C’est demandé.')).toBeVisible();
  await expect(lead.getByRole('link', { name: 'En parler maintenant' })).toBeVisible({ timeout: 15_000 });
  await leadTo(lead, gatheringOf(town), 'closed');
  await expect(phone.getByText('La rencontre est close.')).toBeVisible();
  await phone.getByRole('link', { name: 'Vos paroles' }).click();
  await expect(phone.getByText('La rencontre est close.')).toBeVisible();
  await expect(phone.getByText('Le partage est ouvert.')).toHaveCount(0);
});

test('what is written without a network waits, survives a reload, and is sent once', async ({
  page: phone,
  town,
  house,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await comeIn(phone, town.code);
  await phone.context().setOffline(true);
  for (const words of ['Un banc', 'Une fontaine', 'Un arbre']) {
    await phone.getByLabel('Une idée, avec vos mots').fill(words);
    await phone.getByRole('button', { name: 'Poser ma parole' }).click();
    await expect(phone.locator('#waiting')).toContainText(words);
  }
  await expect(phone.getByText('Rien n’est perdu.')).toBeVisible();
  await expectAccessible(phone);
  expect(await textsOf(house)).toEqual([]);
  // The tab is closed and opened again; only then does the network come back.
  const address = phone.url();
  await phone.goto('about:blank');
  await phone.context().setOffline(false);
  await phone.goto(address);
  await expect.poll(() => textsOf(house)).toEqual(['Un arbre', 'Un banc', 'Une fontaine']);
  await expect(phone.locator('#waiting')).toBeEmpty();
  await phone.reload();
  await expect(phone.locator('#own-list .note')).toHaveCount(3);
  expect(await textsOf(house)).toHaveLength(3);
});

test('a note that comes too late stays with its author, and is taken once the room opens again', async ({
  page: phone,
  visitor,
  town,
  signIn,
  house,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const lead = await visitor();
  await signIn(lead, town.people.facilitator);
  await comeIn(phone, town.code);
  await phone.context().setOffline(true);
  await phone.getByLabel('Une idée, avec vos mots').fill('Trop tard');
  await phone.getByRole('button', { name: 'Poser ma parole' }).click();
  await leadTo(lead, gatheringOf(town), 'closed');
  await phone.context().setOffline(false);
  await expect(phone.getByText('Une parole n’a pas pu être prise.')).toBeVisible();
  await expect(phone.locator('#waiting')).toContainText('Trop tard');
  await expect(phone.locator('#waiting')).toContainText('Cette rencontre n’est pas ouverte');
  await expectAccessible(phone);
  await leadTo(lead, gatheringOf(town), 'writing');
  await phone.locator('#waiting').getByRole('button', { name: 'Essayer maintenant' }).click();
  await expect.poll(() => textsOf(house)).toEqual(['Trop tard']);
  await expect(phone.locator('#waiting')).toBeEmpty();
});

test('the phone counts as the server does: a family is one character', async ({ page: phone, town, house }) => {
  const family = '👩‍👩‍👧‍👦';
  await comeIn(phone, town.code);
  const field = phone.getByLabel('Une idée, avec vos mots');
  await field.fill(family.repeat(281));
  await expect(phone.locator('#left')).toHaveText('1 caractère de trop');
  await field.fill(`e${'\u0323'.repeat(10_000)}`);
  await expect(phone.locator('#left')).toHaveText('345 caractères de trop');
  await field.fill(family.repeat(280));
  await expect(phone.locator('#left')).toHaveText('Encore 0 caractère');
  await phone.getByRole('button', { name: 'Poser ma parole' }).click();
  await expect.poll(() => textsOf(house)).toEqual([family.repeat(280)]);
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
  await expect.poll(async () => (await textsOf(house)).length).toBe(40);
  expect((await textsOf(house)).filter((text) => text.startsWith('Collée'))).toHaveLength(30);
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
    await leadTo(lead, gatheringOf(town), 'sharing');
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
