import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { BYTE_ORDER_MARK, writeCsv } from '#lib/platform/csv.server.ts';
import { csvCell, withoutFormula } from '#lib/platform/csv.ts';

describe('a text that a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1+1',
    '\u00a0=1',
    '＝1+1',
    '＠x',
    '- dormir',
    "'=1",
  ])('gets an apostrophe in front: %j', (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  });

  test.each(['-5', '+3', '-12,50', '3.5', "l'air", '’tit', '1-2', 'a=b', '–', '', "'tis"])(
    'and what none would run stays as it is: %j',
    (text) => {
      expect(withoutFormula(text)).toBe(text);
    },
  );

  test('is had back by taking one apostrophe away, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', ' ', '\t', 'a', '1', '.') }), (text) => {
        const cell = withoutFormula(text);
        // Whoever reads the file doesn't know `text`: the rule alone must say whether there is one to take away.
        const again = /^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell) ? cell.slice(1) : cell;
        expect(again).toBe(text);
      }),
    );
  });
});

describe('a number', () => {
  test('stays a number, below zero too', () => {
    expect([-2, 0, 3.5, -0.25].map(csvCell)).toEqual(['-2', '0', '3.5', '-0.25']);
  });
});

describe('a CSV file', () => {
  test('has a line of heads, commas, CR LF, and quotes only where they are needed', () => {
    const rows = [
      ['un', 2, true, null],
      ['a, b', -1, false, ''],
      ['dit "oui"', 0, true, 'deux\nlignes'],
    ];
    expect(writeCsv(['w', 'n', 'y', 'x'], rows)).toBe(
      'w,n,y,x\r\nun,2,true,\r\n"a, b",-1,false,\r\n"dit ""oui""",0,true,"deux\nlignes"\r\n',
    );
  });

  test('of an empty table is its heads', () => {
    expect(writeCsv(['words', 'group'], [])).toBe('words,group\r\n');
  });

  test('has no byte order mark of its own', () => {
    expect(writeCsv(['a'], []).startsWith(BYTE_ORDER_MARK)).toBe(false);
  });

  test('is read back by another reader cell for cell, in any writing and with any signs', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('ماذا يعني لك أن تكون بخير؟', 'çok güzel', '"', ',', '\r\n', '=1+1', "'", '\n'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const read = parse(writeCsv(['a', 'b'], rows)) as string[][];
        expect(read).toEqual([['a', 'b'], ...rows.map((row) => row.map(csvCell))]);
      }),
    );
  });
});
