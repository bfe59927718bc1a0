import { expect, test } from 'vitest';
import { adoptIndicator, discussIndicator } from '#lib/indicators/adoption.server.ts';
import { classifyCriteria } from '#lib/indicators/classification.server.ts';
import { createGrouping } from '#lib/indicators/grouping.server.ts';
import { markMinority } from '#lib/indicators/grouping-member.server.ts';
import { listThresholds } from '#lib/indicators/path-list.server.ts';
import { writeProposition, writePropositions } from '#lib/indicators/proposition.server.ts';
import { traceCriterion, listVersionsOfCriteria } from '#lib/indicators/trace-forward.server.ts';
import { listCriteriaOfIndicator, traceIndicator } from '#lib/indicators/trace.server.ts';
import { ANYONE, EVERYTHING } from '#lib/indicators/visible.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { startIndicator, type Draft } from './draft.ts';

eachDatabase('the trace', (open) => {
  test('leads from an indicator back to the words, word for word, with their group; a missing threshold stays missing', async () => {
    const draft = await startIndicator(await open());
    const trace = await traceIndicator(draft.house.db, draft, ANYONE);
    expect(
      trace.map((one) => [one.sense, one.levels, one.propositions.length, one.criteria.map((c) => c.words).sort()]),
    ).toEqual([
      ['P', [1], 1, ['Trouver un médecin', 'Un docteur près d’ici']],
      ['O', [2, 3], 0, []],
      ['Q', [3, 4], 1, ['Mon médecin me connaît']],
      ['S', [5], 0, []],
    ]);
    expect(trace[0]?.criteria[0]?.groupName).toBe('Les jeunes');
    expect(await listCriteriaOfIndicator(draft.house.db, draft, ANYONE)).toHaveLength(3);
  });

  test('leads from a criterion forward to its place, grouping, proposition and indicator', async () => {
    const draft = await startIndicator(await open());
    const [care = '', doctor = '', , birds = ''] = draft.ids;
    const by = { ...draft.as('member'), viewer: ANYONE };
    const of = { componentId: draft.componentId, sense: 'P', polarity: 'well-being', groupId: null } as const;
    const said = { language: 'fr', text: 'Un médecin proche', criterionIds: [care, doctor] };
    const groupingId = await draft.house.write((db, now) => createGrouping(db, { ...by, ...of, ...said }, now));
    await draft.house.write((db, now) =>
      markMinority(db, { ...by, groupingId, criterionId: doctor, minority: true }, now),
    );
    const before = await forward(draft, doctor);
    expect(before).toMatchObject({
      place: { code: 'A02', sense: 'P' },
      grouping: { text: 'Un médecin proche', minority: true },
      propositions: [{ text: 'On ne trouve pas de médecin.', open: false }],
      versionIds: [],
    });
    await draft.house.write((db, now) => discussIndicator(db, { ...by, indicatorId: draft.indicatorId }, now));
    expect(await forward(draft, doctor)).toMatchObject({
      propositions: [{ open: true }],
      versionIds: [draft.versionId],
    });
    await draft.decide('adopt-indicator', draft.versionId);
    await draft.house.write((db, now) => adoptIndicator(db, { ...by, indicatorId: draft.indicatorId }, now));
    expect((await forward(draft, doctor)).versionIds).toEqual([draft.versionId]);
    expect(await listVersionsOfCriteria(draft.house.db, draft.territoryId, [care, birds])).toEqual([draft.versionId]);
    expect(await forward(draft, birds)).toMatchObject({
      place: undefined,
      grouping: undefined,
      propositions: [],
      versionIds: [],
    });
    await expect(traceCriterion(draft.house.db, { territoryId: 'x', criterionId: care }, ANYONE)).rejects.toThrow(
      NotThere,
    );
  });

  test('shows no word that is not cleared for publication, and counts it', async () => {
    const draft = await startIndicator(await open());
    const [secret = ''] = await draft.approve(['Mon voisin boit']);
    const sorted = { criteria: [{ criterionId: secret }], code: 'A02', sense: 'P', polarity: 'ill-being' } as const;
    const facilitator = { groupIds: [draft.town.groupId] };
    const by = { ...draft.as('facilitator'), viewer: facilitator };
    await draft.house.write((db, now) => classifyCriteria(db, { ...by, ...sorted }, now));
    const path = { componentId: draft.componentId, sense: 'P', language: 'fr', text: 'Seul face au mal' } as const;
    const criterionIds = [draft.ids[0] ?? '', secret];
    await draft.house.write((db, now) => writeProposition(db, { ...by, ...path, criterionIds }, now));
    const [possibility] = await traceIndicator(draft.house.db, draft, ANYONE);
    expect(possibility?.criteria.map((one) => one.words)).toEqual(['Trouver un médecin']);
    expect(possibility?.unread).toBe(1);
    const [own] = await traceIndicator(draft.house.db, draft, facilitator);
    expect(own?.criteria).toHaveLength(2);
    await expect(forward(draft, secret)).rejects.toThrow(NotThere);
    const [threshold] = await listThresholds(draft.house.db, { ...draft.in, componentId: draft.componentId }, ANYONE);
    expect(threshold).toMatchObject({ unread: 1 });
    // Somebody who may not read it can't take it out of the proposition either.
    const other = { ...draft.as('member'), ...path, text: 'Autrement dit', viewer: ANYONE };
    await draft.house.write((db, now) => writeProposition(db, { ...other, criterionIds: [] }, now));
    const [kept] = await traceIndicator(draft.house.db, draft, EVERYTHING);
    expect(kept?.criteria.map((one) => one.id)).toEqual([secret]);
  });

  test('a word that its author takes back is read nowhere any more', async () => {
    const draft = await startIndicator(await open());
    const [care = ''] = draft.ids;
    const note = await draft.house.db
      .selectFrom('criterion')
      .select('note_id')
      .where('id', '=', care)
      .executeTakeFirstOrThrow();
    await draft.house.write((db, now) =>
      db.updateTable('note').set({ withdrawn_at: now }).where('id', '=', note.note_id).execute(),
    );
    const [possibility] = await traceIndicator(draft.house.db, draft, ANYONE);
    expect(possibility).toMatchObject({ unread: 1 });
    expect(possibility?.criteria.map((one) => one.words)).toEqual(['Un docteur près d’ici']);
    await expect(forward(draft, care)).rejects.toThrow(NotThere);
  });
});

