import type { PublicTable } from './table.ts';
import { actionEvaluations, actionReports, actions, actors } from './tables/actions.server.ts';
import { commitmentHistory, commitments, pacts, pactSignatures } from './tables/commitments.server.ts';
import { grid, groupings } from './tables/grid.server.ts';
import { indicators, indicatorWords, propositions } from './tables/indicators.server.ts';
import { measuredSeries, measuredValues } from './tables/measures.server.ts';
import { objectives, scenarioEffects, scenarioObjections, scenarios } from './tables/objectives.server.ts';
import { decisions, review, reviewWords } from './tables/process.server.ts';
import { proposalReviews, proposals } from './tables/proposals.server.ts';
import { groups, questions } from './tables/questions.server.ts';
import { results } from './tables/results.server.ts';
import { groupEvaluations, rounds } from './tables/rounds.server.ts';
import { voteProposals, votes } from './tables/votes.server.ts';
import { syntheses, words } from './tables/words.server.ts';

/** Everything public, in the order of the steps. */
export const TABLES: readonly PublicTable[] = [
  ...[questions, groups, words, syntheses],
  ...[grid, groupings, propositions, indicators, indicatorWords],
  ...[rounds, results, groupEvaluations, measuredSeries, measuredValues],
  ...[objectives, scenarios, scenarioEffects, scenarioObjections, proposals, proposalReviews, votes, voteProposals],
  ...[actors, actions, actionReports, actionEvaluations, commitments, commitmentHistory, pacts, pactSignatures],
  ...[decisions, review, reviewWords],
];

export function findTable(name: string): PublicTable | undefined {
  return TABLES.find((table) => table.name === name);
}
