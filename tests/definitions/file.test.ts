import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { MOST_BYTES, readUpload } from '#lib/definitions/import/upload.ts';
import { decodeFile } from '#lib/definitions/import/encoding.ts';
import { delimiterOf, recordsOf } from '#lib/definitions/import/records.ts';

const WORDS = 'id;texte\n1;Être bien, c’est déjà ça – où l’été « dure »\n';

describe('the encoding of a file', () => {
  const utf8 = Buffer.from(WORDS, 'utf8');
  const utf16 = Buffer.from(WORDS, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const cases: [string, Buffer, string][] = [
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), 'utf-8'],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
    ['UTF-16 without a mark', utf16, 'utf-16le'],
    ['UTF-16, the other way round, with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'utf-16be'],
    ['UTF-16, the other way round, without a mark', swapped, 'utf-16be'],
  ];
  for (const [name, bytes, encoding] of cases)
    test(`is recognised: ${name}`, () => {
      expect(decodeFile(bytes)).toEqual({ text: WORDS, encoding });
    });

  test('is recognised: Windows-1252, with the signs that Latin-1 lacks', () => {
    const bytes = Buffer.from('1;\x93D\xe9j\xe0\x94 \x96 l\x92\xe9t\xe9', 'latin1');
    expect(decodeFile(bytes)).toEqual({ text: '1;“Déjà” – l’été', encoding: 'windows-1252' });
  });

  test('minds no short lines that end as on Windows', () => {
    const text = 'a;b\r\n1;2\r\n3;4\r\n';
    expect(decodeFile(Buffer.from(text))?.text).toBe('a;b\n1;2\n3;4\n');
    expect(decodeFile(Buffer.from(`\ufeff${text}`, 'utf16le'))?.encoding).toBe('utf-16le');
  });

  test('isn’t found in what is no text', () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108020000', 'hex');
    expect(decodeFile(picture)).toBeUndefined();
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, place) => 1 + ((place * 73) % 255)));
    expect(decodeFile(noise)).toBeUndefined();
  });

  test('doesn’t mind a few stray control characters', () => {
    expect(decodeFile(Buffer.from(`${'Un banc. '.repeat(50)}\x07`))?.encoding).toBe('utf-8');
  });
});

describe('the rows of a file', () => {
  test('are found whatever stands between the columns', () => {
    for (const delimiter of [',', ';', '\t', '|'] as const) {
      const text = stringify(
        [
          ['id', 'texte'],
          ['1', 'Un banc, de l’ombre ; et | du calme'],
          ['2', 'Rien'],
        ],
        { delimiter },
      );
      expect(delimiterOf(text)).toBe(delimiter);
    }
    expect(delimiterOf('texte\nUn banc, à l’ombre\nUne fontaine\n')).toBe(',');
  });

  test('are the rows that were written, each with the line on which it begins', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', '"', '\n', "'", '=') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), (rows) => {
        const text = stringify(rows, { delimiter: ';', quoted: true });
        const records = recordsOf(text, ';');
        expect(records.map((record) => record.cells)).toEqual(rows);
        const lines = rows.reduce<number[]>(
          (starts, row) => [...starts, (starts.at(-1) ?? 1) + row.join('').split('\n').length],
          [1],
        );
        expect(records.map((record) => record.line)).toEqual(lines.slice(0, -1));
      }),
    );
  });

  test('that can’t be told apart after an open quote are refused with the line', () => {
    const file = Buffer.from('id,texte\n1,Un banc\n2,"Une fontaine\n3,Un arbre\n');
    expect(() => readUpload('f.csv', file)).toThrow(
      expect.objectContaining({ reason: 'definitions.import.openQuote', facts: { line: 3 } }) as Error,
    );
  });
});

describe('a file', () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      readUpload('f.csv', bytes);
    } catch (caught) {
      return (caught as { reason?: string }).reason;
    }
    return undefined;
  };

  test('may have ten million bytes and not one more', () => {
    const full = new Uint8Array(MOST_BYTES).fill(97);
    expect(refusal(full)).toBeUndefined();
    expect(refusal(new Uint8Array(MOST_BYTES + 1).fill(97))).toBe('definitions.import.tooBig');
  });

  test('that is empty, blank or no text says so', () => {
    expect(refusal(new Uint8Array())).toBe('definitions.import.emptyFile');
    expect(refusal(Buffer.from('\n\n  \n'))).toBe('definitions.import.emptyFile');
    expect(refusal(Buffer.from([0, 159, 146, 150, 0, 0]))).toBe('definitions.import.notText');
  });

  test('may have fifty thousand rows and not one more', () => {
    expect(refusal(Buffer.from('a\n'.repeat(50_000)))).toBeUndefined();
    expect(refusal(Buffer.from('a\n'.repeat(50_001)))).toBe('definitions.import.tooMany');
  });

  test('may have two hundred columns and not one more, and is refused at once where it is nothing but columns', () => {
    expect(refusal(Buffer.from(`a${',a'.repeat(199)}\n`))).toBeUndefined();
    expect(refusal(Buffer.from(`a${',a'.repeat(200)}\n`))).toBe('definitions.import.tooWide');
    const begun = Date.now();
    expect(refusal(new Uint8Array(MOST_BYTES).fill(44))).toBe('definitions.import.tooWide');
    expect(refusal(Buffer.alloc(MOST_BYTES, 'a\n'))).toBe('definitions.import.tooMany');
    expect(Date.now() - begun).toBeLessThan(5000);
  });
});
