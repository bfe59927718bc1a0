import { expect, test } from 'vitest';
import { listJournal } from '#lib/territory/journal.server.ts';
import { findCurrentCycle } from '#lib/territory/cycle.server.ts';
import { there } from '#lib/platform/refusal.ts';
import { listNames } from '#routes/[language=language]/[territory]/[cycle]/staff/journal/names.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { withPlan } from '#tests/support/plan.ts';
import { withRound } from '#tests/support/round.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';

async function placeOf(house: TestHouse, town: Town) {
  const cycle = there(await findCurrentCycle(house.db, town.territory.id), 'cycle');
  return { territory: town.territory, cycle, today: '2026-05-07', base: town.base };
}

eachDatabase('the journal', (open) => {
  test('says by its name what each line is about, and where to read of it', async () => {
    const house = await open();
    const town = await withVote(house, await withRound(house, await withPlan(house, await makeTown(house))));
    const lines = await listJournal(house.db, { territoryId: town.territory.id, page: 1, size: 500 });
    const names = await listNames(house.db, await placeOf(house, town), lines);
    expect(names.get(town.groupId)).toEqual({ name: 'Les jeunes', path: `staff/groups/${town.groupId}` });
    expect(names.get(town.gatheringId)).toEqual({ name: 'Les jeunes', path: undefined });
    expect(names.get(town.bodyId)?.name).toBe('Groupe de coordination');
    expect(names.get(town.plan?.objectiveId ?? '')?.path).toBe(`plan/objectives/${town.plan?.objectiveId}`);
    expect(names.get(town.voteId ?? '')?.path).toBe(`plan/votes/${town.voteId}`);
    const named = new Set(lines.filter((line) => names.has(line.subjectId)).map((line) => line.subjectKind));
    expect(named.size).toBeGreaterThan(8);
  });

  test('names every kind of thing that it knows, and nothing of another territory or cycle', async () => {
    const house = await open();
    const [town, other] = [await makeTown(house, 'Ici'), await makeTown(house, 'Ailleurs')];
    const place = await placeOf(house, town);
    const kinds =
      'body group neighbourhood cycle decision round measure_series objective scenario proposal vote action';
    const lines = [...kinds.split(' '), 'actor', 'pact'].map((subjectKind) => ({ subjectKind, subjectId: 'nowhere' }));
    expect(await listNames(house.db, place, lines)).toEqual(new Map());
    const theirs = [{ subjectKind: 'group', subjectId: other.groupId }];
    expect(await listNames(house.db, place, theirs)).toEqual(new Map());
    const later = { ...place, cycle: { ...place.cycle, id: 'another' } };
    const ours = [{ subjectKind: 'group', subjectId: town.groupId }];
    expect((await listNames(house.db, later, ours)).get(town.groupId)).toEqual({ name: 'Les jeunes', path: undefined });
  });
});
