import { expect, test } from 'vitest';
import { PROGRAM } from '#lib/platform/journal.server.ts';
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

eachDatabase('the review of the process', (open) => {
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
    expect(await hasAnswered(house.db, { ...hereOf(town), senders: ['account:2', 'participant:1'] })).toBe(true);
    expect(await hasAnswered(house.db, { ...hereOf(town), senders: ['participant:2'] })).toBe(false);
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
