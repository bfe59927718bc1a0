import { redirect, type RequestEvent } from '@sveltejs/kit';
import { eraseNote, keepToGroup, letGo, putNoteBack, withdrawNote } from '#lib/definitions/author.server.ts';
import { privateCodeForm } from '#lib/definitions/join.form.ts';
import { noteIdForm } from '#lib/definitions/note.form.ts';
import { listOwnNotes, type OwnNote } from '#lib/definitions/own-words.server.ts';
import { listVersions } from '#lib/indicators/indicator-words.server.ts';
import { listVersionsOfCriteria } from '#lib/indicators/trace-forward.server.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { listCycles } from '#lib/territory/cycle.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { listEveryQuestion } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { act, button } from '#routes/act.server.ts';
import { getTerritoryHere } from '#routes/place.server.ts';
import { describeBecame } from '../[cycle]/indicators/became.server.ts';
import { newestOfEach } from '../[cycle]/indicators/became.ts';
import { codeCookie, findAuthor, findByPrivateCode } from './author.server.ts';

export async function load(event) {
  const territory = await getTerritoryHere(event);
  const { db } = event.locals.house;
  const found = await findAuthor(event, territory);
  const notes = found ? await listOwnNotes(db, found.author) : [];
  const cycles = await listCycles(db, territory.id);
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    territory: territory.name,
    here: `/${event.locals.language}/${territory.slug}`,
    found: found !== undefined,
    byCode: found?.byCode ?? false,
    erasing: event.url.searchParams.get('erase') ?? '',
    done: event.url.searchParams.get('done') ?? '',
    cycles: await Promise.all(
      cycles
        .filter((cycle) => notes.some((note) => note.cycleId === cycle.id))
        .map(async (cycle) => ({
          slug: cycle.slug,
          name: cycle.name,
          notes: await describe(db, event.locals.language, territory, cycle.id, notes),
        })),
    ),
  };
}

/** An author's notes of a cycle, each with its question, its group and what came of it. */
async function describe(db: Db, language: string, territory: Row<'territory'>, cycleId: string, all: OwnNote[]) {
  const questions = await listEveryQuestion(db, territory.id, cycleId);
  const notes = all.filter((note) => note.cycleId === cycleId);
  return Promise.all(
    notes.map(async (note) => {
      const question = questions.find((one) => one.id === note.questionId);
      const ids = note.criteria.map((criterion) => criterion.id);
      const versions = await listVersionsOfCriteria(db, territory.id, ids);
      const reading = { language, fallback: territory.language };
      return {
        ...note,
        group: (await getGroup(db, territory.id, note.groupId)).name,
        question: question && wordsOf(question, language, territory.language),
        indicators: await Promise.all(
          newestOfEach(await listVersions(db, territory.id, versions, reading)).map(
            async ({ indicatorId, name, language: lang }) => ({
              ...{ id: indicatorId, name, language: lang },
              became: await describeBecame(db, {
                territoryId: territory.id,
                indicatorId,
                home: `/${language}/${territory.slug}`,
              }),
            }),
          ),
        ),
      };
    }),
  );
}

type OwnCommand = typeof keepToGroup;

/** A button of one note, by its author alone. */
function wish(command: OwnCommand, done: string) {
  return act(noteIdForm, async ({ event, facts, write }) => {
    const territory = await getTerritoryHere(event as RequestEvent);
    const { author } = there(await findAuthor(event as RequestEvent, territory), 'author');
    await write((db, now) => command(db, { author, noteId: facts.note }, now));
    redirect(303, `/${event.locals.language}/${territory.slug}/words?done=${done}`);
  });
}

export const actions = {
  code: act(privateCodeForm, async ({ event, facts }) => {
    const territory = await getTerritoryHere(event);
    await findByPrivateCode(event, territory, facts.code);
    const path = `/${event.locals.language}/${territory.slug}/words`;
    event.cookies.set(codeCookie(territory.slug), facts.code, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: event.url.protocol === 'https:',
    });
    redirect(303, path);
  }),
  leave: act(button, async ({ event }) => {
    const territory = await getTerritoryHere(event);
    event.cookies.delete(codeCookie(territory.slug), { path: '/' });
    redirect(303, `/${event.locals.language}/${territory.slug}/words`);
  }),
  keep: wish(keepToGroup, 'kept'),
  letGo: wish(letGo, 'letGo'),
  withdraw: wish(withdrawNote, 'withdrawn'),
  putBack: wish(putNoteBack, 'putBack'),
  erase: wish(eraseNote, 'erased'),
};
