import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareMatrix, type Share } from '#lib/plan/matrix.ts';

const ids = (prefix: string) => (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}` }));

/** Actors, objectives, and shares between them, some by actors or to objectives that aren't listed. */
const plans = fc
  .tuple(fc.nat({ max: 6 }).map(ids('a')), fc.nat({ max: 6 }).map(ids('o')))
  .chain(([actors, objectives]) =>
    fc
      .array(fc.record({ actor: fc.nat({ max: 7 }), objective: fc.nat({ max: 7 }) }), { maxLength: 20 })
      .map((pairs) => ({
        actors,
        objectives,
        shares: pairs.map((pair): Share => ({ actorId: `a${pair.actor}`, objectiveId: `o${pair.objective}` })),
      })),
  );

test('every share of those listed stands in exactly one cell, its own', () => {
  fc.assert(
    fc.property(plans, ({ actors, objectives, shares }) => {
      const { cells } = shareMatrix(actors, objectives, shares);
      const listed = shares.filter(
        (share) =>
          actors.some(({ id }) => id === share.actorId) && objectives.some(({ id }) => id === share.objectiveId),
      );
      expect(cells.flat(2)).toHaveLength(listed.length);
      for (const [row, actor] of actors.entries())
        for (const [column, objective] of objectives.entries())
          for (const share of cells[row]?.[column] ?? [])
            expect(share).toMatchObject({ actorId: actor.id, objectiveId: objective.id });
    }),
  );
});

test('a gap is an objective or an actor without any share, and there is no other gap', () => {
  fc.assert(
    fc.property(plans, ({ actors, objectives, shares }) => {
      const matrix = shareMatrix(actors, objectives, shares);
      const listed = matrix.cells.flat(2);
      expect(matrix.objectivesWithoutActor).toEqual(
        objectives.filter(({ id }) => !listed.some((share) => share.objectiveId === id)),
      );
      expect(matrix.actorsWithoutShare).toEqual(
        actors.filter(({ id }) => !listed.some((share) => share.actorId === id)),
      );
    }),
  );
});

test('one more share never opens a gap, and closes at most one of each kind', () => {
  fc.assert(
    fc.property(plans, fc.nat({ max: 7 }), fc.nat({ max: 7 }), ({ actors, objectives, shares }, a, o) => {
      const before = shareMatrix(actors, objectives, shares);
      const after = shareMatrix(actors, objectives, [...shares, { actorId: `a${a}`, objectiveId: `o${o}` }]);
      for (const side of ['objectivesWithoutActor', 'actorsWithoutShare'] as const) {
        expect(before[side]).toEqual(expect.arrayContaining([...after[side]]));
        expect(before[side].length - after[side].length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
