import type { Page } from '@playwright/test';
import { senderOf } from '#lib/evaluation/answer.server.ts';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { SESSION_COOKIE } from '#lib/people/session.server.ts';
import { there } from '#lib/platform/refusal.ts';
import { countReviewAnswers } from '#lib/territory/review.server.ts';
import { codeCookie } from '#routes/[language=language]/[territory]/words/author.server.ts';
import { withPlan } from '#tests/support/plan.ts';
import { withRound } from '#tests/support/round.ts';
import { expect, expectAccessible, PHONE, test } from '#tests/support/journey.ts';

test(
  'those who took part judge the process, and the results show no small number',
  { tag: '@both' },
  async ({ page, visitor, town, signIn }) => {
    const staff = `${town.base}/staff`;
    await signIn(page, town.people.coordinator);
    await page.goto(`${staff}/review`);
    await page.getByLabel('Français').first().fill('J’ai pu dire ce qui compte pour moi.');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: 'Demander l’avis' }).click();

    const phone = await visitor(PHONE);
    await phone.goto(`${town.base}/review`);
    await expect(phone.getByText('Cet avis est demandé à toute personne qui a pris part.')).toBeVisible();
    for (const part of ['member', 'secondMember', 'resident', 'relay', 'facilitator'] as const) {
      const person = await visitor(PHONE);
      await signIn(person, town.people[part]);
      await person.goto(`${town.base}/review`);
      await expectAccessible(person);
      await person.getByRole('radio', { name: part === 'resident' ? '1' : '5' }).check({ force: true });
      await person.getByLabel('Ce que vous voulez ajouter').fill(`Merci de ${part}`);
      await person.getByRole('button', { name: 'Envoyer' }).click();
      await expect(person.getByText('Merci, votre avis est gardé.')).toBeVisible();
      await person.goto(`${town.base}/review`);
      await expect(person.getByRole('button', { name: 'Envoyer' })).toHaveCount(0);
    }

    await page.goto(`${staff}/review`);
    await expect(page.getByText('5 personnes ont répondu')).toBeVisible();
    await expect(page.getByText('Merci de')).toHaveCount(0);
    await page.getByRole('link', { name: 'Arrêter de demander l’avis' }).click();
    await expect(page.getByText('5 personnes ont répondu. Une phrase jugée par moins de 5')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Arrêter et montrer les résultats' }).click();
    await expect(page.getByText('Merci de')).toHaveCount(5);
    await page.getByRole('button', { name: 'Montrer', exact: true }).first().click();
    await phone.goto(`${town.base}/review/results`);
    await expectAccessible(phone);
    await expect(phone.getByText('5 personnes ont répondu')).toBeVisible();
    // Four alike and one apart: the one apart would know what each of the others said.
    await expect(phone.getByText('Réponses trop semblables')).toBeVisible();
    await expect(phone.getByText('Merci de')).toHaveCount(1);
  },
);

