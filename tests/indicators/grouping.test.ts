import { expect, test } from 'vitest';
import { classifyCriteria } from '#lib/indicators/classification.server.ts';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { listGroupings, listGroupingSteps } from '#lib/indicators/grouping-list.server.ts';
import { addToGrouping, markMinority, removeFromGrouping } from '#lib/indicators/grouping-member.server.ts';
import { createGrouping, dissolveGrouping, wordGrouping } from '#lib/indicators/grouping.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { eachDatabase, NOON, type TestHouse } from '#tests/support/database.ts';
import { sayWords } from './words.ts';

const LINES = ['Un médecin près d’ici', 'Un docteur pas loin', 'Je me soigne seul', 'Les oiseaux'] as const;

eachDatabase('a grouping', (open) => {
  test('puts criteria under one wording, each with its words and its group', async () => {
    const { words, group, list } = await start(open);
    const id = await group([0, 1]);
    expect(await list()).toEqual([
      expect.objectContaining({ id, text: 'Un médecin proche', sense: 'P', groupName: null, others: 0 }),
    ]);
    const [grouping] = await list();
    expect(grouping?.criteria.map((one) => [one.words, one.groupName]).sort()).toEqual([
      ['Un docteur pas loin', 'Les jeunes'],
      ['Un médecin près d’ici', 'Les jeunes'],
    ]);
    const other = await sayWords(words.house, ['Ailleurs'], 'Autre');
    await expect(
      words.house.write((db, now) => dissolveGrouping(db, { ...other.in, groupingId: id }, now)),
    ).rejects.toBeInstanceOf(NotThere);
  });

  test('takes and gives back criteria, keeps every wording, and tells who did it and when', async () => {
    const { words, ids, group, list } = await start(open);
    const groupingId = await group([0, 1]);
    const of = { ...words.as('secondMember'), groupingId, viewer: ANYONE };
    words.house.setClock(NOON + 1000);
    await words.house.write((db, now) => addToGrouping(db, { ...of, criterionIds: [ids[2] ?? ''] }, now));
    words.house.setClock(NOON + 2000);
    await words.house.write((db, now) => removeFromGrouping(db, { ...of, criterionId: ids[0] ?? '' }, now));
    words.house.setClock(NOON + 3000);
    await words.house.write((db, now) => wordGrouping(db, { ...of, language: 'fr', text: 'Se soigner ici' }, now));
    const [grouping] = await list();
    expect(grouping?.text).toBe('Se soigner ici');
    expect(grouping?.criteria.map((one) => one.id).sort()).toEqual([ids[1], ids[2]].sort());
    const steps = await listGroupingSteps(words.house.db, words.territoryId, groupingId);
    expect(steps.slice(-3)).toEqual([
      expect.objectContaining({ what: 'added', criterionId: ids[2], by: 'secondMember Rives', at: NOON + 1000 }),
      expect.objectContaining({ what: 'removed', criterionId: ids[0], by: 'secondMember Rives', at: NOON + 2000 }),
      expect.objectContaining({ what: 'worded', text: 'Se soigner ici', at: NOON + 3000 }),
    ]);
    expect(steps.filter((step) => step.what === 'worded')).toHaveLength(2);
  });

  test('marks a minority voice beside the others, and takes the mark away again', async () => {
    const { words, ids, group, list } = await start(open);
    const groupingId = await group([0, 1, 2]);
    const mark = (minority: boolean) =>
      words.house.write((db, now) =>
        markMinority(
          db,
          { ...words.as('member'), groupingId, criterionId: ids[2] ?? '', minority, viewer: ANYONE },
          now,
        ),
      );
    await mark(true);
    expect((await list())[0]?.criteria.filter((one) => one.minority).map((one) => one.id)).toEqual([ids[2]]);
    await mark(false);
    expect((await list())[0]?.criteria.some((one) => one.minority)).toBe(false);
  });

  test('a criterion lies in one grouping at a time, and in any other once it is out', async () => {
    const { words, group } = await start(open);
    const first = await group([0, 1]);
    await expect(group([1, 2])).rejects.toMatchObject({ reason: 'indicators.alreadyGrouped' });
    await words.house.write((db, now) => dissolveGrouping(db, { ...words.as('member'), groupingId: first }, now));
    await group([1, 2]);
    await expect(
      words.house.write((db, now) =>
        wordGrouping(db, { ...words.as('member'), groupingId: first, language: 'fr', text: 'x' }, now),
      ),
    ).rejects.toMatchObject({ reason: 'indicators.groupingDissolved' });
  });

  test('holds two at least, all sorted into its component and sense', async () => {
    const { group } = await start(open);
    await expect(group([0])).rejects.toMatchObject({ reason: 'indicators.groupingNeedsTwo' });
    await expect(group([0, 3])).rejects.toMatchObject({ reason: 'indicators.sortedElsewhere' });
  });

  test('the same form sent twice makes one', async () => {
    const { group, list } = await start(open);
    const [one, two] = await Promise.all([
      group([0, 1], 'sent-once-0123456789'),
      group([0, 1], 'sent-once-0123456789'),
    ]);
    expect(one).toBe(two);
    expect(await list()).toHaveLength(1);
  });
});

async function start(open: () => Promise<TestHouse>) {
  const house = await open();
  const { ids, ...words } = await sayWords(house, LINES);
  const sort = (chosen: string[], code: string) => {
    const criteria = chosen.map((criterionId) => ({ criterionId }));
    const facts = { ...words.in, criteria, code, sense: 'P', polarity: 'well-being', viewer: ANYONE } as const;
    return house.write((db, now) => classifyCriteria(db, facts, now));
  };
  await sort(ids.slice(0, 3), 'A02');
  await sort(ids.slice(3), 'B01');
  const componentId = (await findComponentByCode(house.db, { ...words.in, code: 'A02' }))?.id ?? '';
  const group = (places: number[], sentId?: string) => {
    const criterionIds = places.map((place) => ids[place] ?? '');
    const said = {
      language: 'fr',
      text: 'Un médecin proche',
      groupId: null,
      viewer: ANYONE,
      ...(sentId ? { sentId } : {}),
    };
    const of = { ...words.as('member'), componentId, sense: 'P', polarity: 'well-being' } as const;
    return house.write((db, now) => createGrouping(db, { ...of, ...said, criterionIds }, now));
  };
  const list = () => listGroupings(house.db, { ...words.in, componentId }, ANYONE);
  return { words, ids, group, list };
}
