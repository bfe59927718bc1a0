import type { House } from '#lib/platform/house.server.ts';
import { eventOf } from '#lib/platform/stream.server.ts';
import type { Row } from '#lib/platform/tables.ts';
import { getGathering, peopleTopicOf, topicOf } from '#lib/territory/gathering.server.ts';
import { wordsTopicOf } from './topic.ts';
import { getRoomState, listWall } from './wall.server.ts';
import { changeBetween, type RoomState, type WallNote } from './wall.ts';

/** Who listens: for the phase alone (a phone that writes), for the numbers too, or for the words as well. */
export type Audience = 'phase' | 'counts' | 'wall';

export interface Listener {
  readonly audience: Audience;
  /** Takes a message, encoded once for everybody. */
  hear(message: Uint8Array): void;
}

export interface LiveRoom {
  /** Tells the listener how things stand, and from then on what changes. @returns a function that stops listening */
  enter(listener: Listener): Promise<() => void>;
}

interface Told {
  readonly state: RoomState;
  /** Undefined while nobody listens for the words. */
  readonly wall: readonly WallNote[] | undefined;
}

/** Milliseconds in which changes are gathered; never less than the last reading took, times three. */
const GATHERED = 40;

/**
 * What a room is told is read once for everyone in it, not once for each phone: a thousand phones that listen to one
 * wall cost one reading and one encoding for each change. It lives as long as anybody listens.
 */
export function openLiveRoom(
  house: Pick<House, 'clock' | 'db' | 'hub' | 'log'>,
  gathering: Row<'gathering'>,
): LiveRoom {
  const listeners = new Set<Listener>();
  let told: Told | undefined;
  let reading: Promise<void> | undefined;
  let due: NodeJS.Timeout | undefined;
  let pause = GATHERED;
  let forget: (() => void)[] = [];

  function heard(): void {
    due ??= setTimeout(() => {
      due = undefined;
      // What is being read now may have been read before this change.
      const before = reading ?? Promise.resolve();
      before.then(read, read).catch((error: unknown) => house.log.error({ err: error }, 'a room could not be read'));
    }, pause).unref();
  }

  function read(): Promise<void> {
    reading ??= readAndTell().finally(() => (reading = undefined));
    return reading;
  }

  async function readAndTell(): Promise<void> {
    const begun = performance.now();
    const now = await getGathering(house.db, gathering.territory_id, gathering.id);
    const wanted = [...listeners].some((listener) => listener.audience === 'wall');
    const next = { state: await getRoomState(house.db, now), wall: wanted ? await listWall(house.db, now) : undefined };
    pause = Math.max(GATHERED, (performance.now() - begun) * 3);
    const before = told;
    // Nobody is there any more to hear of changes: whoever comes next has it read anew.
    told = listeners.size > 0 ? next : undefined;
    if (before && told) tellChanges([...listeners], before, told, house.clock());
  }

  function begin(): void {
    const topics = [topicOf(gathering.id), peopleTopicOf(gathering.id), wordsTopicOf(gathering.group_id)];
    forget = topics.map((topic) => house.hub.listen(topic, heard));
  }

  function leave(listener: Listener): void {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    for (const step of forget.splice(0)) step();
    told = undefined;
  }

  async function enter(listener: Listener): Promise<() => void> {
    if (listeners.size === 0) begin();
    listeners.add(listener);
    const wantsWall = listener.audience === 'wall';
    try {
      // A reading under way may have begun before this listener came: then another one follows.
      while (listeners.has(listener) && (!told || (wantsWall && !told.wall))) await read();
    } catch (error) {
      leave(listener);
      throw error;
    }
    if (told && listeners.has(listener)) {
      listener.hear(stateFor(listener.audience, told.state, house.clock()));
      if (wantsWall) listener.hear(eventOf('wall', told.wall ?? []));
    }
    return () => leave(listener);
  }

  return { enter };
}

function tellChanges(listeners: readonly Listener[], before: Told, next: Told, now: number): void {
  if (!isSame(before.state, next.state)) {
    const told = (['phase', 'questionId', 'endsAt'] as const).some((fact) => before.state[fact] !== next.state[fact]);
    if (told) say(listeners, stateFor('phase', next.state, now), ['phase']);
    say(listeners, stateFor('counts', next.state, now), ['counts', 'wall']);
  }
  if (!before.wall || !next.wall) return;
  const change = changeBetween(before.wall, next.wall);
  if (change.put.length + change.taken.length > 0) say(listeners, eventOf('change', change), ['wall']);
}

function say(listeners: readonly Listener[], message: Uint8Array, to: readonly Audience[]): void {
  for (const listener of listeners) if (to.includes(listener.audience)) listener.hear(message);
}

function isSame(a: RoomState, b: RoomState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A phone that writes learns where the group is and how long that lasts, and no number of people or notes. */
function stateFor(audience: Audience, { endsAt, ...state }: RoomState, now: number): Uint8Array {
  const { phase, questionId } = state;
  const left = endsAt === null ? null : endsAt - now;
  return eventOf('state', audience === 'phase' ? { phase, questionId, left } : { ...state, left });
}