test(
  'whoever answered a round is asked too, by the device that answered',
  { tag: '@both' },
  async ({ page: phone, town, house }) => {
    const { territory, cycle, round } = await withRound(house, await withPlan(house, town));
    const { roundId } = there(round, 'round');
    const place = { territory_id: territory.id, cycle_id: cycle.id };
    const secret = 'a-device-that-answered-a-round';
    const nobody = { group_id: null, neighbourhood_id: null, age_band: null };
    await house.write(async (db, now) => {
      const review = { ...place, opened_at: now, opened_by: null, closed_at: null, closed_by: null };
      await db.insertInto('review').values(review).execute();
      const sender = senderOf(secret, roundId);
      const answered = { id: 'r', round_id: roundId, sender, source: 'online', release: 1 } as const;
      await db
        .insertInto('respondent')
        .values({ territory_id: territory.id, ...answered, ...nobody })
        .execute();
      const placed = { respondent_id: 'r', round_id: roundId, indicator_version_id: there(round, 'round').versionId };
      await db
        .insertInto('answer')
        .values({ territory_id: territory.id, ...placed, answer: '3' })
        .execute();
    });
    await phone.goto(`${town.base}/review`);
    await expect(phone.getByText('Cet avis est demandé à toute personne qui a pris part.')).toBeVisible();
    await expectAccessible(phone);
    // A device that only began has not taken part.
    const began = 'a-device-that-only-began';
    await house.write((db) =>
      db
        .insertInto('respondent')
        .values({
          territory_id: territory.id,
          id: 'b',
          round_id: roundId,
          sender: senderOf(began, roundId),
          source: 'online',
          release: 1,
          ...nobody,
        })
        .execute(),
    );
    await phone.context().addCookies([{ name: `answers-${roundId}`, value: began, url: new URL(phone.url()).origin }]);
    await phone.reload();
    await expect(phone.getByLabel('Ce que vous voulez ajouter')).toHaveCount(0);
    await phone.context().addCookies([{ name: `answers-${roundId}`, value: secret, url: new URL(phone.url()).origin }]);
    await phone.reload();
    await phone.getByLabel('Ce que vous voulez ajouter').fill('Merci');
    await phone.getByRole('button', { name: 'Envoyer' }).click();
    await expect(phone.getByText('Merci, votre avis est gardé.')).toBeVisible();
  },
);

test(
  'a person who answers signed in doesn’t count again on the same device once signed out, nor the other way round',
  { tag: '@both' },
  async ({ visitor, town, house, signIn }) => {
    const { territory, cycle } = town;
    const review = {
      territory_id: territory.id,
      cycle_id: cycle.id,
      opened_by: null,
      closed_at: null,
      closed_by: null,
    };
    await house.write((db, now) =>
      db
        .insertInto('review')
        .values({ ...review, opened_at: now })
        .execute(),
    );
    const device = async (sentId: string) => {
      const facts = { territoryId: territory.id, day: '2026-05-07', sentId };
      const { secret } = await house.write((db) => createParticipant(db, facts));
      const page = await visitor(PHONE);
      await page.goto(`${town.base}/review`);
      const url = new URL(page.url()).origin;
      await page.context().addCookies([{ name: participantCookie(territory.slug), value: secret, url }]);
      return page;
    };
    const answer = async (page: Page) => {
      await page.goto(`${town.base}/review`);
      await page.getByLabel('Ce que vous voulez ajouter').fill('Merci');
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await expect(page.getByText('Merci, votre avis est gardé.')).toBeVisible();
    };
    const expectAnswered = async (page: Page) => {
      await page.goto(`${town.base}/review`);
      await expect(page.getByText('Merci, votre avis est gardé.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Envoyer' })).toHaveCount(0);
      const sent = await page.request.post(`${town.base}/review`, {
        form: { words: 'Encore', sentId: crypto.randomUUID() },
        headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
      });
      expect(sent.status()).toBe(409);
    };

    const first = await device('the-first-device-xxxx');
    await signIn(first, town.people.resident);
    await answer(first);
    await first.context().clearCookies({ name: SESSION_COOKIE });
    await expectAnswered(first);
    // Somebody else with an account of their own is somebody else.
    await signIn(first, town.people.member);
    await answer(first);

    // A private code on the same device may be the same person’s.
    await first.context().clearCookies({ name: SESSION_COOKIE });
    const facts = { territoryId: territory.id, day: '2026-05-07', sentId: 'a-code-of-a-relay-xxx' };
    const { code } = await house.write((db) => createParticipant(db, facts));
    const url = new URL(first.url()).origin;
    await first.context().addCookies([{ name: codeCookie(territory.slug), value: code, url }]);
    await expectAnswered(first);

    const second = await device('the-second-device-xxx');
    await answer(second);
    await signIn(second, town.people.relay);
    await expectAnswered(second);
    expect(await countReviewAnswers(house.db, territory.id, cycle.id)).toBe(3);
  },
);
