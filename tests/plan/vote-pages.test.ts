import { expect, test } from 'vitest';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { createCodes } from '#lib/plan/roll-code.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countVote, keepTally } from '#lib/plan/tally.server.ts';
import { listVoteProposals } from '#lib/plan/vote-proposal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';

/** One ballot in the box, the vote closed and counted. */
async function countOne(house: TestHouse, town: Town): Promise<void> {
  const { voteId = '' } = town;
  const of = { territoryId: town.territory.id, voteId };
  const actor = { kind: 'account', id: town.people.member.id } as const;
  const codes = { number: 1, batch: 'guichet', sentId: randomId() };
  const [made] = await house.write((db, now) => createCodes(db, { ...of, ...codes, actor }, now));
  const [proposal] = await listVoteProposals(house.db, town.territory.id, voteId);
  const ballot = { choices: [proposal?.proposal_id ?? ''], receipt: randomId() };
  const voter = voterHash(voteId, 'code', made?.code ?? '');
  await house.write((db, now) => castBallot(db, { ...of, ...ballot, voterHash: voter }, now));
  await house.write((db, now) => db.updateTable('vote').set({ closed_at: now }).where('id', '=', voteId).execute());
  const tally = await countVote(house.db, { ...of, leastShown: 5 });
  await house.write((db, now) => keepTally(db, { ...of, tally, actor }, now));
}

eachDatabase('the pages of votes', (open) => {
  async function enter() {
    const house = await open();
    house.setClock(Date.now());
    const town = await withVote(house, await makeTown(house));
    return { house, town, base: `/fr/${town.territory.slug}/${town.cycle.slug}` };
  }

  test('tell of a vote with one ballot what won, and no number of votes anywhere', async () => {
    const { house, town, base } = await enter();
    await countOne(house, town);
    const server = await startServer(house.connections.url);
    const get = async (path: string) => {
      const answer = await fetch(`${server.origin}${base}/plan/votes/${town.voteId}${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    const page = (await get('')).text;
    expect(page).toContain('seule l’issue est publiée');
    expect(page).not.toMatch(/\d+\svoix|aucune voix|Aucun bulletin ne la soutient|étape par étape|Nombre de voix seul/);
    const result = JSON.parse((await get('/result.json')).text) as { told: string; proposals: object[] };
    expect(result).toMatchObject({ told: 'outcome', ballots: 1 });
    expect(result.proposals.flatMap((one) => Object.keys(one))).not.toContain('votes');
    expect((await get('/ballots.pb')).status).toBe(404);
    expect(await server.stop()).toBe(0);
  });

  test('lead from the home page and the plan to each of two open votes', async () => {
    const { house, town, base } = await enter();
    const second = await withVote(house, town);
    const server = await startServer(house.connections.url);
    for (const path of ['', '/plan']) {
      const page = await (await fetch(`${server.origin}${base}${path}`)).text();
      for (const { voteId } of [town, second]) expect(page).toContain(`${base}/plan/votes/${voteId}`);
    }
    expect(await server.stop()).toBe(0);
  });
});
