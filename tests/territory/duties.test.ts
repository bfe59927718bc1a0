import { afterAll, beforeAll, expect, test } from 'vitest';
import { putOnAgenda } from '#lib/definitions/agenda.server.ts';
import { approveNote } from '#lib/definitions/approval.server.ts';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { startVoted } from '#lib/plan/action.server.ts';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countVote, keepTally } from '#lib/plan/tally.server.ts';
import { endVote } from '#lib/plan/vote.server.ts';
import { leadGathering, planGathering } from '#lib/territory/gathering.server.ts';
import { discardRound, prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { openRound } from '#lib/evaluation/round.server.ts';
import { migrateAt, newFile, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { benchOf } from '#tests/support/opened.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { acceptProposals, openedVote } from '#tests/support/vote.ts';
import { makeTown, type TestAccount, type Town } from '#tests/support/territory.ts';

const file = newFile();
let house: House;
let server: RunningServer;
let town: Town;
let base: string;

beforeAll(async () => {
  await migrateAt(file.url);
  house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  town = await makeTown(house);
  server = await startServer(file.url);
  base = `${server.origin}/fr/${town.territory.slug}/${town.cycle.slug}`;
});

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

async function cookieOf({ id }: TestAccount): Promise<string> {
  return `${SESSION_COOKIE}=${(await openSession(house, id)).secret}`;
}

/** What a person's workspace says is to be done now. */
async function dutiesOf(account: TestAccount): Promise<string> {
  const page = await fetch(`${base}/staff`, { headers: { cookie: await cookieOf(account) } });
  return /<ul class="duties.*?<\/ul>/s.exec(await page.text())?.[0] ?? '';
}

test('what was decided is to be done until it is done, by those who may and nobody else', async () => {
  const bench = benchOf(house, town);
  const { territoryId, cycleId, first: actor } = bench;
  const versionIds = await adoptIndicators({ ...house, setClock: () => undefined } as TestHouse, bench, 1);
  const facts = {
    name: 'Printemps',
    closesOn: '2099-05-31',
    officialReading: 'each-person',
    drawnByLot: false,
  } as const;
  const roundId = await house.write((db, now) =>
    prepareRound(db, { ...facts, territoryId, cycleId, actor, versionIds }, now),
  );
  const { coordinator, member, relay } = town.people;
  const waiting = 'C’est décidé, reste à le faire\u00a0: Ouvrir l’évaluation «\u00a0Printemps\u00a0»';
  const undecided = 'À décider par une instance : Ouvrir l’évaluation « Printemps »';
  expect(await dutiesOf(coordinator)).not.toContain(waiting);
  for (const person of [coordinator, member]) expect(await dutiesOf(person)).toContain(undecided);
  expect(await dutiesOf(relay)).not.toContain(undecided);
  await bench.decide('open-round', roundId);
  for (const person of [coordinator, member]) {
    expect(await dutiesOf(person)).toContain(waiting);
    expect(await dutiesOf(person)).not.toContain(undecided);
    expect(await dutiesOf(person)).toContain(`/evaluation/rounds/${roundId}"`);
  }
  expect(await dutiesOf(relay)).not.toContain(waiting);
  await house.write((db, now) => openRound(db, { territoryId, roundId, actor }, now));
  expect(await dutiesOf(coordinator)).not.toContain('Printemps');
});

test('a round whose last day passed before it opened is to be corrected or given up, not opened', async () => {
  const bench = benchOf(house, town);
  const { territoryId, cycleId, first: actor } = bench;
  const frozen = house.db.selectFrom('indicator_version').select('id').where('territory_id', '=', territoryId);
  const versionIds = (await frozen.where('frozen_at', 'is not', null).execute()).map(({ id }) => id);
  const facts = { name: 'Hiver', closesOn: '2099-05-31', officialReading: 'each-person', drawnByLot: false } as const;
  const roundId = await house.write((db, now) =>
    prepareRound(db, { ...facts, territoryId, cycleId, actor, versionIds }, now),
  );
  await bench.decide('open-round', roundId);
  const { member } = town.people;
  const opening = 'Ouvrir l’évaluation « Hiver »';
  const missed = 'Choisissez-en un autre ou abandonnez : Hiver';
  const read = async () => (await dutiesOf(member)).replaceAll('\u00a0', ' ');
  expect(await read()).toContain(opening);
  expect(await read()).not.toContain(missed);
  await house.write((db) =>
    db.updateTable('round').set({ closes_on: '2020-01-31' }).where('id', '=', roundId).execute(),
  );
  expect(await read()).not.toContain(opening);
  expect(await read()).toContain(missed);
  await house.write((db, now) => discardRound(db, { territoryId, roundId, actor }, now));
  expect(await read()).not.toContain(missed);
});

test('a decision without a sentence of its own says what it allows; a general one needs its words', async () => {
  const cookie = await cookieOf(town.people.member);
  const record = (about: string) =>
    fetch(`${base}/staff/bodies/${town.bodyId}/decisions/new`, {
      method: 'POST',
      headers: { cookie, origin: server.origin, accept: 'text/html' },
      body: new URLSearchParams({ about, decidedOn: '2026-01-05', title: '', sentId: randomId() }),
      redirect: 'manual',
    });
  expect((await record(`close-cycle ${town.cycle.id}`)).status).toBe(303);
  const { title } = await house.db
    .selectFrom('decision')
    .select('title')
    .where('purpose', '=', 'close-cycle')
    .executeTakeFirstOrThrow();
  expect(title).toBe('Clore le cycle «\u00a02026\u00a0»');
  const general = await record('general');
  expect(general.status).toBe(409);
  expect(await general.text()).toContain('Écrivez en une phrase ce qui a été décidé.');
});

test('a gathering is something to do from fourteen days before on, not from fifteen, for who facilitates it', async () => {
  const { facilitator, otherFacilitator } = town.people;
  const today = dayOf(house.clock(), town.territory.time_zone);
  const planIn = (days: number) =>
    house.write((db, now) =>
      planGathering(
        db,
        {
          territoryId: town.territory.id,
          groupId: town.groupId,
          place: 'Maison de quartier',
          day: dayAfter(today, days),
          time: null,
          facilitatorIds: [otherFacilitator.id],
          actor: PROGRAM,
        },
        now,
      ),
    );
  const [near, far] = [await planIn(14), await planIn(15)];
  const duties = await dutiesOf(otherFacilitator);
  expect(duties).toContain(`/gatherings/${near}"`);
  expect(duties).not.toContain(`/gatherings/${far}"`);
  expect(await dutiesOf(facilitator)).not.toContain(near);
});

test('notes to talk about wait for who facilitated their gathering once it is closed, until they are decided', async () => {
  const { territory, gatheringId } = town;
  const { facilitator, otherFacilitator, coordinator } = town.people;
  const facts = { territoryId: territory.id, gatheringId, accountId: facilitator.id };
  const lead = (phase: 'sharing' | 'closed') =>
    house.write((db, now) => leadGathering(db, { ...facts, phase, questionId: null, actor: PROGRAM }, now));
  const written = { questionId: town.questionIds[0] ?? '', language: 'fr', source: 'facilitator' } as const;
  await house.write((db, now) =>
    typeNotes(db, { ...facts, ...written, lines: ['Du calme', 'Un banc'], sentId: randomId() }, now),
  );
  await lead('sharing');
  const { id: noteId } = await house.db
    .selectFrom('note')
    .select('id')
    .where('text', '=', 'Un banc')
    .executeTakeFirstOrThrow();
  await house.write((db) => putOnAgenda(db, { ...facts, noteId }));
  const waits = 'Une parole dont quelqu’un a voulu parler attend une décision : Les jeunes';
  expect(await dutiesOf(facilitator)).not.toContain(waits);
  await lead('closed');
  const duties = await dutiesOf(facilitator);
  expect(duties).toContain(waits);
  expect(duties).toContain(`/gatherings/${gatheringId}/approval"`);
  for (const other of [otherFacilitator, coordinator]) expect(await dutiesOf(other)).not.toContain(waits);
  await house.write((db, now) =>
    approveNote(db, { ...facts, noteId, verdict: { outcome: 'minority' }, agreed: null, disagreed: null }, now),
  );
  expect(await dutiesOf(facilitator)).not.toContain('attend une décision');
});

test('what won a vote is to be started, until it is', async () => {
  const bench = benchOf(house, town);
  const { territoryId, first: actor } = bench;
  const acting = { ...house, setClock: () => undefined } as TestHouse;
  const proposals = await acceptProposals(acting, bench, [100, 200]);
  const voteId = await openedVote(acting, bench, proposals, {
    name: 'Un budget',
    closesOn: '2099-05-31',
    councilOn: '2099-06-30',
  });
  const duty = 'Lancer les 2 actions votées\u00a0: Un budget';
  expect(await dutiesOf(town.people.coordinator)).not.toContain(duty);
  const voter = { voterHash: voterHash(voteId, 'device', 'a-phone'), choices: proposals, receipt: randomId() };
  await house.write((db, now) => castBallot(db, { territoryId, voteId, ...voter }, now));
  await bench.decide('close-vote', voteId);
  await house.write((db, now) => endVote(db, { territoryId, voteId, actor }, now));
  const tally = await countVote(house.db, { territoryId, voteId });
  await house.write((db, now) => keepTally(db, { territoryId, voteId, tally, actor }, now));
  expect(await dutiesOf(town.people.coordinator)).toContain(duty);
  expect(await dutiesOf(town.people.relay)).not.toContain(duty);
  await house.write((db, now) => startVoted(db, { territoryId, voteId, proposalIds: proposals, actor }, now));
  expect(await dutiesOf(town.people.coordinator)).not.toContain('Un budget');
});
