import fc from 'fast-check';
import type { Ballot, Election, EqualSharesRules } from '#lib/plan/count/election.ts';

/** An election from approvals as people write them down: 'ab' approves a and b; '3 × ab' is cast by three. */
export function electionFrom(budget: bigint, costs: Record<string, bigint>, votes: readonly string[]): Election {
  return {
    budget,
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
    ballots: votes.map(ballotFrom),
  };
}

function ballotFrom(vote: string): Ballot {
  const [first, second] = vote.split(' × ');
  const approves = [...(second ?? first ?? '')];
  return { approves, voters: second === undefined ? 1 : Number(first) };
}

/** Elections small enough to be counted without shortcuts: some with little in them, most with ties and poor voters. */
export function smallElections(votersPerBallot = fc.integer({ min: 1, max: 3 })): fc.Arbitrary<Election> {
  const few = fc.integer({ min: 0, max: 2 });
  const bare = electionsOf(few, few, votersPerBallot);
  const full = electionsOf(fc.integer({ min: 5, max: 7 }), fc.integer({ min: 4, max: 9 }), votersPerBallot);
  // Without bias: fast-check would otherwise favour ballots and costs of nothing, which decide nothing.
  return fc.noBias(fc.oneof({ arbitrary: bare, weight: 1 }, { arbitrary: full, weight: 9 }));
}

function electionsOf(projects: fc.Arbitrary<number>, ballots: fc.Arbitrary<number>, voters: fc.Arbitrary<number>) {
  const cost = fc.oneof(fc.bigInt(5n, 40n), fc.constantFrom(12n, 24n, 36n), fc.bigInt(0n, 3n));
  return fc.tuple(projects, ballots).chain(([many, cast]) => {
    const ids = [...'abcdefg'.slice(0, many)];
    const approves = fc.subarray(ids);
    return fc
      .record({
        tenths: fc.bigInt(1n, 11n),
        // A share without a remainder makes ties, another fractions.
        even: fc.boolean(),
        costs: fc.array(cost, { minLength: many, maxLength: many }),
        ballots: fc.array(fc.record({ approves, voters }), { minLength: cast, maxLength: cast }),
      })
      .map(({ tenths, even, costs, ballots: all }) => {
        const budget = (costs.reduce((sum, each) => sum + each, 0n) * tenths) / 10n;
        const count = BigInt(all.reduce((sum, ballot) => sum + ballot.voters, 0));
        return {
          budget: even && count > 0n ? budget - (budget % count) : budget,
          projects: ids.map((id, index) => ({ id, cost: costs[index] ?? 0n })),
          ballots: all,
        };
      });
  });
}

/** All rules, with a lot in any order of the projects' ids. */
export function someRules({ projects }: Election): fc.Arbitrary<EqualSharesRules> {
  const ids = projects.map((project) => project.id);
  return fc.record({
    utility: fc.constantFrom('cost', 'one'),
    completion: fc.constantFrom('none', 'add1'),
    stop: fc.constantFrom('only-at-overspend', 'also-at-first-exhaustive'),
    unit: fc.bigInt(1n, 5n),
    lot: fc.shuffledSubarray(ids, { minLength: ids.length }),
  });
}
