import { encode } from 'uqr';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { polarPoint, wheelLine, wrapWords } from '#lib/ui/charts/polar.ts';
import { placeOn, roundTicks } from '#lib/ui/charts/scale.ts';
import { partsOfTitle } from '#lib/ui/headline.ts';
import { levelsOfPart } from '#lib/ui/level.ts';
import { qrPath } from '#lib/ui/qr.ts';

describe('the wheel', () => {
  test('begins at the top and goes clockwise', () => {
    expect(polarPoint(0, 4, 10)).toEqual({ x: 0, y: -10 });
    expect(polarPoint(1, 4, 10)).toEqual({ x: 10, y: 0 });
    expect(polarPoint(3, 4, 10)).toEqual({ x: -10, y: 0 });
  });

  test('closes a line that has a value on every axis', () => {
    expect(wheelLine([1, 2, 1, 2], 10)).toBe('M0 -10L20 0L0 10L-20 0z');
  });

  test('leaves a gap on both sides of what is not shown, and joins last and first', () => {
    expect(wheelLine([1, null, 1, 2], 10)).toBe('M0 10L-20 0M-20 0L0 -10');
  });

  test('draws no line where no two neighbours have a value', () => {
    expect(wheelLine([1, null, 3, null], 10)).toBe('');
    expect(wheelLine([null, null, null], 10)).toBe('');
  });
});

test('a name is wrapped into lines without losing a word', () => {
  expect(wrapWords('Se soigner près de chez soi', 17)).toEqual(['Se soigner près', 'de chez soi']);
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zé]{1,20}$/), { minLength: 1 }),
      fc.integer({ min: 1, max: 30 }),
      (words, width) => {
        const lines = wrapWords(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        expect(lines.every((line) => line.length <= width || !line.includes(' '))).toBe(true);
      },
    ),
  );
});

describe('the axis of a series', () => {
  test('has round numbers that span the values', () => {
    expect(roundTicks(7.1, 9.4)).toEqual([7, 8, 9, 10]);
    expect(roundTicks(0, 100)).toEqual([0, 50, 100]);
    expect(roundTicks(-0.3, 0.25)).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
  });

  test('has room round a value that never changes', () => {
    expect(roundTicks(5, 5)).toEqual([4, 5, 6]);
  });

  test('always spans the values, in few steps', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, (one, other) => {
        const [least, greatest] = one < other ? [one, other] : [other, one];
        fc.pre(greatest - least > 1e-3);
        const ticks = roundTicks(least, greatest);
        const slack = (greatest - least) * 1e-6;
        expect(ticks[0]).toBeLessThanOrEqual(least + slack);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest - slack);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  test('places a value between its ends', () => {
    expect(placeOn(7, 7, 10, 300)).toBe(0);
    expect(placeOn(10, 7, 10, 300)).toBe(300);
    expect(placeOn(8.5, 7, 10, 300)).toBe(150);
    expect(placeOn(7, 7, 7, 300)).toBe(150);
  });
});

describe('a QR code as a path', () => {
  test('joins neighbouring dark modules of a row', () => {
    const matrix = [
      [true, true, false, true],
      [false, false, false, false],
    ];
    expect(qrPath(matrix)).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
  });

  test('covers exactly the dark modules of a real code', () => {
    const { data } = encode('https://boussole.example/r/KLT482', { border: 0 });
    const strokes = [...qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) => match.slice(1).map(Number));
    const dark = strokes.flatMap(([x = 0, y = 0, length = 0]) =>
      Array.from({ length }, (_, step) => `${x + step},${y}`),
    );
    const expected = data.flatMap((row, y) => row.flatMap((module, x) => (module ? [`${x},${y}`] : [])));
    expect(dark).toEqual(expected);
    expect(expected.length).toBeGreaterThan(200);
  });
});

describe('a title', () => {
  test('keeps short words with a hyphen on one line', () => {
    expect(partsOfTitle('Ici, le bien-être compte').filter((part) => part.whole)).toEqual([
      { text: 'bien-être', whole: true },
    ]);
  });

  test('lets a long one break', () => {
    expect(partsOfTitle('Saint-Jean-de-Maurienne').some((part) => part.whole)).toBe(false);
  });

  test('is the same when its parts are joined', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(
          partsOfTitle(title)
            .map((part) => part.text)
            .join(''),
        ).toBe(title);
      }),
    );
  });
});

test('a bar of three classes shows both situations of its ends', () => {
  expect([0, 1, 2].map((part) => levelsOfPart(part, 3))).toEqual([[2, 1], [3], [4, 5]]);
  expect([0, 1, 2, 3, 4].map((part) => levelsOfPart(part, 5))).toEqual([[1], [2], [3], [4], [5]]);
});
