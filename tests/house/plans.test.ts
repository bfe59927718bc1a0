import { Kysely, CompiledQuery, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAgenda } from '#lib/definitions/agenda.server.ts';
import { countWords, listCounts } from '#lib/definitions/counter.server.ts';
import { proposeNote } from '#lib/definitions/note.server.ts';
import { listOwnNotes } from '#lib/definitions/own-words.server.ts';
import { listTyped, strikeTyped, typeNotes } from '#lib/definitions/typing.server.ts';
import { getRoomState, listWall } from '#lib/definitions/wall.server.ts';
import { beginAnswers, findRespondent, listAnswers, rateIndicators } from '#lib/evaluation/answer.server.ts';
import { enterPaperForm } from '#lib/evaluation/paper.server.ts';
import { countParticipants } from '#lib/evaluation/release.server.ts';
import { countScarce, getRound } from '#lib/evaluation/round.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { castBallot, findReceipt } from '#lib/plan/ballot.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countBallots } from '#lib/plan/vote.server.ts';
import { fileOf, openSqlite } from '#lib/platform/database.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import type { Db, Tables } from '#lib/platform/tables.ts';
import { getGathering, joinGathering, leadGathering } from '#lib/territory/gathering.server.ts';
import { runJobs } from '#db/jobs.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { openBallotBox, openSurvey } from '#tests/support/opened.ts';
import { makeTown } from '#tests/support/territory.ts';

const NOW = Date.now();
const DAY = '2026-05-07';

/** Everything that is asked again and again while people write, answer and vote. */
type HotPaths = Readonly<Record<string, (db: Db) => Promise<unknown>>>;

/** A town in which people write, a round that takes answers and a vote that takes ballots, among very much else. */
async function prepare(house: House): Promise<HotPaths> {
  const town = await makeTown(house, 'Une ville');
  const { roundId, versionIds } = await openSurvey(house, town);
  const { voteId, proposalIds } = await openBallotBox(house, await makeTown(house, 'Une autre'));
  const vote = await house.db.selectFrom('vote').selectAll().where('id', '=', voteId).executeTakeFirstOrThrow();
  const territoryId = town.territory.id;
  const { gatheringId } = town;
  const questionId = town.questionIds[0] ?? '';
  const participant = await house.write(async (db) => {
    const device = await createParticipant(db, { territoryId, day: DAY });
    await joinGathering(db, { gathering: await getGathering(db, territoryId, gatheringId), participant: device });
    return device;
  });
  const accountId = town.people.facilitator.id;
  const words = { questionId, language: 'fr', text: 'De l’ombre' };
  const typed = { territoryId, gatheringId, questionId, language: 'fr', source: 'paper', accountId } as const;
  await house.write((db, now) => typeNotes(db, { ...typed, lines: ['a', 'b', 'c'], sentId: randomId() }, now));
  const shared = { territoryId, gatheringId, phase: 'sharing', questionId, actor: PROGRAM } as const;
  await house.write((db, now) => leadGathering(db, shared, now));
  const gathering = await getGathering(house.db, territoryId, gatheringId);
  const round = await getRound(house.db, territoryId, roundId);
  const profile = { groupId: null, neighbourhoodId: null, ageBand: null };
  const answering = { territoryId, roundId, sender: 'a-device' };
  const answers = new Map([[versionIds[0] ?? '', '3' as const]]);
  fill(fileOf(house.connections.url), { territoryId, voteTerritoryId: vote.territory_id, roundId, voteId });
  const voting = { territoryId: vote.territory_id, voteId };
  return {
    'a note from a phone': (db) => proposeNote(db, { ...words, gatheringId, participant, sentId: randomId() }, NOW),
    'my notes in a gathering': (db) => listOwnNotes(db, participant, { gatheringId }),
    'all my notes': (db) => listOwnNotes(db, participant),
    'the wall': (db) => listWall(db, gathering),
    'the state of a room': (db) => getRoomState(db, gathering),
    'the notes that are to be approved': (db) => listAgenda(db, gathering),
    'lines that are typed': (db) => typeNotes(db, { ...typed, lines: ['d'], sentId: randomId() }, NOW),
    'what was typed': async (db) => {
      const [line] = await listTyped(db, typed);
      await strikeTyped(db, { ...typed, noteId: line?.id ?? '' }, NOW);
    },
    'the numbers of words': async (db) => [
      await countWords(db, territoryId, town.cycle.id),
      await listCounts(db, territoryId, town.cycle.id),
    ],
    'the beginning of answers': (db) => beginAnswers(db, { ...answering, profile, source: 'online' }, NOW),
    'an answer': (db) => rateIndicators(db, { ...answering, answers }, NOW),
    'my answers': async (db) => listAnswers(db, (await findRespondent(db, answering)) ?? { territory_id: '', id: '' }),
    'a paper form': (db) => enterPaperForm(db, { territoryId, roundId, sentId: randomId(), profile, answers }),
    'the numbers of answers': async (db) => [await countParticipants(db, round), await countScarce(db, round, 5)],
    'a ballot': (db) => {
      const ballot = { choices: proposalIds.slice(0, 3), receipt: randomId() };
      return castBallot(db, { ...voting, ...ballot, voterHash: voterHash(voteId, 'device', 'a-device') }, NOW);
    },
    'a receipt': (db) => findReceipt(db, vote.territory_id, voteId, 'a-hash'),
    'the number of ballots': (db) => countBallots(db, vote.territory_id, voteId),
  };
}

