import type { Page } from '@playwright/test';
import { confirmDecision, recordDecision } from '#lib/territory/decision.server.ts';
import { expect, expectAccessible, PHONE, test, type Journey } from '#tests/support/journey.ts';
import { withRoom } from '#tests/support/room.ts';
import type { Town } from '#tests/support/territory.ts';

async function decideToPublish(house: Journey['house'], town: Town): Promise<void> {
  const { territory, bodyId, groupId, people } = town;
  const decision = { territoryId: territory.id, bodyId, purpose: 'publish-words', subjectId: groupId } as const;
  const [first, second] = [people.member.id, people.secondMember.id];
  await house.write(async (db, now) => {
    const decisionId = await recordDecision(
      db,
      { ...decision, decidedOn: '2026-05-07', title: 'Publier', text: '', actor: { kind: 'account', id: first } },
      now,
    );
    const by = { territoryId: territory.id, decisionId, accountId: second };
    await confirmDecision(db, { ...by, actor: { kind: 'account', id: second } }, now);
  });
}

async function approveAll(lead: Page, town: Town): Promise<void> {
  await lead.goto(`${town.base}/definitions/gatherings/${town.gatheringId}/approval`);
  await lead.getByRole('button', { name: /Approuver (ces|cette)/ }).click();
  await expect(lead.getByText(/parole(s sont| est) approuvée/)).toBeVisible();
}

async function report(anyone: Page, moderator: Page, town: Town): Promise<void> {
  await anyone.getByRole('link', { name: 'Ce qu’elle est devenue' }).first().click();
  await anyone.getByText('Signaler cette parole').click();
  await anyone.getByLabel('Ce qui ne va pas').fill('Nomme ma voisine');
  await anyone.getByRole('button', { name: 'Signaler' }).click();
  await expect(anyone.getByText('Merci, c’est signalé.')).toBeVisible();
  await expectAccessible(anyone);
  await moderator.goto(`${town.base}/staff/reports`);
  await expect(moderator.getByText('Nomme ma voisine')).toBeVisible();
  await expectAccessible(moderator);
  await moderator.getByRole('button', { name: 'Masquer' }).click();
  await expect(moderator.getByText('Écrivez quelque chose ici.').first()).toBeVisible();
  await moderator.getByRole('button', { name: 'La laisser visible' }).click();
  await expect(moderator.getByText('Aucune parole signalée')).toBeVisible();
}

test(
  'words said at a door come to the group, are published, and are taken back by a code',
  { tag: '@both' },
  async ({ page: relay, visitor, town, signIn, house }) => {
    await signIn(relay, town.people.relay);
    await relay.goto(`${town.base}/definitions/relay`);
    await expectAccessible(relay);
    await relay.getByRole('button', { name: 'Commencer' }).click();
    await expect(relay.getByText('Sans l’accord de la personne').first()).toBeVisible();
    await relay.getByLabel('La personne est d’accord').check();
    await relay.getByRole('button', { name: 'Commencer' }).click();
    await relay.getByLabel('Une idée, avec ses mots').fill('Çocuğum için yeşil bir yer');
    await relay.getByRole('button', { name: 'Noter' }).click();
    await expect(relay.getByText('Une parole notée')).toBeVisible();
    await expectAccessible(relay);
    await relay.getByLabel('J’ai tout relu').check();
    await relay.getByLabel('La personne veut un code').check();
    await relay.getByRole('button', { name: 'Terminer la visite' }).click();
    const code = await relay.locator('p.code').innerText();
    await expectAccessible(relay);

    const lead = await visitor();
    await signIn(lead, town.people.facilitator);
    await lead.goto(`${town.base}/definitions/gatherings/${town.gatheringId}`);
    await lead.locator('button[value=sharing]').click();
    await approveAll(lead, town);

    const anyone = await visitor(PHONE);
    await anyone.goto(`${town.base}/definitions/words`);
    await expect(anyone.getByText('Aucune parole publique ici')).toBeVisible();
    const coordinator = await visitor();
    await signIn(coordinator, town.people.coordinator);
    const publication = `${town.base}/definitions/groups/${town.groupId}/publication`;
    await coordinator.goto(publication);
    await expect(coordinator.getByText('Aucune décision')).toBeVisible();
    await expectAccessible(coordinator);
    await decideToPublish(house, town);
    await coordinator.goto(publication);
    await coordinator.getByRole('button', { name: 'Publier ce qui est décidé' }).click();
    await expect(coordinator.getByText('Une parole est publiée')).toBeVisible();
    await expectAccessible(coordinator);
    await expect
      .poll(async () => {
        await anyone.goto(`${town.base}/definitions/words`);
        return anyone.locator('main').innerText();
      })
      .toContain('yeşil bir yer');
    await expectAccessible(anyone);
    await report(anyone, coordinator, town);

    const author = await visitor(PHONE);
    await author.goto(`/fr/${town.territory.slug}/words`);
    await author.getByLabel('Code personnel').fill('AAAA AAAA AAAA');
    await author.getByRole('button', { name: 'Voir mes paroles' }).click();
    await expect(author.getByText('Ce code n’existe pas.')).toBeVisible();
    await author.getByLabel('Code personnel').fill(code.toLowerCase());
    await author.getByRole('button', { name: 'Voir mes paroles' }).click();
    await expect(author.getByText('Critère, public')).toBeVisible();
    await expectAccessible(author);
    await author.getByRole('button', { name: 'Garder pour le groupe' }).click();
    await expect(author.getByText('Cette parole reste dans le groupe.')).toBeVisible();
    await author.getByRole('button', { name: 'Retirer' }).click();
    await author.getByRole('button', { name: 'Remettre' }).click();
    await author.getByRole('link', { name: 'Effacer…' }).click();
    await expectAccessible(author);
    await author.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await expect(author.getByText('Vous avez effacé cette parole.')).toBeVisible();
    await author.getByRole('button', { name: 'Quitter ces paroles' }).click();
    await expect(author.locator('main')).not.toContainText('effacé');
    await expect
      .poll(async () => {
        await anyone.goto(`${town.base}/definitions/words`);
        return anyone.locator('main').innerText();
      })
      .not.toContain('yeşil');
    expect(JSON.stringify(await house.db.selectFrom('note').selectAll().execute())).not.toContain('yeşil');
  },
);

