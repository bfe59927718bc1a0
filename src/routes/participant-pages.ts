import { LANGUAGES, WRITTEN, type Language } from '#lib/messages/language.ts';

const CYCLE = '/[language=language]/[territory]/[cycle]';
const GATHERING = `${CYCLE}/definitions/gatherings/[gathering]`;
const ANSWER = `${CYCLE}/evaluation/rounds/[round]/answer`;

/**
 * Where people join, write, read, answer and take back their words, and what becomes of all this: these pages are
 * written in every language.
 */
export const PARTICIPANT_PAGES: readonly string[] = [
  '/[language=language]/join',
  '/[language=language]/join/[code]',
  `${GATHERING}/write`,
  `${GATHERING}/wall`,
  '/[language=language]/[territory]/words',
  '/[language=language]/[territory]/privacy',
  ANSWER,
  `${ANSWER}/[place]`,
  `${ANSWER}/end`,
];

/** These, what leads to them, and what they ask for in the background. */
const IN_EVERY_LANGUAGE: ReadonlySet<string | null> = new Set([
  ...PARTICIPANT_PAGES,
  '/join/[[code]]',
  '/[language=language]/join/[code]/live',
  `${GATHERING}/live`,
  `${GATHERING}/notes`,
]);

/** @param route as SvelteKit names it, or null where there is none */
export function languagesAt(route: string | null): readonly Language[] {
  return IN_EVERY_LANGUAGE.has(route) ? LANGUAGES : WRITTEN;
}
