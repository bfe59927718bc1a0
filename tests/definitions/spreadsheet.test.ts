import { describe, expect, test } from 'vitest';
import { readUpload } from '#lib/definitions/import/upload.ts';
import { isMoment } from '#lib/definitions/import/sheet/moment.ts';
import { MOST_UNPACKED } from '#lib/definitions/import/sheet/archive.ts';
import type { Sheet } from '#lib/definitions/import/sheet/grid.ts';
import { number, odsOf, packed, text, xlsxOf } from '#tests/support/spreadsheet.ts';

const sheetsIn = (bytes: Uint8Array) => JSON.parse(readUpload('paroles.xlsx', bytes).content) as Sheet[];
const cellsIn = (bytes: Uint8Array) => sheetsIn(bytes)[0]?.records.map(({ cells }) => cells);
const refusal = (bytes: Uint8Array) => {
  try {
    readUpload('paroles.xlsx', bytes);
  } catch (caught) {
    return (caught as { reason?: string }).reason;
  }
  return undefined;
};

describe('a workbook', () => {
  test('is read as its readers see it: words, numbers, days, results of formulas', () => {
    const strings = '<si><r><t>Un </t></r><r><t>banc &amp; un arbre</t></r><rPh><t>BANC</t></rPh></si>';
    const rows = [
      [text('Texte'), text('Date'), text('Nombre')],
      ['<c t="s"><v>0</v></c>', number(46149, 1), number(0.1 + 0.2)],
      ['<c t="str"><f>A1&amp;"!"</f><v>Texte!</v></c>', number(46149.604166667, 2), number(12, 3)],
      ['<c><f>SUM(Z1)</f></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c t="b"><v>1</v></c>'],
      [text('Ligne 1_x000a_Ligne 2'), number(1, 1)],
    ];
    expect(cellsIn(xlsxOf({ Paroles: rows }, { strings }))).toEqual([
      ['Texte', 'Date', 'Nombre'],
      ['Un banc & un arbre', '2026-05-07', '0.3'],
      ['Texte!', '2026-05-07 14:30', '12'],
      ['#VALUE!', '#DIV/0!', 'TRUE'],
      ['Ligne 1\nLigne 2', '1900-01-01'],
    ]);
  });

  test('keeps the numbers of its rows, leaves out empty ones, and fills merged cells downwards', () => {
    const bytes = packed({
      'xl/workbook.xml': '<x:workbook><x:sheets><x:sheet name="a" r:id="x"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="x" Target="/xl/worksheets/a.xml"/></Relationships>',
      'xl/worksheets/a.xml':
        '<worksheet><sheetData><row r="3"><c r="A3" t="str"><v>Jeunes</v></c><c r="C3" t="str"><v>Un</v></c></row>' +
        '<row r="4"><c r="A4"/></row><row r="7"><c r="C7" t="str"><v>Deux</v></c></row></sheetData>' +
        '<mergeCells><mergeCell ref="A3:A9"/></mergeCells></worksheet>',
    });
    expect(sheetsIn(bytes)[0]?.records).toEqual([
      { line: 3, cells: ['Jeunes', '', 'Un'] },
      { line: 7, cells: ['Jeunes', '', 'Deux'], merged: [0] },
    ]);
  });

  test('offers each sheet in which anything stands, those that are shown first', () => {
    const bytes = xlsxOf({ Listes: [[text('x')]], Vide: [], Paroles: [[text('y')]] }, { states: ['hidden'] });
    expect(sheetsIn(bytes).map(({ name }) => name)).toEqual(['Paroles', 'Listes']);
  });
});

