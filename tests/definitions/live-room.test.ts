import { afterEach, expect, test, vi } from 'vitest';
import { openLiveRoom, type Audience } from '#lib/definitions/live-room.server.ts';
import { streamRoom } from '#lib/definitions/room-stream.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

interface Heard {
  readonly event: string;
  readonly data: unknown;
}

const parse = (message: string): Heard => {
  const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)\n\n$/s.exec(message) ?? [];
  return { event, data: data ? JSON.parse(data) : undefined };
};

/** Somebody who listens to a room; `heard` grows with what they are told. */
async function listen(room: Room, audience: Audience, live = openLiveRoomOf(room)) {
  const heard: Heard[] = [];
  const decoder = new TextDecoder();
  const leave = await live.enter({ audience, hear: (message) => void heard.push(parse(decoder.decode(message))) });
  return { heard, leave, live };
}

let gathering: Awaited<ReturnType<Room['gathering']>>;
const openLiveRoomOf = (room: Room) => openLiveRoom(room.house, gathering);

/** Until what was said has been heard. */
const until = (condition: () => boolean) =>
  vi.waitFor(() => {
    if (!condition()) throw new Error('not heard yet');
  });

const BY = { address: '192.0.2.1', person: 'somebody' };

const leaves: (() => void)[] = [];
afterEach(() => leaves.splice(0).forEach((leave) => leave()));

eachDatabase('a live room', (open) => {
  test('tells the phone that writes of the phase, and nothing of the others’ notes', async () => {
    const room = await openRoom(await open());
    gathering = await room.gathering();
    const phone = await listen(room, 'phase');
    const lead = await listen(room, 'counts', phone.live);
    leaves.push(phone.leave, lead.leave);
    expect(phone.heard).toEqual([
      { event: 'state', data: { phase: 'writing', questionId: room.questions[0], left: null } },
    ]);
    const guest = await room.comeIn();
    await guest.say('Un banc');
    await until(() => lead.heard.some((one) => JSON.stringify(one).includes(`"${room.questions[0]}":1`)));
    expect(phone.heard).toHaveLength(1);
    await room.lead('sharing');
    await until(() => phone.heard.length === 2);
    expect(phone.heard[1]).toEqual({ event: 'state', data: { phase: 'sharing', questionId: null, left: null } });
    expect(JSON.stringify([...phone.heard, ...lead.heard])).not.toContain('banc');
  });

  test('lays notes on the wall only from sharing on, live, and takes them off when the group goes back', async () => {
    const room = await openRoom(await open());
    gathering = await room.gathering();
    const guest = await room.comeIn();
    await guest.say('Un banc');
    const wall = await listen(room, 'wall');
    leaves.push(wall.leave);
    expect(wall.heard).toMatchObject([{ event: 'state' }, { event: 'wall', data: [] }]);
    await room.lead('sharing');
    await until(() => wall.heard.some((one) => one.event === 'change'));
    await guest.say('Une fontaine');
    await until(() => JSON.stringify(wall.heard).includes('fontaine'));
    await room.lead('writing');
    await until(() => (wall.heard.at(-1)?.data as { taken?: string[] }).taken?.length === 2);
  });

  test('tells whoever comes later everything at once, also after the room was empty', async () => {
    const room = await openRoom(await open());
    gathering = await room.gathering();
    await room.lead('sharing');
    const first = await listen(room, 'phase');
    first.leave();
    await (await room.comeIn()).say('Un banc');
    const second = await listen(room, 'wall', first.live);
    leaves.push(second.leave);
    expect(second.heard).toMatchObject([
      { event: 'state', data: { people: 1 } },
      { event: 'wall', data: [{ text: 'Un banc' }] },
    ]);
  });

  test('misses nothing of what comes in a hurry', async () => {
    const room = await openRoom(await open());
    gathering = await room.gathering();
    await room.lead('sharing');
    const wall = await listen(room, 'wall');
    leaves.push(wall.leave);
    const guest = await room.comeIn();
    await Promise.all(Array.from({ length: 40 }, (_, turn) => guest.say(`Parole ${turn}.`)));
    const seen = () => new Set(JSON.stringify(wall.heard).match(/Parole \d+\./g));
    await until(() => seen().size === 40);
  });

  test('is a stream of events that ends with the server', async () => {
    const room = await openRoom(await open());
    gathering = await room.gathering();
    const asked = { method: 'GET', signal: new AbortController().signal };
    const response = streamRoom(room.house, gathering, 'wall', BY, asked);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('event: wall\ndata: []\n\n')) text += (await reader?.read())?.value;
    room.house.hub.letGo();
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
    // The room is empty again: a change is nobody's to hear.
    await room.lead('sharing');
  });
});
