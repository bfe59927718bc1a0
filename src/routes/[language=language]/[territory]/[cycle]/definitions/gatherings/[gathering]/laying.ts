import type { WallNote } from '#lib/definitions/wall.ts';
import { noteOf } from './document.ts';

/**
 * Lays notes on the walls of a page, question by question: in `[data-question]` stands a `.wall`. Those that are there
 * already stay where a reader left them.
 * @param dress adds to a new note what the page wants below it
 */
export function layOut(
  wall: readonly WallNote[],
  arrived: readonly string[],
  dress: (copy: HTMLElement, note: WallNote) => void = () => undefined,
): void {
  const made = (note: WallNote) => {
    const copy = noteOf(note.approved ? 'approved-note' : 'raw-note', note);
    copy.dataset.note = note.id;
    copy.querySelector('.note')?.classList.toggle('arriving', arrived.includes(note.id));
    dress(copy, note);
    return copy;
  };
  for (const section of document.querySelectorAll<HTMLElement>('[data-question]')) {
    const notes = wall.filter((note) => note.questionId === section.dataset.question);
    const list = section.querySelector<HTMLElement>('.wall');
    if (list) lay(list, notes, made);
    section.hidden = notes.length === 0;
  }
  const nothing = document.getElementById('nothing');
  if (nothing) nothing.hidden = wall.length > 0;
}

function lay(list: HTMLElement, notes: readonly WallNote[], made: (note: WallNote) => HTMLElement): void {
  const there = new Map([...list.querySelectorAll<HTMLElement>('[data-note]')].map((one) => [one.dataset.note, one]));
  const laid = notes.map((note) => {
    const found = there.get(note.id);
    return found?.dataset.approved === String(note.approved) ? found : made(note);
  });
  const same = laid.length === list.children.length && laid.every((one, place) => list.children[place] === one);
  if (!same) list.replaceChildren(...laid);
}
