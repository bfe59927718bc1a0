import { openOutbox, type Outbox, type Outgoing, type Standstill } from '#lib/definitions/outbox.ts';
import { lengthOf } from '#lib/ui/characters.ts';
import { post } from './device.ts';
import { handOver, type HandOver } from './handing-over.ts';
import { openShelf } from './shelf.ts';
import { showWaiting } from './waiting.ts';

export interface Sending {
  /** Under which the device keeps what waits: the room and who writes. */
  readonly box: string;
  readonly address: string;
  /** What is said where the room isn't this device's any more. */
  readonly gone: string;
  readonly handing: HandOver;
  readonly kept: (note: Outgoing) => void;
  /** Nothing waits any more. */
  readonly done: () => void;
}

export interface Sender extends Outbox {
  /** Shows again what waits: after the page was put in place anew. */
  show(): void;
  /** Nothing can be asked of the server at present, as far as this page knows. */
  isAway(): boolean;
}

/** Sends from a page what is written on it, and shows there what isn't at the server yet. */
export function openSending({ box, address, gone, handing, kept, done }: Sending): Sender {
  let notes: Outgoing[] = [];
  let standstill: Standstill;
  const show = () => showWaiting(notes, standstill);
  const outbox = openOutbox({
    shelf: openShelf(box),
    send: post(address, gone),
    later: (milliseconds, step) => {
      const timer = setTimeout(step, milliseconds);
      return () => clearTimeout(timer);
    },
    changed: (state) => {
      ({ notes, standstill } = state);
      show();
      if (notes.every((note) => note.refused !== undefined)) done();
    },
    kept,
  });
  const flush = () => void outbox.flush();
  addEventListener('online', flush);
  // A phone that slept, or somebody who comes back from signing in.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush());
  document.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('[data-do]');
    if (!button) return;
    handOver(button.dataset.do, notes, handing);
    decide(button, outbox, notes);
  });
  flush();
  return { ...outbox, show, isAway: () => standstill !== undefined || !navigator.onLine };
}

/** The buttons of what waits. */
function decide(button: HTMLButtonElement, outbox: Outbox, waiting: readonly Outgoing[]): void {
  if (button.dataset.do === 'now') void outbox.flush();
  const sentId = button.closest<HTMLElement>('[data-sent]')?.dataset.sent;
  const note = waiting.find((one) => one.sentId === sentId);
  if (!note) return;
  if (button.dataset.do === 'retry') void outbox.retry(note.sentId);
  if (button.dataset.do === 'remove') void outbox.remove(note.sentId);
  if (button.dataset.do === 'copy')
    void navigator.clipboard?.writeText(note.fields.text ?? '').then(() => {
      button.textContent = button.dataset.done ?? '';
    });
}

/** Length as people count, of what will be kept. */
export function keptLengthOf(text: string): number {
  return lengthOf(text.trim().normalize('NFC'));
}
