import { listCriteria } from '#lib/definitions/criterion.server.ts';
import { listPublishedSyntheses } from '#lib/definitions/synthesis.server.ts';
import { CRITERION_POLARITIES, SENSES } from '#lib/indicators/tables.ts';
import { ANYONE, placedCriteria } from '#lib/indicators/visible.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { listEveryQuestion } from '#lib/territory/question.server.ts';
import { POLARITIES } from '#lib/territory/tables.ts';
import { listGroupNames } from '../names.server.ts';
import { publicTable, type Here } from '../table.ts';
import { listPublicGroupings } from './grid.server.ts';

/**
 * People's words, word for word, as far as they were approved by their group and cleared by a decision, and are
 * neither withdrawn, erased, hidden nor kept to the group: in the order of random ids, without time, gathering or note.
 */
export const words = publicTable(
  'words',
  'definitions',
  {
    criterion_id: 'id',
    words: 'text',
    language: 'name',
    group_id: 'id',
    group: 'name',
    question_id: 'id',
    question: 'name',
    question_polarity: POLARITIES,
    component: 'name',
    sense: SENSES,
    polarity: CRITERION_POLARITIES,
    grouping_id: 'id',
    minority: 'yes-no',
  },
  async (here) => {
    const criteria = await listCriteria(here.db, here.territory.id, { cycleId: here.cycle.id });
    const groups = await listGroupNames(here);
    const questions = await listQuestionWords(here);
    const places = await listPlaces(here);
    const grouped = await listGrouped(here);
    return criteria.map((criterion) => {
      const place = places.get(criterion.id);
      const member = grouped.get(criterion.id);
      return {
        criterion_id: criterion.id,
        words: criterion.words,
        language: criterion.language,
        group_id: criterion.groupId,
        group: groups.get(criterion.groupId) ?? null,
        question_id: criterion.questionId,
        question: questions.get(criterion.questionId) ?? null,
        question_polarity: criterion.polarity,
        component: place?.code ?? null,
        sense: place?.sense ?? null,
        polarity: place?.polarity ?? null,
        grouping_id: member?.groupingId ?? null,
        minority: member?.minority ?? null,
      };
    });
  },
);

/** Each group's newest synthesis that was validated and cleared for everyone, one row a question. */
export const syntheses = publicTable(
  'syntheses',
  'definitions',
  {
    group_id: 'id',
    group: 'name',
    question_id: 'id',
    question: 'name',
    language: 'name',
    text: 'text',
    validated_on: 'day',
    present: 'number',
  },
  async (here) => {
    const published = await listPublishedSyntheses(here.db, here.territory.id, here.cycle.id);
    const groups = await listGroupNames(here);
    const questions = await listQuestionWords(here);
    return published
      .toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1))
      .flatMap((synthesis) =>
        [...questions].flatMap(([questionId, question]) => {
          const text = synthesis.parts[questionId];
          if (!text) return [];
          return {
            group_id: synthesis.groupId,
            group: groups.get(synthesis.groupId) ?? null,
            question_id: questionId,
            question,
            language: synthesis.language,
            text,
            validated_on: synthesis.validated?.on ?? null,
            present: synthesis.validated?.present ?? null,
          };
        }),
      );
  },
);

/** Each question in the reader's language, in their order. */
async function listQuestionWords({ db, territory, cycle, language }: Here): Promise<Map<string, string>> {
  const asked = await listEveryQuestion(db, territory.id, cycle.id);
  return new Map(asked.map((question) => [question.id, wordsOf(question, language, territory.language).text]));
}

async function listPlaces({ db, territory, cycle }: Here) {
  const rows = await placedCriteria(db, territory.id, ANYONE)
    .innerJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'classification.territory_id')
        .onRef('component.id', '=', 'classification.component_id'),
    )
    .select(['criterion.id', 'component.code', 'classification.sense', 'classification.polarity'])
    .where('note.cycle_id', '=', cycle.id)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function listGrouped(here: Here): Promise<Map<string, { groupingId: string; minority: boolean }>> {
  const groupings = await listPublicGroupings(here);
  return new Map(
    groupings.flatMap(({ id, criteria }) =>
      criteria.map((one) => [one.id, { groupingId: id, minority: one.minority }] as const),
    ),
  );
}
