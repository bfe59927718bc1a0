import { expect, test } from 'vitest';
import { hideNote, listHeldBack, showPublicNote } from '#lib/definitions/moderation.server.ts';
import { listReported, MOST_REPORTS, reportWords, settleReports } from '#lib/definitions/report.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { withSorted } from '#tests/support/sorted.ts';
import { makeTown } from '#tests/support/territory.ts';

async function publishedIn(house: TestHouse) {
  const town = await withSorted(house, await makeTown(house));
  const { id: territoryId } = town.territory;
  const [first = '', second = ''] = town.sorted?.criterionIds ?? [];
  const of = { territoryId, cycleId: town.cycle.id };
  return {
    ...{ town, of, first, second, accountId: town.people.coordinator.id },
    report: (criterionId: string, reason = '', day = '2026-05-08') =>
      house.write((db) => reportWords(db, { territoryId, criterionId, reason, day })),
    // One of the town's own has been reported already.
    reported: async () =>
      (await listReported(house.db, territoryId, of.cycleId)).filter(({ text }) => text !== 'Un dentiste'),
    heldBack: () => listHeldBack(house.db, territoryId, of.cycleId),
  };
}

eachDatabase('reported words', (open) => {
  test('wait once for each reason, stay as they are, and nothing is kept of who reports', async () => {
    const house = await open();
    const { first, second, report, reported, heldBack } = await publishedIn(house);
    await report(first, 'Nomme ma voisine');
    await report(first, 'Nomme ma voisine', '2026-05-09');
    await report(second, '', '2026-05-09');
    await report(first, '', '2026-05-10');
    expect(await reported()).toMatchObject([
      {
        text: 'Un médecin',
        reasons: [
          { reason: 'Nomme ma voisine', day: '2026-05-08' },
          { reason: '', day: '2026-05-10' },
        ],
      },
      { text: 'Un docteur', reasons: [{ reason: '', day: '2026-05-09' }] },
    ]);
    expect(await heldBack()).toEqual([]);
    const rows = await house.db.selectFrom('note_report').selectAll().execute();
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      ['id', 'note_id', 'reason', 'reported_on', 'settled_at', 'settled_by', 'territory_id'].sort(),
    );
    const said = await house.db.selectFrom('journal').select('verb').where('verb', 'like', '%report%').execute();
    expect(said).toEqual([]);
  });

  test('can’t be words that aren’t public', async () => {
    const house = await open();
    const { report, town } = await publishedIn(house);
    await expect(report('nothing')).rejects.toMatchObject({ name: 'NotThere' });
    const elsewhere = await makeTown(house, 'Monts');
    const [first = ''] = town.sorted?.criterionIds ?? [];
    const theirs = { territoryId: elsewhere.territory.id, criterionId: first, reason: '', day: '2026-05-08' };
    await expect(house.write((db) => reportWords(db, theirs))).rejects.toMatchObject({ name: 'NotThere' });
  });

  test('are bounded: a flood of reasons for one note adds nothing', async () => {
    const { first, report, reported } = await publishedIn(await open());
    for (let turn = 0; turn < MOST_REPORTS + 3; turn++) await report(first, `Raison ${turn}`);
    expect((await reported())[0]?.reasons).toHaveLength(MOST_REPORTS);
  });

  test('stay when whoever looked finds nothing wrong, and may be reported again', async () => {
    const house = await open();
    const { of, first, accountId, report, reported, heldBack } = await publishedIn(house);
    await report(first, 'Trop long');
    const noteId = (await reported())[0]?.noteId ?? '';
    const settle = () => house.write((db, now) => settleReports(db, { ...of, accountId, noteId, reason: null }, now));
    await settle();
    expect([await reported(), await heldBack()]).toEqual([[], []]);
    // Somebody else had the same page open.
    await expect(settle()).rejects.toMatchObject({ reason: 'definitions.reports.settled' });
    await report(first, 'Trop long');
    expect(await reported()).toHaveLength(1);
  });

  test('are held back with a reason and by whom, and shown again', async () => {
    const house = await open();
    const { of, first, accountId, report, reported, heldBack } = await publishedIn(house);
    await report(first, 'Nomme ma voisine');
    const noteId = (await reported())[0]?.noteId ?? '';
    await house.write((db, now) => settleReports(db, { ...of, accountId, noteId, reason: 'Nomme quelqu’un' }, now));
    expect(await reported()).toEqual([]);
    expect(await heldBack()).toMatchObject([{ noteId, text: 'Un médecin', reason: 'Nomme quelqu’un' }]);
    await house.write((db, now) => showPublicNote(db, { ...of, noteId, accountId }, now));
    expect(await heldBack()).toEqual([]);
    const other = { ...of, noteId: 'nothing', accountId };
    await expect(house.write((db, now) => showPublicNote(db, other, now))).rejects.toMatchObject({ name: 'NotThere' });
  });

  test('that a group’s own facilitator holds back before publication aren’t on this list', async () => {
    const house = await open();
    const { accountId, heldBack, town } = await publishedIn(house);
    const { id: noteId } = await house.db
      .selectFrom('note')
      .select('note.id')
      .where('note.text', '=', 'Un dentiste')
      .executeTakeFirstOrThrow();
    await house.write((db) => db.deleteFrom('note_publication').where('note_id', '=', noteId).execute());
    const facts = { territoryId: town.territory.id, noteId, accountId, reason: 'Essai' };
    await house.write((db, now) => hideNote(db, facts, now));
    expect(await heldBack()).toEqual([]);
  });
});
