import type { WallNote } from '#lib/definitions/wall.ts';
import { renew, roomOf } from '../document.ts';
import { filterByQuestion, layChange, layOut } from '../laying.ts';
import { listen } from '../listen.ts';
import { toggle } from '../waiting.ts';

interface Room {
  readonly here: string;
  readonly phase: string;
  readonly questionId: string | null;
  /** What stands on the button once it has been pressed. */
  readonly asked: string;
}

let room = roomOf<Room>();
/** What lies on the wall, by id. */
let wall = new Map<string, WallNote>();
const asked = new Set<string>();

document.addEventListener('submit', (event) => void ask(event));
filterByQuestion();
listen(`${room.here}/live?for=wall`, {
  state: ({ phase, questionId }) => {
    if (phase !== room.phase || questionId !== room.questionId) again();
  },
  wall: (notes) => {
    wall = new Map(notes.map((note) => [note.id, note]));
    layOut(wall.values(), dress);
  },
  change: (change) => {
    for (const id of change.taken) wall.delete(id);
    for (const note of change.put) wall.set(note.id, note);
    if (layChange(change, dress)) layOut(wall.values(), dress);
  },
});

/** The room has been led on: the page as it is now. */
function again(): void {
  void renew(location.href, () => {
    room = roomOf<Room>();
    layOut(wall.values(), dress);
  });
}

function dress(copy: HTMLElement, note: WallNote): void {
  const field = copy.querySelector<HTMLInputElement>('[name=note]');
  if (field) field.value = note.id;
  if (asked.has(note.id)) mark(copy);
}

/** Asking to talk about a note, without leaving the place where one reads. */
async function ask(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const fields = new FormData(form);
  if (!fields.has('note')) return;
  event.preventDefault();
  const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
  const response = await fetch(form.action, { method: 'POST', body: fields, headers }).catch(() => undefined);
  const answer = response?.ok ? ((await response.json()) as { type: string }) : undefined;
  // Without a network, or refused: the plain way says what is the matter.
  if (answer?.type !== 'redirect') return form.submit();
  asked.add(String(fields.get('note')));
  mark(form);
  toggle('asked', true);
}

function mark(place: HTMLElement): void {
  const button = place.querySelector('button');
  if (!button) return;
  button.disabled = true;
  button.textContent = room.asked;
}
