import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, setFrench, slugOf } from '#lib/platform/text.ts';
import { lengthOf } from '#lib/ui/characters.ts';

describe('a person’s text', () => {
  test('keeps words, line breaks and emoji, and loses control characters and blank ends', () => {
    expect(cleanText('  Se sentir\r\nbien \u0000\u0007 🌻\u202e  ')).toBe('Se sentir\nbien  🌻');
    expect(cleanLine(' a\n\t b ')).toBe('a b');
  });

  test('is the same however its accents were typed', () => {
    expect(cleanText('e\u0301te\u0301')).toBe('été');
  });

  test('is as long as people count', () => {
    expect(lengthOf('été 🌻')).toBe(5);
    expect(lengthOf('')).toBe(0);
    expect(lengthOf('👩🏽‍👩🏽‍👧🏽‍👦🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 q̣̇ का')).toBe(7);
    expect(lengthOf('👩‍👩‍👧‍👦'.repeat(281))).toBe(281);
  });

  test('is no shorter for holding thousands of marks in one sign', () => {
    expect(lengthOf(`e${'̣'.repeat(15)}`)).toBe(1);
    expect(lengthOf(`e${'̣'.repeat(16)}`)).toBe(2);
    expect(lengthOf(`e${'̣'.repeat(10_000)}`)).toBe(626);
  });

  test('keeps writing from right to left, and its own direction marks', () => {
    for (const paired of [
      'السلام \u2067abc\u2069',
      'a \u202bשלום\u202c b',
      '\u2066a \u202bב\u202c\u2069',
      'ב\u200f!\u061c',
    ])
      expect(cleanText(paired)).toBe(paired);
  });

  test.each([
    ['one that nothing ends', 'a \u2067b', 'a b'],
    ['one that ends nothing', 'a\u2069 b\u202c', 'a b'],
    ['one that its line ends', '\u2067a\nb\u2069', 'a\nb'],
    ['one inside a pair', '\u2066a\u202bb\u2069c', '\u2066ab\u2069c'],
    ['an end of another kind', '\u2067a\u202cb\u2069', '\u2067ab\u2069'],
    ['two of which one is ended', '\u2067\u2068a\u2069', '\u2068a\u2069'],
  ])('loses a sign of direction without its pair: %s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
    expect(cleanText(kept)).toBe(kept);
  });
});

describe('a text of a million signs', () => {
  test.each([
    ['directions that open one in another', '\u2067'.repeat(500_000) + '\u2069'.repeat(500_000)],
    ['directions that end what isn’t open', '\u202a'.repeat(500_000) + '\u2069'.repeat(500_000)],
    ['directions in a direction', '\u2067' + '\u202a'.repeat(500_000) + '\u202c'.repeat(500_000)],
    ['marks out of their order', `e${'\u0301\u0316'.repeat(500_000)}`],
    ['white space', `a${' \n'.repeat(500_000)}b`],
  ])('is read in one pass: %s', (_, typed) => {
    const kept = cleanText(typed);
    expect(cleanText(kept)).toBe(kept);
    expect(slugOf(typed).length).toBeLessThan(4);
  });

  test('keeps as many marks as any word has in their place', () => {
    expect(cleanText(`e${'\u0301\u0316'.repeat(15)}`)).toBe(`e${'\u0301\u0316'.repeat(15)}`.normalize('NFC'));
  });
});

describe('a text that nobody would see', () => {
  test.each([' \n\t ', '\u200b', '\u2060 \u00ad', '\u2067\u2069', '\u202e', '\u2800\u3164', '\ufe0f'])(
    'is none: %j',
    (typed) => {
      expect(cleanText(typed)).toBe('');
    },
  );

  test.each(['👩‍👩‍👧‍👦', '🏳️‍🌈', 'می‌خواهم', 'क्‍ष', '.', '0'])('one that somebody sees stays as it is: %s', (typed) => {
    expect(cleanText(typed)).toBe(typed.normalize('NFC'));
  });

  test('half a character is shown as one that can’t be read, and counts as one', () => {
    expect(cleanText('a\ud83d b\udc00')).toBe('a\ufffd b\ufffd');
  });
});

test('in French no sign that stands apart begins a line', () => {
  expect(setFrench('Où : « ici » ? Oui ! Et là : non ; 3:2?')).toBe(
    'Où\u00a0: «\u00a0ici\u00a0»\u202f? Oui\u202f! Et là\u00a0: non\u202f; 3:2?',
  );
});

describe('a name as part of an address', () => {
  test.each([
    ['Rives-sur-Ill', 'rives-sur-ill'],
    ['Œuvre & Cœur d’Été', 'oeuvre-coeur-d-ete'],
    ['Straße 7', 'strasse-7'],
    ['مدينة', ''],
    ['a'.repeat(80), 'a'.repeat(60)],
  ])('%s → %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
