import { listIndicatorsInWork } from '#lib/indicators/indicator-list.server.ts';
import { listRounds, stateOf } from '#lib/evaluation/round.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { findPact } from '#lib/plan/pact.server.ts';
import { listVotes, openingOf, stateOfVote } from '#lib/plan/vote.server.ts';
import type { Language } from '#lib/messages/language.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { Purpose } from '#lib/territory/decision.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import type { Place } from '#routes/place.server.ts';

/** Something a body can decide on now: what for, which row, and how people call it. */
export interface Subject {
  readonly purpose: Exclude<Purpose, 'general'>;
  readonly id: string;
  readonly name: string;
}

type Source = (db: Db, place: Place, language: Language) => Promise<Subject[]>;

/** What can be decided on in a cycle, room by room in the method's order. A room that asks for decisions is added here. */
const SOURCES: readonly Source[] = [words, indicators, rounds, objectives, votes, pact, closing];

export async function listSubjects(db: Db, place: Place, language: Language): Promise<Subject[]> {
  const found = await Promise.all(SOURCES.map((source) => source(db, place, language)));
  return found.flat();
}

async function words(db: Db, { territory, cycle }: Place): Promise<Subject[]> {
  const groups = await listGroups(db, territory.id, cycle.id);
  return groups.map(({ id, name }) => ({ purpose: 'publish-words', id, name }));
}

async function indicators(db: Db, { territory, cycle }: Place, language: Language): Promise<Subject[]> {
  const reading = { language, fallback: territory.language };
  const inWork = await listIndicatorsInWork(db, territory.id, cycle.id, reading);
  return inWork.flatMap(({ adopted, draft }): Subject[] => [
    ...(draft ? [{ purpose: 'adopt-indicator' as const, id: draft.id, name: draft.name }] : []),
    ...(adopted ? [{ purpose: 'retire-indicator' as const, id: adopted.indicatorId, name: adopted.name }] : []),
  ]);
}

async function rounds(db: Db, { territory, cycle }: Place): Promise<Subject[]> {
  const all = await listRounds(db, territory.id, cycle.id);
  return all
    .filter((round) => stateOf(round) !== 'closed')
    .map((round) => ({
      purpose: stateOf(round) === 'open' ? 'close-round' : 'open-round',
      id: round.id,
      name: round.name,
    }));
}

async function objectives(db: Db, { territory, cycle }: Place): Promise<Subject[]> {
  const all = await listObjectives(db, territory.id, cycle.id);
  return all
    .filter((objective) => objective.agreed_at === null)
    .map(({ id, title }) => ({ purpose: 'agree-objective', id, name: title }));
}

async function votes(db: Db, { territory, cycle }: Place): Promise<Subject[]> {
  const all = (await listVotes(db, territory.id, cycle.id)).filter((vote) => stateOfVote(vote) !== 'closed');
  return Promise.all(
    all.map(async (vote) =>
      stateOfVote(vote) === 'open'
        ? { purpose: 'close-vote', id: vote.id, name: vote.name }
        : { purpose: 'open-vote', id: await openingOf(db, vote), name: vote.name },
    ),
  );
}

async function pact(db: Db, { territory, cycle }: Place): Promise<Subject[]> {
  const found = await findPact(db, territory.id, cycle.id);
  return found && found.signed_at === null ? [{ purpose: 'sign-pact', id: found.id, name: found.title }] : [];
}

async function closing(_db: Db, { cycle }: Place): Promise<Subject[]> {
  return cycle.closed_at === null ? [{ purpose: 'close-cycle', id: cycle.id, name: cycle.name }] : [];
}
