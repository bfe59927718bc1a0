import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { confirmDecision, recordDecision } from '#lib/territory/decision.server.ts';
import { levelsOf, statementsOf } from '#lib/territory/review.form.ts';
import {
  answerReview,
  closeReview,
  countReviewAnswers,
  hasAnswered,
  listReviewLevels,
  listReviewWords,
  openReview,
  readReviewWords,
  type ReviewFacts,
} from '#lib/territory/review.server.ts';
import type { Way } from '#lib/territory/review-turn.server.ts';
import { countLevels } from '#lib/territory/review.ts';
import { listStatements, setStatements } from '#lib/territory/statement.server.ts';
import { MOST_STATEMENTS } from '#lib/territory/statement.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

const hereOf = (town: Town) => ({ territoryId: town.territory.id, cycleId: town.cycle.id });

async function asked(house: TestHouse): Promise<{ town: Town; statementIds: string[] }> {
  const town = await makeTown(house);
  const here = { ...hereOf(town), actor: PROGRAM };
  const statements = ['J’ai pu parler.', 'Je comprends.'].map((text) => [{ language: 'fr', text }]);
  await house.write((db, now) => setStatements(db, { ...here, statements }, now));
  await house.write((db, now) => openReview(db, here, now));
  const listed = await listStatements(house.db, here.territoryId, here.cycleId);
  return { town, statementIds: listed.map((statement) => statement.id) };
}

const answer = (house: TestHouse, town: Town, facts: Partial<ReviewFacts>) =>
  house.write((db) =>
    answerReview(db, {
      ...hereOf(town),
      sender: 'participant:1',
      sentId: 'sent-once-on-a-device',
      levels: {},
      words: '',
      language: 'fr',
      ...facts,
    }),
  );

async function closeByDecision(house: TestHouse, town: Town): Promise<void> {
  const { territoryId, cycleId } = hereOf(town);
  const { bodyId, people } = town;
  const facts = { territoryId, bodyId, decidedOn: '2026-05-07', title: 'Clore', text: '' };
  const actorOf = (person: 'member' | 'secondMember') => ({ kind: 'account', id: people[person].id }) as const;
  await house.write(async (db, now) => {
    const of = { purpose: 'close-cycle', subjectId: cycleId, actor: actorOf('member') } as const;
    const decisionId = await recordDecision(db, { ...facts, ...of }, now);
    const accountId = people.secondMember.id;
    await confirmDecision(db, { territoryId, decisionId, accountId, actor: actorOf('secondMember') }, now);
    await closeCycle(db, { territoryId, cycleId, actor: PROGRAM }, now);
  });
}

