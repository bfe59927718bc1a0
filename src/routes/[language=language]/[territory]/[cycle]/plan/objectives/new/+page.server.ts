import { redirect } from '@sveltejs/kit';
import { listAdoptedVersions, listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { translator } from '#lib/messages/translate.ts';
import { mayWorkOnIndicators } from '#lib/people/permission.ts';
import { objectiveForm } from '#lib/plan/objective.form.ts';
import { proposeObjective } from '#lib/plan/objective.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';
import { wordsFor } from '../../reading.server.ts';
import { findLatestResult, findResultHere } from '../../result.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  admit(event, mayWorkOnIndicators(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const versionId = event.url.searchParams.get('version');
  const roundId = event.url.searchParams.get('round') ?? '';
  const versionIds = versionId === null ? await listAdoptedVersions(db, territory.id, cycle.id) : [versionId];
  const indicators = await listIndicatorWords(db, { ...wordsFor(event, territory), versionIds });
  const [chosen] = indicators;
  if (versionId === null || !chosen) {
    allow(versionId === null);
    return { base, here: `${base}/plan`, indicators, chosen: undefined };
  }
  const t = translator(event.locals.language);
  const of = { territoryId: territory.id, versionId, base, t };
  const asked = roundId === '' ? undefined : await orNotFound(findResultHere(db, { ...of, roundId }));
  const result = asked ?? (await findLatestResult(db, { ...of, cycleId: cycle.id }));
  const here = { base, here: `${base}/plan`, indicators, chosen };
  return { ...here, result, roundId: result?.roundId ?? '', sentId: randomId() };
}

export const actions = {
  default: act(objectiveForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await getPlace(event);
    admit(event, mayWorkOnIndicators(event.locals.person, territory.id));
    const { version, round, ...objective } = facts;
    const here = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    const id = await write((db, now) =>
      proposeObjective(db, { ...objective, ...here, versionId: version, roundId: round ?? null }, now),
    );
    redirect(303, `${base}/plan/objectives/${id}`);
  }),
};
