import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { openRound } from '#lib/evaluation/round.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import type { TestHouse } from './database.ts';
import { adoptIndicators } from './indicator.ts';
import type { Town } from './territory.ts';
import type { Town as Bench } from './town.ts';
import { acceptProposals, openedVote } from './vote.ts';

type Opening = Pick<House, 'write' | 'db' | 'clock'>;

/** A vote that takes ballots from any device, in a town. */
export async function openBallotBox(house: Opening, town: Town): Promise<{ voteId: string; proposalIds: string[] }> {
  const [here, bench] = [settable(house), benchOf(house, town)];
  const costs = Array.from({ length: 10 }, (_, turn) => (turn + 1) * 10_000);
  const proposalIds = await acceptProposals(here, bench, costs);
  const closesOn = dayAfter(todayIn(house, town), 30);
  const voteId = await openedVote(here, bench, proposalIds, { closesOn, councilOn: dayAfter(closesOn, 10) });
  return { voteId, proposalIds };
}

/** A round on three indicators that takes answers, in a town. */
export async function openSurvey(house: Opening, town: Town): Promise<{ roundId: string; versionIds: string[] }> {
  const bench = benchOf(house, town);
  const { territoryId, cycleId, first: actor } = bench;
  const versionIds = await adoptIndicators(settable(house), bench, 3);
  const closesOn = dayAfter(todayIn(house, town), 30);
  const facts = { name: 'Printemps', closesOn, officialReading: 'each-person', drawnByLot: false, versionIds } as const;
  const roundId = await house.write((db, now) => prepareRound(db, { ...facts, territoryId, cycleId, actor }, now));
  await bench.decide('open-round', roundId);
  await house.write((db, now) => openRound(db, { territoryId, roundId, actor }, now));
  return { roundId, versionIds };
}

/** The town as the other preparations know it. */
export function benchOf(house: Opening, town: Town): Bench {
  const { member, secondMember } = town.people;
  const territoryId = town.territory.id;
  const first = { kind: 'account', id: member.id } as const;
  const second = { kind: 'account', id: secondMember.id } as const;
  async function decide(purpose: Purpose, subjectId: string): Promise<string> {
    const decidedOn = todayIn(house, town);
    const facts = { territoryId, bodyId: town.bodyId, decidedOn, title: purpose, text: '', purpose, subjectId };
    return house.write(async (db, now) => {
      const decisionId = await recordDecision(db, { ...facts, actor: first }, now);
      await confirmDecision(db, { territoryId, decisionId, accountId: second.id, actor: second }, now);
      return decisionId;
    });
  }
  return { territoryId, cycleId: town.cycle.id, bodyId: town.bodyId, first, second, decide };
}

function todayIn(house: Opening, town: Town): string {
  return dayOf(house.clock(), town.territory.time_zone);
}

/** Preparations that never set the clock take any house. */
function settable(house: Opening): TestHouse {
  return { ...(house as House), setClock: () => undefined };
}
