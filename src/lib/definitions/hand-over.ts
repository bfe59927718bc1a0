import type { Draft } from './outbox.ts';

/** Words to be handed over, and the question they answer. */
export interface Handed {
  readonly question: string;
  /** One idea a line, as the page for typing takes them. */
  readonly text: string;
}

/** Bytes that a phone's camera still reads well from another phone's screen. */
const MOST_BYTES = 400;

/**
 * Notes that can't be sent, as one text to be read and pasted: by question, in the order in which they were written.
 * @param questions their words by id
 */
export function handOverText(notes: readonly Draft[], questions: Readonly<Record<string, string>>): string {
  return byQuestion(notes, questions)
    .map(({ question, lines }) => [question, '', ...lines, ''].join('\r\n'))
    .join('\r\n');
}

/** The same in pieces small enough for a QR code each, never two questions in one. */
export function handOverCodes(notes: readonly Draft[], questions: Readonly<Record<string, string>>): Handed[] {
  return byQuestion(notes, questions).flatMap(({ question, lines }) =>
    packed(lines.flatMap(pieces)).map((text) => ({ question, text })),
  );
}

function byQuestion(notes: readonly Draft[], questions: Readonly<Record<string, string>>) {
  const ids = [...new Set(notes.map(({ fields }) => fields.question ?? ''))];
  return ids.map((id) => ({
    question: questions[id] ?? '',
    lines: notes.filter(({ fields }) => (fields.question ?? '') === id).map(({ fields }) => lineOf(fields.text ?? '')),
  }));
}

/** What was written on several lines is one idea. */
function lineOf(text: string): string {
  return `- ${text.trim().replace(/\s*[\r\n]+\s*/g, ' ')}`;
}

function packed(lines: readonly string[]): string[] {
  const full: string[] = [];
  for (const line of lines) {
    const last = full.at(-1);
    const together = last === undefined ? line : `${last}\n${line}`;
    if (last !== undefined && bytesOf(together) <= MOST_BYTES) full[full.length - 1] = together;
    else full.push(line);
  }
  return full;
}

/** A line longer than a code is cut, never inside a character. */
function pieces(line: string): string[] {
  const cut = [''];
  for (const character of line) {
    if (bytesOf(cut.at(-1) + character) > 2 * MOST_BYTES) cut.push('');
    cut[cut.length - 1] += character;
  }
  return cut;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
