import { listAsked, listRounds } from '#lib/evaluation/round.server.ts';
import { listIndicators } from '#lib/indicators/indicator-list.server.ts';
import { listVersions, type IndicatorVersion } from '#lib/indicators/indicator-words.server.ts';
import { traceIndicator } from '#lib/indicators/trace.server.ts';
import { DIRECTIONS, INDICATOR_STATUSES, SENSES, type LevelNumber } from '#lib/indicators/tables.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { dayIn, readingIn } from '../here.ts';
import { publicTable, type Here } from '../table.ts';

/** Every version that is adopted or being discussed in the cycle, or that one of its rounds asked. No drafts. */
export const indicators = publicTable(
  'indicators',
  'indicators',
  {
    indicator_id: 'id',
    version_id: 'id',
    version: 'number',
    indicator_status: INDICATOR_STATUSES,
    component: 'name',
    component_name: 'name',
    direction: DIRECTIONS,
    indicator: 'text',
    asks: 'text',
    language: 'name',
    situation_1: 'text',
    situation_2: 'text',
    situation_3: 'text',
    situation_4: 'text',
    situation_5: 'text',
    adopted_on: 'day',
  },
  async (here) => {
    const versions = await listPublicVersions(here);
    return versions.map((version) => ({
      indicator_id: version.indicatorId,
      version_id: version.id,
      version: version.number,
      indicator_status: version.frozenAt === null ? 'discussed' : version.status,
      component: version.component.code,
      component_name: version.component.name,
      direction: version.direction,
      indicator: version.name,
      asks: version.question,
      language: version.language,
      situation_1: situationOf(version, 1),
      situation_2: situationOf(version, 2),
      situation_3: situationOf(version, 3),
      situation_4: situationOf(version, 4),
      situation_5: situationOf(version, 5),
      adopted_on: dayIn(here, version.frozenAt),
    }));
  },
);

/** The sentences that explain an indicator's four passages. */
export const propositions = publicTable(
  'propositions',
  'indicators',
  {
    proposition_id: 'id',
    indicator_id: 'id',
    version_id: 'id',
    component: 'name',
    indicator: 'name',
    sense: SENSES,
    from_situation: 'number',
    to_situation: 'number',
    text: 'text',
    language: 'name',
  },
  async (here) => {
    const traces = await listTraces(here);
    return traces.flatMap(({ version, thresholds }) =>
      thresholds.flatMap((threshold) =>
        threshold.propositions.map((proposition) => ({
          proposition_id: proposition.id,
          indicator_id: version.indicatorId,
          version_id: version.id,
          component: version.component.code,
          indicator: version.name,
          sense: threshold.sense,
          from_situation: threshold.from,
          to_situation: threshold.to,
          text: proposition.text,
          language: proposition.language,
        })),
      ),
    );
  },
);

/** Which words each passage of an indicator comes from: those that anyone may read. */
export const indicatorWords = publicTable(
  'indicator-words',
  'indicators',
  {
    indicator_id: 'id',
    version_id: 'id',
    indicator: 'name',
    sense: SENSES,
    criterion_id: 'id',
    words: 'text',
    language: 'name',
    group: 'name',
    minority: 'yes-no',
  },
  async (here) => {
    const traces = await listTraces(here);
    return traces.flatMap(({ version, thresholds }) =>
      thresholds.flatMap((threshold) =>
        threshold.criteria.map((criterion) => ({
          indicator_id: version.indicatorId,
          version_id: version.id,
          indicator: version.name,
          sense: threshold.sense,
          criterion_id: criterion.id,
          words: criterion.words,
          language: criterion.language,
          group: criterion.groupName,
          minority: criterion.minority,
        })),
      ),
    );
  },
);

/** In the order of the grid, an indicator's versions by number. */
export async function listPublicVersions(here: Here): Promise<IndicatorVersion[]> {
  const { db, territory, cycle } = here;
  const standing = await listIndicators(db, territory.id, cycle.id, readingIn(here));
  const rounds = (await listRounds(db, territory.id, cycle.id)).filter((round) => round.opened_at !== null);
  const asked = (await Promise.all(rounds.map((round) => listAsked(db, territory.id, round.id)))).flat();
  const known = new Set(standing.map((version) => version.id));
  const others = [...new Set(asked)].filter((id) => !known.has(id));
  const all = [...standing, ...(await listVersions(db, territory.id, others, readingIn(here)))];
  const keyOf = (one: IndicatorVersion) => `${one.component.code} ${one.indicatorId} ${1e6 + one.number}`;
  return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function listTraces(here: Here) {
  const versions = await listPublicVersions(here);
  return Promise.all(
    versions.map(async (version) => ({
      version,
      thresholds: await traceIndicator(here.db, { territoryId: here.territory.id, versionId: version.id }, ANYONE),
    })),
  );
}

function situationOf(version: IndicatorVersion, level: LevelNumber): string | null {
  return version.levels.find((one) => one.level === level)?.text || null;
}
