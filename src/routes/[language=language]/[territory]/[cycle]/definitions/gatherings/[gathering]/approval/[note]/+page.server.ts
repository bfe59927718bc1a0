import { error, redirect } from '@sveltejs/kit';
import { listAgenda } from '#lib/definitions/agenda.server.ts';
import { approveNote, undoApproval, type Verdict } from '#lib/definitions/approval.server.ts';
import { excerptsOf } from '#lib/definitions/excerpt.ts';
import { focusOn, unfocus } from '#lib/definitions/focus.server.ts';
import { findFocus, findSharedNote } from '#lib/definitions/wall.server.ts';
import { hideNote } from '#lib/definitions/moderation.server.ts';
import { hidingForm, verdictForm } from '#lib/definitions/note.form.ts';
import { there } from '#lib/platform/refusal.ts';
import { act, button } from '#routes/act.server.ts';
import { asked, lead } from '../../here.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory } = here;
  const note = (await listAgenda(event.locals.house.db, gathering)).find((item) => item.id === event.params.note);
  if (!note) error(404, 'not there');
  return {
    here: here.here,
    group: group.name,
    timeZone: territory.time_zone,
    note,
    settled: event.url.searchParams.has('settled'),
    onScreen: (await findFocus(event.locals.house.db, gathering)) === note.id,
    question: asked(here, event.locals.language).find((question) => question.id === note.questionId),
  };
}

export const actions = {
  focus: act(button, async ({ event, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    const where = { territoryId: territory.id, gatheringId: gathering.id };
    await write((db, now) => focusOn(db, { ...where, noteId: event.params.note, accountId }, now));
  }),
  unfocus: act(button, async ({ event, write }) => {
    const { territory, gathering } = await lead(event);
    await write((db) => unfocus(db, { territoryId: territory.id, gatheringId: gathering.id }));
  }),
  verdict: act(verdictForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId, here } = await lead(event);
    const { outcome } = facts;
    const excerpts = excerptsOf([facts.excerpt1, facts.excerpt2, facts.excerpt3, facts.excerpt4]);
    const verdict: Verdict = outcome === 'excerpts' ? { outcome, excerpts } : { outcome };
    await write((db, now) =>
      approveNote(
        db,
        {
          territoryId: territory.id,
          gatheringId: gathering.id,
          accountId,
          noteId: event.params.note,
          verdict,
          agreed: facts.agreed,
          disagreed: facts.disagreed,
        },
        now,
      ),
    );
    // Straight on to the next one that somebody wants to talk about.
    const next = (await listAgenda(event.locals.house.db, gathering)).find((item) => item.asked);
    redirect(303, next ? `${here}/approval/${next.id}?settled` : `${here}/approval`);
  }),
  undo: act(button, async ({ event, write }) => {
    const { territory, gathering, accountId, here } = await lead(event);
    await write((db, now) =>
      undoApproval(
        db,
        { territoryId: territory.id, gatheringId: gathering.id, accountId, noteId: event.params.note },
        now,
      ),
    );
    redirect(303, `${here}/approval`);
  }),
  hide: act(hidingForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId, here } = await lead(event);
    await write(async (db, now) => {
      const note = there(await findSharedNote(db, gathering, event.params.note), 'note');
      await hideNote(db, { territoryId: territory.id, noteId: note.id, accountId, reason: facts.reason }, now);
    });
    redirect(303, `${here}/approval`);
  }),
};
