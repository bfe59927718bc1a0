import { redirect } from '@sveltejs/kit';
import { listComments } from '#lib/indicators/comment-list.server.ts';
import { getIndicatorVersion } from '#lib/indicators/indicator-words.server.ts';
import { traceIndicator } from '#lib/indicators/trace.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { mayWorkOnIndicators } from '#lib/people/permission.ts';
import { getBody } from '#lib/territory/body.server.ts';
import { getDecision } from '#lib/territory/decision.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';
import { readingOf } from '../working.server.ts';
import { describeBecame, findPlaces } from '../became.server.ts';
import { standingHere, versionShown } from './shown.server.ts';

export async function load(event) {
  const place = await getPlace(event);
  const { territory, base } = place;
  const { db } = event.locals.house;
  const works = mayWorkOnIndicators(event.locals.person, territory.id);
  const { holds, discussed, indicatorId } = await standingHere(event, place);
  if (works && !holds && !discussed) redirect(303, `${base}/indicators/${indicatorId}/edit`);
  const { standing, shown, open } = await versionShown(event, place);
  publicPage(event, territory.id);
  const reading = readingOf(event, territory);
  const form = event.url.searchParams.get('form') === 'easy' ? 'easy' : 'plain';
  const version = await getIndicatorVersion(db, territory.id, shown.id, reading, form);
  const home = `/${event.locals.language}/${territory.slug}`;
  const placeOf = await findPlaces(db, territory.id, home);
  const trace = await traceIndicator(db, { territoryId: territory.id, versionId: shown.id }, ANYONE);
  const comments = await listComments(db, territory.id, standing.indicatorId);
  return {
    base,
    works,
    form,
    version,
    trace: trace.map((threshold) => ({
      ...threshold,
      criteria: threshold.criteria.map((criterion) => ({
        ...criterion,
        href: `${placeOf(criterion.cycleId)}/indicators/criteria/${criterion.id}`,
      })),
    })),
    became: await describeBecame(db, { territoryId: territory.id, indicatorId, home }),
    decision: version.decisionId === null ? undefined : await describeDecision(version.decisionId),
    versions: open.filter((one) => one.frozenAt !== null || one.id === standing.discussed),
    inDiscussion: standing.discussed !== undefined && standing.discussed !== shown.id,
    comments: comments.filter((comment) => comment.text !== undefined).length,
    timeZone: territory.time_zone,
  };

  async function describeDecision(id: string) {
    const decision = await getDecision(db, territory.id, id);
    const body = await getBody(db, territory.id, decision.body_id);
    return { title: decision.title, day: decision.decided_on, body: body.name, bodyId: body.id };
  }
}
