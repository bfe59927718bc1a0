import { openOutbox, type Outbox, type Outgoing } from '#lib/definitions/outbox.ts';
import { openShelf, post, type Elsewhere } from './device.ts';
import { noteOf } from './document.ts';

export interface Sending {
  /** Under which the device keeps what waits: the room and who writes. */
  readonly name: string;
  readonly address: string;
  readonly elsewhere: Elsewhere;
  readonly kept: (note: Outgoing) => void;
}

export interface Sender extends Outbox {
  /** Shows again what waits: after the page was put in place anew. */
  show(): void;
}

/** Sends from a page what is written on it, and shows there what isn't at the server yet. */
export function openSending({ name, address, elsewhere, kept }: Sending): Sender {
  let waiting: Outgoing[] = [];
  let away = false;
  const show = () => showWaiting(waiting, away);
  const outbox = openOutbox({
    shelf: openShelf(name),
    send: post(address, elsewhere),
    later: (milliseconds, step) => {
      const timer = setTimeout(step, milliseconds);
      return () => clearTimeout(timer);
    },
    changed: (state) => {
      waiting = state.notes;
      away = state.away;
      show();
    },
    kept,
  });
  addEventListener('online', () => void outbox.flush());
  document.addEventListener('click', (event) => decide(event, outbox, waiting));
  void outbox.flush();
  return { ...outbox, show };
}

function showWaiting(waiting: readonly Outgoing[], away: boolean): void {
  const refused = waiting.filter((note) => note.refused !== undefined);
  const rest = waiting.filter((note) => note.refused === undefined);
  toggle('away', away && rest.length > 0);
  toggle('refused', refused.length > 0);
  document
    .getElementById('waiting')
    ?.replaceChildren(
      ...(away ? rest.map((note) => noteOf('waiting-note', wordsOf(note))) : []),
      ...refused.map(refusedNote),
    );
}

function refusedNote(note: Outgoing): HTMLElement {
  const copy = noteOf('refused-note', wordsOf(note));
  copy.dataset.sent = note.sentId;
  copy.querySelector('.status')?.append(` ${note.refused ?? ''}`);
  return copy;
}

/** The buttons of what waits. */
function decide(event: Event, outbox: Outbox, waiting: readonly Outgoing[]): void {
  const button = (event.target as HTMLElement).closest<HTMLButtonElement>('[data-do]');
  if (button?.dataset.do === 'now') void outbox.flush();
  const sentId = button?.closest<HTMLElement>('[data-sent]')?.dataset.sent;
  const note = waiting.find((one) => one.sentId === sentId);
  if (!note || !button) return;
  if (button.dataset.do === 'retry') void outbox.retry(note.sentId);
  if (button.dataset.do === 'remove') outbox.remove(note.sentId);
  if (button.dataset.do === 'copy')
    void navigator.clipboard?.writeText(note.fields.text ?? '').then(() => {
      button.textContent = button.dataset.done ?? '';
    });
}

/** A note's words and language as its sender wrote them. */
export function wordsOf({ fields }: Outgoing): { text: string; language: string } {
  return { text: fields.text ?? '', language: fields.language ?? '' };
}

export function toggle(id: string, shown: boolean): void {
  const element = document.getElementById(id);
  if (element) element.hidden = !shown;
}

/** Length as people count, of what will be kept. */
export function lengthOf(text: string): number {
  return [...text.trim().normalize('NFC')].length;
}
