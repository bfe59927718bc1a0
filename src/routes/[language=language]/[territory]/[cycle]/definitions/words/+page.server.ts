import { countCriteria, listCriteria } from '#lib/definitions/criterion.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

const PAGE = 60;

/** What people have said and let everyone read, word for word. */
export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  publicPage(event, territory.id);
  const { db } = event.locals.house;
  const groups = await listGroups(db, territory.id, cycle.id);
  const questions = await listQuestions(db, territory.id, cycle.id);
  const wanted = (name: string) => event.url.searchParams.get(name) ?? '';
  // What names nothing here filters nothing.
  const questionId = questions.find((question) => question.id === wanted('question'))?.id;
  const groupId = groups.find((group) => group.id === wanted('group'))?.id;
  const filter = { cycleId: cycle.id, questionId, groupId };
  const total = await countCriteria(db, territory.id, filter);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const number = Math.min(pages, Math.max(1, Math.trunc(Number(wanted('page'))) || 1));
  const criteria = await listCriteria(db, territory.id, filter, { number, size: PAGE });
  return {
    base,
    cycle: cycle.name,
    chosen: { question: questionId ?? '', group: groupId ?? '' },
    questions: questions.map((question) => ({
      id: question.id,
      ...wordsOf(question, event.locals.language, territory.language),
    })),
    groups: groups.map(({ id, name }) => ({ id, name })),
    page: { number, pages, total, first: (number - 1) * PAGE + 1, last: Math.min(total, number * PAGE) },
    words: criteria.map(({ id, words, language, groupId: group }) => ({
      id,
      words,
      language,
      group: groups.find((one) => one.id === group)?.name ?? '',
    })),
  };
}
