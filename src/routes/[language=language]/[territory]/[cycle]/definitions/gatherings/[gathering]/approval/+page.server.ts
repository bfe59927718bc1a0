import { listAgenda, listHidden, putOnAgenda } from '#lib/definitions/agenda.server.ts';
import { approveTogether, undoTogether } from '#lib/definitions/approval.server.ts';
import { showNote } from '#lib/definitions/moderation.server.ts';
import { noteIdForm, togetherForm } from '#lib/definitions/note.form.ts';
import { similarNotes } from '#lib/definitions/similar.ts';
import { there } from '#lib/platform/refusal.ts';
import { listSharedQuestionIds } from '#lib/territory/sharing.server.ts';
import { act, button } from '#routes/act.server.ts';
import { asked, lead } from '../here.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory } = here;
  const { db } = event.locals.house;
  const agenda = await listAgenda(db, gathering);
  const shared = await listSharedQuestionIds(db, territory.id, gathering.id);
  const questions = asked(here, event.locals.language);
  const alike = similarNotes(agenda.filter((item) => !item.decided));
  const words = new Map(agenda.map(({ id, text, language: lang }) => [id, { id, text, lang }]));
  return {
    here: here.here,
    group: group.name,
    timeZone: territory.time_zone,
    questions: questions.filter((question) => shared.includes(question.id)),
    toTalk: agenda.filter((item) => item.asked),
    raw: agenda.filter((item) => !item.asked && !item.decided),
    decided: agenda.filter((item) => !item.asked && item.decided),
    alike: Object.fromEntries([...alike].map(([id, others]) => [id, others.flatMap((one) => words.get(one) ?? [])])),
    hidden: await listHidden(db, gathering),
    present: gathering.people,
  };
}

export const actions = {
  together: act(togetherForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    return write((db, now) =>
      approveTogether(
        db,
        {
          territoryId: territory.id,
          gatheringId: gathering.id,
          accountId,
          noteIds: facts.notes,
          agreed: facts.agreed,
        },
        now,
      ),
    );
  }),
  undoTogether: act(button, async ({ event, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    await write((db, now) =>
      undoTogether(db, { territoryId: territory.id, gatheringId: gathering.id, accountId }, now),
    );
  }),
  asking: act(noteIdForm, async ({ event, facts, write }) => {
    const { territory, gathering } = await lead(event);
    await write((db) => putOnAgenda(db, { territoryId: territory.id, gatheringId: gathering.id, noteId: facts.note }));
  }),
  show: act(noteIdForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    await write(async (db, now) => {
      const hidden = (await listHidden(db, gathering)).find((note) => note.id === facts.note);
      await showNote(db, { territoryId: territory.id, noteId: there(hidden, 'note').id, accountId }, now);
    });
  }),
};
