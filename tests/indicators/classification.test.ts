import { expect, test } from 'vitest';
import { countSorting, listBoard } from '#lib/indicators/board.server.ts';
import type { BoardFilter } from '#lib/indicators/board.ts';
import { classifyCriteria, MOST_AT_ONCE } from '#lib/indicators/classification.server.ts';
import { findComponentByCode, retireComponent } from '#lib/indicators/component.server.ts';
import { listSortings } from '#lib/indicators/history.server.ts';
import { undoClassification } from '#lib/indicators/undoing.server.ts';
import { ANYONE, getViewer } from '#lib/indicators/visible.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import type { Person } from '#lib/people/person.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { eachDatabase, NOON, type TestHouse } from '#tests/support/database.ts';
import type { Part } from '#tests/support/territory.ts';
import { openTown, sayWords, type Words } from './words.ts';

const LINES = ['Trouver un médecin', 'Apprendre un métier', 'Entendre les oiseaux'] as const;
const ALL: BoardFilter = { state: 'all' };

eachDatabase('sorting criteria', (open) => {
  test('puts several at once into a component and shows where each lies', async () => {
    const { words, ids } = await start(open);
    const [care = '', learning = '', birds = ''] = ids;
    await sort(words, 'member', [care, birds], 'A02');
    const board = await boardOf(words, ALL);
    expect(placesOf(board, [care, learning, birds])).toEqual(['A02 P well-being', undefined, 'A02 P well-being']);
    expect(await countSorting(words.house.db, whereOf(words))).toEqual({ readable: 3, sorted: 2, waiting: 0 });
  });

  test('supersedes what was there, keeps it in the history with who and when, and undoes', async () => {
    const { words, ids } = await start(open);
    const [care = ''] = ids;
    await sort(words, 'member', [care], 'A00');
    words.house.setClock(NOON + 1000);
    const second = await sort(words, 'secondMember', [care], 'A02');
    const [newest, first] = await listSortings(words.house.db, words.territoryId, care);
    expect(newest).toMatchObject({ code: 'A02', by: 'secondMember Rives', at: NOON + 1000, holds: true });
    expect(first).toMatchObject({ code: 'A00', by: 'member Rives', at: NOON, holds: false, undone: undefined });
    words.house.setClock(NOON + 2000);
    await undo(words, 'member', second.actId);
    expect(placesOf(await boardOf(words, ALL), [care])).toEqual(['A00 P well-being']);
    const history = await listSortings(words.house.db, words.territoryId, care);
    expect(history[0]).toMatchObject({ code: 'A02', holds: false, undone: { by: 'member Rives', at: NOON + 2000 } });
    await expect(undo(words, 'member', second.actId)).rejects.toMatchObject({ reason: 'indicators.nothingToUndo' });
  });

  test('undoing the first sorting makes a criterion unsorted again', async () => {
    const { words, ids } = await start(open);
    const [care = ''] = ids;
    const { actId } = await sort(words, 'member', [care], 'A02');
    await undo(words, 'secondMember', actId);
    expect(placesOf(await boardOf(words, { state: 'unsorted' }), [care])).toEqual([undefined]);
    expect(await boardOf(words, { state: 'sorted' })).toEqual([]);
  });

  test('undoing leaves what somebody has sorted again in the meantime', async () => {
    const { words, ids } = await start(open);
    const [care = '', learning = ''] = ids;
    const first = await sort(words, 'member', [care, learning], 'A00');
    await sort(words, 'secondMember', [learning], 'A05');
    expect(await undo(words, 'member', first.actId)).toBe(1);
    expect(placesOf(await boardOf(words, ALL), [care, learning])).toEqual([undefined, 'A05 P well-being']);
  });

  test('of two people who sort the same criterion at once, one wins and the other is told', async () => {
    const { words, ids } = await start(open);
    const [care = ''] = ids;
    const both = await Promise.allSettled([
      sort(words, 'member', [care], 'A02', { seen: '' }),
      sort(words, 'secondMember', [care], 'A05', { seen: '' }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ reason: 'indicators.sortedMeanwhile' });
    const history = await listSortings(words.house.db, words.territoryId, care);
    expect(history).toHaveLength(1);
    expect(history[0]?.holds).toBe(true);
  });

  test('200 moves by five people end in one place each, every move in the history', async () => {
    const { words, ids } = await start(open);
    const parts: readonly Part[] = ['member', 'secondMember', 'coordinator', 'facilitator', 'otherFacilitator'];
    const codes = ['A00', 'A02', 'A05', 'B00', 'B01'];
    const moves = Array.from({ length: 200 }, (_, turn) => ({
      part: parts[turn % 5] ?? 'member',
      code: codes[(turn * 7) % 5] ?? 'A00',
      criterionId: ids[turn % 3] ?? '',
    }));
    await Promise.all(moves.map((move) => sort(words, move.part, [move.criterionId], move.code)));
    for (const [place, id] of ids.entries()) {
      const history = await listSortings(words.house.db, words.territoryId, id);
      expect(history).toHaveLength(moves.filter((_, turn) => turn % 3 === place).length);
      const holding = history.filter((one) => one.holds);
      expect(holding).toHaveLength(1);
      expect(placesOf(await boardOf(words, ALL), [id])).toEqual([`${holding[0]?.code} P well-being`]);
    }
  });

  test('part of what somebody chose was sorted meanwhile: the rest is sorted, that part stays and is named', async () => {
    const { words, ids } = await start(open);
    const [care = '', learning = ''] = ids;
    await sort(words, 'secondMember', [learning], 'A05');
    const done = await sort(words, 'member', [care, learning], 'A02', { seen: '' });
    expect(done).toMatchObject({ sorted: 1, overtaken: [learning] });
    expect(placesOf(await boardOf(words, ALL), [care, learning])).toEqual(['A02 P well-being', 'A05 P well-being']);
  });

  test('the same form sent twice sorts once', async () => {
    const { words, ids } = await start(open);
    const [care = ''] = ids;
    const sent = { seen: '', sentId: 'sent-once-0123456789' };
    const [one, two] = await Promise.all([
      sort(words, 'member', [care], 'A02', sent),
      sort(words, 'member', [care], 'A02', sent),
    ]);
    expect(two).toEqual(one);
    expect(await listSortings(words.house.db, words.territoryId, care)).toHaveLength(1);
  });

  test('refuses an unknown code, a retired component, nothing, and more than 200', async () => {
    const { words, ids } = await start(open);
    const [care = ''] = ids;
    await expect(sort(words, 'member', [care], 'Z99')).rejects.toMatchObject({ reason: 'indicators.unknownCode' });
    await expect(sort(words, 'member', [], 'A02')).rejects.toMatchObject({ reason: 'indicators.nothingChosen' });
    const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, turn) => `x${turn}`);
    await expect(sort(words, 'member', many, 'A02')).rejects.toMatchObject({ reason: 'indicators.tooManyAtOnce' });
    await expect(sort(words, 'member', many.slice(1), 'A02')).rejects.toBeInstanceOf(NotThere);
    await retire(words, 'A02');
    await expect(sort(words, 'member', [care], 'A02')).rejects.toMatchObject({ reason: 'indicators.componentRetired' });
  });

  test('what lies in a retired component is to be sorted again', async () => {
    const { words, ids } = await start(open);
    const [care = ''] = ids;
    await sort(words, 'member', [care], 'A02');
    await retire(words, 'A02');
    expect((await boardOf(words, { state: 'unsorted' })).map((one) => one.id)).toContain(care);
    expect(await boardOf(words, { state: 'sorted' })).toEqual([]);
    expect((await boardOf(words, ALL)).find((one) => one.id === care)?.place?.retired).toBe(true);
  });

  test('another territory’s words are not there, nor is anything in a closed cycle sorted', async () => {
    const { words, ids } = await start(open);
    const other = await sayWords(words.house, ['Ailleurs'], 'Autre');
    await expect(sort(words, 'member', [other.ids[0] ?? ''], 'A02')).rejects.toBeInstanceOf(NotThere);
    await words.decide('close-cycle', words.cycleId);
    await words.house.write((db, now) => closeCycle(db, words.in, now));
    await expect(sort(words, 'member', [ids[0] ?? ''], 'A02')).rejects.toMatchObject({ reason: 'cycle.closed' });
  });

  test('until they are cleared, approved words are there for their own facilitator only, and counted for the others', async () => {
    const house = await open();
    const words = await openTown(house);
    const [secret = ''] = await words.approve(['Encore à nous']);
    const own = await getViewer(house.db, personOf(words, 'facilitator'), words.territoryId);
    const others = ['otherFacilitator', 'coordinator', 'member'] as const;
    for (const part of others) {
      const viewer = await getViewer(house.db, personOf(words, part), words.territoryId);
      expect(await listBoard(house.db, { ...whereOf(words), viewer }, ALL, 1)).toEqual([]);
      expect(await countSorting(house.db, { ...whereOf(words), viewer })).toMatchObject({ readable: 0, waiting: 1 });
      const facts = { ...words.as(part), criteria: [{ criterionId: secret }], code: 'A02', viewer };
      const sense = { sense: 'P', polarity: 'well-being' } as const;
      await expect(house.write((db, now) => classifyCriteria(db, { ...facts, ...sense }, now))).rejects.toThrow(
        NotThere,
      );
    }
    expect(await listBoard(house.db, { ...whereOf(words), viewer: own }, ALL, 1)).toHaveLength(1);
    await words.publish();
    expect(await listBoard(house.db, whereOf(words), ALL, 1)).toHaveLength(1);
  });

  test('filters by group, question and family', async () => {
    const { words, ids } = await start(open);
    const [ill = ''] = await words.approve(['Le bruit la nuit'], 1);
    await words.publish();
    await sort(words, 'member', [ill], 'B01');
    const ofQuestion = await boardOf(words, { state: 'all', questionId: words.town.questionIds[1] });
    expect(ofQuestion.map((one) => one.id)).toEqual([ill]);
    expect(await boardOf(words, { state: 'all', groupId: words.town.groupId })).toHaveLength(ids.length + 1);
    expect(await boardOf(words, { state: 'all', groupId: 'another' })).toEqual([]);
    expect((await boardOf(words, { state: 'all', family: 'B' })).map((one) => one.id)).toEqual([ill]);
    expect(await boardOf(words, { state: 'all', family: 'A' })).toEqual([]);
  });
});

