import { attachSeries } from '#lib/evaluation/measure.server.ts';
import { prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { endRound, openRound } from '#lib/evaluation/round.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { there } from '#lib/platform/refusal.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import type { Town } from './territory.ts';

/** A round that is over and released, and a series beside the indicator it asked. */
export interface RoundOfTown {
  readonly roundId: string;
  readonly versionId: string;
  readonly indicatorId: string;
  readonly seriesId: string;
}

/** A town with a plan, in which a round has been closed. */
export async function withRound(house: Pick<House, 'db' | 'write'>, town: Town): Promise<Town> {
  const versionId = there(town.plan, 'plan').versionId;
  const territoryId = town.territory.id;
  const by = { territoryId, cycleId: town.cycle.id, actor: { kind: 'account', id: town.people.member.id } } as const;
  const facts = {
    name: 'Printemps',
    closesOn: '2099-05-31',
    officialReading: 'each-person',
    drawnByLot: false,
  } as const;
  const opened = await house.write(async (db, now) => {
    const roundId = await prepareRound(db, { ...by, ...facts, versionIds: [versionId] }, now);
    await decide(db, town, 'open-round', roundId, now);
    await openRound(db, { ...by, roundId }, now);
    await decide(db, town, 'close-round', roundId, now);
    const round = await endRound(db, { ...by, roundId }, now);
    const version = await db
      .selectFrom('indicator_version')
      .select('indicator_id')
      .where('id', '=', versionId)
      .executeTakeFirst();
    const series = { name: 'Médecins', unit: '%', source: 's', direction: 'up', passages: null } as const;
    const indicatorId = there(version, 'version').indicator_id;
    return { round, indicatorId, seriesId: await attachSeries(db, { ...by, ...series, indicatorId }, now) };
  });
  const prepared = await prepareResults(house.db, opened.round);
  await house.write((db, now) => publishResults(db, prepared, now));
  const { round, indicatorId, seriesId } = opened;
  return { ...town, round: { roundId: round.id, versionId, indicatorId, seriesId } };
}

async function decide(db: Db, town: Town, purpose: Purpose, subjectId: string, now: number): Promise<void> {
  const { member, coordinator } = town.people;
  const territoryId = town.territory.id;
  const words = { bodyId: town.bodyId, decidedOn: '2026-05-07', title: purpose, text: '', purpose, subjectId };
  const staff = { kind: 'account', id: coordinator.id } as const;
  const decisionId = await recordDecision(db, { ...words, territoryId, actor: staff }, now);
  const second = { kind: 'account', id: member.id } as const;
  await confirmDecision(db, { territoryId, decisionId, accountId: member.id, actor: second }, now);
}
