import { error } from '@sveltejs/kit';
import { getRound, listRoundsOfTerritory, type Round } from '#lib/evaluation/round.server.ts';
import { pickMessages, translator } from '#lib/messages/translate.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { describeResults, type ResultLine } from '../describe.server.ts';

/** The wheel draws the lower median of each indicator; where only classes are shown it has no place on it. */
export async function load(event) {
  const { territory, base } = await getPlace(event);
  const { db } = event.locals.house;
  const { language } = event.locals;
  const t = translator(language);
  const round = await orNotFound(getRound(db, territory.id, event.params.round));
  const results = await describeResults(db, { territory, round, language, t });
  if (!results) error(404, 'not there');
  publicPage(event, territory.id);
  const lines = results.lines.toSorted((one, other) => (one.indicator.code < other.indicator.code ? -1 : 1));
  const before = await describeBefore(event, territory, round);
  const seriesOf = (label: string, all: readonly ResultLine[]) => {
    const found = lines.map((line) => all.find((one) => one.indicator.versionId === line.indicator.versionId));
    return {
      label,
      values: found.map((line) => (line?.view.shown ? (line.view.median ?? null) : null)),
      words: found.map((line) => {
        if (!line) return t('evaluation.wheel.notAsked');
        if (!line.view.shown || line.view.median === undefined) return line.words.whole;
        return t('evaluation.wheel.median', { median: line.view.median, n: line.view.n });
      }),
    };
  };
  return {
    crumbs: [
      { label: t('evaluation.title'), href: `${base}/evaluation` },
      { label: round.name, href: `${base}/evaluation/rounds/${round.id}` },
    ],
    caption: t('evaluation.wheel.caption', { round: round.name, people: results.people }),
    axes: lines.map((line) => ({
      mark: line.indicator.code,
      label: line.indicator.name,
      href: `${base}/evaluation/rounds/${round.id}/indicators/${line.indicator.versionId}`,
    })),
    series: [seriesOf(round.name, results.lines), ...(before ? [seriesOf(before.name, before.lines)] : [])],
    texts: pickMessages(
      t,
      'evaluation.wheel.title',
      'evaluation.wheel.lead',
      'evaluation.wheel.switches',
      'evaluation.results.indicator',
    ),
  };
}

/** The released round before this one that asked something of the same, in the same frozen words. */
async function describeBefore(
  event: Parameters<typeof getPlace>[0],
  territory: Awaited<ReturnType<typeof getPlace>>['territory'],
  round: Round,
): Promise<{ name: string; lines: readonly ResultLine[] } | undefined> {
  const { db } = event.locals.house;
  const { language } = event.locals;
  const rounds = await listRoundsOfTerritory(db, territory.id);
  const earlier = rounds.filter((one) => one.closed_at !== null && one.created_at < round.created_at).at(-1);
  if (!earlier) return undefined;
  const results = await describeResults(db, { territory, round: earlier, language, t: translator(language) });
  return results && { name: earlier.name, lines: results.lines };
}
