import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '#lib/platform/tables.ts';
import { TABLES } from '#lib/publication/catalogue.server.ts';
import { readTable } from '#lib/publication/file.server.ts';
import type { Here } from '#lib/publication/table.ts';
import { seedIfNew } from '#db/seed.ts';
import { newFile, openTestHouse, type TestHouse } from '#tests/support/database.ts';
import { everyFile, placeOf, readCsv } from './read.ts';

const file = newFile();
let house: TestHouse;
let cycles: Here[];
/** All files of both cycles, one after the other. */
let files: string;

beforeAll(async () => {
  house = await openTestHouse(file.url);
  await seedIfNew(house);
  cycles = [await placeOf(house, 'fr', 'cycle-2025'), await placeOf(house, 'fr', 'cycle-2026')];
  files = (await Promise.all(cycles.map(everyFile))).join('\n');
}, 120_000);

afterAll(async () => {
  await house.close();
  await file.remove();
});

/** Every value of a column of a table in which somebody could be recognised. */
async function valuesOf(table: keyof Tables, column: string): Promise<string[]> {
  const { rows } = await sql<{
    value: string | null;
  }>`select ${sql.ref(column)} as value from ${sql.table(table)}`.execute(house.db);
  return rows.map(({ value }) => value ?? '').filter((value) => value.length > 5);
}

