import { listGroupWords } from '#lib/definitions/group-words.server.ts';
import type { Synthesis } from '#lib/definitions/synthesis.server.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { Question } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';

interface Of {
  readonly territory: Row<'territory'>;
  readonly group: Row<'group'>;
  readonly questions: readonly Question[];
}

/** What a group has said, by question, for its second meeting: its synthesis, how many words, its minority voices. */
export async function tellSynthesis(db: Db, { territory, group, questions }: Of, synthesis: Synthesis | undefined) {
  const words = await listGroupWords(db, territory.id, group.id);
  return questions.map((question) => {
    const said = words.filter((word) => word.questionId === question.id);
    return {
      id: question.id,
      ...wordsOf(question, synthesis?.language ?? territory.language, territory.language),
      part: synthesis?.parts[question.id] ?? '',
      said: said.filter((word) => !word.minority).length,
      minority: said.filter((word) => word.minority),
    };
  });
}
