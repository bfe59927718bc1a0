import { expect, test } from 'vitest';
import { adoptIndicator, discussIndicator, retireIndicator } from '#lib/indicators/adoption.server.ts';
import { carryIndicators } from '#lib/indicators/carry.server.ts';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { findGridVersion } from '#lib/indicators/grid-version.server.ts';
import { listIndicators } from '#lib/indicators/indicator-list.server.ts';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { draftNewVersion } from '#lib/indicators/new-version.server.ts';
import { writeProposition } from '#lib/indicators/proposition.server.ts';
import { traceIndicator } from '#lib/indicators/trace.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { createCycle } from '#lib/territory/cycle.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { LEVELS, startIndicator, type Draft } from './draft.ts';

const FR = { language: 'fr', fallback: 'fr' };

eachDatabase('the next cycle', (open) => {
  test('keeps the same frozen versions and the grid; drafts and what is retired stay behind', async () => {
    const draft = await startIndicator(await open());
    await adoptAll(draft);
    await begin(draft, 'Un brouillon');
    const nextId = await nextCycle(draft);
    expect(await carry(draft, nextId)).toBe(1);
    expect(await carry(draft, nextId)).toBe(0);
    const kept = await listIndicators(draft.house.db, draft.territoryId, nextId, FR);
    expect(kept).toMatchObject([{ id: draft.versionId, number: 1, status: 'adopted' }]);
    const grid = await findGridVersion(draft.house.db, draft.territoryId, nextId);
    expect(grid?.id).toBe((await findGridVersion(draft.house.db, draft.territoryId, draft.cycleId))?.id);
    await draft.decide('retire-indicator', draft.indicatorId);
    await draft.house.write((db, now) => retireIndicator(db, { ...draft.in, indicatorId: draft.indicatorId }, now));
    const third = await nextCycle(draft, '2028');
    expect(await carry(draft, third)).toBe(0);
  });

  test('a new version in the next cycle keeps the way back to the words, and leaves the last cycle as it was', async () => {
    const draft = await startIndicator(await open());
    await adoptAll(draft);
    const nextId = await nextCycle(draft);
    await carry(draft, nextId);
    const by = { ...draft.as('member'), cycleId: nextId, indicatorId: draft.indicatorId };
    const id = await draft.house.write((db, now) => draftNewVersion(db, by, now));
    const traced = async () =>
      (await traceIndicator(draft.house.db, { territoryId: draft.territoryId, versionId: id }, ANYONE)).map(
        (one) => one.criteria.length,
      );
    expect(await traced()).toEqual([2, 0, 1, 0]);
    const path = {
      componentId: draft.componentId,
      sense: 'P',
      language: 'fr',
      text: 'Mieux dit',
      viewer: ANYONE,
    } as const;
    await draft.house.write((db, now) => writeProposition(db, { ...by, ...path, criterionIds: [] }, now));
    expect(await traced()).toEqual([2, 0, 1, 0]);
    const words = { language: 'fr', form: 'plain', name: 'Se soigner', question: 'Où ?', levels: LEVELS } as const;
    await draft.house.write((db, now) => wordIndicator(db, { ...by, ...words }, now));
    await adoptAll({ ...draft, versionId: id });
    const of = async (cycleId: string) =>
      (await listIndicators(draft.house.db, draft.territoryId, cycleId, FR)).map((one) => one.number);
    expect([await of(draft.cycleId), await of(nextId)]).toEqual([[1], [2]]);
  });
});

eachDatabase('a path that the next cycle has begun', (open) => {
  test('keeps its own sentences, and takes the others from the version that is edited', async () => {
    const draft = await startIndicator(await open());
    await adoptAll(draft);
    const nextId = await nextCycle(draft);
    await carry(draft, nextId);
    const by = { ...draft.as('member'), cycleId: nextId };
    const path = {
      componentId: draft.componentId,
      sense: 'P',
      language: 'fr',
      text: 'Autrement',
      viewer: ANYONE,
    } as const;
    await draft.house.write((db, now) => writeProposition(db, { ...by, ...path, criterionIds: [] }, now));
    const versionId = await draft.house.write((db, now) =>
      draftNewVersion(db, { ...by, indicatorId: draft.indicatorId }, now),
    );
    const trace = await traceIndicator(draft.house.db, { territoryId: draft.territoryId, versionId }, ANYONE);
    expect(trace.map((one) => one.propositions.map((proposition) => proposition.text))).toEqual([
      ['Autrement'],
      [],
      ['Mon médecin me connaît.'],
      [],
    ]);
  });
});

async function adoptAll(draft: Draft) {
  const facts = { ...draft.as('member'), indicatorId: draft.indicatorId };
  await draft.house.write((db, now) => discussIndicator(db, facts, now));
  await draft.decide('adopt-indicator', draft.versionId);
  await draft.house.write((db, now) => adoptIndicator(db, facts, now));
}

function begin(draft: Draft, name: string) {
  const facts = {
    componentId: draft.componentId,
    direction: 'higher-is-better',
    language: 'fr',
    question: '?',
  } as const;
  return draft.house.write((db, now) => createIndicator(db, { ...draft.as('member'), ...facts, name }, now));
}

async function nextCycle(draft: Draft, name = '2027') {
  const period = { opensOn: '2026-01-01', closesOn: null };
  const periods = { definitions: period, indicators: period, evaluation: period, plan: period };
  const facts = { territoryId: draft.territoryId, name, periods, previousCycleId: draft.cycleId, actor: PROGRAM };
  return (await draft.house.write((db, now) => createCycle(db, facts, now))).id;
}

function carry(draft: Draft, toCycleId: string) {
  const facts = { territoryId: draft.territoryId, fromCycleId: draft.cycleId, toCycleId, actor: PROGRAM };
  return draft.house.write((db, now) => carryIndicators(db, facts, now));
}
