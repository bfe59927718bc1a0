import { countWords, listCounts } from '#lib/definitions/counter.server.ts';
import { countCriteria } from '#lib/definitions/criterion.server.ts';
import { listInvited } from '#lib/definitions/coverage.server.ts';
import { listWaitingGroups } from '#lib/definitions/publishing.server.ts';
import { listPublishedSyntheses } from '#lib/definitions/synthesis.server.ts';
import { translator } from '#lib/messages/translate.ts';
import { mayPlanGathering, mayPrepare, mayRelay, maySeeCoverage } from '#lib/people/permission.ts';
import type { Row } from '#lib/platform/tables.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { leastShownIn } from '#lib/territory/least-shown.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';
import { labelOf, listCategories } from './coverage/categories.server.ts';

/** Step 1 as everyone may see it: what is asked, who has answered, what they let everyone read. */
export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  publicPage(event, territory.id);
  const { db } = event.locals.house;
  const { person } = event.locals;
  const counts = await listCounts(db, territory.id, cycle.id);
  const groups = await listGroups(db, territory.id, cycle.id);
  const questions = await listQuestions(db, territory.id, cycle.id);
  const syntheses = await listPublishedSyntheses(db, territory.id, cycle.id);
  const prepares = mayPrepare(person, territory.id);
  const waiting = prepares ? await listWaitingGroups(db, territory.id, cycle.id) : [];
  const notesOf = (wanted: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(wanted).reduce((sum, row) => sum + row.notes, 0);
  return {
    base,
    works: {
      plans: mayPlanGathering(person, territory.id),
      relays: mayRelay(person, territory.id),
      covers: maySeeCoverage(person, territory.id),
      prepares,
    },
    cycle: { name: cycle.name, closed: cycle.closed_at !== null },
    counts: await countWords(db, territory.id, cycle.id),
    invited: cycle.closed_at === null ? await namesOfInvited(event.locals, territory, cycle) : [],
    published: await countCriteria(db, territory.id, { cycleId: cycle.id }),
    questions: questions.map((question) => ({
      id: question.id,
      ...wordsOf(question, event.locals.language, territory.language),
      notes: notesOf((row) => row.questionId === question.id),
    })),
    groups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      standsFor: group.stands_for,
      rainbow: group.kind === 'rainbow',
      notes: notesOf((row) => row.groupId === group.id),
      waiting: waiting.find((one) => one.id === group.id)?.count ?? 0,
      synthesis: syntheses.find((one) => one.groupId === group.id),
    })),
  };
}

/** Whom to invite, by what categories are called. */
async function namesOfInvited(
  { house, language }: App.Locals,
  territory: Row<'territory'>,
  cycle: Row<'cycle'>,
): Promise<string[]> {
  const which = { territoryId: territory.id, cycleId: cycle.id, least: leastShownIn(cycle, territory) };
  const invited = await listInvited(house.db, which);
  const categories = await listCategories(house.db, territory.id, translator(language));
  return invited.map(({ item, category }) => labelOf(categories[item], category));
}
