import { mayPrepare } from '#lib/people/permission.ts';
import { countParticipants } from '#lib/evaluation/release.server.ts';
import { listRounds, stageOf } from '#lib/evaluation/round.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, today, base } = await getPlace(event);
  const { db } = event.locals.house;
  const rounds = await listRounds(db, territory.id, cycle.id);
  const prepares = mayPrepare(event.locals.person, territory.id);
  publicPage(event, territory.id);
  return {
    base,
    prepares: prepares && cycle.closed_at === null,
    rounds: await Promise.all(
      rounds
        .filter((round) => prepares || round.opened_at !== null)
        .map(async (round) => ({
          id: round.id,
          name: round.name,
          stage: stageOf(round, today),
          closesOn: Date.parse(round.closes_on),
          people: await countParticipants(db, round),
        })),
    ),
  };
}
