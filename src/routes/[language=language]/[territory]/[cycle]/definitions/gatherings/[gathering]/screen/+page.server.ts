import { getRoomState, listWall } from '#lib/definitions/wall.server.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { asked, lead, timeOf } from '../here.server.ts';
import { joinAddress, joinQr } from '../joining.server.ts';

/** The room's projector: opened by whoever facilitates, shows what the room may read. */
export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory } = here;
  const { db, settings } = event.locals.house;
  const questions = asked(here, territory.language);
  const room = await getRoomState(db, gathering);
  return {
    here: here.here,
    group: group.name,
    questions,
    question: questions.find((one) => one.id === gathering.question_id),
    room,
    time: timeOf(event, here, room.endsAt),
    wall: await listWall(db, gathering),
    join: {
      code: showCode(gathering.code),
      address: joinAddress(settings.origin),
      qr: joinQr(settings.origin, gathering.code),
    },
  };
}
