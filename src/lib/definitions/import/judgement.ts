import { cleanLine, cleanText, partMarks } from '#lib/platform/text.ts';
import { isTooLong, MOST_IMPORTED } from '../note.ts';
import type { LineOutcome } from './tables.ts';
import type { Mapping } from './mapping.ts';
import type { FileRecord } from './records.ts';

/** What a file's rows are compared with. */
export interface Known {
  /** Groups by every name they go by. */
  readonly groups: ReadonlyMap<string, string>;
  /** Questions by number, polarity and wording. */
  readonly questions: ReadonlyMap<string, string>;
  /** How many columns a row has. */
  readonly columns: number;
}

export interface ReadyNote {
  readonly text: string;
  readonly groupId: string;
  readonly questionId: string;
  readonly language: string;
  /** As the file has it; empty where it has none. */
  readonly code: string;
  /** By this the database keeps it once: the file's own id and the words, or the words and how often they came before. */
  readonly key: string;
}

/** One row, with what becomes of it: `note` is there exactly when it can be imported. */
export type Judged =
  | {
      readonly line: number;
      readonly outcome: 'imported';
      readonly note: ReadyNote;
      /** What stands for a language and is none: the note comes in with the one chosen for the file. */
      readonly strangeLanguage?: string;
    }
  | {
      readonly line: number;
      readonly outcome: Exclude<LineOutcome, 'imported'>;
      readonly note?: undefined;
      /** What stands in the file for the group or the question that isn't known; its beginning, where it is long. */
      readonly said?: string;
    };

/** What becomes of every row of a file: none is left out. Rows that were imported before are known by the database. */
export function judge(records: readonly FileRecord[], mapping: Mapping, known: Known): Judged[] {
  const rows = mapping.header ? records.slice(1) : records;
  const times = new Map<string, number>();
  return rows.map((record) => {
    const judged = judgeRow(record, mapping, known);
    return judged.outcome === 'imported' ? oneOf(judged, times, cellOf(record, mapping.idColumn)) : judged;
  });
}

function judgeRow(record: FileRecord, mapping: Mapping, known: Known): Judged {
  const { line } = record;
  if (record.cells.every((cell) => cell.trim() === '')) return { line, outcome: 'empty' };
  if (isMalformed(record, mapping, known)) return { line, outcome: 'malformed' };
  const text = cleanText(record.cells[mapping.text] ?? '');
  if (text === '' || record.merged?.includes(mapping.text)) return { line, outcome: 'empty' };
  if (SHEET_ERROR.test(text)) return { line, outcome: 'malformed' };
  if (mapping.rejected.includes(cellOf(record, mapping.moderationColumn))) return { line, outcome: 'rejected' };
  if (isTooLong(text, MOST_IMPORTED)) return { line, outcome: 'too-long' };
  const { groupColumn, questionColumn, fallback } = mapping;
  const group = cellOf(record, groupColumn);
  const groupId = lookUp(group, known.groups, mapping.groupId, fallback);
  if (groupId === undefined) return { line, outcome: 'unknown-group', said: beginningOf(group) };
  const question = cellOf(record, questionColumn);
  const questionId = lookUp(questionNamed(question), known.questions, mapping.questionId, fallback);
  if (questionId === undefined) return { line, outcome: 'unknown-question', said: beginningOf(question) };
  const said = cellOf(record, mapping.languageColumn);
  const language = languageOf(said);
  const note = {
    text,
    groupId,
    questionId,
    language: language ?? mapping.language,
    code: codeIn(record, mapping),
    key: '',
  };
  return {
    line,
    outcome: 'imported',
    note,
    ...(said !== '' && language === undefined ? { strangeLanguage: said } : {}),
  };
}

/** A row that is cut into too many cells may have lost a part of its text; one with too few has no text at all. */
function isMalformed({ cells }: FileRecord, mapping: Mapping, known: Known): boolean {
  return cells[mapping.text] === undefined || cells.slice(known.columns).some((cell) => cell.trim() !== '');
}

/** What a sheet shows where a formula has no result, in French and in English. */
const SHEET_ERROR = /^#(N\/A|REF!|VALUE!|VALEUR!|NAME\?|NOM\s?\?|DIV\/0!|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|CALC!)$/;

/** Longer than any code of a component. */
const MOST_CODE = 12;

function codeIn(record: FileRecord, { codeColumn }: Mapping): string {
  return cleanLine(cellOf(record, codeColumn)).toUpperCase().slice(0, MOST_CODE);
}

/** The same words of another person are words of their own; the same row of the file is the same row. */
function oneOf(judged: Judged & { note: ReadyNote }, times: Map<string, number>, id: string): Judged {
  const { groupId, questionId, text } = judged.note;
  const words = JSON.stringify([groupId, questionId, id, text]);
  const before = times.get(words) ?? 0;
  times.set(words, before + 1);
  if (id !== '' && before > 0) return { line: judged.line, outcome: 'duplicate' };
  return { ...judged, note: { ...judged.note, key: JSON.stringify([words, before]) } };
}

function cellOf({ cells }: FileRecord, column: number | null): string {
  return column === null ? '' : (cells[column] ?? '').trim();
}

function lookUp(cell: string, known: ReadonlyMap<string, string>, otherwise: string, fallback = false) {
  return cell === '' ? otherwise : (known.get(nameKey(cell)) ?? (fallback ? otherwise : undefined));
}

/** A column may have been taken for another: no more of a cell is told than names it. */
function beginningOf(cell: string): string {
  const line = cleanLine(cell);
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line;
}

/** What the product itself calls the questions, as the words by which they are known. */
const QUESTION_NAMES: Readonly<Record<string, string>> = {
  'bien etre': 'well-being',
  'mal etre': 'ill-being',
  responsabilite: 'responsibility',
  'ce que chacun fait ou peut faire': 'responsibility',
  'what each of us does or can do': 'responsibility',
};

/** "Bien-être", "Question 1", "Q. 1", "1." or "n° 1": as the question is known. */
function questionNamed(cell: string): string {
  const name = nameKey(cell);
  const number = /^(?:q|question|n|no|n o)? ?(\d{1,2})$/.exec(name)?.[1];
  return number !== undefined ? String(Number(number)) : (QUESTION_NAMES[name] ?? cell);
}

/** A name as it is compared: without accents, case and signs. */
export function nameKey(name: string): string {
  return partMarks(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  francais: 'fr',
  french: 'fr',
  anglais: 'en',
  english: 'en',
  allemand: 'de',
  german: 'de',
  deutsch: 'de',
  turc: 'tr',
  turkish: 'tr',
  turkce: 'tr',
  arabe: 'ar',
  arabic: 'ar',
};

/** Knows every language that has a name. */
const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A cell as a language's code; undefined where it says nothing, or names no language. */
function languageOf(cell: string): string | undefined {
  const name = nameKey(cell);
  if (name in LANGUAGE_NAMES) return LANGUAGE_NAMES[name];
  const [code] = /^[a-z]{2,3}(?=(?: [a-z0-9]+)?$)/.exec(name) ?? [];
  return code !== undefined && names.of(code) !== undefined ? code : undefined;
}
