import { error } from '@sveltejs/kit';
import { AGE_BANDS, type AgeBand } from '#lib/definitions/profile.ts';
import { listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { describeCell } from '#lib/evaluation/describe.ts';
import { NOT_STATED } from '#lib/evaluation/disclosure-block.ts';
import { listGroupEvaluations } from '#lib/evaluation/group-evaluation.server.ts';
import { listSeries } from '#lib/evaluation/measure.server.ts';
import { listPlaces } from '#lib/evaluation/places.server.ts';
import { findResults, type CategoryResult } from '#lib/evaluation/result.server.ts';
import { DIMENSIONS } from '#lib/evaluation/tables.ts';
import { byDifficulty, viewOf } from '#lib/evaluation/view.ts';
import { translator } from '#lib/messages/translate.ts';
import { mayWorkOnIndicators } from '#lib/people/permission.ts';
import { publicPage } from '#routes/place.server.ts';
import { getRoundHere } from '../../here.server.ts';

export async function load(event) {
  const { territory, base, round, here } = await getRoundHere(event);
  const { db } = event.locals.house;
  const { language, person } = event.locals;
  const t = translator(language);
  const released = await findResults(db, territory.id, round.id);
  const result = released?.results.find((one) => one.versionId === event.params.version);
  const words = {
    territoryId: territory.id,
    versionIds: [event.params.version],
    language,
    fallback: territory.language,
  };
  const [indicator] = await listIndicatorWords(db, words);
  if (!released || !result || !indicator) error(404, 'not there');
  publicPage(event, territory.id);
  const { k } = JSON.parse(released.release.rules) as { k: number };
  const { groups, neighbourhoods } = await listPlaces(db, round);
  const names = new Map([...groups, ...neighbourhoods].map(({ id, name }) => [id, name]));
  const nameOf = ({ category, dimension }: CategoryResult) => {
    if (dimension === 'age') return t(`evaluation.age.${category as AgeBand | typeof NOT_STATED}`);
    if (category !== NOT_STATED) return names.get(category) ?? category;
    return t(dimension === 'group' ? 'evaluation.group.not-stated' : 'evaluation.neighbourhood.not-stated');
  };
  // The order that people know them in, for those that aren't shown; who said nothing comes last.
  const places = [...names.keys(), ...AGE_BANDS, NOT_STATED];
  const inOrder = result.categories.toSorted(
    (one, other) => places.indexOf(one.category) - places.indexOf(other.category),
  );
  const lineOf = (one: CategoryResult) => {
    const view = viewOf(one.cell);
    return { name: nameOf(one), view, words: describeCell(t, view, k) };
  };
  const everybody = viewOf(result.everybody);
  const agreed = await listGroupEvaluations(db, territory.id, round.id);
  return {
    base,
    here,
    round: { id: round.id, name: round.name, reading: round.official_reading },
    k,
    indicator,
    everybody: { view: everybody, words: describeCell(t, everybody, k) },
    dimensions: DIMENSIONS.map((dimension) => ({
      dimension,
      lines: byDifficulty(
        inOrder.filter((one) => one.dimension === dimension),
        (one) => one.cell,
      ).map(lineOf),
    })),
    agreed: agreed.filter((one) => one.indicator_version_id === indicator.versionId),
    series: await listSeries(db, territory.id, [indicator.indicatorId]),
    objective: mayWorkOnIndicators(person, territory.id)
      ? `${base}/plan/objectives/new?version=${indicator.versionId}&round=${round.id}`
      : undefined,
  };
}
