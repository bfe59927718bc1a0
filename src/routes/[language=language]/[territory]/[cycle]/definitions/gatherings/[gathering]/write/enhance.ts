import { inWords } from '#lib/definitions/in-words.ts';
import { openOutbox, type Outgoing } from '#lib/definitions/outbox.ts';
import { freshId, openShelf, post } from '../device.ts';
import { noteOf, renew, roomOf } from '../document.ts';
import { listen } from '../listen.ts';

/** What the page tells about its room. */
interface Room {
  readonly here: string;
  readonly device: string;
  readonly language: string;
  readonly phase: string;
  readonly questionId: string | null;
  readonly limit: number;
  readonly words: Readonly<Record<'gone' | 'problem' | 'left1' | 'left' | 'excess1' | 'excess', string>>;
}

let room = roomOf<Room>();
const draft = `boussole:draft:${room.device}:${room.here}`;
let waiting: Outgoing[] = [];
let away = false;

const outbox = openOutbox({
  shelf: openShelf(`note:${room.device}:${room.here}`),
  send: post(`${room.here}/notes`, { gone: room.words.gone }),
  later: (milliseconds, step) => {
    const timer = setTimeout(step, milliseconds);
    return () => clearTimeout(timer);
  },
  changed: (state) => {
    waiting = state.notes;
    away = state.away;
    showWaiting();
  },
  kept: showKept,
});

addEventListener('online', () => void outbox.flush());
document.addEventListener('submit', send);
document.addEventListener('input', typed);
document.addEventListener('change', chosen);
document.addEventListener('keydown', sendByKey);
document.addEventListener('click', decide);
listen(`${room.here}/live?for=phase`, {
  state: ({ phase, questionId }) => {
    if (phase !== room.phase || questionId !== room.questionId) void again();
  },
});
recall();
void outbox.flush();

/** The room has been led on: the page as it is now. What is being written, and what waits, stays. */
async function again(): Promise<void> {
  await renew(location.href, () => {
    room = roomOf<Room>();
    recall();
    showWaiting();
  }).catch(() => undefined);
}

/** What was half written is still there after a reload. */
function recall(): void {
  const field = fieldOf();
  if (field && field.value === '') field.value = sessionStorage.getItem(draft) ?? '';
  count();
}

function typed(): void {
  sessionStorage.setItem(draft, fieldOf()?.value ?? '');
  count();
}

function count(): void {
  const place = document.getElementById('left');
  const left = room.limit - lengthOf(fieldOf()?.value ?? '');
  if (!place) return;
  const { left1, left: many, excess1, excess } = room.words;
  const forms = left < 0 ? { one: excess1, other: excess } : { one: left1, other: many };
  place.hidden = false;
  place.textContent = inWords(Math.abs(left), forms, room.language);
  place.setAttribute('aria-live', left <= 20 ? 'polite' : 'off');
}

/** Another question or language: the question stands above in these words. */
function chosen(event: Event): void {
  const { name, form } = event.target as HTMLSelectElement;
  if (!form || (name !== 'language' && name !== 'question')) return;
  const fields = new FormData(form);
  const address = new URL(location.href);
  address.search = String(
    new URLSearchParams({ in: String(fields.get('language')), question: String(fields.get('question')) }),
  );
  history.replaceState(null, '', address);
  void again();
}

function send(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (form.id !== 'write') return;
  event.preventDefault();
  const fields = new FormData(form);
  const text = String(fields.get('text') ?? '');
  const length = lengthOf(text.trim());
  const problem = document.getElementById('problem');
  if (problem) problem.textContent = length === 0 || length > room.limit ? room.words.problem : '';
  if (length === 0 || length > room.limit) return fieldOf()?.focus();
  const [question, language] = [String(fields.get('question')), String(fields.get('language'))];
  outbox.add(freshId(), { question, language, text });
  const field = fieldOf();
  if (field) field.value = '';
  typed();
}

/** A new line is a new thought: Ctrl or ⌘ with Enter sends. */
function sendByKey(event: KeyboardEvent): void {
  const field = event.target as HTMLElement;
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || field.id !== 'text') return;
  (field as HTMLTextAreaElement).form?.requestSubmit();
}

function showKept(note: Outgoing): void {
  const own = document.getElementById('own-list');
  if (!own) return;
  own.prepend(noteOf('own-note', wordsOf(note)));
  const number = document.getElementById('own-count');
  if (number) number.textContent = String(own.childElementCount);
  document.getElementById('own-none')?.remove();
}

/** What isn't at the server yet: waiting for the network, or refused with the reason. */
function showWaiting(): void {
  const refused = waiting.filter((note) => note.refused !== undefined);
  const rest = waiting.filter((note) => note.refused === undefined);
  show('away', away && rest.length > 0);
  show('refused', refused.length > 0);
  const list = document.getElementById('waiting');
  list?.replaceChildren(
    ...(away ? rest.map((note) => noteOf('waiting-note', wordsOf(note))) : []),
    ...refused.map((note) => {
      const copy = noteOf('refused-note', wordsOf(note));
      copy.dataset.sent = note.sentId;
      const reason = copy.querySelector('.status');
      if (reason) reason.append(` ${note.refused ?? ''}`);
      return copy;
    }),
  );
}

/** The buttons of what waits. */
function decide(event: Event): void {
  const button = (event.target as HTMLElement).closest<HTMLButtonElement>('[data-do]');
  const sentId = button?.closest<HTMLElement>('[data-sent]')?.dataset.sent ?? '';
  const note = waiting.find((one) => one.sentId === sentId);
  if (button?.dataset.do === 'now') void outbox.flush();
  if (!note || !button) return;
  if (button.dataset.do === 'retry') void outbox.retry(sentId);
  if (button.dataset.do === 'remove') outbox.remove(sentId);
  if (button.dataset.do === 'copy')
    void navigator.clipboard?.writeText(note.fields.text ?? '').then(() => button.classList.add('copied'));
}

function show(id: string, shown: boolean): void {
  const element = document.getElementById(id);
  if (element) element.hidden = !shown;
}

function fieldOf(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#write [name=text]');
}

function wordsOf({ fields }: Outgoing): { text: string; language: string } {
  return { text: fields.text ?? '', language: fields.language ?? '' };
}

function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
