import { castBallot } from '#lib/plan/ballot.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countVote, keepTally } from '#lib/plan/tally.server.ts';
import { endVote, openVote } from '#lib/plan/vote.server.ts';
import { prepareVote } from '#lib/plan/vote-preparation.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import { ballotsOf } from './content/ballots.ts';
import type { Day } from './content/types.ts';
import { votes } from './content/votes.ts';
import { actorOf, at, dayIn, decide, idOf, type Story } from './story.ts';

/** A vote from its decision to its tally, or as far as it has come. @returns the vote's id */
export async function tellVote(story: Story, key: string): Promise<string> {
  const vote = there(
    votes.find((one) => one.key === key),
    key,
  );
  const { territoryId } = story;
  const actor = actorOf(story, 'coordinator');
  const voteId = await prepareVote(
    story.db,
    {
      territoryId,
      cycleId: idOf(story.cycles, vote.cycle),
      name: vote.title,
      question: vote.introduction,
      budgetCents: vote.budgetEuros * 100,
      leastChoices: vote.minimum,
      mostChoices: vote.maximum,
      add1Stops: 'only-at-overspend',
      admission: 'open',
      closesOn: dayIn(story, vote.closes),
      whoDecides: `${vote.whoDecides} ${vote.binding}`,
      isBinding: false,
      councilOn: councilIn(story, vote.councilDay),
      proposalIds: vote.proposals.map((proposal) => idOf(story.proposals, proposal)),
      actor,
    },
    at(story, vote.opened - 4),
  );
  await decide(story, vote.openedBy, voteId);
  await openVote(story.db, { territoryId, voteId, actor }, at(story, vote.opened, '08:00'));
  for (const [voter, choices] of ballotsOf(vote).entries()) {
    const ballot = {
      voterHash: voterHash(voteId, 'device', `${key} ${voter}`),
      choices: choices.map((proposal) => idOf(story.proposals, proposal)),
      receipt: randomId(),
    };
    await castBallot(story.db, { territoryId, voteId, ...ballot }, at(story, vote.opened + 1));
  }
  if (vote.closedBy === undefined) return voteId;
  await decide(story, vote.closedBy, voteId);
  await endVote(story.db, { territoryId, voteId, actor }, at(story, vote.closes, '22:00'));
  const tally = await countVote(story.db, { territoryId, voteId });
  await keepTally(story.db, { territoryId, voteId, tally, actor }, at(story, vote.closes, '22:05'));
  return voteId;
}

/** A council meets on a Monday, and not over the turn of the year: the first such day from a day of the content on. */
function councilIn(story: Story, day: Day): string {
  const monday = day + ((8 - new Date(dayIn(story, day)).getUTCDay()) % 7);
  const date = dayIn(story, monday);
  const isHoliday = date.slice(5) > '12-19' || date.slice(5) < '01-05';
  return isHoliday ? councilIn(story, monday + 7) : date;
}
