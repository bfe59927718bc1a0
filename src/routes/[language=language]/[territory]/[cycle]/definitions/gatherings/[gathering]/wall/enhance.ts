import { wallAfter, type WallNote } from '#lib/definitions/wall.ts';
import { noteOf, renew, roomOf } from '../document.ts';
import { listen } from '../listen.ts';

interface Room {
  readonly here: string;
  readonly phase: string;
  readonly questionId: string | null;
  /** What stands on the button once it has been pressed. */
  readonly asked: string;
}

let room = roomOf<Room>();
let wall: readonly WallNote[] = [];
const asked = new Set<string>();

document.addEventListener('submit', (event) => void ask(event));
listen(`${room.here}/live?for=wall`, {
  state: ({ phase, questionId }) => {
    if (phase !== room.phase || questionId !== room.questionId) void again();
  },
  wall: (notes) => {
    wall = notes;
    show([]);
  },
  change: (change) => {
    wall = wallAfter(wall, change);
    show(change.put.map((note) => note.id));
  },
});

/** The room has been led on: the page as it is now. */
async function again(): Promise<void> {
  await renew(location.href, () => {
    room = roomOf<Room>();
    show([]);
  }).catch(() => undefined);
}

/** Lays the notes out, question by question; those that are there already stay where a reader left them. */
function show(arrived: readonly string[]): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-question]')) {
    const notes = wall.filter((note) => note.questionId === section.dataset.question);
    const list = section.querySelector<HTMLElement>('.wall');
    if (list) lay(list, notes, arrived);
    section.hidden = notes.length === 0;
  }
  const nothing = document.getElementById('nothing');
  if (nothing) nothing.hidden = wall.length > 0;
}

function lay(list: HTMLElement, notes: readonly WallNote[], arrived: readonly string[]): void {
  const there = new Map([...list.querySelectorAll<HTMLElement>('[data-note]')].map((one) => [one.dataset.note, one]));
  const known = (note: WallNote) => {
    const found = there.get(note.id);
    return found && found.dataset.approved === String(note.approved) ? found : undefined;
  };
  const laid = notes.map((note) => known(note) ?? made(note, arrived.includes(note.id)));
  if (laid.some((one, place) => list.children[place] !== one) || list.children.length !== laid.length)
    list.replaceChildren(...laid);
}

function made(note: WallNote, arrives: boolean): HTMLElement {
  const copy = noteOf(note.approved ? 'approved-note' : 'raw-note', note);
  copy.dataset.note = note.id;
  copy.dataset.approved = String(note.approved);
  copy.querySelector('.note')?.classList.toggle('arriving', arrives);
  const field = copy.querySelector<HTMLInputElement>('[name=note]');
  if (field) field.value = note.id;
  if (asked.has(note.id)) mark(copy);
  return copy;
}

/** Asking to talk about a note, without leaving the place where one reads. */
async function ask(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const fields = new FormData(form);
  if (!fields.has('note')) return;
  event.preventDefault();
  const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
  const response = await fetch(form.action, { method: 'POST', body: fields, headers }).catch(() => undefined);
  // Without a network, or refused: the plain way says what is the matter.
  if (!response?.ok) return form.submit();
  asked.add(String(fields.get('note')));
  mark(form);
  const said = document.getElementById('asked');
  if (said) said.hidden = false;
}

function mark(place: HTMLElement): void {
  const button = place.querySelector('button');
  if (!button) return;
  button.disabled = true;
  button.textContent = room.asked;
}
