import type { House } from '#lib/platform/house.server.ts';
import { eventOf, streamEvents, type Asked } from '#lib/platform/stream.server.ts';
import type { Row } from '#lib/platform/tables.ts';
import { getGathering, topicOf } from '#lib/territory/gathering.server.ts';
import { openLiveRoom, type Audience, type LiveRoom } from './live-room.server.ts';

/** Lines in a process: in all, behind one address (a hall of phones on its wireless network), and for one person. */
const MOST = { inside: 10_000, address: 2_000, person: 12 } as const;

/** Of those who wait for a gathering to open; several school classes may wait behind one address. */
const MOST_AT_DOOR = { doors: 2_000, address: 300 } as const;

type Live = Pick<House, 'clock' | 'db' | 'hub' | 'log'>;

const open = new WeakMap<House['hub'], Map<string, LiveRoom>>();

/** One room for each gathering and process. */
function roomOf(house: Live, gathering: Row<'gathering'>): LiveRoom {
  const rooms = open.get(house.hub) ?? new Map<string, LiveRoom>();
  open.set(house.hub, rooms);
  const known = rooms.get(gathering.id);
  if (known) return known;
  const made = openLiveRoom(house, gathering);
  rooms.set(gathering.id, made);
  return made;
}

/**
 * A stream from a room: `state` (RoomState, for a phone that writes only where the group is), for the words also `wall`
 * (all of them) and `change` (WallChange). Whoever may listen has been asked before; before sharing, the wall is empty
 * for everybody.
 * @param by from where, and the id of the account or the participant
 */
export function streamRoom(
  house: Live,
  gathering: Row<'gathering'>,
  audience: Audience,
  by: { readonly address: string; readonly person: string },
  request: Asked,
): Response {
  const places = {
    inside: MOST.inside,
    [`address ${by.address}`]: MOST.address,
    [`person ${by.person}`]: MOST.person,
  };
  return streamEvents(house.hub, places, request, ({ say }) => roomOf(house, gathering).enter({ audience, hear: say }));
}

/** For whoever came with the code before the opening: says once that the gathering isn't planned any more, and ends. */
export function streamDoor(house: Live, gathering: Row<'gathering'>, address: string, request: Asked): Response {
  const places = { doors: MOST_AT_DOOR.doors, [`door ${address}`]: MOST_AT_DOOR.address };
  return streamEvents(house.hub, places, request, async (line) => {
    async function look(): Promise<void> {
      const { phase } = await getGathering(house.db, gathering.territory_id, gathering.id);
      if (phase === 'planned') return;
      line.say(eventOf('state', { phase }));
      line.end();
    }
    const forget = house.hub.listen(topicOf(gathering.id), () => {
      look().catch((error: unknown) => house.log.error({ err: error }, 'a door could not be read'));
    });
    try {
      await look();
    } catch (error) {
      forget();
      throw error;
    }
    return forget;
  });
}
