import { expect, test } from 'vitest';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { createCodes } from '#lib/plan/roll-code.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countVote, keepTally } from '#lib/plan/tally.server.ts';
import { listVoteProposals } from '#lib/plan/vote-proposal.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { correctVote, prepareVote } from '#lib/plan/vote-preparation.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { benchOf } from '#tests/support/opened.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';
import { acceptProposals, openedVote, USUAL_VOTE } from '#tests/support/vote.ts';
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
  const tally = await countVote(house.db, of);
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
    expect(page).toMatch(/Dernier jour annoncé<.*31\u00a0mai 2099.*Clos le</s);
    expect(page).toContain('Ce qui est retenu et ce qui ne l’est pas');
    expect(page).not.toContain('Résultat, raisons et étapes');
    expect(page).not.toMatch(/\d+\svoix|aucune voix|Aucun bulletin ne la soutient|étape par étape|Nombre de voix seul/);
    const result = JSON.parse((await get('/result.json')).text) as { told: string; proposals: object[] };
    expect(result).toMatchObject({ told: 'outcome', ballots: 1 });
    expect(result.proposals.flatMap((one) => Object.keys(one))).not.toContain('votes');
    expect((await get('/ballots.pb')).status).toBe(404);
    expect(await server.stop()).toBe(0);
  });

  test('tell everybody how many codes there are, and which were made after the opening and by whom', async () => {
    const { house, town, base } = await enter();
    const of = { territoryId: town.territory.id, voteId: town.voteId ?? '' };
    const actor = { kind: 'account', id: town.people.member.id } as const;
    const make = (batch: string, number: number) =>
      house.write((db, now) => createCodes(db, { ...of, batch, number, sentId: randomId(), actor }, now));
    await make('guichet', 4);
    house.setClock(house.clock() + 1);
    await make('lettres', 3);
    const server = await startServer(house.connections.url);
    const page = await (await fetch(`${server.origin}${base}/plan/votes/${of.voteId}`)).text();
    const told = page.slice(page.indexOf('Codes pour voter'), page.indexOf('Les règles'));
    expect(told).toContain('7 codes ont été faits pour ce vote');
    const batches = [...told.matchAll(/<li>(.*?)<\/li>/gs)].map(([, one = '']) => one);
    expect(batches.map((one) => one.includes('après l’ouverture'))).toEqual([false, true]);
    for (const one of batches) expect(one).toContain(town.people.member.name);
    expect(told).not.toMatch(/guichet|lettres/);
    expect(await server.stop()).toBe(0);
  });

  test('warn who would close it that its last day isn’t over, that day included, and not from the next on', async () => {
    const { house, town, base } = await enter();
    const { voteId = '' } = town;
    const cookie = `${SESSION_COOKIE}=${(await openSession(house, town.people.member.id)).secret}`;
    const today = dayOf(Date.now(), town.territory.time_zone);
    const server = await startServer(house.connections.url);
    const read = async (closesOn: string, headers: Record<string, string>) => {
      await house.write((db) => db.updateTable('vote').set({ closes_on: closesOn }).where('id', '=', voteId).execute());
      return (await fetch(`${server.origin}${base}/plan/votes/${voteId}`, { headers })).text();
    };
    const warning = 'prendre des bulletins moins longtemps que prévu';
    expect(await read(today, { cookie })).toContain(warning);
    expect(await read(today, {})).not.toContain(warning);
    const after = await read(dayAfter(today, -1), { cookie });
    expect(after).toContain('Clore');
    expect(after).not.toContain(warning);
    expect(await server.stop()).toBe(0);
  });

  test('tell of a vote without a ballot that nothing won, and list every proposal as not kept', async () => {
    const { house, town, base } = await enter();
    const { voteId = '' } = town;
    const of = { territoryId: town.territory.id, voteId };
    await house.write((db, now) => db.updateTable('vote').set({ closed_at: now }).where('id', '=', voteId).execute());
    const tally = await countVote(house.db, of);
    expect(tally).toMatchObject({ ballots: 0, result: { equalShares: { winners: [], totalCost: 0n } } });
    const actor = { kind: 'account', id: town.people.member.id } as const;
    await house.write((db, now) => keepTally(db, { ...of, tally, actor }, now));
    const server = await startServer(house.connections.url);
    const answer = await fetch(`${server.origin}${base}/plan/votes/${voteId}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('Aucune proposition n’est retenue.');
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
    for (const { proposal_id } of await listVoteProposals(house.db, of.territoryId, voteId))
      expect(page).toContain(`${base}/plan/proposals/${proposal_id}`);
    expect(await server.stop()).toBe(0);
  });

  test('say to whoever corrects a vote too late that it has opened, and keep what was typed', async () => {
    const { house, town, base } = await enter();
    const server = await startServer(house.connections.url);
    const { secret } = await openSession(house, town.people.member.id);
    const [one, two] = await listVoteProposals(house.db, town.territory.id, town.voteId ?? '');
    const fields = {
      ...{ sentId: randomId(), name: 'Trop tard', question: 'Que faire ?', budget: '1000000' },
      ...{ leastChoices: '1', mostChoices: '2', add1Stops: 'only-at-overspend', admission: 'roll' },
      ...{ closesOn: '2099-05-31', whoDecides: 'Le conseil', binding: 'yes', councilOn: '2099-06-20' },
    };
    const body = new URLSearchParams(fields);
    for (const proposal of [one, two]) body.append('proposals', proposal?.proposal_id ?? '');
    const answer = await fetch(`${server.origin}${base}/plan/votes/${town.voteId}/edit`, {
      method: 'POST',
      headers: { cookie: `${SESSION_COOKIE}=${secret}`, origin: server.origin, accept: 'text/html' },
      body,
      redirect: 'manual',
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Trop tard');
    expect(await server.stop()).toBe(0);
  });

  test('show everyone a vote that is decided and not open yet, without a ballot; and nothing of it before', async () => {
    const { house, town, base } = await enter();
    const bench = benchOf(house, town);
    const { territoryId, cycleId, first: actor } = bench;
    const proposalIds = await acceptProposals(house, bench, [60_000, 150_000]);
    const days = { closesOn: '2099-05-31', councilOn: '2099-06-20' };
    const facts = { ...USUAL_VOTE, ...days, name: 'Prochain vote', proposalIds, territoryId };
    const voteId = await house.write((db, now) => prepareVote(db, { ...facts, cycleId, actor }, now));
    const server = await startServer(house.connections.url);
    let asked = 0;
    const get = async (path = '') => {
      // Another address each time: on SQLite a page that is kept hears of no other process.
      const answer = await fetch(`${server.origin}${base}/plan/votes${path}?${(asked += 1)}`);
      return { status: answer.status, text: await answer.text() };
    };
    const of = `/${voteId}`;
    expect((await get(of)).status).toBe(404);
    expect((await get()).text).not.toContain('Prochain vote');
    await bench.decide('open-vote', voteId);
    expect((await get()).text).toContain('Prochain vote');
    const page = await get(of);
    expect(page.text).toContain('Ce vote n’est pas encore ouvert');
    expect(page.text).toContain('Proposition 2');
    expect(page.text.match(/Plus que tout le budget/g)).toHaveLength(1);
    expect(page.text).not.toContain(`${voteId}/ballot`);
    expect((await get(`${of}/ballot`)).text).not.toContain('Proposition 2');
    for (const path of ['/rules.json', '/receipt', '/result.json']) expect((await get(of + path)).status).toBe(404);
    await house.write((db, now) => correctVote(db, { ...facts, name: 'Un autre', voteId, actor }, now));
    expect((await get(of)).status).toBe(404);
    expect((await get()).text).not.toContain('Un autre');
    expect(await server.stop()).toBe(0);
  });

  test('mark on the ballot and once more before it is sent what is dearer than the whole budget', async () => {
    const { house, town, base } = await enter();
    const bench = benchOf(house, town);
    const proposalIds = await acceptProposals(house, bench, [60_000, 150_000]);
    const days = { closesOn: '2099-05-31', councilOn: '2099-06-20' };
    const voteId = await openedVote(house, bench, proposalIds, days);
    const server = await startServer(house.connections.url);
    const ballot = `${server.origin}${base}/plan/votes/${voteId}/ballot`;
    const looked = await fetch(ballot);
    expect((await looked.text()).match(/Plus que tout le budget/g)).toHaveLength(1);
    const cookie = looked.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const review = async (choices: readonly string[]) => {
      const body = new URLSearchParams([['code', ''], ...choices.map((id) => ['choices', id])]);
      const headers = { cookie, origin: server.origin, accept: 'text/html' };
      return (await fetch(`${ballot}?/review`, { method: 'POST', headers, body })).text();
    };
    const both = await review(proposalIds);
    expect(both.match(/Plus que tout le budget/g)).toHaveLength(1);
    expect(both).toContain('il ne peut pas être retenu');
    const first = await review(proposalIds.slice(0, 1));
    expect(first).toContain('Voici votre bulletin');
    expect(first).not.toContain('tout le budget');
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
