import { joinRow, splitRows } from './semicolons.ts';
import type { Row } from './semicolons.ts';

/**
 * A file of Pabulib, the public library of participatory budgeting elections: three sections, semicolons between
 * fields. All columns are kept, known or not; the format is described at pabulib.org/format.
 */
export interface Pabulib {
  readonly meta: Table;
  readonly projects: Table;
  readonly votes: Table;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export type Section = 'META' | 'PROJECTS' | 'VOTES';

/** What is wrong with a file, to be said in any language. */
export type PabulibFault =
  | { readonly kind: 'open-quote' }
  | { readonly kind: 'text-before-sections' }
  | { readonly kind: 'section-missing' | 'section-twice' | 'section-empty'; readonly section: Section }
  | { readonly kind: 'column-missing' | 'column-twice'; readonly section: Section; readonly column: string }
  | { readonly kind: 'fields-differ'; readonly section: Section; readonly expected: number; readonly found: number }
  | { readonly kind: 'key-missing'; readonly key: string }
  | { readonly kind: 'vote-type'; readonly found: string }
  | { readonly kind: 'not-an-amount'; readonly column: string; readonly found: string }
  | { readonly kind: 'no-id' }
  | { readonly kind: 'project-twice' | 'voter-twice' | 'unknown-project'; readonly id: string };

/** Thrown for a file that can't be read. `line` is counted from 1; past the last one when something is missing. */
export class PabulibError extends Error {
  readonly line: number;
  readonly fault: PabulibFault;

  constructor(line: number, fault: PabulibFault) {
    const { kind, ...facts } = fault;
    super([`Line ${line}: ${kind}`, ...Object.values(facts)].join(' · '));
    this.name = 'PabulibError';
    this.line = line;
    this.fault = fault;
  }
}

const required: Record<Section, readonly string[]> = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['voter_id', 'vote'],
};
const sections: readonly Section[] = ['META', 'PROJECTS', 'VOTES'];

/** Reads the sections of a file, without judging what is in them. Throws a PabulibError. */
export function readPabulib(text: string): Pabulib {
  const { rows, open } = splitRows(text);
  if (open) throw new PabulibError(open.line, { kind: 'open-quote' });
  const found = new Map<Section, Row[]>();
  let current: Row[] | undefined;
  for (const row of rows) {
    const title = titleOf(row);
    if (title) current = startSection(found, title, row.line);
    else if (current) current.push(row);
    else throw new PabulibError(row.line, { kind: 'text-before-sections' });
  }
  const end = text.split('\n').length;
  const [meta, projects, votes] = sections.map((section) => tableOf(section, found.get(section), end));
  return { meta, projects, votes } as Pabulib;
}

function titleOf({ fields }: Row): Section | undefined {
  return sections.find(
    (section) => fields[0]?.toUpperCase() === section && fields.slice(1).every((field) => field === ''),
  );
}

function startSection(found: Map<Section, Row[]>, section: Section, line: number): Row[] {
  if (found.has(section)) throw new PabulibError(line, { kind: 'section-twice', section });
  const rows: Row[] = [];
  found.set(section, rows);
  return rows;
}

function tableOf(section: Section, found: readonly Row[] | undefined, end: number): Table {
  if (!found) throw new PabulibError(end, { kind: 'section-missing', section });
  const [head, ...rows] = found;
  if (!head) throw new PabulibError(end, { kind: 'section-empty', section });
  const columns = head.fields;
  for (const column of required[section]) {
    if (!columns.includes(column)) throw new PabulibError(head.line, { kind: 'column-missing', section, column });
  }
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice !== undefined) throw new PabulibError(head.line, { kind: 'column-twice', section, column: twice });
  return { columns, rows: rows.map((row) => fitRow(section, columns.length, row)) };
}

/** Fields left out at the end of a row are empty. More than there are columns belong to the value in META only. */
function fitRow(section: Section, expected: number, row: Row): Row {
  const { line, fields } = row;
  if (fields.length === expected) return row;
  if (section === 'META' && fields.length > 2)
    return { line, fields: [fields[0] as string, fields.slice(1).join(';')] };
  const surplus = fields.slice(expected).some((field) => field !== '');
  if (surplus) throw new PabulibError(line, { kind: 'fields-differ', section, expected, found: fields.length });
  return { line, fields: Array.from({ length: expected }, (_, index) => fields[index] ?? '') };
}

/** Writes the file; reading it gives the same tables again, save for line numbers. */
export function writePabulib(file: Pabulib): string {
  const parts = [writeTable('META', file.meta), writeTable('PROJECTS', file.projects), writeTable('VOTES', file.votes)];
  return parts.flat().join('\n') + '\n';
}

function writeTable(title: Section, { columns, rows }: Table): string[] {
  return [title, joinRow(columns), ...rows.map((row) => joinRow(row.fields))];
}
