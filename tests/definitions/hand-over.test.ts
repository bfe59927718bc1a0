import fc from 'fast-check';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { handOverCodes, handOverText } from '#lib/definitions/hand-over.ts';
import { linesOf } from '#lib/definitions/note.ts';

const questions = { a: '1. Qu’est-ce que le bien-être ?', b: '2. Et le mal-être ?' };
const note = (question: string, text: string) => ({ sentId: text, fields: { question, text } });

test('what can’t be sent is handed over by question, in order, one idea a line', () => {
  const notes = [note('b', 'Le bruit'), note('a', 'Un banc\nà l’ombre'), note('b', 'La nuit')];
  expect(handOverText(notes, questions)).toBe(
    '2. Et le mal-être ?\r\n\r\n- Le bruit\r\n- La nuit\r\n\r\n1. Qu’est-ce que le bien-être ?\r\n\r\n- Un banc à l’ombre\r\n',
  );
  expect(handOverCodes(notes, questions)).toEqual([
    { question: '2. Et le mal-être ?', text: '- Le bruit\n- La nuit' },
    { question: '1. Qu’est-ce que le bien-être ?', text: '- Un banc à l’ombre' },
  ]);
});

test('three hundred notes fit into codes of which each can be drawn, and typed in again none is missing', () => {
  const notes = Array.from({ length: 300 }, (_, number) => note('a', `Parole ${number}, avec les voisins`));
  const codes = handOverCodes(notes, questions);
  for (const { text } of codes) expect(encode(text, { ecc: 'L' }).size).toBeLessThan(90);
  expect(codes.flatMap(({ text }) => linesOf(text))).toEqual(notes.map(({ fields }) => fields.text));
});

test('whatever was written, each code can be drawn and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 280 }), (text) => {
      const codes = handOverCodes([note('a', text)], questions);
      for (const code of codes) encode(code.text, { ecc: 'L' });
      expect(codes.map((code) => code.text).join('')).toBe(`- ${text.trim().replace(/\s*[\r\n]+\s*/g, ' ')}`);
    }),
  );
});