describe('an open document', () => {
  test('is read as its readers see it, without remarks, and its endless empty end is passed over', () => {
    const cell = (words: string, more = '') => `<table:table-cell ${more}>${words}</table:table-cell>`;
    const rows =
      `<table:table-row>${cell('<text:p>Groupe</text:p>')}${cell('<text:p>Texte</text:p>')}</table:table-row>` +
      `<table:table-row>${cell('<text:p>Jeunes</text:p>', 'table:number-rows-spanned="2"')}` +
      `${cell('<office:annotation><text:p>à voir</text:p></office:annotation><text:p>Un<text:s/><text:span>banc</text:span></text:p><text:p>à l’ombre</text:p>')}` +
      `${cell('<text:p>7 mai</text:p>', 'office:value-type="date" office:date-value="2026-05-07"')}</table:table-row>` +
      '<table:table-row><table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>' +
      `${cell('<text:p>1,5</text:p>', 'office:value-type="float" office:value="1.5"')}</table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect(sheetsIn(odsOf(rows))).toEqual([
      {
        name: 'Paroles',
        records: [
          { line: 1, cells: ['Groupe', 'Texte'] },
          { line: 2, cells: ['Jeunes', 'Un banc\nà l’ombre', '2026-05-07'] },
          { line: 3, cells: ['Jeunes', '1.5'], merged: [0] },
        ],
      },
    ]);
  });
});

describe('a file that can’t be read as a spreadsheet', () => {
  const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(100).fill(0)]);
  const whole = xlsxOf({ Paroles: [[text('Un banc '.repeat(5000))]] });
  const cases: readonly (readonly [what: string, bytes: Uint8Array, reason: string])[] = [
    ['an old workbook', oldOffice, 'oldOffice'],
    ['a workbook with a password', Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')]), 'locked'],
    ['an open document with a password', odsOf('', '<m:file-entry><m:encryption-data/></m:file-entry>'), 'locked'],
    ['a newer one with a password', packed({ 'encrypted-package': 'x', 'META-INF/manifest.xml': '<m/>' }), 'locked'],
    ['a letter', packed({ 'word/document.xml': '<document/>' }), 'notSheet'],
    [
      'an open letter',
      packed({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
      'notSheet',
    ],
    ['a page named as a workbook', Buffer.from('\ufeff<html><table><tr><td>a</td></tr></table>'), 'markup'],
    ['a workbook cut off', whole.subarray(0, whole.length / 4), 'damaged'],
    ['broken XML', packed({ 'xl/workbook.xml': '<workbook><sheets' }), 'damaged'],
    ['no sheets', packed({ 'xl/workbook.xml': '<workbook/>' }), 'damaged'],
    ['an empty workbook', xlsxOf({ Paroles: [] }), 'emptyFile'],
    ['blanks alone', xlsxOf({ Paroles: [[text('  ')]] }), 'emptyFile'],
  ];
  for (const [what, bytes, reason] of cases)
    test(`says so: ${what}`, () => {
      expect(refusal(bytes)).toBe(`definitions.import.${reason}`);
    });

  test('is refused before it fills the memory, however small it is packed', () => {
    const before = process.memoryUsage().rss;
    const bomb = packed({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="x"/></sheets></workbook>',
      'xl/worksheets/a.xml': `<worksheet>${' '.repeat(MOST_UNPACKED * 4)}</worksheet>`,
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(refusal(bomb)).toBe('definitions.import.swollen');
    expect(process.memoryUsage().rss - before).toBeLessThan(1_200_000_000);
  });

  test('is refused where one long text is meant by a hundred thousand cells', () => {
    const strings = `<si><t>${'mot '.repeat(10_000)}</t></si>`;
    const rows = Array.from({ length: 2000 }, () => Array<string>(50).fill('<c t="s"><v>0</v></c>'));
    expect(refusal(xlsxOf({ a: rows }, { strings }))).toBe('definitions.import.swollen');
  });

  test('never unfolds entities of its own making', () => {
    const bytes = packed({
      'xl/workbook.xml':
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><workbook><sheets><sheet name="&c;" r:id="x"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<R><Relationship Id="x" Target="worksheets/a.xml"/></R>',
      'xl/worksheets/a.xml': `<worksheet><row>${text('&c;')}</row></worksheet>`,
    });
    const words = (() => {
      try {
        return JSON.stringify(sheetsIn(bytes));
      } catch (caught) {
        return (caught as { reason?: string }).reason ?? 'something else';
      }
    })();
    expect(words).not.toContain('bbbb');
    expect(words).not.toBe('something else');
  });

  test('may have fifty thousand rows and two hundred columns, and not one more', () => {
    const rows = (count: number) => Array.from({ length: count }, () => [text('a')]);
    expect(refusal(xlsxOf({ a: rows(50_000) }))).toBeUndefined();
    expect(refusal(xlsxOf({ a: rows(50_001) }))).toBe('definitions.import.tooMany');
    expect(refusal(xlsxOf({ a: rows(25_000), b: rows(25_001) }))).toBe('definitions.import.tooMany');
    const wide = (count: number) => xlsxOf({ a: [Array<string>(count).fill(text('a'))] });
    expect(refusal(wide(200))).toBeUndefined();
    expect(refusal(wide(201))).toBe('definitions.import.tooWide');
    expect(
      refusal(
        odsOf(
          '<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>',
        ),
      ),
    ).toBe('definitions.import.tooMany');
  });

  test('is told by what stands in it, whatever its name', () => {
    expect(readUpload('paroles.xlsx', Buffer.from('id;texte\n1;Un banc\n')).delimiter).toBe(';');
    expect(readUpload('paroles.csv', xlsxOf({ a: [[text('Un banc')]] })).encoding).toBe('xlsx');
  });
});

test('a format that nobody could have written is read at once', () => {
  expect(isMoment(200, '['.repeat(500_000))).toBe(false);
});
