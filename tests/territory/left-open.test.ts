import { expect, test } from 'vitest';
import { getPerson } from '#lib/people/person.server.ts';
import { listMemberships } from '#lib/territory/body.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { startRehearsal } from '#lib/territory/rehearsal.server.ts';
import { getCycle } from '#lib/territory/cycle.server.ts';
import { listLeftOpen } from '#routes/[language=language]/[territory]/[cycle]/staff/cycle/left-open.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { withPlan } from '#tests/support/plan.ts';
import { makeTown } from '#tests/support/territory.ts';

eachDatabase('before a cycle is closed', (open) => {
  test('what stays open is listed, with how many and where it is settled', async () => {
    const house = await open();
    const town = await withPlan(house, await makeTown(house));
    const { territory, base, people } = town;
    const person = await getPerson(house.db, people.coordinator.id, (db, id) => listMemberships(db, id, house.clock()));
    const cycle = await getCycle(house.db, territory.id, town.cycle.id);
    const place = { territory, cycle, base, today: '2026-05-07' };
    // Whoever exercises does it in a cycle of its own: it leaves nothing open here.
    const names = { group: 'Exercice', place: 'Ici' };
    const exercise = { territoryId: territory.id, cycleId: cycle.id, id: randomId(), names, day: '2026-05-07' };
    const accountId = people.facilitator.id;
    await house.write((db, now) => startRehearsal(db, { ...exercise, accountId }, now));
    const left = await listLeftOpen(house.db, place, person, 'fr');
    expect(left).toContainEqual({ what: 'gatherings', count: 1, href: `${base}/definitions/gatherings` });
    const action = await house.db.selectFrom('action').select('id').where('cycle_id', '=', cycle.id).execute();
    expect(left.find((one) => one.what === 'actions')?.count).toBe(action.length);
    expect(left.every((one) => one.count > 0)).toBe(true);
    expect(left.some((one) => one.what === 'review')).toBe(false);
  });
});
