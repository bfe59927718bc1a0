import { PHONE, test, type Journey } from '#tests/support/journey.ts';
import { commit, readPlan, startActions } from './path/acting.ts';
import { approve, publish, shareOnTheWall } from './path/approval.ts';
import { beginAgain, closeCycle, judgeTheProcess, readJournal } from './path/closing.ts';
import { addWhatElseIsKnown, closeRound, openRound, placeThemselves, seeOnlyParticipation } from './path/evaluating.ts';
import { acceptEachOther, composeGroups, found, invite, orderQuestions, seatTwo } from './path/founding.ts';
import { noteAtTheDoor, openGathering, writeAlone } from './path/gathering.ts';
import { importFile } from './path/importing.ts';
import { adopt, BUSES, CARE, discuss, writeIndicator } from './path/indicator.ts';
import { compareScenarios, putStrengthsBeside, setObjective } from './path/objective.ts';
import { inviteCoordinator, takeUp } from './path/people.ts';
import { enterActors, propose, review } from './path/proposing.ts';
import { readByGroup, readResults } from './path/results.ts';
import { chooseGrid, group, sort } from './path/sorting.ts';
import { walkBack, walkForward } from './path/tracing.ts';
import { closeVote, openVote, readResult, vote } from './path/voting.ts';
import type { Walk } from './path/walk.ts';

// What doesn’t come is said at once, and not when the whole journey’s time is over.
test.use({ actionTimeout: 15_000 });

test(
  'a valley defines well-being, measures it, decides, acts, and begins again',
  { tag: '@both' },
  async ({ page: owner, visitor, device, house, javaScriptEnabled, tolerate }) => {
    test.setTimeout(600_000);
    // Of the wheel's scripts, which it doesn't fetch, a browser without JavaScript says that the policy forbids them.
    if (javaScriptEnabled === false) tolerate(/\/_app\/immutable\/\S+\.js csp$/);
    const walk = await test.step('a coordinator founds a territory', () => begin(owner, visitor, device, house));
    const room = await test.step('the facilitator opens a gathering', () => openGathering(walk));
    const privateCode = await test.step('everyone writes for themselves', () => writeAlone(walk, room));
    await test.step('a relay notes what is said at the door', () => noteAtTheDoor(walk));
    await test.step('what was written comes to the wall', () => shareOnTheWall(walk, room.here));
    await test.step('the group approves its words', () => approve(walk, room.here));
    await test.step('a table of words is imported once', () => importFile(walk, room.here));
    await test.step('the words are published', () => publish(walk));
    await test.step('the words are sorted in the grid', () => chooseGrid(walk).then(() => sort(walk)));
    await test.step('what says the same is grouped', () => group(walk));
    const care = await test.step('a progress path becomes an indicator', () => writeIndicator(walk, CARE));
    await test.step('it is discussed', () => discuss(walk, care));
    await test.step('it is adopted', () => adopt(walk, care, CARE));
    const buses = await test.step('and a second one', () => writeIndicator(walk, BUSES));
    await test.step('which is adopted too', () => adopt(walk, buses, BUSES));
    const round = await test.step('an evaluation opens', () => openRound(walk));
    await test.step('people place themselves', () => placeThemselves(walk, round));
    await test.step('a group agrees, a statistic is attached', () => addWhatElseIsKnown(walk, round));
    await test.step('only participation is shown', () => seeOnlyParticipation(walk, round));
    await test.step('the evaluation is closed', () => closeRound(walk, round));
    await test.step('the results are read', () => readResults(walk, round));
    const result = await test.step('by group, with what is hidden', () => readByGroup(walk, round));
    const objective = await test.step('an objective is agreed', () => setObjective(walk, result));
    await test.step('what people do stands beside it', () => putStrengthsBeside(walk, objective));
    await test.step('two ways are compared', () => compareScenarios(walk, objective));
    await test.step('actors come into the directory', () => enterActors(walk));
    await test.step('anyone proposes', () => propose(walk, objective));
    await test.step('a panel answers', () => review(walk));
    const ballot = await test.step('a vote opens', () => openVote(walk));
    const receipt = await test.step('people vote', () => vote(walk, ballot));
    await test.step('the vote is closed', () => closeVote(walk, ballot));
    await test.step('the result says why', () => readResult(walk, ballot, receipt));
    await test.step('winners become actions', () => startActions(walk));
    const promise = await test.step('actors commit', () => commit(walk));
    await test.step('the plan is read', () => readPlan(walk));
    await test.step('from a kept promise back to somebody’s words', () => walkBack(walk, promise));
    await test.step('from one’s words forward to a kept promise', () => walkForward(walk, privateCode));
    await test.step('those who took part judge the process', () => judgeTheProcess(walk));
    await test.step('the cycle is closed', () => closeCycle(walk));
    await test.step('the journal is read', () => readJournal(walk));
    await test.step('the next cycle begins with the same indicators', () => beginAgain(walk));
  },
);

async function begin(
  owner: Walk['anyone'],
  visitor: Journey['visitor'],
  device: Journey['device'],
  house: Journey['house'],
): Promise<Walk> {
  const invitation = await inviteCoordinator(owner, house);
  const coordinator = await visitor();
  await takeUp(coordinator, invitation, true);
  const base = await found(coordinator);
  await orderQuestions(coordinator, base);
  await composeGroups(coordinator, base);
  const [first, second] = await seatTwo(coordinator, base);
  const people = {
    coordinator,
    lea: await visitor(PHONE),
    noe: await visitor(PHONE),
    facilitator: await visitor(),
    relay: await visitor(PHONE),
    aicha: await visitor(PHONE),
    bo: await visitor(PHONE),
    anyone: await visitor(PHONE),
  };
  await takeUp(people.lea, first);
  await takeUp(people.noe, second);
  await acceptEachOther(base, [people.lea, people.noe]);
  await takeUp(people.facilitator, await invite(coordinator, base, { name: 'Fanny', role: 'facilitator' }));
  await takeUp(people.relay, await invite(coordinator, base, { name: 'Rachid', role: 'relay' }));
  return { house, visitor, device, base, ...people };
}
