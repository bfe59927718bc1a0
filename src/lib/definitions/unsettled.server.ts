import type { Db, Row } from '#lib/platform/tables.ts';
import { decided } from './agenda.server.ts';
import { shownNotes } from './shown.server.ts';
import type { Unsettled } from './unsettled.ts';
import { isOpened } from './wall.server.ts';

/** What a gathering leaves open as it stands: numbers, nothing of what is said nor of who asked. */
export async function countUnsettled(db: Db, gathering: Row<'gathering'>): Promise<Unsettled> {
  const read = await decided(db, gathering)
    .select((e) => [
      e.fn.count<number>('discussion_request.note_id').as('toTalk'),
      e.fn
        .count<number>('note.id')
        .filterWhere('note_approval.id', 'is', null)
        .filterWhere('discussion_request.note_id', 'is', null)
        .as('undecided'),
    ])
    .executeTakeFirstOrThrow();
  const { unread } = await shownNotes(db, gathering.territory_id)
    .where('note.gathering_id', '=', gathering.id)
    .where((e) => e.not(isOpened(e, gathering)))
    .select((e) => e.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow();
  return {
    writes: gathering.phase === 'writing' && gathering.people > 0,
    toTalk: Number(read.toTalk),
    undecided: Number(read.undecided),
    unread: Number(unread),
  };
}
