/** What a table's cell may hold. */
export type Cell = string | number | boolean | null;

/**
 * How spreadsheets would read a text as a formula: it begins, perhaps after blanks, with = + - @ (also as wide as a
 * Chinese character), or with a tab or a line break. Apostrophes in front count too, so that taking one away again
 * always gives back what was written.
 */
const LIKE_A_FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** A number as it is typed: nothing in it can run, so it stays as it is. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A text that no spreadsheet runs: one that it would take for a formula gets an apostrophe in front. */
export function withoutFormula(text: string): string {
  return LIKE_A_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as it stands in a CSV file, before quoting: numbers stay numbers, also below zero; nothing is empty. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? withoutFormula(cell) : String(cell);
}
