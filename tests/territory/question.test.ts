import { expect, test } from 'vitest';
import * as v from 'valibot';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import type { Command } from '#lib/platform/writer.server.ts';
import { isWorded, QUESTION_MOST, rewordForm, textsOf } from '#lib/territory/question.form.ts';
import {
  addQuestion,
  listEveryQuestion,
  listQuestions,
  placeQuestion,
  retireQuestion,
  rewordQuestion,
} from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

const PLAIN = [{ language: 'fr', form: 'plain', text: 'Que manque-t-il ?' }] as const;

const add = (house: TestHouse, town: Town, id: string) =>
  house.write((db, now) =>
    addQuestion(
      db,
      { territoryId: town.territory.id, cycleId: town.cycle.id, id, polarity: 'other', texts: PLAIN, actor: PROGRAM },
      now,
    ),
  );

const order = async (house: TestHouse, town: Town) =>
  (await listQuestions(house.db, town.territory.id, town.cycle.id)).map((question) =>
    town.questionIds.indexOf(question.id),
  );

eachDatabase('the questions of a cycle', (open) => {
  test('can be four, not five; a retired one makes room and stays known', async () => {
    const house = await open();
    const town = await makeTown(house);
    const here = { territoryId: town.territory.id, actor: PROGRAM };
    await add(house, town, 'the-fourth-question');
    await expect(add(house, town, 'the-fifth-question-')).rejects.toMatchObject({ reason: 'question.enough' });
    await house.write((db, now) => retireQuestion(db, { ...here, questionId: 'the-fourth-question' }, now));
    await add(house, town, 'the-fifth-question-');
    const every = await listEveryQuestion(house.db, town.territory.id, town.cycle.id);
    expect(every).toHaveLength(5);
    expect(every.find((question) => question.id === 'the-fourth-question')?.texts).toEqual(PLAIN);
  });

  test('move to the place they are given, and stay there when it is sent again', async () => {
    const house = await open();
    const town = await makeTown(house);
    const place = (index: number, to: number) =>
      house.write((db, now) =>
        placeQuestion(
          db,
          { territoryId: town.territory.id, questionId: town.questionIds[index] ?? '', place: to, actor: PROGRAM },
          now,
        ),
      );
    await place(2, 1);
    expect(await order(house, town)).toEqual([2, 0, 1]);
    await place(2, 1);
    expect(await order(house, town)).toEqual([2, 0, 1]);
    await place(2, 20);
    expect(await order(house, town)).toEqual([0, 1, 2]);
  });

  test('sent twice is one question', async () => {
    const house = await open();
    const town = await makeTown(house);
    await add(house, town, 'the-fourth-question');
    await add(house, town, 'the-fourth-question');
    expect(await order(house, town)).toHaveLength(4);
  });

  test('are worded anew in all their languages at once', async () => {
    const house = await open();
    const town = await makeTown(house);
    const [questionId = ''] = town.questionIds;
    const texts = [
      { language: 'ar', form: 'plain', text: 'ماذا يعني لك؟' },
      { language: 'en', form: 'plain', text: 'What is it?' },
    ] as const;
    await house.write((db, now) =>
      rewordQuestion(db, { territoryId: town.territory.id, questionId, texts, actor: PROGRAM }, now),
    );
    const [question] = await listQuestions(house.db, town.territory.id, town.cycle.id);
    expect(question?.texts).toEqual(texts);
  });

  test('of another territory can’t be moved, worded or retired', async () => {
    const house = await open();
    const town = await makeTown(house);
    const elsewhere = await makeTown(house, 'Ailleurs');
    const theirs = { territoryId: elsewhere.territory.id, questionId: town.questionIds[0] ?? '', actor: PROGRAM };
    const refuses = (command: Command<unknown>) => expect(house.write(command)).rejects.toThrow('question');
    await refuses((db, now) => placeQuestion(db, { ...theirs, place: 2 }, now));
    await refuses((db, now) => rewordQuestion(db, { ...theirs, texts: PLAIN }, now));
    await refuses((db, now) => retireQuestion(db, theirs, now));
    expect(await order(house, town)).toEqual([0, 1, 2]);
  });
});

test('a question is said in the reader’s language, else in the territory’s, else in whichever there is', () => {
  const texts = [
    { language: 'fr', form: 'plain', text: 'simple' },
    { language: 'fr', form: 'easy', text: 'facile' },
    { language: 'de', form: 'plain', text: 'einfach' },
  ] as const;
  const asked = [{ language: 'fr', form: 'plain', text: 'Et vous ?' }] as const;
  expect(wordsOf({ texts: asked }, 'en', 'fr').text).toBe('Et vous\u202f?');
  expect(wordsOf({ texts }, 'fr', 'de', 'easy')).toEqual({ text: 'facile', language: 'fr' });
  expect(wordsOf({ texts }, 'de', 'fr', 'easy')).toEqual({ text: 'einfach', language: 'de' });
  expect(wordsOf({ texts }, 'tr', 'fr')).toEqual({ text: 'simple', language: 'fr' });
  expect(wordsOf({ texts: texts.slice(2) }, 'tr', 'fr')).toEqual({ text: 'einfach', language: 'de' });
  expect(wordsOf({ texts: [] }, 'tr', 'fr')).toEqual({ text: '', language: 'fr' });
});

test('a question takes 200 characters in a language, not 201, and must be worded in the territory’s own', () => {
  const parse = (length: number) => v.safeParse(rewordForm, { 'plain-fr': 'é'.repeat(length) });
  expect(parse(QUESTION_MOST).success).toBe(true);
  expect(parse(QUESTION_MOST + 1).success).toBe(false);
  const typed = v.parse(rewordForm, { 'plain-de': ' Was \n fehlt? ' });
  expect(textsOf(typed)).toEqual([{ language: 'de', form: 'plain', text: 'Was fehlt?' }]);
  expect([isWorded(typed, 'de'), isWorded(typed, 'fr')]).toEqual([true, false]);
});
