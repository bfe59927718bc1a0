import type { Town } from '#tests/support/territory.ts';

/** What stands for each bracket of a route's address in the town of the matrix. A new kind of bracket is added here. */
export const PLACES: Readonly<Record<string, (town: Town) => string>> = {
  language: () => 'fr',
  territory: (town) => town.territory.slug,
  cycle: (town) => town.cycle.slug,
  group: (town) => town.groupId,
  gathering: (town) => town.gatheringId,
  body: (town) => town.bodyId,
  question: (town) => town.questionIds[0] ?? '',
  code: (town) => town.code,
  vote: (town) => town.voteId ?? '',
  decision: (town) => town.decisionId,
  objective: (town) => town.plan?.objectiveId ?? '',
  scenario: (town) => town.plan?.scenarioId ?? '',
  proposal: (town) => town.plan?.proposalId ?? '',
  actor: (town) => town.plan?.actorId ?? '',
  action: (town) => town.plan?.actionId ?? '',
  commitment: (town) => town.plan?.commitmentId ?? '',
  indicator: (town) => town.sorted?.indicatorId ?? '',
  criterion: (town) => town.sorted?.criterionIds[0] ?? '',
  round: (town) => town.round?.roundId ?? '',
  version: (town) => town.round?.versionId ?? '',
  place: () => '1',
  note: (town) => town.room?.noteId ?? '',
  visit: (town) => town.room?.visitId ?? '',
  finished: (town) => town.room?.finishedBatchId ?? '',
  batch: (town) => town.room?.batchId ?? '',
  component: () => 'A02',
  family: () => 'A',
  table: () => 'words',
  token: () => 'a-link-that-nobody-was-given',
  kept: () => 'a-form-that-nobody-sent',
};

/** Brackets that don't name a row of the territory: another territory has nothing to put there. */
export const NOT_OWNED = [
  'language',
  'territory',
  'cycle',
  'code',
  'table',
  'token',
  'kept',
  'component',
  'family',
  'place',
];

/** Brackets that name a row of the territory, whatever the cycle: an address in any cycle leads there. */
export const OF_EVERY_CYCLE = ['body', 'decision', 'actor'];

/**
 * The address of a route in a town.
 * @param borrowed brackets that are filled with another town's rows
 */
export function addressOf(route: string, town: Town, borrowed?: Town): string {
  return route.replace(/\[+\.*(\w+)(?:=\w+)?\]+/g, (_bracket, name: string) => {
    const place = PLACES[name];
    if (!place) throw new Error(`tests/access/places.ts says nothing about [${name}] of ${route}`);
    return place(borrowed && !NOT_OWNED.includes(name) ? borrowed : town);
  });
}

/** Whether a route names a row of the territory, which another territory's could be put in place of. */
export function namesARow(route: string): boolean {
  return bracketsOf(route).some((name) => !NOT_OWNED.includes(name));
}

/** Whether a route names a cycle and a row that belongs to it. */
export function namesARowOfACycle(route: string): boolean {
  const names = bracketsOf(route);
  return names.includes('cycle') && names.some((name) => ![...NOT_OWNED, ...OF_EVERY_CYCLE].includes(name));
}

function bracketsOf(route: string): string[] {
  return [...route.matchAll(/\[+\.*(\w+)/g)].map(([, name = '']) => name);
}
