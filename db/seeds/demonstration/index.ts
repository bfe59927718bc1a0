import type { Db } from '#lib/platform/tables.ts';
import { tellCensus } from './coverage.ts';
import { tellFirstCycle, tellSecondCycle } from './cycles.ts';
import { tellGrid, tellIndicators, tellSorting, tellSyntheses } from './indicators.ts';
import { tellPeople } from './people.ts';
import { tellActions, tellActors, tellCommitments, tellObjectives, tellPact, tellProposals } from './plan.ts';
import { tellReview } from './review.ts';
import { tellMeasures, tellQuickRound, tellRound } from './rounds.ts';
import { beginStory, decide } from './story.ts';
import { tellVote } from './votes.ts';
import { tellGatherings, tellPublication } from './words.ts';

/**
 * Tells the demonstration territory from its founding to today, by the product's own commands and in one transaction:
 * it is there whole or not at all. Days are counted back from `now`.
 * @param passwordHash of the one password of all its accounts
 */
export async function tellDemonstration(db: Db, passwordHash: string, now: number): Promise<void> {
  const story = beginStory(db, now);
  await tellPeople(story, passwordHash);
  await tellFirstCycle(story);
  await decide(story, 'rules', null);
  await decide(story, 'calendar-1', null);
  await tellCensus(story, -765);
  await tellGatherings(story, '2025');
  await tellSyntheses(story, '2025', -715);
  await tellPublication(story, '2025', 'synthesis-1', -710);
  await tellGrid(story, -709);
  await tellSorting(story, '2025', -700);
  await tellIndicators(story, '2025', -690);
  await tellRound(story, 'round-1');
  await decide(story, 'publication-1', null);
  await tellActors(story, -612);
  await tellObjectives(story, '2025', -610);
  await tellProposals(story, '2025');
  await tellActions(story, '2025', -588);
  await tellCommitments(story, '2025');
  await tellReview(story, '2025', -400, -388);

  await tellSecondCycle(story);
  await decide(story, 'calendar-2', null);
  await tellGatherings(story, '2026');
  await tellSyntheses(story, '2026', -320);
  await tellPublication(story, '2026', 'synthesis-2', -318);
  await tellSorting(story, '2026', -310);
  await tellIndicators(story, '2026', -300);
  await tellRound(story, 'round-2');
  await decide(story, 'publication-2', null);
  await tellMeasures(story);
  await tellObjectives(story, '2026', -240);
  await tellProposals(story, '2026');
  await tellVote(story, 'vote-1');
  await tellActions(story, '2026', -150);
  await tellPact(story);
  await tellCommitments(story, '2026');
  await tellVote(story, 'vote-2');
  await tellQuickRound(story);
}