/** Many notes of many gatherings and people, answers and ballots, without what they refer to. */
function fill(
  file: string,
  of: { territoryId: string; voteTerritoryId: string; roundId: string; voteId: string },
): void {
  const database = openSqlite(file, false);
  database.pragma('foreign_keys = OFF');
  const many = (rows: number, into: string, values: string) =>
    database.exec(`with recursive nth (n) as (select 0 union all select n + 1 from nth where n < ${rows - 1})
      insert into ${into} select ${values} from nth`);
  const [territory, elsewhere] = [`'${of.territoryId}'`, `'${of.voteTerritoryId}'`];
  many(
    20_000,
    `note (territory_id, id, cycle_id, group_id, gathering_id, question_id, language, text, source, sender, sent_id,
      author_id, entered_by, created_at)`,
    `${territory}, 'note' || n, 'c', 'g' || n % 20, 'm' || n % 100, 'q' || n % 3, 'fr', 'Du calme', 'phone', 's' || n % 900,
      'sent' || n, iif(n % 2, 'author' || n % 900, null), iif(n % 2, null, 'a' || n % 9), 0`,
  );
  many(
    20_000,
    'note_approval (territory_id, id, note_id, outcome, together, approved_by, approved_at)',
    `${territory}, 'approval' || n, 'note' || n, 'whole', 1, 'a', 0`,
  );
  many(
    9_000,
    'respondent (territory_id, id, round_id, sender, source, "release")',
    `${territory}, 'r' || n, iif(n % 3, '${of.roundId}', 'before'), 'device' || n, 'online', 0`,
  );
  many(
    30_000,
    'answer (territory_id, respondent_id, indicator_version_id, round_id, answer)',
    `${territory}, 'r' || n % 9000, 'v' || n, '${of.roundId}', '3'`,
  );
  many(
    9_000,
    'ballot (territory_id, vote_id, ballot_id, choices)',
    `${elsewhere}, '${of.voteId}', 'ballot' || n, '[]'`,
  );
  many(
    9_000,
    'receipt (territory_id, vote_id, receipt_hash, signature)',
    `${elsewhere}, '${of.voteId}', 'receipt' || n, 's'`,
  );
  many(
    9_000,
    'roll_entry (territory_id, vote_id, voter_hash, state)',
    `${elsewhere}, '${of.voteId}', 'voter' || n, 'used'`,
  );
  many(
    9_000,
    'gathering_participant (territory_id, gathering_id, participant_id)',
    `${territory}, 'm' || n % 100, 'p' || n`,
  );
  database.close();
}

/** What is set up once and stays small; all else grows with what people say, answer and choose. */
const SMALL = [
  'round_indicator',
  'vote_proposal',
  'gathering_sharing',
  'question',
  'gathering',
  'group',
  'cycle',
  'round',
  'vote',
  'territory',
  'neighbourhood',
  'note_count',
];

/** Steps that read a whole table, or all that a territory has in it. */
function wide(steps: readonly string[]): string[] {
  return steps.filter((step) => {
    const [, how, table = '', rest = ''] = /^(SCAN|SEARCH) (\w+)(.*)$/.exec(step) ?? [];
    if (how === undefined || SMALL.includes(table)) return false;
    return how === 'SCAN' ? !/^SCAN CONSTANT ROW/.test(step) : /\(territory_id=\?\)$/.test(rest);
  });
}

describe('in a database that has filled since the program started', () => {
  const file = newFile();
  let house: House;
  let paths: HotPaths;
  beforeAll(async () => {
    await migrateAt(file.url);
    house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
    paths = await prepare(house);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await file.remove();
  });

  test('nothing that is asked again and again reads a table that grows', async () => {
    await runJobs(house);
    const found: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(paths)) {
      const queries = await askedBy(path);
      expect(queries.length, name).toBeGreaterThan(0);
      for (const query of queries) {
        const on = query.sql.startsWith('select') ? house.connections.reading : house.connections.writing;
        for (const step of await planOf(on, query)) (found[name] ??= []).push(`${step}: ${query.sql}`);
      }
    }
    expect(found).toEqual({});
  });

  /** What a path asks, run once on a connection of its own. An insert reads only where a foreign key is broken. */
  async function askedBy(path: HotPaths[string]): Promise<CompiledQuery[]> {
    const asked: CompiledQuery[] = [];
    const dialect = new SqliteDialect({ database: openSqlite(fileOf(file.url), false) });
    const db = new Kysely<Tables>({ dialect, log: ({ query }) => void asked.push(query) });
    await db.transaction().execute(path);
    await db.destroy();
    return asked.filter(({ sql }) => /^(select|update|delete|with)\b/.test(sql));
  }
});

async function planOf(db: Db, { sql, parameters }: CompiledQuery): Promise<string[]> {
  const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(plan);
  return wide(rows.map((row) => row.detail));
}
