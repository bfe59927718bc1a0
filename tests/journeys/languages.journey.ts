import type { Page } from '@playwright/test';
import { ar } from '#lib/messages/ar.ts';
import { de } from '#lib/messages/de.ts';
import { en } from '#lib/messages/en.ts';
import { fr } from '#lib/messages/fr.ts';
import { simple } from '#lib/messages/fr-simple.ts';
import { LANGUAGES, tongueOf, type Language } from '#lib/messages/language.ts';
import { tr } from '#lib/messages/tr.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { expect, expectAccessible, PHONE, test, type Journey } from '#tests/support/journey.ts';
import { openSurvey } from '#tests/support/opened.ts';

const MESSAGES = { fr, 'fr-simple': { ...fr, ...simple }, en, de, tr, ar } as Readonly<
  Record<Language, Partial<typeof fr>>
>;

const SAID: Readonly<Record<Language, string>> = {
  fr: 'Respirer un air propre',
  'fr-simple': 'Mes voisins me disent bonjour',
  en: 'A bench in the shade',
  de: 'Abends Ruhe in der Straße',
  tr: 'Çocuğum için yeşil bir yer',
  ar: 'أن أتنفّس هواءً نقيًا',
};

/** The words of a language as the page shows them. */
const say = (language: Language, key: keyof typeof fr) => String(MESSAGES[language][key]);

async function joinIn(page: Page, language: Language, code: string): Promise<void> {
  await page.goto(`/join/${code}`);
  await page
    .getByRole('main')
    .getByRole('link', { name: nameOf(language), exact: true })
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expectAccessible(page);
  await page.getByLabel(say(language, 'definitions.welcome.adult')).check();
  await page.getByRole('button', { name: say(language, 'definitions.welcome.comeIn') }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: say(language, 'definitions.code.continue') }).click();
}

function nameOf(language: Language): string {
  const names = {
    fr: 'Français',
    'fr-simple': 'Français facile',
    en: 'English',
    de: 'Deutsch',
    tr: 'Türkçe',
    ar: 'العربية',
  };
  return names[language];
}

async function writeIn(page: Page, language: Language): Promise<void> {
  await expectAccessible(page);
  await page.getByLabel(say(language, 'definitions.write.field')).fill(SAID[language]);
  await page.getByRole('button', { name: say(language, 'definitions.write.send') }).click();
  await expect(page.locator('#own').getByText(SAID[language])).toBeVisible();
}

async function answerIn(page: Page, language: Language, { town, roundId }: { town: Journey['town']; roundId: string }) {
  await page.goto(`${town.base.replace('/fr', `/${language}`)}/evaluation/rounds/${roundId}/answer`);
  await expectAccessible(page);
  await page.getByRole('button', { name: say(language, 'evaluation.begin.start') }).click();
  await expectAccessible(page);
  await page.getByLabel(say(language, 'evaluation.answer.dontKnow')).check();
  await page.getByRole('button', { name: say(language, 'evaluation.answer.next') }).click();
  await page.getByRole('link', { name: say(language, 'evaluation.answer.later') }).click();
  await expectAccessible(page);
}

for (const language of LANGUAGES)
  test(
    `somebody takes part in ${nameOf(language)}`,
    { tag: language === 'ar' ? '@both' : [] },
    async ({ visitor, town, house }) => {
      const { roundId } = await openSurvey(house, town);
      const phone = await visitor(PHONE);
      await joinIn(phone, language, town.code);
      await writeIn(phone, language);
      const kept = await house.db.selectFrom('note').select(['text', 'language']).execute();
      expect(kept).toContainEqual({ text: SAID[language], language: tongueOf(language) });

      await house.write((db, now) =>
        leadGathering(
          db,
          {
            territoryId: town.territory.id,
            gatheringId: town.gatheringId,
            phase: 'sharing',
            questionId: null,
            actor: { kind: 'account', id: town.people.facilitator.id },
          },
          now,
        ),
      );
      await phone.reload();
      await phone.getByRole('link', { name: say(language, 'definitions.write.toWall') }).click();
      await expect(phone.getByText(SAID[language])).toBeVisible();
      await expectAccessible(phone);
      await phone.goto(`/${language}/${town.territory.slug}/words`);
      await expectAccessible(phone);
      await answerIn(phone, language, { town, roundId });
    },
  );

test('a question is read aloud in its own language, and stops', async ({ visitor, town }) => {
  const phone = await visitor(PHONE);
  // Browsers for tests have no voice: what would be spoken is written down instead.
  await phone.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    speechSynthesis.speak = ({ lang, text }) => void said.push(`${lang} ${text}`);
    speechSynthesis.cancel = () => void said.push('—');
  });
  await joinIn(phone, 'en', town.code);
  const listen = phone.getByRole('button', { name: 'Listen' });
  await listen.click();
  const question = await phone.getByRole('heading', { level: 1 }).innerText();
  await phone.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(listen).toBeVisible();
  const said = await phone.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toEqual(['—', `fr ${question}`, '—']);
});
