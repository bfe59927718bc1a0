import { SENSES, type Sense } from './tables.ts';

/** Where somebody wants a criterion to go, as typed: `A05`, `a5`, or with the sense `a05 p`. */
export interface TypedPlace {
  readonly code: string;
  readonly sense: Sense | undefined;
}

/** @returns undefined when it isn't a letter, one or two digits and perhaps a sense */
export function readPlace(typed: string): TypedPlace | undefined {
  const [, letter, number, sense] = /^([a-z])\s*(\d{1,2})(?:\s*([a-z]))?$/i.exec(typed.trim()) ?? [];
  if (!letter || !number) return undefined;
  const named = SENSES.find((one) => one === sense?.toUpperCase());
  if (sense && !named) return undefined;
  return { code: codeOf(letter.toUpperCase(), Number(number)), sense: named };
}

/** A family's letter and a number from 0 to 99. */
export function codeOf(letter: string, number: number): string {
  return letter + String(number).padStart(2, '0');
}

/** The component for what a family holds in general, where doubt goes. */
export function isGeneral(code: string): boolean {
  return code.endsWith('00');
}

/** The first code of a family after those that were ever given; undefined when all hundred are. */
export function nextCode(letter: string, given: readonly string[]): string | undefined {
  const numbers = given.filter((code) => code.startsWith(letter)).map((code) => Number(code.slice(letter.length)));
  const next = Math.max(-1, ...numbers) + 1;
  return next <= 99 ? codeOf(letter, next) : undefined;
}
