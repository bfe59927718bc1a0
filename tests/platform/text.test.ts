import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, lengthOf, slugOf } from '#lib/platform/text.ts';

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
  });

  test('keeps writing from right to left, and its own direction marks', () => {
    expect(cleanText('السلام \u2067abc\u2069')).toBe('السلام \u2067abc\u2069');
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
