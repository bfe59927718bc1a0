import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { INSTALLATION } from '#lib/people/account.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { slugOf } from '#lib/platform/text.ts';
import { daysLeft, proposeCalendar, showDay, showHour, showMoment, stepsOn } from '#lib/territory/calendar.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { createCycle, findCurrentCycle, getCycle, TAKEN_CYCLE_SLUGS } from '#lib/territory/cycle.server.ts';
import { confirmDecision, recordDecision } from '#lib/territory/decision.server.ts';
import { getGathering, joinGathering } from '#lib/territory/gathering.server.ts';
import { proposeCycleName } from '#lib/territory/cycle-name.ts';
import { changeGroup, createGroup, listGroups } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { findReview, openReview } from '#lib/territory/review.server.ts';
import { startCycle, type StartFacts } from '#lib/territory/start-cycle.server.ts';
import { listStatements } from '#lib/territory/statement.server.ts';
import { statusOf } from '#lib/territory/step.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

const PERIODS = proposeCalendar('2026-05-07');

const start = (house: TestHouse, town: Town, facts: Partial<StartFacts>) =>
  house.write((db, now) =>
    startCycle(
      db,
      {
        territoryId: town.territory.id,
        id: 'made-on-the-device-1',
        name: '2027',
        purpose: 'Voir ce qui a changé',
        periods: PERIODS,
        previousCycleId: null,
        actor: PROGRAM,
        ...facts,
      },
      now,
    ),
  );

async function decideToClose(db: Db, town: Town, now: number): Promise<void> {
  const { territory, cycle, bodyId, people } = town;
  const decisionId = await recordDecision(
    db,
    {
      territoryId: territory.id,
      bodyId,
      decidedOn: '2026-05-07',
      title: 'Clore',
      text: '',
      purpose: 'close-cycle',
      subjectId: cycle.id,
      actor: { kind: 'account', id: people.member.id },
    },
    now,
  );
  const accountId = people.secondMember.id;
  const actor = { kind: 'account', id: accountId } as const;
  await confirmDecision(db, { territoryId: territory.id, decisionId, accountId, actor }, now);
}

const close = (house: TestHouse, town: Town) =>
  house.write((db, now) =>
    closeCycle(db, { territoryId: town.territory.id, cycleId: town.cycle.id, actor: PROGRAM }, now),
  );

async function closed(house: TestHouse): Promise<Town> {
  const town = await makeTown(house);
  await house.write((db, now) => decideToClose(db, town, now));
  await close(house, town);
  return town;
}

eachDatabase('closing a cycle', (open) => {
  test('ends its gatherings: nobody comes in to a room in which nothing can be written', async () => {
    const house = await open();
    const town = await makeTown(house);
    const { id: territoryId } = town.territory;
    const known = await house.write((db) => createParticipant(db, { territoryId, day: '2026-05-07' }));
    await house.write((db, now) => decideToClose(db, town, now));
    await close(house, town);
    const gathering = await getGathering(house.db, territoryId, town.gatheringId);
    expect(gathering).toMatchObject({ phase: 'closed', closed_at: house.clock() });
    const joining = house.write((db) => joinGathering(db, { gathering, participant: known }));
    await expect(joining).rejects.toMatchObject({ reason: 'gathering.notOpen' });
  });

  test('needs a body’s confirmed decision', async () => {
    const house = await open();
    const town = await makeTown(house);
    await expect(close(house, town)).rejects.toMatchObject({ reason: 'decision.needed' });
    expect((await getCycle(house.db, town.territory.id, town.cycle.id)).closed_at).toBeNull();
    await house.write((db, now) => decideToClose(db, town, now));
    await close(house, town);
    expect((await getCycle(house.db, town.territory.id, town.cycle.id)).closed_at).toBe(house.clock());
  });

  test('lets nothing be added any more, ends the review, and can’t be done twice', async () => {
    const house = await open();
    const town = await makeTown(house);
    const here = { territoryId: town.territory.id, cycleId: town.cycle.id, actor: PROGRAM };
    await house.write((db, now) => openReview(db, here, now));
    await house.write((db, now) => decideToClose(db, town, now));
    await close(house, town);
    await expect(close(house, town)).rejects.toMatchObject({ reason: 'cycle.closed' });
    const group = { kind: 'open', name: 'G', standsFor: 's', targetSize: 9, neighbourhoodId: null } as const;
    await expect(house.write((db, now) => createGroup(db, { ...here, ...group }, now))).rejects.toMatchObject({
      reason: 'cycle.closed',
    });
    const changing = { territoryId: town.territory.id, groupId: town.groupId, ...group, actor: PROGRAM };
    await expect(house.write((db, now) => changeGroup(db, changing, now))).rejects.toMatchObject({
      reason: 'cycle.closed',
    });
    expect((await findReview(house.db, town.territory.id, town.cycle.id))?.closed_at).toBe(house.clock());
  });
});

