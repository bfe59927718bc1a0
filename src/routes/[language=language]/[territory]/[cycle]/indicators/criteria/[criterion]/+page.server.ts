import { reportForm } from '#lib/definitions/note.form.ts';
import { reportWords } from '#lib/definitions/report.server.ts';
import { findGrid } from '#lib/indicators/grid.server.ts';
import { listVersions } from '#lib/indicators/indicator-words.server.ts';
import { traceCriterion } from '#lib/indicators/trace-forward.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { act, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { describeBecame } from '../../became.server.ts';
import { newestOfEach } from '../../became.ts';
import { readingOf } from '../../working.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { db } = event.locals.house;
  const reading = readingOf(event, territory);
  const of = { territoryId: territory.id, criterionId: event.params.criterion };
  const trace = await orNotFound(traceCriterion(db, of, ANYONE));
  const { criterion, place, grouping } = trace;
  allow(criterion.cycleId === cycle.id);
  publicPage(event, territory.id);
  const questions = await listQuestions(db, territory.id, criterion.cycleId);
  const question = questions.find((one) => one.id === criterion.questionId);
  const grid = await findGrid(db, territory.id, criterion.cycleId, reading);
  const component = grid?.families.flatMap((family) => family.components).find((one) => one.id === place?.componentId);
  const versions = await listVersions(db, territory.id, trace.versionIds, reading);
  return {
    base,
    criterion: { words: criterion.words, language: criterion.language, groupName: criterion.groupName },
    question: question && wordsOf(question, reading.language, reading.fallback),
    place: place && { code: place.code, sense: place.sense, name: component?.name ?? place.code },
    grouping,
    propositions: trace.propositions.filter((one) => one.open),
    indicators: await Promise.all(
      newestOfEach(versions).map(async ({ indicatorId, name, language, status }) => ({
        ...{ id: indicatorId, name, language, status },
        became: await describeBecame(db, {
          territoryId: territory.id,
          indicatorId,
          home: base.slice(0, base.lastIndexOf('/')),
        }),
      })),
    ),
  };
}

export const actions = {
  report: act(reportForm, async ({ event, facts, write }) => {
    const { territory, today } = await getPlace(event);
    await event.locals.house.limits.spend('report', event.getClientAddress());
    await write((db) =>
      reportWords(db, { ...facts, territoryId: territory.id, criterionId: event.params.criterion, day: today }),
    );
    return { reported: true };
  }),
};
