import { redirect, type RequestEvent } from '@sveltejs/kit';
import { listWaitingGroups } from '#lib/definitions/publishing.server.ts';
import { countBoard, countSorting } from '#lib/indicators/board.server.ts';
import { classifyCriteria, MOST_AT_ONCE } from '#lib/indicators/classification.server.ts';
import { getGrid } from '#lib/indicators/grid.server.ts';
import { openComponents } from '#lib/indicators/grid.ts';
import { findAct } from '#lib/indicators/history.server.ts';
import { classifyImported, listImportedCodes } from '#lib/indicators/imported-code.server.ts';
import { importedForm, sortingForm, undoForm } from '#lib/indicators/sorting.form.ts';
import { undoClassification } from '#lib/indicators/undoing.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { act } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { work, type Working } from '../working.server.ts';
import { countIn, filterIn, queryFor } from './board-address.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** What both ways of sorting need: several at once, and one by one. */
export async function loadSorting(event: Where) {
  const working = await work(event);
  const { territory, cycle, base, viewer, reading, open } = working;
  const { db } = event.locals.house;
  const grid = await orNotFound(getGrid(db, territory.id, cycle.id, reading));
  const filter = filterIn(event.url.searchParams);
  const where = { territoryId: territory.id, cycleId: cycle.id, viewer };
  const questions = await listQuestions(db, territory.id, cycle.id);
  return {
    where,
    filter,
    data: {
      base,
      open,
      filter,
      query: queryFor(filter),
      families: grid.families.map((family) => {
        const { letter, name, explanation, language } = family;
        return { letter, name, explanation, language, components: openComponents(family) };
      }),
      groups: (await listGroups(db, territory.id, cycle.id)).map(({ id, name }) => ({ id, name })),
      questions: questions.map((question) => ({
        id: question.id,
        ...wordsOf(question, event.locals.language, territory.language),
      })),
      progress: await countSorting(db, where),
      waiting: mayPrepare(event.locals.person, territory.id) ? await listWaitingGroups(db, territory.id, cycle.id) : [],
      total: await countBoard(db, where, filter),
      done: await findDone(event, working),
      imported: open ? await listCoded(event, where) : undefined,
      sentId: randomId(),
    },
  };
}

/** Words that came in with a code of an older tool: how many of them the grid knows, and what it doesn't. */
async function listCoded(event: Where, where: Parameters<typeof listImportedCodes>[1]) {
  const { known, unknown } = await listImportedCodes(event.locals.house.db, where);
  if (known.length + unknown.length === 0) return undefined;
  const count = Math.min(known.length, MOST_AT_ONCE);
  return { count, lacksSense: known.some(({ place }) => place.sense === undefined), unknown };
}

/** What the person has just sorted, so that they can undo it. */
async function findDone(event: Where, { territory }: Working) {
  const query = event.url.searchParams;
  const actId = query.get('done') ?? '';
  const act = actId === '' ? undefined : await findAct(event.locals.house.db, territory.id, actId);
  return act && { ...act, left: countIn(query, 'left') };
}

/** The same actions in both ways of sorting; afterwards the same view comes again. */
export const sortingActions = {
  classify: act(sortingForm, async ({ event, facts, write }) => {
    const { in: here, viewer } = await work(event);
    const { actId, overtaken } = await write((db, now) => classifyCriteria(db, { ...here, viewer, ...facts }, now));
    redirect(303, again(event, { done: actId, left: overtaken.length || undefined }));
  }),
  imported: act(importedForm, async ({ event, facts, write }) => {
    const { in: here, viewer } = await work(event);
    const { actId, overtaken } = await write((db, now) => classifyImported(db, { ...here, viewer, ...facts }, now));
    redirect(303, again(event, { done: actId, left: overtaken.length || undefined }));
  }),
  undo: act(undoForm, async ({ event, facts, write }) => {
    const { in: here, viewer } = await work(event);
    await write((db, now) => undoClassification(db, { ...here, viewer, actId: facts.actId }, now));
    redirect(303, again(event, { done: undefined, left: undefined }));
  }),
};

function again(event: Where, more: Readonly<Record<string, string | number | undefined>>): string {
  const query = event.url.searchParams;
  const page = query.get('page') ?? undefined;
  const skip = query.get('skip') ?? undefined;
  return `${event.url.pathname}?${queryFor(filterIn(query), { page, skip, ...more })}`;
}
