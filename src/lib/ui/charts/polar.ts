/** A point of a drawing, in units of its viewBox. */
export type Point = { x: number; y: number };

/**
 * Where axis `index` of `count` (clockwise from the top) lies at `radius` from the centre (0, 0).
 */
export function polarPoint(index: number, count: number, radius: number): Point {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return { x: round(Math.cos(angle) * radius), y: round(Math.sin(angle) * radius) };
}

/**
 * The line of one series round the wheel: joined where neighbouring axes have a value, broken where one has none (null:
 * not shown), closed only where all have one.
 *
 * @param values one a axis, in the unit of `scale`
 * @param scale radius of one unit
 */
export function wheelLine(values: readonly (number | null)[], scale: number): string {
  const points = values.map((value, index) =>
    value === null ? null : polarPoint(index, values.length, value * scale),
  );
  if (points.every((point) => point !== null)) return `${joined(points)}z`;
  return points
    .map((point, index) => [point, points[(index + 1) % points.length] ?? null] as const)
    .flatMap(([from, to]) => (from && to ? [joined([from, to])] : []))
    .join('');
}

function joined(points: readonly (Point | null)[]): string {
  return points.flatMap((point, index) => (point ? [`${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`] : [])).join('');
}

/** Breaks words into lines of at most `width` characters, a longer word standing alone. */
export function wrapWords(text: string, width: number): string[] {
  return text.split(/ +/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) return [...lines.slice(0, -1), `${last} ${word}`];
    return [...lines, word];
  }, []);
}

/** Two decimals: a tenth of what a screen can show. */
function round(number: number): number {
  return Math.round(number * 100) / 100 + 0;
}

/** Up to so many axes bear their names round the wheel; beyond that their marks, which the table beside it explains. */
export const MOST_NAMES = 12;
