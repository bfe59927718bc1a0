import { expect, test } from 'vitest';
import { adoptIndicator, discussIndicator, retireIndicator } from '#lib/indicators/adoption.server.ts';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { listIndicators, listIndicatorsInWork } from '#lib/indicators/indicator-list.server.ts';
import { getIndicatorVersion } from '#lib/indicators/indicator-words.server.ts';
import { draftNewVersion } from '#lib/indicators/new-version.server.ts';
import { writeProposition } from '#lib/indicators/proposition.server.ts';
import { traceIndicator } from '#lib/indicators/trace.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { recordDecision } from '#lib/territory/decision.server.ts';
import { eachDatabase, NOON } from '#tests/support/database.ts';
import { LEVELS, startIndicator, type Draft } from './draft.ts';
import { sayWords } from './words.ts';

const FR = { language: 'fr', fallback: 'fr' };

eachDatabase('adopting an indicator', (open) => {
  test('is a draft for those who write it only, then discussed, then adopted and frozen', async () => {
    const draft = await startIndicator(await open());
    const { house, territoryId, cycleId } = draft;
    const publicOnes = async () => (await listIndicators(house.db, territoryId, cycleId, FR)).map((one) => one.status);
    expect(await publicOnes()).toEqual([]);
    expect((await listIndicatorsInWork(house.db, territoryId, cycleId, FR))[0]?.draft?.name).toBe('Se soigner');
    await discuss(draft);
    expect(await publicOnes()).toEqual(['discussed']);
    await draft.decide('adopt-indicator', draft.versionId);
    await adopt(draft);
    expect(await publicOnes()).toEqual(['adopted']);
    const version = await getIndicatorVersion(house.db, territoryId, draft.versionId, FR);
    expect(version).toMatchObject({ number: 1, frozenAt: NOON, name: 'Se soigner', status: 'adopted' });
    expect(version.levels.map((one) => one.text)).toEqual(LEVELS);
    expect(version.component.code).toBe('A02');
  });

  test('needs the discussion, five situations, and a body’s decision that a second person confirmed', async () => {
    const draft = await startIndicator(await open(), LEVELS.slice(0, 4));
    await expect(adopt(draft)).rejects.toMatchObject({ reason: 'indicators.discussFirst' });
    await discuss(draft);
    await draft.decide('adopt-indicator', draft.versionId);
    await expect(adopt(draft)).rejects.toMatchObject({ reason: 'indicators.levelsMissing', facts: { count: 1 } });
    await word(draft, LEVELS);
    const other = await startIndicator(draft.house, LEVELS, 'Autre');
    await discuss(other);
    await expect(adopt(other)).rejects.toMatchObject({ reason: 'decision.needed' });
    const { territoryId, town } = other;
    const of = { territoryId, bodyId: town.bodyId, decidedOn: '2026-05-07', title: 't', text: '' };
    const about = { purpose: 'adopt-indicator', subjectId: other.versionId, actor: other.as('member').actor } as const;
    await other.house.write((db, now) => recordDecision(db, { ...of, ...about }, now));
    await expect(adopt(other)).rejects.toMatchObject({ reason: 'decision.needed' });
  });

  test('is refused when the words were changed after the decision', async () => {
    const draft = await startIndicator(await open());
    await discuss(draft);
    await draft.decide('adopt-indicator', draft.versionId);
    draft.house.setClock(NOON + 1);
    await word(draft, ['autre chose', ...LEVELS.slice(1)]);
    await expect(adopt(draft)).rejects.toMatchObject({ reason: 'indicators.changedSinceDecision' });
    await draft.decide('adopt-indicator', draft.versionId);
    await adopt(draft);
  });

  test('a frozen version can be changed by no command and by no statement', async () => {
    const draft = await startIndicator(await open());
    await adoptAll(draft);
    await expect(word(draft, ['x'])).rejects.toMatchObject({ reason: 'indicators.noDraft' });
    const { house, versionId } = draft;
    const of = { territory_id: draft.territoryId, indicator_version_id: versionId };
    const kept = await house.db.selectFrom('version_proposition').selectAll().executeTakeFirstOrThrow();
    const tries: Parameters<typeof house.write<unknown>>[0][] = [
      (db) =>
        db.updateTable('indicator_level').set({ text: 'x' }).where('indicator_version_id', '=', versionId).execute(),
      (db) => db.deleteFrom('indicator_level').where('indicator_version_id', '=', versionId).execute(),
      (db) =>
        db
          .insertInto('indicator_level')
          .values({ ...of, level: 1, language: 'de', form: 'plain', text: 'x' })
          .execute(),
      (db) =>
        db.updateTable('indicator_text').set({ name: 'x' }).where('indicator_version_id', '=', versionId).execute(),
      (db) => db.deleteFrom('indicator_text').where('indicator_version_id', '=', versionId).execute(),
      (db) =>
        db
          .insertInto('indicator_text')
          .values({ ...of, language: 'de', form: 'plain', name: 'x', question: 'x' })
          .execute(),
      (db) =>
        db.updateTable('indicator_version').set({ direction: 'lower-is-better' }).where('id', '=', versionId).execute(),
      (db) =>
        db
          .updateTable('indicator_version')
          .set({ frozen_at: null, decision_id: null })
          .where('id', '=', versionId)
          .execute(),
      (db) => db.deleteFrom('indicator_version').where('id', '=', versionId).execute(),
      (db) => db.deleteFrom('version_proposition').where('indicator_version_id', '=', versionId).execute(),
      (db) => db.updateTable('proposition').set({ text: 'x' }).where('id', '=', kept.proposition_id).execute(),
      (db) => db.deleteFrom('proposition').where('id', '=', kept.proposition_id).execute(),
      (db) => db.deleteFrom('proposition_source').where('proposition_id', '=', kept.proposition_id).execute(),
      (db) =>
        db
          .insertInto('proposition_source')
          .values({
            territory_id: draft.territoryId,
            proposition_id: kept.proposition_id,
            criterion_id: draft.ids[3] ?? '',
          })
          .execute(),
    ];
    for (const [place, attempt] of tries.entries())
      await expect(house.write(attempt), `attempt ${place}`).rejects.toThrow('is kept as it is');
    const version = await getIndicatorVersion(house.db, draft.territoryId, versionId, FR);
    expect(version.levels.map((one) => one.text)).toEqual(LEVELS);
  });

  test('somebody who edits while another adopts either comes before, or is refused', async () => {
    const draft = await startIndicator(await open());
    await discuss(draft);
    await draft.decide('adopt-indicator', draft.versionId);
    draft.house.setClock(NOON + 1);
    const changed = ['changé', ...LEVELS.slice(1)];
    const [adopted, worded] = await Promise.allSettled([adopt(draft), word(draft, changed)]);
    expect([adopted.status, worded.status].sort()).toEqual(['fulfilled', 'rejected']);
    const version = await getIndicatorVersion(draft.house.db, draft.territoryId, draft.versionId, FR);
    expect(version.frozenAt === null).toBe(adopted.status === 'rejected');
    expect(version.levels[0]?.text).toBe(adopted.status === 'fulfilled' ? LEVELS[0] : 'changé');
  });

  test('two people editing the same draft don’t write over each other', async () => {
    const draft = await startIndicator(await open());
    const { revision } = await getIndicatorVersion(draft.house.db, draft.territoryId, draft.versionId, FR);
    const both = await Promise.allSettled([word(draft, ['une'], revision), word(draft, ['deux'], revision)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      reason: 'indicators.editedMeanwhile',
    });
  });

  test('an adopted indicator is edited in a new version; the adopted one goes on holding until that is adopted too', async () => {
    const draft = await startIndicator(await open());
    await adoptAll(draft);
    const { house, territoryId, cycleId } = draft;
    const facts = { ...draft.as('member'), indicatorId: draft.indicatorId };
    const [one, two] = await Promise.all([
      house.write((db, now) => draftNewVersion(db, facts, now)),
      house.write((db, now) => draftNewVersion(db, facts, now)),
    ]);
    expect(one).toBe(two);
    await word(draft, ['Mieux dit', ...LEVELS.slice(1)]);
    expect(await listIndicators(house.db, territoryId, cycleId, FR)).toMatchObject([{ number: 1, status: 'adopted' }]);
    await discuss(draft);
    expect(await listIndicators(house.db, territoryId, cycleId, FR)).toMatchObject([{ number: 1, status: 'adopted' }]);
    await expect(adopt(draft)).rejects.toMatchObject({ reason: 'decision.needed' });
    await draft.decide('adopt-indicator', one);
    await adopt(draft);
    const [now] = await listIndicators(house.db, territoryId, cycleId, FR);
    expect(now).toMatchObject({ id: one, number: 2, status: 'adopted' });
    expect(now?.levels[0]?.text).toBe('Mieux dit');
    const first = await getIndicatorVersion(house.db, territoryId, draft.versionId, FR);
    expect(first.levels[0]?.text).toBe(LEVELS[0]);
  });

  test('a frozen version rests on the propositions it was adopted with, whatever is written later', async () => {
    const draft = await startIndicator(await open());
    await adoptAll(draft);
    const later = {
      componentId: draft.componentId,
      sense: 'P',
      language: 'fr',
      text: 'Autre',
      viewer: ANYONE,
    } as const;
    await draft.house.write((db, now) =>
      writeProposition(db, { ...draft.as('member'), ...later, criterionIds: [draft.ids[0] ?? ''] }, now),
    );
    const trace = await traceIndicator(draft.house.db, draft, ANYONE);
    expect(trace.map((one) => one.propositions.map((proposition) => proposition.text))).toEqual([
      ['On ne trouve pas de médecin.'],
      [],
      ['Mon médecin me connaît.'],
      [],
    ]);
  });

  test('retiring needs a decision once it was adopted, none for a draft, and happens once', async () => {
    const draft = await startIndicator(await open());
    await adoptAll(draft);
    await expect(retire(draft)).rejects.toMatchObject({ reason: 'decision.needed' });
    await draft.decide('retire-indicator', draft.indicatorId);
    await retire(draft);
    await expect(retire(draft)).rejects.toMatchObject({ reason: 'indicators.retiredAlready' });
    const version = await getIndicatorVersion(draft.house.db, draft.territoryId, draft.versionId, FR);
    expect(version).toMatchObject({ status: 'retired', frozenAt: NOON });
    const other = await startIndicator(draft.house, LEVELS, 'Autre');
    await retire(other);
    await expect(word(other, ['x'])).rejects.toMatchObject({ reason: 'indicators.retiredAlready' });
  });

  test('nothing of another territory is there', async () => {
    const draft = await startIndicator(await open());
    const other = await sayWords(draft.house, ['Ailleurs'], 'Autre');
    const foreign = { territoryId: other.territoryId, indicatorId: draft.indicatorId, actor: other.in.actor };
    const { house } = draft;
    await expect(house.write((db, now) => discussIndicator(db, foreign, now))).rejects.toBeInstanceOf(NotThere);
    await expect(house.write((db, now) => retireIndicator(db, foreign, now))).rejects.toBeInstanceOf(NotThere);
    await expect(getIndicatorVersion(house.db, other.territoryId, draft.versionId, FR)).rejects.toBeInstanceOf(
      NotThere,
    );
  });
});

function discuss(draft: Draft) {
  const facts = { ...draft.as('member'), indicatorId: draft.indicatorId };
  return draft.house.write((db, now) => discussIndicator(db, facts, now));
}

function adopt(draft: Draft) {
  const facts = { ...draft.as('member'), indicatorId: draft.indicatorId };
  return draft.house.write((db, now) => adoptIndicator(db, facts, now));
}

function retire(draft: Draft) {
  const facts = { ...draft.as('member'), indicatorId: draft.indicatorId };
  return draft.house.write((db, now) => retireIndicator(db, facts, now));
}

async function adoptAll(draft: Draft) {
  await discuss(draft);
  await draft.decide('adopt-indicator', draft.versionId);
  await adopt(draft);
}

function word(draft: Draft, levels: readonly string[], seen?: number) {
  const said = { language: 'fr', form: 'plain', name: 'Se soigner', question: 'Où en êtes-vous ?', levels } as const;
  const facts = {
    ...draft.as('member'),
    indicatorId: draft.indicatorId,
    ...said,
    ...(seen === undefined ? {} : { seen }),
  };
  return draft.house.write((db, now) => wordIndicator(db, facts, now));
}
