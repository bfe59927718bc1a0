import { redirect } from '@sveltejs/kit';
import { listAdoptedVersions, listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { roundForm } from '#lib/evaluation/round.form.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { act, actorOf, allow, requireAccount } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  requireAccount(event);
  const { territory, cycle, today, base } = await getPlace(event);
  allow(mayPrepare(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const versionIds = await listAdoptedVersions(db, territory.id, cycle.id);
  const facts = {
    territoryId: territory.id,
    versionIds,
    language: event.locals.language,
    fallback: territory.language,
  };
  const { sent } = event.locals;
  return {
    base,
    today,
    indicators: await listIndicatorWords(db, facts),
    // After a correction, what was ticked; at first, all of them.
    ticked: sent ? sent.getAll('versions').map(String) : versionIds,
  };
}

export const actions = {
  default: act(roundForm, async ({ event, facts, write }) => {
    requireAccount(event);
    const { territory, cycle, base } = await getPlace(event);
    allow(mayPrepare(event.locals.person, territory.id));
    const roundId = await write((db, now) =>
      prepareRound(
        db,
        {
          territoryId: territory.id,
          cycleId: cycle.id,
          name: facts.name,
          closesOn: facts.closesOn,
          officialReading: facts.reading,
          drawnByLot: facts.drawnByLot,
          versionIds: facts.versions,
          actor: actorOf(event),
        },
        now,
      ),
    );
    redirect(303, `${base}/evaluation/rounds/${roundId}`);
  }),
};
