/** One record of a file whose fields are separated by semicolons. */
export interface Row {
  /** Where it begins in the text, counted from 1; 0 when it was not read from one. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** A quoted field that never ends. */
export interface OpenQuote {
  readonly line: number;
}

/**
 * Splits a text into rows. A field that begins with a double quote runs to the next single one, over line ends if need
 * be, and holds "" for a quote; quotes elsewhere are ordinary characters. Fields without quotes are trimmed. Empty
 * lines are passed over; lines end in LF or CRLF; a byte order mark is ignored.
 */
export function splitRows(text: string): { rows: Row[]; open?: OpenQuote } {
  const rows: Row[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; at < text.length;) {
    const end = endOfLine(text, at);
    const plain = text.slice(at, end);
    if (!plain.includes('"')) {
      if (plain.trim() !== '') rows.push({ line, fields: plain.split(';').map((field) => field.trim()) });
      at = end + 1;
      line += 1;
      continue;
    }
    const quoted = splitQuoted(text, at);
    if (!quoted) return { rows, open: { line } };
    rows.push({ line, fields: quoted.fields });
    line += text.slice(at, quoted.end).split('\n').length;
    at = quoted.end + 1;
  }
  return { rows };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Reads one row that has quotes in it; `end` is where its line break is. Undefined when a quote stays open. */
function splitQuoted(text: string, from: number): { fields: string[]; end: number } | undefined {
  const fields: string[] = [];
  for (let at = from; ; at += 1) {
    const start = skipBlanks(text, at);
    const close = text[start] === '"' ? closingQuote(text, start + 1) : start;
    if (close < 0) return undefined;
    const end = endOfField(text, close);
    const quoted = text.slice(start + 1, close).replaceAll('""', '"');
    fields.push(close > start ? quoted + text.slice(close + 1, end).trimEnd() : text.slice(at, end).trim());
    if (text[end] !== ';') return { fields, end };
    at = end;
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfField(text: string, from: number): number {
  const semicolon = text.indexOf(';', from);
  const line = endOfLine(text, from);
  return semicolon < 0 || semicolon > line ? line : semicolon;
}

/** Writes a row so that `splitRows` reads the same fields: quoted where it must be. */
export function joinRow(fields: readonly string[]): string {
  return fields.map((field) => (needsQuotes(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(';');
}

function needsQuotes(field: string): boolean {
  return /[;"\r\n\uFEFF]/.test(field) || field.trim() !== field;
}