test(
  'a file of any columns is mapped, seen, imported, and every line accounted for',
  { tag: '@both' },
  async ({ page, town, signIn, house }) => {
    await signIn(page, town.people.coordinator);
    await page.goto(`${town.base}/definitions/imports`);
    await expectAccessible(page);
    const choose = (name: string, buffer: Buffer) =>
      page.getByLabel('Fichier').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await choose('image.csv', Buffer.from([0x89, 0x50, 0, 0, 1, 2, 3]));
    await page.getByRole('button', { name: 'Lire le fichier' }).click();
    await expect(page.getByText('Ce fichier n’est ni un tableau ni du texte.')).toBeVisible();
    const rows = ['Nr;Beitrag;Thema', '1;"Un banc\nà l’ombre";1', '2;;1', '3;Une école propre;9', '4;=1+1;2'];
    await choose('paroles.csv', Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`, 'utf16le'));
    await page.getByRole('button', { name: 'Lire le fichier' }).click();
    await expect(page.getByText('Encodage UTF-16LE, séparateur ;')).toBeVisible();
    await expect(page.getByLabel('Les paroles', { exact: true })).toHaveValue('1');
    await expectAccessible(page);
    await page.getByLabel('Colonne de la question').selectOption('2');
    await page.getByRole('button', { name: 'Voir ce qui entrera' }).click();
    await expect(page.getByText('4 lignes, toutes expliquées')).toBeVisible();
    await expect(page.getByRole('row', { name: 'Question inconnue 1 5' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Importer 2 paroles' }).click();
    await expect(page.getByText('2 paroles sont entrées')).toBeVisible();
    await expectAccessible(page);
    const notes = await house.db.selectFrom('note').select('text').where('source', '=', 'import').execute();
    expect(notes.map((note) => note.text).sort()).toEqual(['=1+1', 'Un banc\nà l’ombre']);
  },
);

test(
  'a synthesis is written, kept from being overwritten, validated and projected',
  { tag: '@both' },
  async ({ page: lead, visitor, town: bare, signIn, house }) => {
    const town = await withRoom(house, bare);
    await signIn(lead, town.people.facilitator);
    const address = `${town.base}/definitions/groups/${town.groupId}/synthesis`;
    await lead.goto(address);
    await expectAccessible(lead);
    const stale = await visitor();
    await signIn(stale, town.people.facilitator);
    await stale.goto(address);
    await lead.getByRole('textbox').first().fill('On veut de l’ombre et du calme.');
    await lead.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(lead.getByRole('textbox').first()).toHaveValue('On veut de l’ombre et du calme.');
    await stale.getByRole('textbox').first().fill('Autre chose');
    await stale.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(stale.getByText('La synthèse a changé')).toBeVisible();
    await expect(stale.getByRole('textbox').first()).toHaveValue('Autre chose');
    await lead.getByLabel('Personnes présentes').fill('9');
    await lead.getByRole('button', { name: 'Valider avec le groupe' }).click();
    await expect(lead.getByText(/Validée le .* par 9 personnes présentes/)).toBeVisible();
    await expectAccessible(lead);
    await lead.getByRole('link', { name: 'Projeter ou imprimer' }).click();
    await expect(lead.locator('main')).toContainText('On veut de l’ombre et du calme.');
    await expectAccessible(lead);
    const member = await visitor();
    await signIn(member, town.people.member);
    await member.goto(`${town.base}/definitions/syntheses`);
    await expect(member.locator('main')).toContainText('On veut de l’ombre et du calme.');
    await expectAccessible(member);
  },
);
