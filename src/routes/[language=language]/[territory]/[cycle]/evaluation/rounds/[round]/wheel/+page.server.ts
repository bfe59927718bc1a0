import { error } from '@sveltejs/kit';
import { disclosureRules } from '#lib/evaluation/disclosure.ts';
import { pickMessages, translator } from '#lib/messages/translate.ts';
import { publicPage } from '#routes/place.server.ts';
import { describeResults, findBefore, type ResultLine } from '../describe.server.ts';
import { getRoundHere } from '../here.server.ts';

/**
 * The wheel draws the mean of each indicator, since the median alone hardly ever moves; the median comes first in its
 * table. Where only classes are shown an indicator has no place on it.
 */
export async function load(event) {
  const { territory, base, round, here } = await getRoundHere(event);
  const { db } = event.locals.house;
  const { language } = event.locals;
  const t = translator(language);
  const results = await describeResults(db, { territory, round, language, t });
  if (!results) error(404, 'not there');
  publicPage(event, territory.id);
  const lines = results.lines.toSorted((one, other) => (one.indicator.code < other.indicator.code ? -1 : 1));
  const earlier = await findBefore(db, round);
  const before = earlier && (await describeResults(db, { territory, round: earlier.round, language, t }));
  const seriesOf = (label: string, all: readonly ResultLine[]) => {
    const found = lines.map((line) => all.find((one) => isSame(line, one)));
    return {
      label,
      values: found.map((line) => (line?.view.shown ? (line.view.mean ?? null) : null)),
      words: found.map((line) => {
        if (!line) return t('evaluation.wheel.notAsked');
        if (!line.view.shown || line.view.median === undefined) return line.words.whole;
        return t('evaluation.wheel.median', { median: line.view.median, mean: line.view.mean ?? 0, n: line.view.n });
      }),
    };
  };
  const isAskedAgain = before?.lines.some((old) => lines.some((line) => isSame(line, old)));
  const series = [
    seriesOf(round.name, results.lines),
    ...(earlier && before && isAskedAgain ? [seriesOf(earlier.round.name, before.lines)] : []),
  ];
  return {
    base,
    // A line of the key that nothing is drawn of.
    pointless: series
      .filter(({ values }) => values.every((value) => value === null))
      .map(({ label }) => t('evaluation.wheel.noPoint', { round: label, least: disclosureRules().fiveFrom })),
    crumbs: [{ label: round.name, href: here }],
    caption: t('evaluation.wheel.caption', { round: round.name, people: results.people }),
    axes: lines.map((line) => ({
      mark: line.indicator.code,
      label: line.indicator.name,
      href: `${here}/indicators/${line.indicator.versionId}`,
    })),
    series,
    texts: pickMessages(
      t,
      'evaluation.wheel.title',
      'evaluation.wheel.lead',
      'evaluation.wheel.switches',
      'evaluation.results.indicator',
      'publication.twins',
    ),
  };
}

/** The same frozen words, in one round and another. */
function isSame(one: ResultLine, other: ResultLine): boolean {
  return one.indicator.versionId === other.indicator.versionId;
}