async function start(open: () => Promise<TestHouse>) {
  const house = await open();
  const { ids, ...words } = await sayWords(house, LINES);
  return { words, ids };
}

function whereOf({ territoryId, cycleId }: Words) {
  return { territoryId, cycleId, viewer: ANYONE };
}

function boardOf(words: Words, filter: BoardFilter) {
  return listBoard(words.house.db, whereOf(words), filter, 1);
}

function placesOf(board: Awaited<ReturnType<typeof boardOf>>, ids: readonly string[]) {
  return ids.map((id) => {
    const place = board.find((one) => one.id === id)?.place;
    return place && `${place.code} ${place.sense} ${place.polarity}`;
  });
}

function sort(
  words: Words,
  part: Part,
  ids: readonly string[],
  code: string,
  { seen, sentId }: { seen?: string; sentId?: string } = {},
) {
  const criteria = ids.map((criterionId) => ({ criterionId, ...(seen === undefined ? {} : { seen }) }));
  const into = { code, sense: 'P', polarity: 'well-being', viewer: ANYONE, ...(sentId ? { sentId } : {}) } as const;
  return words.house.write((db, now) => classifyCriteria(db, { ...words.as(part), criteria, ...into }, now));
}

function undo(words: Words, part: Part, actId: string) {
  return words.house.write((db, now) => undoClassification(db, { ...words.as(part), actId, viewer: ANYONE }, now));
}

async function retire(words: Words, code: string) {
  const component = await findComponentByCode(words.house.db, { ...words.in, code });
  await words.house.write((db, now) => retireComponent(db, { ...words.in, componentId: component?.id ?? '' }, now));
}

function personOf(words: Words, part: Part): Person {
  const { id, name, email } = words.town.people[part];
  const account = { id, name, email, language: 'fr', isOwner: false, mayFound: false };
  const { territoryId } = words;
  const role = { facilitator: 'facilitator', otherFacilitator: 'facilitator', coordinator: 'coordinator' } as const;
  const held = part in role ? [{ territoryId, role: role[part as keyof typeof role] }] : [];
  const seats = part === 'member' ? [{ territoryId, bodyId: words.town.bodyId, accepted: true, vouchers: [null] }] : [];
  return { account, roles: held, memberships: seats };
}