eachDatabase('a progress path', (open) => {
  test('keeps every wording, and an empty one makes the threshold missing again', async () => {
    const draft = await startIndicator(await open());
    const of = { ...draft.in, componentId: draft.componentId };
    const write = (text: string, seen?: number) =>
      draft.house.write((db, now) =>
        writeProposition(
          db,
          {
            ...of,
            sense: 'P',
            language: 'fr',
            text,
            criterionIds: [],
            viewer: ANYONE,
            ...(seen === undefined ? {} : { seen }),
          },
          now,
        ),
      );
    await expect(write('Trop tard', 0)).rejects.toMatchObject({ reason: 'indicators.editedMeanwhile' });
    await write('À temps', 1);
    await write('', 2);
    const [possibility] = await listThresholds(draft.house.db, of, ANYONE);
    expect(possibility?.propositions).toEqual([]);
    expect(possibility?.numbers.get('fr')).toBe(3);
    const { count } = await draft.house.db
      .selectFrom('proposition')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('sense', '=', 'P')
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(3);
  });

  test('what was left as it was read is not written over what somebody else has written since', async () => {
    const draft = await startIndicator(await open());
    const of = { ...draft.in, componentId: draft.componentId, language: 'fr', viewer: ANYONE };
    const [before] = await listThresholds(draft.house.db, of, ANYONE);
    const asRead = before?.propositions[0];
    const save = (possibility: string, enough: string) =>
      draft.house.write((db, now) => {
        const criterionIds = asRead?.criterionIds ?? [];
        const propositions = [
          { sense: 'P' as const, text: possibility, seen: 1, criterionIds },
          { sense: 'O' as const, text: enough, seen: 0, criterionIds: [] },
          { sense: 'S' as const, text: '', seen: 0, criterionIds: [] },
        ];
        return writePropositions(db, { ...of, propositions }, now);
      });
    await save('D’une autre personne', '');
    // The page of before: one sentence is as it was, the other is new.
    await save(asRead?.text ?? '', 'On est bien soigné.');
    const [possibility, enough, , lasting] = await listThresholds(draft.house.db, of, ANYONE);
    expect(possibility?.propositions[0]?.text).toBe('D’une autre personne');
    expect(enough?.propositions[0]?.text).toBe('On est bien soigné.');
    expect(lasting?.numbers.get('fr')).toBeUndefined();
    // All or none: with one sentence refused, the other isn't saved either.
    await expect(save('Encore une autre', 'On est mieux soigné.')).rejects.toMatchObject({
      reason: 'indicators.editedMeanwhile',
    });
    const [, unchanged] = await listThresholds(draft.house.db, of, ANYONE);
    expect(unchanged?.propositions[0]?.text).toBe('On est bien soigné.');
  });

  test('two people who write the same proposition at once come one after the other', async () => {
    const draft = await startIndicator(await open());
    const of = { ...draft.in, componentId: draft.componentId, sense: 'S', language: 'fr', viewer: ANYONE } as const;
    const write = (text: string) =>
      draft.house.write((db, now) => writeProposition(db, { ...of, text, criterionIds: [] }, now));
    await Promise.all([write('une'), write('deux'), write('trois')]);
    const numbers = await draft.house.db.selectFrom('proposition').select('number').where('sense', '=', 'S').execute();
    expect(numbers.map((one) => one.number).sort()).toEqual([1, 2, 3]);
  });

  test('sums up only words of its own component and sense', async () => {
    const draft = await startIndicator(await open());
    const of = {
      ...draft.in,
      componentId: draft.componentId,
      sense: 'O',
      language: 'fr',
      text: 'x',
      viewer: ANYONE,
    } as const;
    await expect(
      draft.house.write((db, now) => writeProposition(db, { ...of, criterionIds: [draft.ids[0] ?? ''] }, now)),
    ).rejects.toMatchObject({ reason: 'indicators.sortedElsewhere' });
  });
});

function forward(draft: Draft, criterionId: string) {
  return traceCriterion(draft.house.db, { territoryId: draft.territoryId, criterionId }, ANYONE);
}
