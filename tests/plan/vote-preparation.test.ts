import { expect, test } from 'vitest';
import { listTakenUp, listVoteProposals } from '#lib/plan/vote-proposal.server.ts';
import { dearerThan } from '#lib/plan/vote-proposal.ts';
import { createCodes } from '#lib/plan/roll-code.server.ts';
import { countRoll } from '#lib/plan/roll.server.ts';
import { correctVote, discardVote, prepareVote } from '#lib/plan/vote-preparation.server.ts';
import { getVote, isPublished, openingOf, openVote, type VoteFacts } from '#lib/plan/vote.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { foundTown } from '#tests/support/town.ts';
import { acceptProposals, openedVote, USUAL_VOTE } from '#tests/support/vote.ts';

async function aDraft(house: TestHouse, facts: Partial<VoteFacts> = {}) {
  const town = await foundTown(house);
  const { territoryId, cycleId, first: actor } = town;
  const proposals = await acceptProposals(house, town, [60_000, 50_000, 40_000]);
  const said: VoteFacts = { ...USUAL_VOTE, ...facts, proposalIds: proposals };
  const voteId = await house.write((db, now) => prepareVote(db, { ...said, territoryId, cycleId, actor }, now));
  const act = { territoryId, voteId, actor };
  return {
    town,
    proposals,
    voteId,
    act,
    vote: () => getVote(house.db, territoryId, voteId),
    correct: (changes: Partial<VoteFacts>) =>
      house.write((db, now) => correctVote(db, { ...said, ...changes, ...act }, now)),
    discard: () => house.write((db, now) => discardVote(db, act, now)),
    open: () => house.write((db, now) => openVote(db, act, now)),
  };
}

eachDatabase('a vote that is prepared', (open) => {
  test('can be corrected, and then takes another decision than the one before', async () => {
    const house = await open();
    const draft = await aDraft(house);
    await draft.town.decide('open-vote', draft.voteId);
    await draft.correct({ budgetCents: 90_000, proposalIds: draft.proposals.slice(0, 2) });
    expect(await draft.vote()).toMatchObject({ budget_cents: 90_000 });
    expect(await listVoteProposals(house.db, draft.act.territoryId, draft.voteId)).toHaveLength(2);
    await expect(draft.open()).rejects.toMatchObject({ reason: 'decision.needed' });
    // Nor does one that somebody enters about the vote as it was.
    await draft.town.decide('open-vote', draft.voteId);
    await expect(draft.open()).rejects.toMatchObject({ reason: 'decision.needed' });
    await draft.town.decide('open-vote', await openingOf(house.db, await draft.vote()));
    await draft.open();
    await expect(draft.correct({ name: 'Autre' })).rejects.toMatchObject({ reason: 'votes.alreadyOpened' });
    await expect(draft.discard()).rejects.toMatchObject({ reason: 'votes.alreadyOpened' });
  });

  test('is published from the confirmed decision on, and after a correction only once that is decided on', async () => {
    const house = await open();
    const draft = await aDraft(house);
    const published = async () => isPublished(house.db, await draft.vote());
    expect(await published()).toBe(false);
    await draft.town.decide('open-vote', draft.voteId);
    expect(await published()).toBe(true);
    await draft.correct({ budgetCents: 90_000 });
    expect(await published()).toBe(false);
    await draft.town.decide('open-vote', await openingOf(house.db, await draft.vote()));
    expect(await published()).toBe(true);
    await draft.open();
    expect(await published()).toBe(true);
  });

  test('keeps its decision when it is saved without a change', async () => {
    const house = await open();
    const draft = await aDraft(house);
    await draft.town.decide('open-vote', draft.voteId);
    await draft.correct({});
    await draft.open();
  });

  test('is corrected by the rules by which it is prepared', async () => {
    const house = await open();
    const draft = await aDraft(house);
    const refused = (facts: Partial<VoteFacts>, reason: string) =>
      expect(draft.correct(facts)).rejects.toMatchObject({ reason });
    await refused({ proposalIds: draft.proposals.slice(0, 1) }, 'votes.fewProposals');
    await refused({ leastChoices: 4, mostChoices: 4 }, 'votes.choices');
    await refused({ councilOn: USUAL_VOTE.closesOn }, 'votes.councilBefore');
    expect(await openingOf(house.db, await draft.vote())).toBe(draft.voteId);
  });

  test('loses its codes when it is no longer by code', async () => {
    const house = await open();
    const draft = await aDraft(house, { admission: 'roll' });
    const codes = { number: 2, batch: 'guichet', sentId: randomId() };
    await house.write((db, now) => createCodes(db, { ...draft.act, ...codes }, now));
    const { territoryId } = draft.act;
    await draft.correct({ admission: 'roll', name: 'Autre' });
    expect(await countRoll(house.db, territoryId, draft.voteId)).toMatchObject({ ready: 2 });
    await draft.correct({ admission: 'account' });
    expect(await countRoll(house.db, territoryId, draft.voteId)).toMatchObject({ ready: 0 });
  });

  test('can be thrown away with all that hangs on it, and the journal tells so', async () => {
    const house = await open();
    const draft = await aDraft(house, { admission: 'roll' });
    const codes = { number: 2, batch: 'guichet', sentId: randomId() };
    await house.write((db, now) => createCodes(db, { ...draft.act, ...codes }, now));
    await draft.correct({ admission: 'roll', name: 'Autre' });
    await draft.discard();
    await expect(draft.vote()).rejects.toBeInstanceOf(NotThere);
    const verbs = await house.db.selectFrom('journal').select('verb').where('subject_id', '=', draft.voteId).execute();
    expect(verbs.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['vote.prepared', 'vote.corrected', 'vote.discarded']),
    );
  });

  test('is told which proposals another open vote has already', async () => {
    const house = await open();
    const town = await foundTown(house);
    const proposals = await acceptProposals(house, town, [1, 2, 3]);
    await openedVote(house, town, proposals.slice(0, 2), { name: 'Le premier' });
    const taken = await listTakenUp(house.db, town.territoryId, town.cycleId);
    expect(taken.map(({ vote }) => vote)).toEqual(['Le premier', 'Le premier']);
    expect(taken.map(({ proposalId }) => proposalId).sort()).toEqual(proposals.slice(0, 2).sort());
  });
});

test('dearer than the budget is what alone costs more than all of it', () => {
  const proposals = [{ cost_cents: 100 }, { cost_cents: 101 }];
  expect(dearerThan(proposals, 100)).toEqual([{ cost_cents: 101 }]);
});
