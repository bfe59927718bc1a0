import { redirect } from '@sveltejs/kit';
import { listGroupWords } from '#lib/definitions/group-words.server.ts';
import { partsOf, synthesisForm, validationForm } from '#lib/definitions/synthesis.form.ts';
import { findSynthesis, validateSynthesis, writeSynthesis } from '#lib/definitions/synthesis.server.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { act } from '#routes/act.server.ts';
import { leadGroup } from '../here.server.ts';

export async function load(event) {
  const { territory, group, questions, base, today, cycle } = await leadGroup(event);
  const { db } = event.locals.house;
  const synthesis = await findSynthesis(db, territory.id, group.id);
  const words = await listGroupWords(db, territory.id, group.id);
  const draft = synthesis && !synthesis.validated ? synthesis : undefined;
  return {
    base,
    here: `${base}/definitions/groups/${group.id}/synthesis`,
    group: { name: group.name, rainbow: group.kind === 'rainbow' },
    closed: cycle.closed_at !== null,
    today,
    synthesis,
    revision: draft?.revision ?? 0,
    synthesisLanguage: synthesis?.language ?? territory.language,
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    questions: questions.map((question) => ({
      id: question.id,
      ...wordsOf(question, event.locals.language, territory.language),
      part: synthesis?.parts[question.id] ?? '',
      words: words.filter((word) => word.questionId === question.id),
    })),
  };
}

export const actions = {
  write: act(synthesisForm, async ({ event, facts, write }) => {
    const { territory, group, accountId, base } = await leadGroup(event);
    await write((db, now) =>
      writeSynthesis(
        db,
        {
          territoryId: territory.id,
          groupId: group.id,
          language: facts.language,
          parts: partsOf(facts),
          revision: facts.revision,
          accountId,
        },
        now,
      ),
    );
    redirect(303, `${base}/definitions/groups/${group.id}/synthesis`);
  }),
  validate: act(validationForm, async ({ event, facts, write }) => {
    const { territory, group, accountId, base } = await leadGroup(event);
    await write((db, now) =>
      validateSynthesis(
        db,
        {
          territoryId: territory.id,
          groupId: group.id,
          synthesisId: facts.synthesis,
          revision: facts.revision,
          on: facts.on,
          present: facts.present,
          accountId,
        },
        now,
      ),
    );
    redirect(303, `${base}/definitions/groups/${group.id}/synthesis`);
  }),
};