eachDatabase('the review of the process', (open, engine) => {
  test('takes one answer from each person; the same form again is the same answer', async () => {
    const house = await open();
    const { town, statementIds } = await asked(house);
    const [first = ''] = statementIds;
    await answer(house, town, { levels: { [first]: 4 } });
    await answer(house, town, { levels: { [first]: 4 } });
    await expect(
      answer(house, town, { sentId: 'another-form-altogether', levels: { [first]: 1 } }),
    ).rejects.toMatchObject({ reason: 'review.answered' });
    await answer(house, town, { sender: 'account:1', levels: { [first]: 2 } });
    expect(await countReviewAnswers(house.db, town.territory.id, town.cycle.id)).toBe(2);
    const levels = await listReviewLevels(house.db, town.territory.id, town.cycle.id);
    expect(countLevels(levels, first)).toEqual([0, 1, 0, 1, 0]);
    expect(await hasAnswered(house.db, { ...hereOf(town), sender: 'account:2', otherwise: ['participant:1'] })).toBe(
      true,
    );
    expect(await hasAnswered(house.db, { ...hereOf(town), sender: 'participant:2' })).toBe(false);
  });

  test('counts once whoever is known by several names, and keeps only one of them', async () => {
    const house = await open();
    const { town } = await asked(house);
    await answer(house, town, { sender: 'participant:1', words: 'a' });
    const later = { sender: 'account:1', otherwise: ['participant:1'], sentId: 'another-form-altogether', words: 'b' };
    await expect(answer(house, town, later)).rejects.toMatchObject({ reason: 'review.answered' });
    await answer(house, town, { ...later, otherwise: ['participant:2'] });
    expect(await house.db.selectFrom('review_taken').selectAll().execute()).toHaveLength(2);
    expect(await countReviewAnswers(house.db, town.territory.id, town.cycle.id)).toBe(2);
  });

  test('counts one device once, by whichever way somebody comes on it; and two people by two accounts or two codes', async () => {
    const house = await open();
    const { town } = await asked(house);
    let forms = 0;
    const come = (way: Way, sender: string, device: string[], otherwise: string[] = []) =>
      answer(house, town, { way, sender, device, otherwise, sentId: `form-number-${forms++}-xxxx`, words: 'a' });
    const refused = (coming: Promise<void>) => expect(coming).rejects.toMatchObject({ reason: 'review.answered' });
    await come('account', 'account:1', ['phone', 'mark']);
    await refused(come('code', 'participant:9', ['mark']));
    await refused(come('device', 'participant:1', ['phone']));
    await come('account', 'account:2', ['phone', 'mark'], ['participant:1']);

    await come('device', 'device newer', ['newer']);
    await refused(come('device', 'device older', ['newer', 'older']));
    await refused(come('account', 'account:3', ['newer', 'fresh-mark']));

    await come('code', 'participant:4', ['kiosk']);
    await come('code', 'participant:5', ['kiosk']);
    await refused(come('device', 'participant:6', ['kiosk']));
    await refused(come('code', 'participant:5', ['elsewhere']));
    expect(await countReviewAnswers(house.db, town.territory.id, town.cycle.id)).toBe(5);
  });

  test('of one device’s account and cookie at the same instant keeps one', async () => {
    const house = await open();
    const { town } = await asked(house);
    for (let phone = 0; phone < 10; phone++) {
      const device = [`phone-${phone}`];
      const forms = [
        {
          way: 'account',
          sender: `account:${phone}`,
          otherwise: [`participant:${phone}`],
          sentId: `one-${phone}-xxxxxxxxxx`,
        },
        { way: 'device', sender: `participant:${phone}`, sentId: `other-${phone}-xxxxxxxx` },
      ] as const;
      const outcomes = await Promise.allSettled(
        forms.map((form) => answer(house, town, { ...form, device, words: 'a' })),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    }
    expect(await countReviewAnswers(house.db, town.territory.id, town.cycle.id)).toBe(10);
  });

  test('once it has ended, by itself or with its cycle, nothing tells with what an answer was written', async () => {
    for (const end of ['review', 'cycle'] as const) {
      const house = await open();
      const { town } = await asked(house);
      const here = { ...hereOf(town), actor: PROGRAM };
      for (let person = 0; person < 5; person++)
        await answer(house, town, { sender: `participant:${person}`, words: `Mots ${person}` });
      const writers = async () => {
        const { rows } = await sql<{ writers: number }>`select count(distinct w) as writers from (
          select xmin::text w from review_taken union select xmin::text from review_answer
          union select xmin::text from review_words) x`.execute(house.db);
        return rows[0]?.writers;
      };
      if (engine === 'postgres') expect(await writers()).toBe(5);
      if (end === 'review') await house.write((db, now) => closeReview(db, here, now));
      else await closeByDecision(house, town);
      expect(await countReviewAnswers(house.db, town.territory.id, town.cycle.id)).toBe(5);
      expect(await listReviewWords(house.db, { ...hereOf(town), shownOnly: false })).toHaveLength(5);
      if (engine === 'postgres') expect(await writers()).toBe(1);
    }
  });

  test('of twenty forms from one device sent at once keeps one', async () => {
    const house = await open();
    const { town } = await asked(house);
    const forms = Array.from({ length: 20 }, (_, turn) =>
      answer(house, town, { sentId: `form-number-${turn}-xxxx`, words: 'a' }),
    );
    const outcomes = await Promise.allSettled(forms);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(await countReviewAnswers(house.db, town.territory.id, town.cycle.id)).toBe(1);
  });

  test('keeps nothing that ties an answer or its words to who gave it', async () => {
    const house = await open();
    const { town, statementIds } = await asked(house);
    const journal = async () => (await house.db.selectFrom('journal').select('id').execute()).length;
    const before = await journal();
    await answer(house, town, { sender: 'account:secret', levels: { [statementIds[0] ?? '']: 5 }, words: 'Merci' });
    expect(await journal()).toBe(before);
    const taken = await house.db.selectFrom('review_taken').selectAll().execute();
    const answers = await house.db.selectFrom('review_answer').selectAll().execute();
    const words = await house.db.selectFrom('review_words').selectAll().execute();
    expect(JSON.stringify([taken, answers, words])).not.toContain('secret');
    const shared = (one: object, other: object) =>
      Object.values(one).filter((value) => typeof value === 'string' && Object.values(other).includes(value));
    const [place] = [[town.territory.id, town.cycle.id]];
    expect(shared(taken[0] ?? {}, answers[0] ?? {}).sort()).toEqual([...place].sort());
    expect(shared(taken[0] ?? {}, words[0] ?? {}).sort()).toEqual([...place].sort());
    expect(shared(answers[0] ?? {}, words[0] ?? {}).sort()).toEqual([...place].sort());
  });

  test('takes nothing before it is opened, after it is closed, or that says nothing', async () => {
    const house = await open();
    const town = await makeTown(house);
    const here = { ...hereOf(town), actor: PROGRAM };
    await expect(answer(house, town, { words: 'a' })).rejects.toMatchObject({ reason: 'review.notOpen' });
    await house.write((db, now) => openReview(db, here, now));
    await expect(answer(house, town, {})).rejects.toMatchObject({ reason: 'review.empty' });
    await expect(answer(house, town, { levels: { elsewhere: 3 } })).rejects.toMatchObject({ reason: 'review.empty' });
    await house.write((db, now) => closeReview(db, here, now));
    await expect(answer(house, town, { words: 'a' })).rejects.toMatchObject({ reason: 'review.notOpen' });
  });

  test('asks the same sentences from its opening to its end', async () => {
    const house = await open();
    const { town } = await asked(house);
    const change = house.write((db, now) =>
      setStatements(db, { ...hereOf(town), statements: [[{ language: 'fr', text: 'Autre.' }]], actor: PROGRAM }, now),
    );
    await expect(change).rejects.toMatchObject({ reason: 'review.running' });
  });

  test('has free words shown only once somebody has read them, and they can be kept back again', async () => {
    const house = await open();
    const { town } = await asked(house);
    await answer(house, town, { words: 'On nous a écoutés.' });
    const shown = () => listReviewWords(house.db, { ...hereOf(town), shownOnly: true });
    expect(await shown()).toEqual([]);
    const [words] = await listReviewWords(house.db, { ...hereOf(town), shownOnly: false });
    const read = (show: boolean) =>
      house.write((db, now) =>
        readReviewWords(db, { ...hereOf(town), wordsId: words?.id ?? '', show, actor: PROGRAM }, now),
      );
    await expect(read(true)).rejects.toThrow(NotThere);
    await house.write((db, now) => closeReview(db, { ...hereOf(town), actor: PROGRAM }, now));
    await read(true);
    expect(await shown()).toMatchObject([{ text: 'On nous a écoutés.', language: 'fr' }]);
    await read(false);
    expect(await shown()).toEqual([]);
  });

  test('asks seven sentences at most', async () => {
    const house = await open();
    const town = await makeTown(house);
    const statements = Array.from({ length: 8 }, (_, index) => [{ language: 'fr', text: `Phrase ${index}` }]);
    await house.write((db, now) => setStatements(db, { ...hereOf(town), statements, actor: PROGRAM }, now));
    expect(await listStatements(house.db, town.territory.id, town.cycle.id)).toHaveLength(MOST_STATEMENTS);
  });
});

test('only levels from 1 to 5 count, whatever a form says', () => {
  expect(
    levelsOf({ 'level-a': '1', 'level-b': '5', 'level-c': '0', 'level-d': '6', 'level-e': '2.5', other: '3' }),
  ).toEqual({ a: 1, b: 5 });
});

test('statements left empty are skipped', () => {
  expect(statementsOf({ 'statement-0-fr': 'A', 'statement-0-en': 'B', 'statement-3-de': 'C' })).toEqual([
    [
      { language: 'fr', text: 'A' },
      { language: 'en', text: 'B' },
    ],
    [{ language: 'de', text: 'C' }],
  ]);
});
