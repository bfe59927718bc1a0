import { linesOf } from '#lib/definitions/note.ts';
import type { Outgoing } from '#lib/definitions/outbox.ts';
import { readCode } from '#lib/platform/random-id.ts';
import { freshId } from '../device.ts';
import { noteOf, roomOf } from '../document.ts';
import { lengthOf, openSending, wordsOf } from '../sending.ts';

interface Room {
  readonly here: string;
  readonly accountId: string;
  readonly limit: number;
  readonly questions: readonly string[];
  /** The question of each sheet of this gathering, by code. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<'gone' | 'signIn' | 'problem' | 'question' | 'sheet', string>>;
}

const room = roomOf<Room>();
const sender = openSending({
  name: `typed:${room.accountId}:${room.here}`,
  address: `${room.here}/typed`,
  elsewhere: room.words,
  kept: showKept,
});

document.addEventListener('submit', send);
document.addEventListener('paste', paste);

function send(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (form.id !== 'typing' || button?.hasAttribute('formaction')) return;
  const sheet = readSheet(form);
  // Another gathering's code, or a wrong one: the server answers.
  if (sheet === 'unknown') return;
  event.preventDefault();
  const text = String(new FormData(form).get('text') ?? '');
  if (sheet === 'chosen' && text === '') form.querySelector<HTMLInputElement>('#text')?.focus();
  else put(form, [text]);
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

/** Many lines pasted into the one field are many notes. */
function paste(event: ClipboardEvent): void {
  const field = event.target as HTMLInputElement;
  const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
  if (field.id !== 'text' || !field.form || lines.length < 2) return;
  event.preventDefault();
  if (readSheet(field.form) === 'unknown') return setAside(field.form, lines);
  put(field.form, lines);
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

/** Sends each line; what is too long stays in the field to be cut. */
function put(form: HTMLFormElement, lines: readonly string[]): void {
  const fields = new FormData(form);
  const to = (name: string) => String(fields.get(name) ?? '');
  const isGood = (line: string) => lengthOf(line) > 0 && lengthOf(line) <= room.limit;
  for (const text of lines.filter(isGood))
    sender.add(freshId(), { question: to('question'), language: to('language'), source: to('source'), text });
  const wrong = lines.filter((line) => !isGood(line));
  const field = form.querySelector<HTMLInputElement>('#text');
  if (field) {
    field.value = wrong.join(' ');
    field.focus();
  }
  const problem = document.getElementById('problem');
  if (problem) problem.textContent = wrong.length > 0 ? room.words.problem : '';
}

function showKept(note: Outgoing): void {
  const list = document.getElementById('own-list');
  if (!list) return;
  const copy = noteOf('own-note', wordsOf(note));
  copy.querySelector('.status')?.append(` ${room.questions.indexOf(note.fields.question ?? '') + 1}`);
  list.prepend(copy);
  const number = document.getElementById('own-count');
  if (number) number.textContent = String(list.childElementCount);
  document.getElementById('own-none')?.remove();
}
