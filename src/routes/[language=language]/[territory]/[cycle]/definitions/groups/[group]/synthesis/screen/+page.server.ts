import { error } from '@sveltejs/kit';
import { listGroupWords } from '#lib/definitions/group-words.server.ts';
import { findSynthesis } from '#lib/definitions/synthesis.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { leadGroup } from '../../here.server.ts';

/** For the second meeting: on the projector, and on paper. */
export async function load(event) {
  const { territory, group, questions } = await leadGroup(event);
  const { db } = event.locals.house;
  const synthesis = await findSynthesis(db, territory.id, group.id);
  if (!synthesis) error(404, 'not there');
  const words = await listGroupWords(db, territory.id, group.id);
  return {
    group: group.name,
    rainbow: group.kind === 'rainbow',
    synthesis,
    questions: questions.map((question) => ({
      id: question.id,
      ...wordsOf(question, synthesis.language, territory.language),
      part: synthesis.parts[question.id] ?? '',
      said: words.filter((word) => word.questionId === question.id && !word.minority).length,
      minority: words.filter((word) => word.questionId === question.id && word.minority),
    })),
  };
}
