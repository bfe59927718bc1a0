import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { usualRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { electionOf, pabulibOf } from '#lib/plan/count/pabulib-election.ts';
import { PabulibError, readPabulib, writePabulib } from '#lib/plan/count/pabulib.ts';
import type { Pabulib, Table } from '#lib/plan/count/pabulib.ts';
import { smallElections } from './elections.ts';
import { readElection, referenceFile } from './reference-files.ts';

const playground = readFileSync(new URL('cases/playground.pb', import.meta.url), 'utf8');

function contentOf({ meta, projects, votes }: Pabulib) {
  return [meta, projects, votes].map(({ columns, rows }) => ({ columns, rows: rows.map(({ fields }) => fields) }));
}

describe('reading', () => {
  test('a file gives the election, in cents', () => {
    const { election, decimals, remarks } = electionOf(readPabulib(playground));
    expect({ decimals, remarks, budget: election.budget }).toEqual({ decimals: 2, remarks: [], budget: 10000n });
    expect(election.projects.map(({ cost }) => cost)).toEqual([3600n, 4000n, 2400n, 3000n, 12000n]);
    expect(election.ballots[4]).toEqual({ approves: ['a', 'c'], voters: 1 });
    const rules = { ...usualRules(['a', 'b', 'c', 'd', 'e']), completion: 'none' } as const;
    expect(countEqualShares(election, rules).winners).toEqual(['c', 'a']);
  });

  test('quoted fields may hold semicolons, quotes and line ends; the rest is taken as it stands', () => {
    const { projects } = readPabulib(playground);
    const names = projects.rows.map(({ fields }) => fields[3]);
    expect(names.slice(0, 3)).toEqual(['Playground; with shade', 'Library hours', 'A "quiet" corner']);
    const odd = playground.replace('Fountain;0', '"Two\nlines"').replace('Bridge', 'The "old" bridge');
    const rows = readPabulib(odd).projects.rows;
    expect(rows[3]).toEqual({ line: 17, fields: ['d', '30', '0', 'Two\nlines', ''] });
    expect(rows[4]).toEqual({ line: 19, fields: ['e', '120', '1', 'The "old" bridge', ''] });
  });

  test('CRLF, a byte order mark, blanks around fields, empty lines and titles in small letters make no difference', () => {
    const odd =
      '\uFEFF' +
      playground
        .replaceAll(/;(?! with)/g, ' ; ')
        .replaceAll('\n', '\r\n\r\n')
        .replace('VOTES', 'votes;');
    expect(contentOf(readPabulib(odd))).toEqual(contentOf(readPabulib(playground)));
  });

  test('amounts finer than a cent are kept', () => {
    const { election, decimals } = electionOf(readPabulib(playground.replace('24.00', '23.9995')));
    expect({ decimals, cost: election.projects[2]?.cost }).toEqual({ decimals: 4, cost: 239995n });
    expect(election.budget).toBe(1000000n);
  });

  test('a repeated approval counts once, a blank ballot as a voter, and other numbers than stated are remarked', () => {
    const odd = playground.replace('6;54;a', '6;54;a,a').replace('10;44;b', '10;44;\n11;;');
    const { election, remarks } = electionOf(readPabulib(odd.replace('num_projects;5', 'num_projects;6')));
    expect(election.ballots.slice(-2).map(({ approves }) => approves)).toEqual([[], []]);
    expect(remarks).toEqual([
      { kind: 'number-differs', key: 'num_projects', stated: '6', found: 5 },
      { kind: 'number-differs', key: 'num_votes', stated: '10', found: 11 },
      { kind: 'approved-twice', line: 26, id: 'a' },
    ]);
  });

  test('a value with semicolons and no quotes is kept whole in META', () => {
    const { meta } = readPabulib(playground.replace('country;Nowhere', 'country;Nowhere; really'));
    expect(meta.rows[1]?.fields).toEqual(['country', 'Nowhere;really']);
  });
});

describe('a file that cannot be read is refused with the line', () => {
  test.each([
    ['nothing in it', () => '', 1, { kind: 'section-missing', section: 'META' }],
    ['text before the sections', (text: string) => `hello\n${text}`, 1, { kind: 'text-before-sections' }],
    ['no votes', (text: string) => text.split('VOTES')[0] ?? '', 19, { kind: 'section-missing', section: 'VOTES' }],
    ['a section twice', (text: string) => `${text}PROJECTS\n`, 31, { kind: 'section-twice', section: 'PROJECTS' }],
    ['a section without a head', (text: string) => text.split('voter_id')[0] ?? '', 20, { kind: 'section-empty' }],
    ['no column for costs', replace(';cost;', ';price;'), 13, { kind: 'column-missing', column: 'cost' }],
    ['a column twice', replace(';votes;', ';cost;'), 13, { kind: 'column-twice', column: 'cost' }],
    ['a row too long', replace('hours;0', 'hours;0;x'), 15, { kind: 'fields-differ', expected: 5, found: 6 }],
    ['a quote left open', replace('Fountain', '"Fountain'), 17, { kind: 'open-quote' }],
    ['no budget', replace('budget;100\n', ''), 10, { kind: 'key-missing', key: 'budget' }],
    ['a budget in words', replace('budget;100', 'budget;much'), 9, { kind: 'not-an-amount', found: 'much' }],
    ['a negative cost', replace('b;40', 'b;-40'), 15, { kind: 'not-an-amount', column: 'cost', found: '-40' }],
    ['a cost with a comma', replace('b;40', 'b;40,5'), 15, { kind: 'not-an-amount', found: '40,5' }],
    ['another kind of vote', replace('approval', 'ordinal'), 10, { kind: 'vote-type', found: 'ordinal' }],
    ['a project twice', replace('b;40', 'a;40'), 15, { kind: 'project-twice', id: 'a' }],
    ['a project without id', replace('b;40', ';40'), 15, { kind: 'no-id' }],
    ['a voter twice', replace('7;49', '6;49'), 27, { kind: 'voter-twice', id: '6' }],
    ['an unknown project', replace('7;49;b,c', '7;49;b,x'), 27, { kind: 'unknown-project', id: 'x' }],
  ])('%s', (_, spoil, line, fault) => {
    const read = () => electionOf(readPabulib(spoil(playground)));
    expect(read).toThrow(PabulibError);
    expect(read).toThrow(expect.objectContaining({ line, fault: expect.objectContaining(fault) }));
  });

  test('after a field with a line end, lines are still counted right', () => {
    const spoilt = playground.replace('Library hours', '"Library\r\n\nhours"').replace('d;30', 'd;x');
    expect(() => electionOf(readPabulib(spoilt))).toThrow('Line 19: not-an-amount · cost · x');
  });
});

function replace(what: string, by: string) {
  return (text: string) => text.replace(what, by);
}

describe('writing', () => {
  test('what is read is written as it was, but for needless quotes and blanks', () => {
    const expected = playground.replace('e;120;1;Bridge', 'e;120;1;Bridge;');
    expect(writePabulib(readPabulib(playground))).toBe(expected);
  });

  test('whatever stands in the fields, reading gives back what was written', () => {
    const field = fc.oneof(
      fc.string({ unit: fc.constantFrom(...';"\r\n ,aé\uFEFF\t#=') }),
      fc.string({ unit: 'grapheme' }),
    );
    const tableOf = (columns: readonly string[]): fc.Arbitrary<Table> => {
      const row = fc.array(field, { minLength: columns.length, maxLength: columns.length });
      const rows = fc.array(row.filter((fields) => !isTitle(fields)));
      return rows.map((all) => ({ columns, rows: all.map((fields) => ({ line: 0, fields })) }));
    };
    const files = fc.record({
      meta: tableOf(['key', 'value']),
      projects: tableOf(['project_id', 'cost', 'name; in full', '"odd"']),
      votes: tableOf(['voter_id', 'vote']),
    });
    const check = (file: Pabulib) => {
      expect(contentOf(readPabulib(writePabulib(file)))).toEqual(contentOf(file));
    };
    fc.assert(fc.property(files, check), { numRuns: 1000 });
  });

  test('an election goes out and comes back the same, ballot by ballot', () => {
    const check = (election: Parameters<typeof pabulibOf>[0]) => {
      const facts = { decimals: 2, meta: [['description', 'Vote; of "all"'] as const] };
      const back = electionOf(readPabulib(writePabulib(pabulibOf(election, facts))));
      const ballots = election.ballots.flatMap(({ approves, voters }) =>
        Array.from({ length: voters }, () => ({ approves, voters: 1 })),
      );
      expect(back).toEqual({ election: { ...election, ballots }, decimals: 2, remarks: [] });
    };
    fc.assert(fc.property(smallElections(), check), { numRuns: 300 });
  });

  test('names and the outcome are told where they are given', () => {
    const { election } = electionOf(readPabulib(playground));
    const names = new Map([['a', 'Playground; with shade']]);
    const { projects } = pabulibOf(election, { decimals: 2, meta: [], names, funded: new Set(['c', 'a']) });
    expect(projects.columns).toEqual(['project_id', 'cost', 'votes', 'name', 'selected']);
    expect(projects.rows[0]?.fields).toEqual(['a', '36', '6', 'Playground; with shade', '1']);
    expect(projects.rows[1]?.fields).toEqual(['b', '40', '4', '', '0']);
  });

  test('an id that a list of votes could not hold is refused', () => {
    for (const id of ['a,b', '', ' a']) {
      const election = { budget: 1n, projects: [{ id, cost: 1n }], ballots: [] };
      expect(() => pabulibOf(election, { decimals: 2, meta: [] })).toThrow(RangeError);
    }
  });
});

function isTitle([first = '', ...rest]: readonly string[]): boolean {
  return ['META', 'PROJECTS', 'VOTES'].includes(first.trim().toUpperCase()) && rest.every((field) => field === '');
}

const wieliczka = referenceFile('elections/Poland_Wieliczka_2023_Green_Budget.pb');

test.skipIf(!wieliczka)('a real file of the library goes out and comes back the same', () => {
  const file = readPabulib(readFileSync(wieliczka as URL, 'utf8'));
  expect(contentOf(readPabulib(writePabulib(file)))).toEqual(contentOf(file));
  expect(electionOf(readPabulib(writePabulib(file)))).toEqual(readElection(wieliczka as URL));
});
