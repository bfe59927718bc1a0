import { openCounting } from './counting.ts';
import type { Counting } from './counting.ts';
import type { Election, EqualSharesRules } from './election.ts';
import { fillByVotes, orderByVotes } from './fill.ts';
import { fraction } from './fraction.ts';
import type { Ended, EqualSharesOutcome, Shortage, Verdict } from './outcome.ts';
import { raiseShares } from './raise.ts';
import type { Raised } from './raise.ts';
import { runEqualShares } from './run.ts';
import { mostVoters, tallyElection } from './tally.ts';
import type { Tally } from './tally.ts';
import { traceRun } from './trace.ts';
import { judgeEach, reasonIn } from './verdict.ts';

/**
 * Counts approval ballots by the Method of Equal Shares (Peters, Pierczyński, Skowron: Proportional Participatory
 * Budgeting with Additive Utilities, NeurIPS 2021). Every voter holds an equal share of the budget. Again and again
 * that project is funded whose supporters can pay for it at the lowest price per unit of utility, each paying the same
 * or all that they have left, until no project's supporters have its cost among them.
 *
 * The outcome is exact and depends on nothing but the election and the rules: neither on the order of ballots nor on
 * that of projects. Where all projects that have a vote fit the budget together, all are funded. A project that has a
 * vote and costs nothing is funded, and nobody pays.
 *
 * `onRaise` is told now and then how many raises of add1 have been counted. Throws a RangeError when the election or
 * the lot is not sound.
 */
export function countEqualShares(
  election: Election,
  rules: EqualSharesRules,
  onRaise?: (raises: number) => void,
): EqualSharesOutcome {
  const outcome = countOnce(election, rules, onRaise);
  const verdicts = outcome.verdicts.map((verdict) =>
    verdict.because !== 'supporters-short' || wouldWin(election, outcome, verdict)
      ? verdict
      : { ...verdict, votesNeeded: undefined },
  );
  return { ...outcome, verdicts };
}

/** Beyond these many votes nobody asks whether one more would have done; each answer is a count of its own. */
const FEW_VOTES = 10n;

/** Whether as many more votes as its supporters' shares promise would have been enough: shares shrink with each voter. */
function wouldWin(
  election: Election,
  { rules, budgetLeft }: EqualSharesOutcome,
  { id, cost, votesNeeded }: Pick<Verdict, 'id' | 'cost'> & Shortage,
): boolean {
  if (cost > budgetLeft || votesNeeded === undefined || votesNeeded > FEW_VOTES) return false;
  const more = { approves: [id], voters: Number(votesNeeded) };
  const voters = election.ballots.reduce((sum, ballot) => sum + ballot.voters, more.voters);
  if (voters >= mostVoters) return false;
  return countOnce({ ...election, ballots: [...election.ballots, more] }, rules).winners.includes(id);
}

function countOnce(
  election: Election,
  rules: EqualSharesRules,
  onRaise?: (raises: number) => void,
): EqualSharesOutcome {
  if (rules.unit <= 0n) throw new RangeError('The unit of add1 must be more than 0.');
  const tally = tallyElection(election, rules.lot);
  const voted = orderByVotes(tally, [...tally.ids.keys()]);
  const everything = voted.reduce((sum, project) => sum + (tally.costs[project] as bigint), 0n);
  if (everything <= tally.budget) return fundEverything(tally, rules, voted);
  const counting = openCounting(tally, rules.utility);
  const raised = raiseAsRuled(counting, rules, onRaise);
  return tellOutcome(counting, rules, raised);
}

function fundEverything(tally: Tally, rules: EqualSharesRules, voted: readonly number[]): EqualSharesOutcome {
  return {
    ...sumUp(tally, rules, voted),
    share: fraction(0n),
    raises: 0,
    ended: { because: voted.length > 0 ? 'everything-fits' : 'no-votes' },
    steps: [],
    verdicts: judgeEach(tally, () => ({ funded: true, because: 'everything-fits' })),
  };
}

function raiseAsRuled(counting: Counting, rules: EqualSharesRules, onRaise?: (raises: number) => void): Raised {
  if (rules.completion !== 'none') return raiseShares(counting, rules, onRaise);
  return { run: runEqualShares(counting, counting.tally.budget), raises: 0, beyond: undefined };
}

function tellOutcome(counting: Counting, rules: EqualSharesRules, raised: Raised): EqualSharesOutcome {
  const { tally } = counting;
  const { run, raises } = raised;
  const paid = run.steps.map((step) => step.project);
  const unpaid = orderByVotes(tally, [...tally.ids.keys()]).filter((project) => !paid.includes(project));
  const free = unpaid.filter((project) => tally.costs[project] === 0n);
  const rest = unpaid.filter((project) => tally.costs[project] !== 0n);
  const filled = rules.completion === 'add1u' ? fillByVotes(tally, rest, tally.budget - run.cost) : [];
  const added = filled.filter((fill) => fill.funded).map((fill) => fill.project);
  const share = fraction(run.money, BigInt(tally.voters));
  const trace = traceRun(counting, run);
  return {
    ...sumUp(tally, rules, [...free, ...paid, ...added]),
    share,
    raises,
    ended: tellEnd(tally, rules, raised),
    steps: trace.steps,
    verdicts: judgeEach(tally, reasonIn(tally, { trace, filled, share })),
  };
}

function tellEnd(tally: Tally, rules: EqualSharesRules, { beyond }: Raised): Ended {
  if (rules.completion === 'none') return { because: 'no-completion' };
  if (!beyond) return { because: 'exhaustive' };
  const order = beyond.steps.map((step) => tally.ids[step.project] as string);
  return { because: 'overspend', order, cost: beyond.cost };
}

function sumUp(tally: Tally, rules: EqualSharesRules, funded: readonly number[]) {
  const totalCost = funded.reduce((sum, project) => sum + (tally.costs[project] as bigint), 0n);
  const winners = funded.map((project) => tally.ids[project] as string);
  return { rules, winners, totalCost, budgetLeft: tally.budget - totalCost, voters: tally.voters };
}
