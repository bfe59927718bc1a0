import { readFileSync } from 'node:fs';

export type Scheme = 'light' | 'dark' | 'light, more contrast' | 'dark, more contrast';

const CONDITIONS: Record<Scheme, string[]> = {
  light: [],
  dark: ['screen and (prefers-color-scheme: dark)'],
  'light, more contrast': ['(prefers-contrast: more)'],
  'dark, more contrast': [
    'screen and (prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    'screen and (prefers-contrast: more) and (prefers-color-scheme: dark)',
  ],
};

/** The colours (name without dashes → #rrggbb) that hold in a scheme, read from app.css in the order of its rules. */
export function tokensOf(scheme: Scheme): Map<string, string> {
  const css = readFileSync('src/app.css', 'utf8');
  return new Map([null, ...CONDITIONS[scheme]].flatMap((condition) => [...rootTokens(css, condition)]));
}

function rootTokens(css: string, condition: string | null): [string, string][] {
  const start = condition === null ? css.indexOf('\n:root {') : css.indexOf(`@media ${condition} {\n  :root {`);
  if (start < 0) throw new Error(`app.css has no rule for ${condition}`);
  const block = css.slice(start, css.indexOf('}', start));
  return [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour laid over another at an opacity of 0 to 1. */
export function laidOver(colour: string, ground: string, opacity: number): string {
  const below = channels(ground);
  const mixed = channels(colour).map((value, index) =>
    Math.round(value * opacity + (below[index] ?? 0) * (1 - opacity)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16));
}
