import { linesOf } from '#lib/definitions/note.ts';
import type { Outgoing } from '#lib/definitions/outbox.ts';
import { randomId, readCode } from '#lib/platform/random-id.ts';
import { isCopy, isFresh, keepCopy } from '../copy.ts';
import { noteOf, renew, roomOf } from '../document.ts';
import { emptyAfter, freshIn } from '../emptying.ts';
import type { HandOver } from '../handing-over.ts';
import { keptLengthOf, openSending } from '../sending.ts';
import { wordsOf } from '../waiting.ts';

interface Room {
  readonly here: string;
  readonly accountId: string;
  readonly limit: number;
  readonly questions: readonly string[];
  /** The question of each sheet of this gathering, by code. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly handing: HandOver;
  readonly words: Readonly<Record<'gone' | 'problem' | 'question' | 'sheet' | 'sheetAway', string>>;
}

const room = roomOf<Room>();
const sender = openSending({
  box: `typed:${room.accountId}:${room.here}`,
  address: `${room.here}/typed`,
  gone: room.words.gone,
  handing: room.handing,
  kept: showKept,
  done: () => stale && renewTyped(),
});

/** Typed on this page, and on their way. */
const flying = new Set<string>();
/** The server has kept what the page's list may or may not show. */
let stale = isCopy();

document.addEventListener('submit', send);
document.addEventListener('paste', paste);
keepCopy();

function send(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (form.id !== 'typing') return;
  const isAway = isCopy() || sender.isAway();
  const isMany = event.submitter?.hasAttribute('formaction') ?? false;
  // Many lines are one request while there is a network.
  if (isMany && !isAway) return;
  const sheet = readSheet(form);
  // Another gathering's code, or a wrong one: the server answers, and nobody else can.
  if (sheet === 'unknown' && !isAway) return;
  event.preventDefault();
  if (sheet === 'unknown') return tell(room.words.sheetAway);
  const field = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(isMany ? '#lines' : '#text');
  if (field) sendFrom(field, form, sheet === 'chosen');
}

function sendFrom(field: HTMLInputElement | HTMLTextAreaElement, form: HTMLFormElement, justChosen: boolean): void {
  const words = freshIn(field);
  field.focus();
  if (justChosen && words === '') return;
  const lines = field.id === 'lines' ? linesOf(words) : [words];
  if (lines.length > 0 && lines.every(isGood)) return void emptyAfter(field, put(form, lines));
  tell(room.words.problem);
}

/** The code of a sheet of this gathering chooses its question at once, without the network too. */
function readSheet(form: HTMLFormElement): 'none' | 'chosen' | 'unknown' {
  const field = form.querySelector<HTMLInputElement>('#sheet');
  const question = form.querySelector<HTMLSelectElement>('#question');
  const code = readCode(field?.value ?? '');
  if (!field || !question || code === '') return 'none';
  const id = room.sheets[code];
  if (id === undefined) return 'unknown';
  question.value = id;
  form.querySelector<HTMLInputElement>('#source-paper')?.click();
  field.value = '';
  const told = document.getElementById('sheet-chosen');
  if (told) told.textContent = `${room.words.sheet} ${room.words.question} ${room.questions.indexOf(id) + 1}`;
  return 'chosen';
}

/** Many lines pasted into the one field are many notes; what is too long stays in it to be cut. */
function paste(event: ClipboardEvent): void {
  const field = event.target as HTMLInputElement;
  const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
  if (field.id !== 'text' || !field.form || lines.length < 2) return;
  event.preventDefault();
  if (readSheet(field.form) === 'unknown') return setAside(field.form, lines);
  const wrong = lines.filter((line) => !isGood(line));
  void put(field.form, lines.filter(isGood));
  field.value = wrong.join(' ');
  field.focus();
  if (wrong.length > 0) tell(room.words.problem);
}

/** Lines whose sheet only the server can read wait in the larger field to be saved from there. */
function setAside(form: HTMLFormElement, lines: readonly string[]): void {
  const field = form.querySelector<HTMLTextAreaElement>('#lines');
  const details = form.querySelector('details');
  if (!field || !details) return;
  details.open = true;
  field.value = lines.join('\n');
  field.focus();
}

const isGood = (line: string) => keptLengthOf(line) > 0 && keptLengthOf(line) <= room.limit;

/** Each line is a note. */
function put(form: HTMLFormElement, lines: readonly string[]): Promise<void> {
  const fields = new FormData(form);
  const to = (name: string) => String(fields.get(name) ?? '');
  const where = { question: to('question'), language: to('language'), source: to('source') };
  const drafts = lines.map((text) => ({ sentId: randomId(), fields: { ...where, text } }));
  for (const { sentId } of drafts) flying.add(sentId);
  tell('');
  return sender.add(drafts);
}

function tell(problem: string): void {
  const place = document.getElementById('problem');
  if (place) place.textContent = problem;
}

/** What this page didn't type, or doesn't show as it is now, as the server has it. */
function renewTyped(): void {
  const placed = () => {
    stale = false;
    isFresh();
  };
  void renew(location.pathname, placed, ['#typed']);
}

function showKept(note: Outgoing): void {
  const list = document.getElementById('own-list');
  // Its first answer may have been lost, and the list show it already: the server knows.
  stale ||= !flying.delete(note.sentId);
  if (!list || stale) return;
  const copy = noteOf('own-note', wordsOf(note));
  copy.querySelector('.status')?.append(` ${room.questions.indexOf(note.fields.question ?? '') + 1}`);
  list.prepend(copy);
  const number = document.getElementById('own-count');
  if (number) number.textContent = String(list.childElementCount);
  document.getElementById('own-none')?.remove();
}