eachDatabase('a new cycle', (open) => {
  test('makes the installation’s first page, which leads to it, out of date', async () => {
    const house = await open();
    const town = await makeTown(house);
    const before = house.hub.versionOf(INSTALLATION);
    await start(house, town, {});
    expect(house.hub.versionOf(INSTALLATION)).toBeGreaterThan(before);
  });

  test('begins with the method’s three questions in five languages, plain and easy, and five statements', async () => {
    const house = await open();
    const town = await makeTown(house);
    const { id: cycleId } = await start(house, town, {});
    const questions = await listQuestions(house.db, town.territory.id, cycleId);
    expect(questions.map((question) => question.polarity)).toEqual(['well-being', 'ill-being', 'responsibility']);
    for (const question of questions) {
      expect(question.texts).toHaveLength(10);
      expect(new Set(question.texts.map((text) => text.language))).toEqual(new Set(['fr', 'en', 'de', 'tr', 'ar']));
    }
    const statements = await listStatements(house.db, town.territory.id, cycleId);
    expect(statements).toHaveLength(5);
    expect(statements[0]?.texts.map((text) => text.language)).toEqual(['de', 'en', 'fr']);
  });

  test('made from a closed one keeps its questions and groups, each group knowing the one before', async () => {
    const house = await open();
    const town = await closed(house);
    const { id: cycleId } = await start(house, town, { previousCycleId: town.cycle.id });
    const before = await listQuestions(house.db, town.territory.id, town.cycle.id);
    const after = await listQuestions(house.db, town.territory.id, cycleId);
    expect(after.map(({ polarity, texts }) => ({ polarity, texts }))).toEqual(
      before.map(({ polarity, texts }) => ({ polarity, texts })),
    );
    expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
    expect(await listGroups(house.db, town.territory.id, cycleId)).toMatchObject([
      { name: 'Les jeunes', previous_group_id: town.groupId, cycle_id: cycleId },
    ]);
    expect((await getCycle(house.db, town.territory.id, cycleId)).previous_cycle_id).toBe(town.cycle.id);
    expect((await findCurrentCycle(house.db, town.territory.id))?.id).toBe(cycleId);
  });

  test('can’t be made from one that is still open, nor from another territory’s', async () => {
    const house = await open();
    const town = await makeTown(house);
    const elsewhere = await makeTown(house, 'Ailleurs');
    await expect(start(house, town, { previousCycleId: town.cycle.id })).rejects.toMatchObject({
      reason: 'cycle.notClosed',
    });
    await expect(start(house, town, { previousCycleId: elsewhere.cycle.id })).rejects.toThrow('cycle');
  });

  test('sent twice is one cycle with three questions', async () => {
    const house = await open();
    const town = await makeTown(house);
    const first = await start(house, town, {});
    const second = await start(house, town, {});
    expect(second).toEqual({ ...first, isNew: false });
    expect(await listQuestions(house.db, town.territory.id, first.id)).toHaveLength(3);
  });

  test('can’t have the name of another cycle or of a page', async () => {
    const house = await open();
    const town = await makeTown(house);
    for (const name of ['2026', 'Staff', 'Privacy', '!!'])
      await expect(start(house, town, { name })).rejects.toMatchObject({ reason: 'cycle.nameTaken' });
  });

  test('can’t have a step that ends before it begins; one day is enough', async () => {
    const house = await open();
    const town = await makeTown(house);
    const make = (closesOn: string) =>
      house.write((db, now) =>
        createCycle(
          db,
          {
            territoryId: town.territory.id,
            name: `Essai ${closesOn}`,
            periods: { ...PERIODS, evaluation: { opensOn: '2026-06-10', closesOn } },
            actor: PROGRAM,
          },
          now,
        ),
      );
    await expect(make('2026-06-09')).rejects.toMatchObject({ reason: 'cycle.closesBeforeOpening' });
    await make('2026-06-10');
  });
});

