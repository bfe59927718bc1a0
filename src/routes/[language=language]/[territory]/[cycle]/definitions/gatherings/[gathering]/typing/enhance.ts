import { linesOf } from '#lib/definitions/note.ts';
import type { Outgoing } from '#lib/definitions/outbox.ts';
import { freshId } from '../device.ts';
import { noteOf, roomOf } from '../document.ts';
import { lengthOf, openSending, wordsOf } from '../sending.ts';

interface Room {
  readonly here: string;
  readonly accountId: string;
  readonly limit: number;
  readonly questions: readonly string[];
  readonly words: Readonly<Record<'gone' | 'signIn' | 'problem' | 'question', string>>;
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
  event.preventDefault();
  put(form, [String(new FormData(form).get('text') ?? '')]);
}

/** Many lines pasted into the one field are many notes. */
function paste(event: ClipboardEvent): void {
  const field = event.target as HTMLInputElement;
  const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
  if (field.id !== 'text' || !field.form || lines.length < 2) return;
  event.preventDefault();
  put(field.form, lines);
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
