import { listGroupEvaluations } from '#lib/evaluation/group-evaluation.server.ts';
import { findLatestRelease } from '#lib/evaluation/release.server.ts';
import { listRounds, stateOf, type Round } from '#lib/evaluation/round.server.ts';
import { READINGS } from '#lib/evaluation/tables.ts';
import { dayIn } from '../here.ts';
import { publicTable, type Here } from '../table.ts';
import { listPublicVersions } from './indicators.server.ts';

/** The rounds that were opened. How many answered comes from the release: while a round is open it is empty. */
export const rounds = publicTable(
  'rounds',
  'evaluation',
  {
    round_id: 'id',
    round: 'name',
    state: ['open', 'closed'],
    official_reading: READINGS,
    drawn_by_lot: 'yes-no',
    opened_on: 'day',
    last_day: 'day',
    closed_on: 'day',
    release: 'number',
    released_on: 'day',
    people: 'number',
    least_shown: 'number',
  },
  async (here) =>
    Promise.all(
      (await listOpenedRounds(here)).map(async (round) => {
        const release = await findLatestRelease(here.db, here.territory.id, round.id);
        const rules = release && (JSON.parse(release.rules) as { k: number });
        return {
          round_id: round.id,
          round: round.name,
          state: stateOf(round),
          official_reading: round.official_reading,
          drawn_by_lot: round.drawn_by_lot === 1,
          opened_on: dayIn(here, round.opened_at),
          last_day: round.closes_on,
          closed_on: dayIn(here, round.closed_at),
          release: release?.number ?? null,
          released_on: dayIn(here, release?.released_at ?? null),
          people: release?.people ?? null,
          least_shown: rules?.k ?? null,
        };
      }),
    ),
);

/** The level that a group in session agreed on, once its round is closed. */
export const groupEvaluations = publicTable(
  'group-evaluations',
  'evaluation',
  {
    round_id: 'id',
    round: 'name',
    group_id: 'id',
    group: 'name',
    indicator_id: 'id',
    version_id: 'id',
    indicator: 'name',
    situation: 'number',
    reasons: 'text',
    dissent: 'text',
  },
  async (here) => {
    const closed = (await listOpenedRounds(here)).filter((round) => round.closed_at !== null);
    const versions = new Map((await listPublicVersions(here)).map((version) => [version.id, version]));
    const agreed = await Promise.all(
      closed.map(async (round) => {
        const rows = await listGroupEvaluations(here.db, here.territory.id, round.id);
        return rows.map((row) => ({ round, row, version: versions.get(row.indicator_version_id) }));
      }),
    );
    return agreed.flat().map(({ round, row, version }) => ({
      round_id: round.id,
      round: round.name,
      group_id: row.group_id,
      group: row.group_name,
      indicator_id: version?.indicatorId ?? null,
      version_id: row.indicator_version_id,
      indicator: version?.name ?? null,
      situation: row.level,
      reasons: row.reasons,
      dissent: row.dissent,
    }));
  },
);

/** A round that is being prepared isn't public yet. Oldest first. */
export async function listOpenedRounds({ db, territory, cycle }: Here): Promise<Round[]> {
  const all = await listRounds(db, territory.id, cycle.id);
  return all.filter((round) => round.opened_at !== null).toReversed();
}
