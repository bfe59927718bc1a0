import { describe, expect, test } from 'vitest';
import { LEVELS } from '#lib/ui/level.ts';
import { STEPS } from '#lib/ui/step.ts';
import { contrast, laidOver, tokensOf, type Scheme } from './tokens.ts';

const TONES = [...STEPS, 'danger'] as const;
const SOFT = TONES.map((tone) => `${tone}-soft`);
const SHEETS = ['paper', 'sheet', 'sunk'];

/** Every colour of letters with every ground the pieces put it on. */
const TEXT: [text: string, ground: string][] = [
  ...pairs(['ink', 'ink-2'], [...SHEETS, ...SOFT]),
  ...TONES.flatMap((tone) => pairs([tone], ['paper', 'sheet', `${tone}-soft`])),
  ...pairs(['on-step'], [...TONES]),
  ...pairs(['paper'], ['ink']),
  ...pairs(['sunk'], ['ink']),
  ...pairs(['level-1'], ['sheet', 'paper']),
];

/** What is no letter but must be seen: borders of what can be filled in or pressed, the focus, chosen borders. */
const LINES: [line: string, ground: string][] = [
  ...pairs(['line-strong'], ['paper', 'sheet']),
  ...pairs(['focus'], ['paper', 'sheet', ...SOFT]),
  ...TONES.flatMap((tone) => pairs([tone], ['paper', `${tone}-soft`])),
];

const LEAST: [Scheme, number][] = [
  ['light', 4.5],
  ['dark', 4.5],
  ['light, more contrast', 7],
  ['dark, more contrast', 7],
];

describe.each(LEAST)('in %s', (scheme, least) => {
  const tokens = tokensOf(scheme);

  test.each(TEXT)(`%s on %s reaches ${least} to 1`, (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(least);
  });

  test.each(LEVELS)('the number on situation %i reaches 4.5 to 1', (level) => {
    expect(contrast(colour(`on-${level}`), colour(`level-${level}`))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(LINES)('%s stands out from %s by 3 to 1', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(LEVELS)('letters on the ring of situation %i in a wheel reach 4.5 to 1', (level) => {
    const ring = laidOver(colour(`level-${level}`), colour('sheet'), 0.2);
    expect(contrast(colour('ink'), ring)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([1, 2, 3, 4])('situation %i and the next are told apart in grey, too', (level) => {
    const [one, next] = [colour(`level-${level}`), colour(`level-${level + 1}`)];
    expect(contrast(one, next)).toBeGreaterThan(1.3);
  });

  function colour(name: string): string {
    const value = tokens.get(name);
    if (!value) throw new Error(`no token ${name}`);
    return value;
  }
});

function pairs(texts: readonly string[], grounds: readonly string[]): [string, string][] {
  return texts.flatMap((text) => grounds.map((ground): [string, string] => [text, ground]));
}
