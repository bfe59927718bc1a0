import { expect, test, vi } from 'vitest';
import { openLiveRoom } from '#lib/definitions/live-room.server.ts';
import { timerForm } from '#lib/definitions/gathering.form.ts';
import { setTimer, stopTimer } from '#lib/definitions/timing.server.ts';
import { findTimer } from '#lib/territory/timer.server.ts';
import * as v from 'valibot';
import { eachDatabase, NOON } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

const MINUTE = 60_000;

const give = ({ house, accountId, ...room }: Room, minutes: number) =>
  house.write((db, now) => setTimer(db, { ...room, minutes, actor: { kind: 'account', id: accountId } }, now));
const endOf = async (room: Room) => findTimer(room.house.db, await room.gathering());

test('a phase takes 1 to 60 whole minutes', () => {
  const taken = ['0', '1', '60', '61', '', '2,5'].filter((minutes) => v.safeParse(timerForm, { minutes }).success);
  expect(taken).toEqual(['1', '60']);
});

eachDatabase('the time for a phase', (open) => {
  test('is set anew, and taken away', async () => {
    const room = await openRoom(await open());
    await give(room, 5);
    await give(room, 2);
    expect(await endOf(room)).toBe(NOON + 2 * MINUTE);
    await room.house.write((db, now) =>
      stopTimer(db, { ...room, actor: { kind: 'account', id: room.accountId } }, now),
    );
    expect(await endOf(room)).toBeUndefined();
  });

  test('ends with its phase and its question, and not before', async () => {
    const room = await openRoom(await open());
    const [first, second] = room.questions;
    await room.lead('writing', first);
    await give(room, 5);
    await room.lead('writing', first);
    expect(await endOf(room)).toBe(NOON + 5 * MINUTE);
    await room.lead('writing', second);
    expect(await endOf(room)).toBeUndefined();
    await give(room, 5);
    await room.lead('opening', second);
    expect(await endOf(room)).toBeUndefined();
  });

  test('is given to no gathering that people can’t come into', async () => {
    const room = await openRoom(await open());
    await room.lead('closed');
    await expect(give(room, 5)).rejects.toMatchObject({ reason: 'gathering.notOpen' });
    await room.lead('planned');
    await expect(give(room, 5)).rejects.toMatchObject({ reason: 'gathering.notOpen' });
  });

  test('is told to every device as what is left, so that its own clock doesn’t matter', async () => {
    const room = await openRoom(await open());
    const live = openLiveRoom(room.house, await room.gathering());
    const heard = new Map<string, string>();
    const decoder = new TextDecoder();
    const leave = await Promise.all(
      (['phase', 'counts', 'wall'] as const).map((audience) =>
        live.enter({ audience, hear: (message) => void heard.set(audience, decoder.decode(message)) }),
      ),
    );
    await give(room, 5);
    const everyone = (left: string) => () => {
      expect(heard.size).toBe(3);
      for (const message of heard.values()) expect(message).toContain(`"left":${left}`);
    };
    await vi.waitFor(everyone('300000'));
    expect([...heard.values()].join('')).not.toContain('endsAt');
    room.house.setClock(NOON + 6 * MINUTE);
    leave.push(await live.enter({ audience: 'phase', hear: (message) => heard.set('late', decoder.decode(message)) }));
    expect(heard.get('late')).toContain('"left":-60000');
    leave.pop()?.();
    heard.delete('late');
    await room.lead('sharing');
    await vi.waitFor(everyone('null'));
    for (const step of leave) step();
  });
});
