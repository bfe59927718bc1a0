import type { RequestEvent } from '@sveltejs/kit';
import { questionOfSheet, sheetCodes } from '#lib/definitions/sheet.server.ts';
import { readCode, showCode } from '#lib/platform/random-id.ts';
import { CODE_LENGTH, findGatheringByCode, type Gathering } from '#lib/territory/gathering.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { listEveryQuestion, type Question } from '#lib/territory/question.server.ts';
import { asked, leads, type AskedQuestion, type Here } from '../here.server.ts';

/** Where the words on a paper sheet belong. */
export interface Sheet {
  readonly code: string;
  readonly gatheringId: string;
  readonly questionId: string;
  /** The gathering's address. */
  readonly here: string;
}

/** The questions that can be answered in writing, and the codes of their sheets: `sheets` gives a code's question. */
export async function listSheets(event: RequestEvent, here: Here, sheet: Sheet | undefined) {
  const every = await listEveryQuestion(event.locals.house.db, here.territory.id, here.cycle.id);
  const codes = sheetCodes(here.gathering, idsOf(every));
  const isAsked = (id: string) => here.questions.some((question) => question.id === id);
  // Words on paper answer what was asked then, although it isn't asked any more.
  const retired = every.filter(({ id }) => id === sheet?.questionId && !isAsked(id));
  const questions = asked({ ...here, questions: [...here.questions, ...retired] }, event.locals.language);
  return { questions, sheets: Object.fromEntries(questions.map(({ id }) => [codes[id], id])) };
}

/** How a sheet is named on the page. */
export function tell(sheet: Sheet, questions: readonly AskedQuestion[]) {
  return { code: showCode(sheet.code), question: questions.find(({ id }) => id === sheet.questionId)?.number };
}

/** What a code on paper names: a question of this gathering, or of another one of the cycle that the same person leads. */
export async function findSheet(event: RequestEvent, here: Here, typed: string): Promise<Sheet | undefined> {
  const { territory, cycle, base } = here;
  const { db } = event.locals.house;
  const code = readCode(typed);
  if (code === '') return undefined;
  const gathering = code.startsWith(here.gathering.code) ? here.gathering : await findOther(event, here, code);
  if (!gathering) return undefined;
  const every = await listEveryQuestion(db, territory.id, cycle.id);
  const questionId = questionOfSheet(gathering, idsOf(every), code);
  if (questionId === undefined) return undefined;
  return { code, gatheringId: gathering.id, questionId, here: `${base}/definitions/gatherings/${gathering.id}` };
}

async function findOther(event: RequestEvent, here: Here, code: string): Promise<Gathering | undefined> {
  const { db } = event.locals.house;
  const gathering = await findGatheringByCode(db, code.slice(0, CODE_LENGTH));
  if (gathering?.territory_id !== here.territory.id) return undefined;
  const group = await getGroup(db, here.territory.id, gathering.group_id);
  if (group.cycle_id !== here.cycle.id) return undefined;
  return (await leads(event, { ...here, gathering })) ? gathering : undefined;
}

function idsOf(questions: readonly Question[]): string[] {
  return questions.map(({ id }) => id);
}
