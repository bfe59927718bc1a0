import { expect, test } from 'vitest';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { writeCalendar, type CalendarEntry } from '#lib/territory/calendar-file.server.ts';
import { countInvitations, listInvitations, type Invitation } from '#lib/territory/gathering-invitation.server.ts';
import { changeGathering, planGathering } from '#lib/territory/gathering.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { makeTown } from '#tests/support/territory.ts';

const DOOR = { channel: 'door', people: 26 } as const;
const LOT = { channel: 'lot', people: null } as const;
const entry = {
  uid: 'abc@boussole.example',
  title: 'Jeunes de la Filature',
  place: 'Salle du Moulin, Les Tanneurs',
  day: '2026-05-07',
  time: '18:30',
  timeZone: 'Europe/Paris',
  address: 'https://boussole.example/fr/rives/2026/definitions/gatherings/abc',
};
const linesOf = (change: Partial<CalendarEntry>) =>
  writeCalendar({ ...entry, ...change }, Date.parse('2026-04-01T08:00:00Z'))
    .replaceAll('\r\n ', '')
    .split('\r\n');

test('a calendar file says when and where in UTC, two hours long, and names nobody', () => {
  const summer = linesOf({});
  expect(summer).toEqual(
    expect.arrayContaining([
      'UID:abc@boussole.example',
      'DTSTAMP:20260401T080000Z',
      'DTSTART:20260507T163000Z',
      'DTEND:20260507T183000Z',
      'SUMMARY:Jeunes de la Filature',
      'LOCATION:Salle du Moulin\\, Les Tanneurs',
    ]),
  );
  expect(summer.join()).not.toMatch(/ORGANIZER|ATTENDEE/);
  expect(linesOf({ day: '2026-01-07' })).toContain('DTSTART:20260107T173000Z');
  expect(linesOf({ timeZone: 'Indian/Reunion' })).toContain('DTSTART:20260507T143000Z');
});

test('a gathering without a fixed hour takes the whole day, whatever the zone', () => {
  for (const timeZone of ['Europe/Paris', 'Pacific/Noumea', 'America/Cayenne'])
    expect(linesOf({ time: null, timeZone })).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260507', 'DTEND;VALUE=DATE:20260508']),
    );
});

eachDatabase('inviting to a gathering', (open) => {
  async function begin() {
    const house = await open();
    const town = await makeTown(house);
    const territoryId = town.territory.id;
    const facts = {
      territoryId,
      place: 'Ici',
      day: '2026-05-07',
      time: null,
      facilitatorIds: [town.people.facilitator.id],
      actor: PROGRAM,
    };
    const plan = (invitations: readonly Invitation[], id?: string) =>
      house.write((db, now) =>
        planGathering(db, { ...facts, groupId: town.groupId, invitations, ...(id ? { id } : {}) }, now),
      );
    const change = (gatheringId: string, invitations?: readonly Invitation[]) =>
      house.write((db, now) =>
        changeGathering(db, { ...facts, gatheringId, ...(invitations && { invitations }) }, now),
      );
    const kept = (gatheringId: string) => listInvitations(house.db, territoryId, gatheringId);
    return { plan, change, kept, count: () => countInvitations(house.db, territoryId, town.cycle.id) };
  }

  test('keeps the ways with the gathering, once however often it is sent, and as they were last changed', async () => {
    const { plan, change, kept } = await begin();
    const id = await plan([DOOR, LOT], 'a-gathering-sent-twice');
    await plan([DOOR, LOT], 'a-gathering-sent-twice');
    expect((await kept(id)).sort((a, b) => a.channel.localeCompare(b.channel))).toEqual([DOOR, LOT]);
    await change(id);
    expect(await kept(id)).toHaveLength(2);
    await change(id, [{ channel: 'door', people: 30 }]);
    expect(await kept(id)).toEqual([{ channel: 'door', people: 30 }]);
    await change(id, []);
    expect(await kept(id)).toEqual([]);
  });

  test('counts gatherings by way, and people where somebody counted', async () => {
    const { plan, count } = await begin();
    expect(await count()).toEqual([]);
    await plan([DOOR, LOT]);
    await plan([{ channel: 'door', people: null }]);
    await plan([{ channel: 'door', people: 4 }]);
    expect(await count()).toEqual([
      { channel: 'door', gatherings: 3, people: 30 },
      { channel: 'lot', gatherings: 1, people: null },
    ]);
  });
});
