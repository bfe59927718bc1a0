import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import type { Question } from '#lib/territory/question.server.ts';

export const SHEETS = ['poster', 'slips', 'count', 'synthesis'] as const;
export type Sheet = (typeof SHEETS)[number];

export const PAPERS = ['a4', 'letter', 'a5'] as const;
export type Paper = (typeof PAPERS)[number];

export interface Kit {
  readonly sheets: readonly Sheet[];
  readonly paper: Paper;
  readonly large: boolean;
  readonly languages: readonly string[];
}

export interface Offer {
  readonly sheets: readonly Sheet[];
  readonly languages: readonly string[];
  /** The territory's own. */
  readonly language: string;
}

/** What the address asks for, of what is offered; all sheets in the territory's language where it asks for nothing. */
export function readKit(wanted: URLSearchParams, offer: Offer): Kit {
  const languages = offer.languages.filter((language) => wanted.getAll('in').includes(language));
  const own = offer.languages.includes(offer.language) ? offer.language : offer.languages[0];
  return {
    sheets: offer.sheets.filter((sheet) => !wanted.has('paper') || wanted.getAll('sheet').includes(sheet)),
    paper: PAPERS.find((paper) => paper === wanted.get('paper')) ?? 'a4',
    large: wanted.has('large'),
    languages: languages.length > 0 || own === undefined ? languages : [own],
  };
}

/** Languages in which any of the questions is worded. */
export function languagesOf(questions: readonly Question[]) {
  return WRITING_LANGUAGES.filter((language) =>
    questions.some(({ texts }) => texts.some((text) => text.language === language)),
  );
}

/** Slips on a sheet. */
export function slipsOn({ paper, large }: Pick<Kit, 'paper' | 'large'>): number {
  if (paper === 'a5') return large ? 2 : 3;
  return large ? 3 : 6;
}