describe('the open data of the demonstration territory', () => {
  test('fill every table in one cycle or the other, the free words of the review perhaps excepted', async () => {
    const empty: string[] = [];
    for (const table of TABLES) {
      const rows = await Promise.all(cycles.map((here) => table.listRows(here)));
      if (rows.flat().length === 0) empty.push(table.name);
    }
    expect(empty.filter((name) => name !== 'review-words')).toEqual([]);
  });

  test('hold no e-mail address, and no id of an account, a participant, a note, an answer or a ballot', async () => {
    const private_ = [
      ...(await valuesOf('account', 'id')),
      ...(await valuesOf('account', 'email')),
      ...(await valuesOf('participant', 'id')),
      ...(await valuesOf('note', 'id')),
      ...(await valuesOf('note', 'sender')),
      ...(await valuesOf('gathering', 'id')),
      ...(await valuesOf('gathering', 'code')),
      ...(await valuesOf('relay_visit', 'id')),
      ...(await valuesOf('respondent', 'id')),
      ...(await valuesOf('respondent', 'sender')),
      ...(await valuesOf('proposal', 'sender')),
      ...(await valuesOf('ballot', 'ballot_id')),
      ...(await valuesOf('roll_entry', 'voter_hash')),
      ...(await valuesOf('receipt', 'receipt_hash')),
    ];
    expect(private_.length).toBeGreaterThan(1000);
    expect(private_.filter((value) => files.includes(value))).toEqual([]);
    expect(files.match(/[\w.+-]+@[\w-]+\.\w+/g)).toBeNull();
  });

  test('hold no words of a note that anyone may not read', async () => {
    const words = (await Promise.all(cycles.map((here) => readCsv(here, 'words')))).flat();
    const shown = new Set(words.map((row) => row.words?.replace(/^'/, '')));
    const notes = (await valuesOf('note', 'text')).filter((text) => text.length > 25);
    const criteria = await house.db.selectFrom('criterion').select(['words', 'note_id']).execute();
    const parts = new Set(criteria.filter(({ words: said }) => shown.has(said)).map(({ note_id }) => note_id));
    const rows = await house.db.selectFrom('note').select(['id', 'text']).execute();
    const unread = rows.filter(({ id, text }) => text.length > 25 && !parts.has(id)).map(({ text }) => text);
    expect(notes.length).toBeGreaterThan(150);
    expect(unread.length).toBeGreaterThan(3);
    expect(unread.filter((text) => files.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  });

  test('tell no time of day', async () => {
    expect(files.match(/T\d{2}:\d{2}|\d{2}:\d{2}:\d{2}|(?<![\w.-])1[5-9]\d{11}(?![\w.-])/g)).toBeNull();
  });

  test('are the same file whenever they are asked for', async () => {
    expect((await Promise.all(cycles.map(everyFile))).join('\n') === files).toBe(true);
  });

  test('have in each row every column that is stated, and in each cell what it is stated to hold', async () => {
    const wrong: string[] = [];
    for (const here of cycles)
      for (const table of TABLES)
        for (const row of (await readTable(table, here)).rows) {
          const names = table.columns.map((column) => column.name);
          if (Object.keys(row).sort().join() !== [...names].sort().join())
            wrong.push(`${table.name}: ${Object.keys(row)}`);
          for (const { name, kind, codes } of table.columns) {
            const cell = row[name];
            if (cell === null) continue;
            if (!fits(kind, cell, codes)) wrong.push(`${table.name}.${name}: ${JSON.stringify(cell)} is no ${kind}`);
          }
        }
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('tie together: what one table names is in the other', async () => {
    const loose: string[] = [];
    for (const here of cycles) {
      const tables = new Map<string, Record<string, string>[]>();
      for (const { name } of TABLES) tables.set(name, await readCsv(here, name));
      for (const [from, column, to] of LINKS) {
        const known = new Set(tables.get(to)?.map((row) => row[column]));
        for (const row of tables.get(from) ?? [])
          if (row[column] && !known.has(row[column])) loose.push(`${from}.${column} ${row[column]} isn’t in ${to}`);
      }
    }
    expect(loose).toEqual([]);
  });

  test('let anyone compute the results again: n, classes, lower median and mean', async () => {
    const rows = (await Promise.all(cycles.map((here) => readCsv(here, 'results')))).flat();
    const shown = rows.filter((row) => row.shown === 'levels');
    expect(shown.length).toBeGreaterThan(50);
    for (const row of shown) {
      const counts = [1, 2, 3, 4, 5].map((level) => Number(row[`n_${level}`]));
      const [one = 0, two = 0, , four = 0, five = 0] = counts;
      const answers = counts.flatMap((count, place) => new Array<number>(count).fill(place + 1));
      expect(answers).toHaveLength(Number(row.n));
      expect([one + two, four + five]).toEqual([Number(row.n_1_to_2), Number(row.n_4_to_5)]);
      expect(answers[Math.ceil(answers.length / 2) - 1]).toBe(Number(row.median));
      const mean = answers.reduce((sum, level) => sum + level, 0) / answers.length;
      expect(Math.abs(Number(row.mean) - mean)).toBeLessThanOrEqual(0.0050001);
    }
  });

  test('let anyone see that a vote kept to its budget, and what was promised to be', async () => {
    const [, here] = cycles;
    if (!here) throw new Error('there is no second cycle');
    const votes = await readCsv(here, 'votes');
    const proposals = await readCsv(here, 'vote-proposals');
    const closed = votes.filter((vote) => vote.state === 'closed');
    expect(closed).toHaveLength(1);
    for (const vote of votes) {
      const own = proposals.filter((row) => row.vote_id === vote.vote_id);
      expect(own.length).toBeGreaterThan(1);
      if (vote.state === 'open') {
        expect(vote.ballots).toBe('');
        expect(own.every((row) => row.votes === '' && row.funded === '')).toBe(true);
        continue;
      }
      for (const column of ['funded', 'funded_greedy']) {
        const cost = own.filter((row) => row[column] === 'true').reduce((sum, row) => sum + Number(row.cost_cents), 0);
        expect(cost).toBeGreaterThan(0);
        expect(cost).toBeLessThanOrEqual(Number(vote.budget_cents));
      }
    }
    const history = await readCsv(here, 'commitment-history');
    for (const commitment of await readCsv(here, 'commitments')) {
      const own = history.filter((row) => row.commitment_id === commitment.commitment_id);
      expect(own.at(0)?.commitment_status).toBe('proposed');
      expect(own.at(-1)?.commitment_status).toBe(commitment.commitment_status);
    }
  });
});

const LINKS = [
  ['words', 'group_id', 'groups'],
  ['words', 'question_id', 'questions'],
  ['words', 'component', 'grid'],
  ['words', 'grouping_id', 'groupings'],
  ['syntheses', 'group_id', 'groups'],
  ['groupings', 'component', 'grid'],
  ['indicators', 'component', 'grid'],
  ['propositions', 'version_id', 'indicators'],
  ['indicator-words', 'version_id', 'indicators'],
  ['results', 'version_id', 'indicators'],
  ['results', 'round_id', 'rounds'],
  ['group-evaluations', 'version_id', 'indicators'],
  ['group-evaluations', 'group_id', 'groups'],
  ['measured-series', 'indicator_id', 'indicators'],
  ['measured-values', 'series_id', 'measured-series'],
  ['objectives', 'version_id', 'indicators'],
  ['scenarios', 'objective_id', 'objectives'],
  ['scenario-effects', 'scenario_id', 'scenarios'],
  ['scenario-objections', 'scenario_id', 'scenarios'],
  ['proposal-reviews', 'proposal_id', 'proposals'],
  ['vote-proposals', 'vote_id', 'votes'],
  ['vote-proposals', 'proposal_id', 'proposals'],
  ['actions', 'proposal_id', 'proposals'],
  ['action-reports', 'action_id', 'actions'],
  ['action-evaluations', 'action_id', 'actions'],
  ['commitments', 'actor_id', 'actors'],
  ['commitments', 'objective_id', 'objectives'],
  ['commitments', 'action_id', 'actions'],
  ['commitment-history', 'commitment_id', 'commitments'],
  ['pact-signatures', 'pact_id', 'pacts'],
  ['pact-signatures', 'actor_id', 'actors'],
] as const;

function fits(kind: string, cell: unknown, codes: readonly string[]): boolean {
  if (kind === 'code') return codes.includes(String(cell));
  if (kind === 'number') return typeof cell === 'number' && Number.isFinite(cell);
  if (kind === 'cents') return Number.isSafeInteger(cell);
  if (kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(String(cell));
  if (kind === 'yes-no') return typeof cell === 'boolean';
  return typeof cell === 'string';
}