test('no cycle can take the name of a page of its territory', () => {
  const folder = fileURLToPath(new URL('../../src/routes/[language=language]/[territory]', import.meta.url));
  const pages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('['))
    .map((entry) => entry.name);
  expect(pages).toContain('privacy');
  expect(pages.filter((page) => !TAKEN_CYCLE_SLUGS.includes(page))).toEqual([]);
});

test('a step is open on its first and on its last day', () => {
  const period = { opensOn: '2026-05-07', closesOn: '2026-05-09' };
  expect(['2026-05-06', '2026-05-07', '2026-05-09', '2026-05-10'].map((day) => statusOf(period, day))).toEqual([
    'later',
    'open',
    'open',
    'done',
  ]);
  expect(statusOf({ opensOn: '2026-05-07', closesOn: null }, '2099-01-01')).toBe('open');
});

test('a proposed calendar has no gap and no overlap', () => {
  const { definitions, indicators, evaluation, plan } = proposeCalendar('2026-05-07');
  expect(definitions).toEqual({ opensOn: '2026-05-07', closesOn: '2026-07-01' });
  expect(indicators.opensOn).toBe('2026-07-02');
  expect(plan).toEqual({ opensOn: '2026-10-08', closesOn: null });
  expect(evaluation.closesOn).toBe('2026-10-07');
  const on = (day: string) => stepsOn({ definitions, indicators, evaluation, plan }, day).map((step) => step.status);
  expect(on('2026-07-01')).toEqual(['open', 'later', 'later', 'later']);
  expect(on('2026-07-02')).toEqual(['done', 'open', 'later', 'later']);
});

test('days that are left count today and the last day, over the change of the clocks too', () => {
  expect(daysLeft('2026-05-07', '2026-05-07')).toBe(1);
  expect(daysLeft('2026-05-06', '2026-05-07')).toBe(0);
  expect(daysLeft('2026-03-30', '2026-03-28')).toBe(3);
});

test('the first of a month is said as people say it', () => {
  expect(showDay('2026-05-01', 'fr')).toBe('1er\u00a0mai 2026');
  expect(showDay('2026-05-11', 'fr')).toBe('11\u00a0mai 2026');
  expect(showDay('2026-05-01', 'en')).toBe('May 1, 2026');
});

test('an hour is written as people write it', () => {
  const hours = ['00:00', '09:05', '18:00', '18:30'];
  expect(hours.map((time) => showHour(time, 'fr'))).toEqual(['0 h', '9 h 05', '18 h', '18 h 30'].map(unbroken));
  expect(showHour('18:30', 'en').replace(/\s/, ' ')).toBe('6:30 PM');
});

test('a moment is told in the territory’s own time', () => {
  const summer = Date.parse('2026-07-31T22:30:00Z');
  expect(showMoment(summer, 'fr', 'Europe/Paris')).toBe(`1er\u00a0août 2026, ${unbroken('0 h 30')}`);
  expect(showMoment(summer, 'fr', 'America/Cayenne')).toBe(`31\u00a0juillet 2026, ${unbroken('19 h 30')}`);
});

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

test.each([
  [[], '2026'],
  [['2026'], '2027'],
  [['2021'], '2026'],
  [['2026', '2027'], '2028'],
  [['Cycle 2', 'Cycle 1'], 'Cycle 3'],
  [['Printemps', '2026'], '2027'],
])('after %j, the next cycle is called %s', (names, proposed) => {
  const cycles = names.map((name) => ({ name, slug: slugOf(name) }));
  expect(proposeCycleName(cycles, 2026)).toBe(proposed);
});
