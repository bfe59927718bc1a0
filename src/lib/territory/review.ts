/** How much somebody agrees: 1 not at all … 5 entirely. */
export const AGREEMENT = [1, 2, 3, 4, 5] as const;
export type Agreement = (typeof AGREEMENT)[number];

/** What somebody thinks of the process: their agreement by statement; those left blank are left out. */
export type Levels = Readonly<Record<string, Agreement>>;

/** Most characters of the free words. */
export const WORDS_MOST = 1000;

export interface Statement {
  readonly id: string;
  readonly texts: readonly { readonly language: string; readonly text: string }[];
}

/** A statement in the wanted language; else in the territory's own; else in whichever there is. */
export function statementIn(
  statement: Statement,
  language: string,
  territoryLanguage: string,
): { text: string; language: string } {
  const { texts } = statement;
  const found =
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language === territoryLanguage) ??
    texts[0];
  return found ?? { text: '', language: territoryLanguage };
}

/** How many chose each level of a statement, from 1 to 5. */
export function countLevels(answers: readonly Levels[], statementId: string): number[] {
  return AGREEMENT.map((level) => answers.filter((answer) => answer[statementId] === level).length);
}

export type ReviewState = 'none' | 'open' | 'closed';

export function stateOf(review: { closed_at: number | null } | undefined): ReviewState {
  if (!review) return 'none';
  return review.closed_at === null ? 'open' : 'closed';
}
