import { inWords } from '#lib/definitions/in-words.ts';
import type { Outgoing } from '#lib/definitions/outbox.ts';
import { personalIn, type Personal } from '#lib/definitions/personal.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readAloud } from '#lib/ui/read-aloud.ts';
import { isCopy, isFresh, keepCopy } from '../copy.ts';
import { noteOf, renew, roomOf } from '../document.ts';
import { emptyAfter, freshIn } from '../emptying.ts';
import type { HandOver } from '../handing-over.ts';
import { listen } from '../listen.ts';
import { keptLengthOf, openSending } from '../sending.ts';
import { toggle, wordsOf } from '../waiting.ts';

/** What the page tells about its room. */
interface Room {
  readonly here: string;
  readonly device: string;
  readonly language: string;
  readonly phase: string;
  readonly questionId: string | null;
  readonly limit: number;
  readonly handing: HandOver;
  readonly words: Readonly<Record<'gone' | 'problem' | 'left1' | 'left' | 'excess1' | 'excess' | Personal, string>>;
}

let room = roomOf<Room>();
const draft = `boussole:draft:${room.device}:${room.here}`;
const sender = openSending({
  box: `note:${room.device}:${room.here}`,
  address: `${room.here}/notes`,
  gone: room.words.gone,
  handing: room.handing,
  kept: showKept,
  done: () => stale && again(),
});

/** Renewals under way, and notes of which nobody knows whether a page that was fetched meanwhile shows them. */
let renewals = 0;
const flying = new Set<string>();
const doubtful = new Set<string>();
/** The server has kept what the page's list may or may not show. */
let stale = isCopy();

document.addEventListener('submit', send);
document.addEventListener('input', typed);
document.addEventListener('change', choose);
document.addEventListener('keydown', sendByKey);
listen(`${room.here}/live?for=phase`, {
  state: ({ phase, questionId }) => {
    if (isCopy() || phase !== room.phase || questionId !== room.questionId) again();
  },
});
recall();
readAloud();
keepCopy();

/** The room has been led on: the page as it is now. What is being written, and what waits, stays. */
function again(): void {
  for (const sentId of flying) doubtful.add(sentId);
  renewals += 1;
  stale = false;
  let isPlaced = false;
  const placed = () => {
    isPlaced = true;
    room = roomOf<Room>();
    isFresh();
    recall();
    sender.show();
  };
  void renew(location.href, placed).finally(() => {
    renewals -= 1;
    stale ||= !isPlaced;
  });
}

/** What was half written is still there after a reload. */
function recall(): void {
  const field = fieldOf();
  if (field && field.value === '') field.value = begun();
  count();
}

function begun(): string {
  try {
    return sessionStorage.getItem(draft) ?? '';
  } catch {
    return '';
  }
}

function typed(): void {
  try {
    sessionStorage.setItem(draft, fieldOf()?.value ?? '');
  } catch {
    // This browser keeps nothing: what is half written is as safe as the page.
  }
  count();
}

function count(): void {
  const place = document.getElementById('left');
  const left = room.limit - keptLengthOf(fieldOf()?.value ?? '');
  if (!place) return;
  const { left1, left: many, excess1, excess } = room.words;
  const forms = left < 0 ? { one: excess1, other: excess } : { one: left1, other: many };
  place.hidden = false;
  place.textContent = inWords(Math.abs(left), forms, room.language);
  place.setAttribute('aria-live', left <= 20 ? 'polite' : 'off');
}

/** Another question or language: the question stands above in these words. */
function choose(event: Event): void {
  const { name, form } = event.target as HTMLSelectElement;
  if (form?.id !== 'write' || (name !== 'language' && name !== 'question')) return;
  const fields = new FormData(form);
  const chosen = { in: String(fields.get('language')), question: String(fields.get('question')) };
  history.replaceState(null, '', `${location.pathname}?${new URLSearchParams(chosen)}`);
  again();
}

function send(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (form.id !== 'write') return;
  event.preventDefault();
  const fields = new FormData(form);
  const field = fieldOf();
  const text = field ? freshIn(field) : '';
  const wrong = keptLengthOf(text) === 0 || keptLengthOf(text) > room.limit;
  const isSure = (event.submitter as HTMLButtonElement | null)?.name === 'sure';
  const personal = wrong || isSure ? undefined : personalIn(text);
  const problem = document.getElementById('problem');
  if (problem) problem.textContent = wrong ? room.words.problem : personal ? room.words[personal] : '';
  toggle('sure', personal !== undefined);
  field?.focus();
  if (wrong || personal || !field) return;
  const to = { question: String(fields.get('question')), language: String(fields.get('language')) };
  const sentId = randomId();
  flying.add(sentId);
  if (renewals > 0) doubtful.add(sentId);
  void emptyAfter(field, sender.add([{ sentId, fields: { ...to, text } }])).then(typed);
}

/** A new line is a new thought: Ctrl or ⌘ with Enter sends. */
function sendByKey(event: KeyboardEvent): void {
  const field = event.target as HTMLElement;
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || field.id !== 'text') return;
  (field as HTMLTextAreaElement).form?.requestSubmit();
}

function showKept(note: Outgoing): void {
  const isOurs = flying.delete(note.sentId);
  // Put on the list by hand it could be taken off again, or stand there twice: the server knows.
  if (doubtful.delete(note.sentId) || renewals > 0 || !isOurs) {
    stale = true;
    return;
  }
  const own = document.getElementById('own-list');
  if (!own) return;
  const laid = noteOf('own-note', wordsOf(note));
  const answered = laid.querySelector('.asked');
  if (answered) answered.textContent = room.handing.asked[note.fields.question ?? ''] ?? '';
  own.prepend(laid);
  const number = document.getElementById('own-count');
  if (number) number.textContent = String(own.childElementCount);
  document.getElementById('own-none')?.remove();
}

function fieldOf(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#write [name=text]');
}
