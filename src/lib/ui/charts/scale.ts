/**
 * Round numbers (1, 2 or 5 times a power of ten) that span `least` to `greatest` in about `parts` steps.
 *
 * @returns ascending, the first at or below `least`, the last at or above `greatest`; at least two numbers
 */
export function roundTicks(least: number, greatest: number, parts = 4): number[] {
  if (!(greatest > least)) return [least - 1, least, least + 1];
  const step = roundStep((greatest - least) / parts);
  const first = Math.floor(least / step + 1e-9);
  const last = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(15)));
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough - 1e-12) ?? 10;
  return factor * power;
}

/** Where `value` lies between `least` and `greatest`, as a share of `length` (0 at `least`; the middle if they are one). */
export function placeOn(value: number, least: number, greatest: number, length: number): number {
  if (greatest === least) return length / 2;
  return Math.round(((value - least) / (greatest - least)) * length * 100) / 100;
}
