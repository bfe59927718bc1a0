import { listIndicatorsInWork } from '#lib/indicators/indicator-list.server.ts';
import { listRounds, openingOf as roundOpeningOf, stateOf } from '#lib/evaluation/round.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { findPact } from '#lib/plan/pact.server.ts';
import { listVotes, openingOf, stateOfVote } from '#lib/plan/vote.server.ts';
import type { Language } from '#lib/messages/language.ts';
import { mayCoordinate, mayPrepare } from '#lib/people/permission.ts';
import type { Person } from '#lib/people/person.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { Purpose } from '#lib/territory/decision.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import type { Step } from '#lib/ui/step.ts';
import type { Place } from '#routes/place.server.ts';

/** Something a body can decide on now: what for, which row, and how people call it. */
export interface Subject {
  readonly purpose: Exclude<Purpose, 'general'>;
  readonly id: string;
  readonly name: string;
  /** The step it belongs to; undefined: the cycle as a whole. */
  readonly step: Step | undefined;
  /** Where it is done once it is allowed, below the cycle: `evaluation/rounds/ID`. */
  readonly path: string;
}

type Found = Omit<Subject, 'step'>;
type Source = (db: Db, place: Place, language: Language) => Promise<Found[]>;

/** What can be decided on in a cycle, room by room in the method's order. A room that asks for decisions is added here. */
const SOURCES: readonly (readonly [Step | undefined, Source])[] = [
  ['definitions', words],
  ['indicators', indicators],
  ['evaluation', rounds],
  ['plan', objectives],
  ['plan', votes],
  ['plan', pact],
  [undefined, closing],
];

/** Whether somebody may do it once it is allowed, as the page at its `path` asks. */
export function mayDo(person: Person, territoryId: string, { purpose }: Pick<Subject, 'purpose'>): boolean {
  return purpose === 'close-cycle' ? mayCoordinate(person, territoryId) : mayPrepare(person, territoryId);
}

/** What a body can still decide once the cycle is closed: what had begun is brought to its end, nothing begins. */
const AFTER_CLOSING: readonly Purpose[] = ['publish-words', 'retire-indicator', 'close-round', 'close-vote'];

export async function listSubjects(db: Db, place: Place, language: Language): Promise<Subject[]> {
  const found = await Promise.all(
    SOURCES.map(async ([step, source]) => (await source(db, place, language)).map((one) => ({ ...one, step }))),
  );
  return found.flat().filter(({ purpose }) => place.cycle.closed_at === null || AFTER_CLOSING.includes(purpose));
}

/** Rounds and votes whose last day passed before anybody opened them: where each is corrected or given up. */
export async function listMissed(
  db: Db,
  { territory, cycle, today }: Place,
): Promise<Pick<Subject, 'name' | 'path'>[]> {
  const missed = (
    all: readonly { id: string; name: string; opened_at: number | null; closes_on: string }[],
    at: string,
  ) => all.filter((one) => isMissed(one, today)).map(({ id, name }) => ({ name, path: `${at}/${id}` }));
  return [
    ...missed(await listRounds(db, territory.id, cycle.id), 'evaluation/rounds'),
    ...missed(await listVotes(db, territory.id, cycle.id), 'plan/votes'),
  ];
}

function isMissed(one: { opened_at: number | null; closes_on: string }, today: string): boolean {
  return one.opened_at === null && today > one.closes_on;
}

async function words(db: Db, { territory, cycle }: Place): Promise<Found[]> {
  const groups = await listGroups(db, territory.id, cycle.id);
  return groups.map(({ id, name }) => ({
    purpose: 'publish-words',
    id,
    name,
    path: `definitions/groups/${id}/publication`,
  }));
}

async function indicators(db: Db, { territory, cycle }: Place, language: Language): Promise<Found[]> {
  const reading = { language, fallback: territory.language };
  const inWork = await listIndicatorsInWork(db, territory.id, cycle.id, reading);
  const path = (indicatorId: string) => `indicators/${indicatorId}/adoption`;
  return inWork.flatMap(({ adopted, draft }): Found[] => [
    ...(draft
      ? [{ purpose: 'adopt-indicator' as const, id: draft.id, name: draft.name, path: path(draft.indicatorId) }]
      : []),
    ...(adopted
      ? [
          {
            purpose: 'retire-indicator' as const,
            id: adopted.indicatorId,
            name: adopted.name,
            path: path(adopted.indicatorId),
          },
        ]
      : []),
  ]);
}

async function rounds(db: Db, { territory, cycle, today }: Place): Promise<Found[]> {
  const all = await listRounds(db, territory.id, cycle.id);
  return all
    .filter((round) => stateOf(round) !== 'closed' && !isMissed(round, today))
    .map((round) => ({
      ...(stateOf(round) === 'open'
        ? ({ purpose: 'close-round', id: round.id } as const)
        : ({ purpose: 'open-round', id: roundOpeningOf(round) } as const)),
      name: round.name,
      path: `evaluation/rounds/${round.id}`,
    }));
}

async function objectives(db: Db, { territory, cycle }: Place): Promise<Found[]> {
  const all = await listObjectives(db, territory.id, cycle.id);
  return all
    .filter((objective) => objective.agreed_at === null)
    .map(({ id, title }) => ({ purpose: 'agree-objective', id, name: title, path: `plan/objectives/${id}` }));
}

async function votes(db: Db, { territory, cycle, today }: Place): Promise<Found[]> {
  const all = (await listVotes(db, territory.id, cycle.id)).filter(
    (vote) => stateOfVote(vote) !== 'closed' && !isMissed(vote, today),
  );
  return Promise.all(
    all.map(async (vote) => {
      const found = { name: vote.name, path: `plan/votes/${vote.id}` };
      return stateOfVote(vote) === 'open'
        ? { purpose: 'close-vote', id: vote.id, ...found }
        : { purpose: 'open-vote', id: await openingOf(db, vote), ...found };
    }),
  );
}

async function pact(db: Db, { territory, cycle }: Place): Promise<Found[]> {
  const found = await findPact(db, territory.id, cycle.id);
  return found && found.signed_at === null
    ? [{ purpose: 'sign-pact', id: found.id, name: found.title, path: 'plan/pact' }]
    : [];
}

async function closing(_db: Db, { cycle }: Place): Promise<Found[]> {
  return [{ purpose: 'close-cycle', id: cycle.id, name: cycle.name, path: 'staff/cycle' }];
}
