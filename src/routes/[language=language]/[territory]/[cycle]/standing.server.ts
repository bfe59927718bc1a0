import { countWords } from '#lib/definitions/counter.server.ts';
import { countParticipants } from '#lib/evaluation/release.server.ts';
import { isTaking, listRounds, stageOf, stateOf, type Round } from '#lib/evaluation/round.server.ts';
import { listStandings } from '#lib/indicators/indicator-list.server.ts';
import { listCommitments } from '#lib/plan/commitment-list.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { countBallots, isVoting, listVotes, stateOfVote, type Vote } from '#lib/plan/vote.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { daysLeft, stepsOn } from '#lib/territory/calendar.ts';
import type { Step } from '#lib/territory/tables.ts';
import type { Place } from '#routes/place.server.ts';

/** Something that takes answers today. */
export interface Taking {
  readonly id: string;
  readonly name: string;
  /** Whole days that are left, today included: 1 or more. */
  readonly days: number;
  /** How many have answered so far. */
  readonly people: number;
}

/** Where a cycle stands, in counts that anyone may know. */
export interface Standing {
  readonly words: { readonly notes: number; readonly groups: number; readonly people: number };
  readonly indicators: { readonly adopted: number; readonly discussed: number };
  readonly round: Taking | undefined;
  /** Whether a round's last day has passed and it waits for its closing. */
  readonly roundOver: boolean;
  readonly roundsClosed: number;
  /** Votes that take ballots today, the one that ends first before the others. */
  readonly votes: readonly Taking[];
  readonly votesClosed: number;
  /** Steps in which a round or a vote is open, whatever the calendar says. */
  readonly underWay: readonly Step[];
  /** Steps of which something is there already, whatever the calendar says. */
  readonly begun: readonly Step[];
  /** What actors have taken on, and how much of it is kept so far; what is only proposed is told beside it. */
  readonly commitments: { readonly all: number; readonly kept: number; readonly proposed: number };
}

type Where = Pick<Place, 'territory' | 'cycle' | 'today'>;

export async function standingOf(db: Db, place: Where): Promise<Standing> {
  const here = [place.territory.id, place.cycle.id] as const;
  const [words, indicators, rounds, votes, commitments] = await Promise.all([
    countWords(db, ...here),
    listStandings(db, ...here),
    listRounds(db, ...here),
    listVotes(db, ...here),
    countCommitments(db, place),
  ]);
  const round = rounds.find((one) => isTaking(one, place.today));
  const running = votes
    .filter((one) => isVoting(one, place.today))
    .toSorted((a, b) => (a.closes_on < b.closes_on ? -1 : Number(a.closes_on > b.closes_on)));
  return {
    words,
    indicators: {
      adopted: indicators.filter((one) => one.holds !== undefined).length,
      discussed: indicators.filter((one) => one.holds === undefined && one.discussed !== undefined).length,
    },
    round: round && takingOf(round, place.today, await countParticipants(db, round)),
    roundOver: rounds.some((one) => stageOf(one, place.today) === 'over'),
    roundsClosed: rounds.filter((one) => stateOf(one) === 'closed').length,
    votes: await Promise.all(
      running.map(async (vote) => takingOf(vote, place.today, await countBallots(db, vote.territory_id, vote.id))),
    ),
    votesClosed: votes.filter((one) => stateOfVote(one) === 'closed').length,
    underWay: [
      ...(rounds.some((one) => stateOf(one) === 'open') ? (['evaluation'] as const) : []),
      ...(votes.some((one) => stateOfVote(one) === 'open') ? (['plan'] as const) : []),
    ],
    begun: [
      ...(words.notes > 0 ? (['definitions'] as const) : []),
      ...(rounds.some((one) => stateOf(one) !== 'prepared') ? (['evaluation'] as const) : []),
      ...(commitments.all > 0 || votes.some((one) => stateOfVote(one) !== 'prepared') ? (['plan'] as const) : []),
    ],
    commitments,
  };
}

/** The steps of a calendar as they stand today. */
export function stepsNow(calendar: Parameters<typeof stepsOn>[0], { begun, underWay }: Standing, today: string) {
  // What is open today is under way, even when the calendar had it end before; so is what began before its day.
  return stepsOn(calendar, today).map((step) => {
    const early = step.status === 'later' && begun.includes(step.step);
    return early || underWay.includes(step.step) ? { ...step, status: 'open' as const } : step;
  });
}

async function countCommitments(db: Db, { territory, cycle }: Where): Promise<Standing['commitments']> {
  const objectives = await listObjectives(db, territory.id, cycle.id);
  const all = await listCommitments(
    db,
    territory.id,
    objectives.map((objective) => objective.id),
  );
  const taken = all.filter((commitment) => commitment.status !== 'proposed');
  const kept = taken.filter((commitment) => commitment.status === 'kept').length;
  return { all: taken.length, kept, proposed: all.length - taken.length };
}

function takingOf(open: Round | Vote, today: string, people: number): Taking {
  return { id: open.id, name: open.name, days: daysLeft(open.closes_on, today), people };
}
