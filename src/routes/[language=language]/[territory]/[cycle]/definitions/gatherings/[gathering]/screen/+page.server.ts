import { getRoomState, listWall } from '#lib/definitions/wall.server.ts';
import { pickMessages, translator } from '#lib/messages/translate.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { asked, lead } from '../here.server.ts';
import { joinAddress, joinQr } from '../joining.server.ts';

/** The room's projector: opened by whoever facilitates, shows what the room may read. */
export async function load(event) {
  const here = await lead(event);
  const { gathering, group } = here;
  const { db, settings } = event.locals.house;
  const { language } = event.locals;
  return {
    here: here.here,
    group: group.name,
    questions: asked(here, here.territory.language),
    room: await getRoomState(db, gathering),
    wall: await listWall(db, gathering),
    join: {
      code: showCode(gathering.code),
      address: joinAddress(settings.origin, language),
      qr: joinQr(settings.origin, language, gathering.code),
    },
    words: pickMessages(translator(language), ...WORDS),
  };
}

const WORDS = [
  'app.refresh',
  'definitions.control.joinLabel',
  'definitions.screen.join',
  'definitions.screen.welcome',
  'definitions.screen.writing',
  'definitions.screen.sharing',
  'definitions.screen.approving',
  'definitions.screen.over',
  'definitions.screen.wall',
  'definitions.screen.nothing',
  'definitions.screen.question',
  'definitions.note.approved',
  'definitions.people.one',
  'definitions.people.other',
  'definitions.notes.one',
  'definitions.notes.other',
] as const;
