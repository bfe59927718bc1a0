import { inWords } from '#lib/definitions/in-words.ts';
import { MANY, type RoomNews, type WallNote } from '#lib/definitions/wall.ts';
import { renew, roomOf } from '../document.ts';
import { filterByQuestion, layChange, layOut } from '../laying.ts';
import { listen } from '../listen.ts';
import { applyDark, chooseDark } from './dark.ts';
import { focusByHand, makePickable, showFocused } from './focusing.ts';
import { fitLetters, turn } from './fitting.ts';

interface Room {
  readonly here: string;
  readonly language: string;
  readonly phase: string;
  readonly questionId: string | null;
  readonly focus: string | null;
  readonly words: Readonly<Record<'person' | 'people' | 'note' | 'notes', string>>;
}

let room = roomOf<Room>();
/** What lies on the wall, by id. */
let wall = new Map<string, WallNote>();
let focus = room.focus;

chooseDark();
focusByHand(room.here);
filterByQuestion(fitLetters);
for (const note of document.querySelectorAll<HTMLElement>('.walls [data-note]')) makePickable(note);
fitLetters();
void document.fonts.ready.then(fitLetters);
addEventListener('resize', fitLetters);
document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-turn]');
  if (button) turn(Number(button.dataset.turn));
});
// Also by what one holds in the hand to turn pages.
document.addEventListener('keydown', (event) => {
  const by = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 }[event.key];
  const writes = event.target instanceof HTMLInputElement;
  if (by === undefined || writes || !document.querySelector('.walls')) return;
  event.preventDefault();
  turn(by);
});
listen(`${room.here}/live?for=wall`, {
  state: (state) => {
    if (state.phase !== room.phase || state.questionId !== room.questionId) again();
    else count(state);
    focus = state.focus;
    showFocused(focused());
  },
  wall: (notes) => {
    wall = new Map(notes.map((note) => [note.id, note]));
    show();
  },
  change: (change) => {
    for (const id of change.taken) wall.delete(id);
    for (const note of change.put) wall.set(note.id, note);
    if (layChange(change, makePickable)) show();
    else fit();
  },
});

function show(): void {
  layOut(wall.values(), makePickable);
  fit();
}

function fit(): void {
  document.querySelector('.walls')?.classList.toggle('large', wall.size > MANY);
  showFocused(focused());
  fitLetters();
}

function focused(): WallNote | undefined {
  return wall.get(focus ?? '');
}

/** The room has been led on: the screen as it is now. */
function again(): void {
  const placed = () => {
    room = roomOf<Room>();
    focus = room.focus;
    applyDark();
    show();
  };
  void renew(location.href, placed, ['main', '.projector > footer']);
}

/** How many people came in, and how many notes there are to the question the group is at. */
function count({ people, notes }: RoomNews): void {
  const { person, people: many, note, notes: others } = room.words;
  const written = Object.entries(notes).reduce(
    (sum, [id, number]) => (room.questionId === null || id === room.questionId ? sum + number : sum),
    0,
  );
  const said = [
    inWords(people, { one: person, other: many }, room.language),
    inWords(written, { one: note, other: others }, room.language),
  ];
  const place = document.getElementById('counts');
  if (place) place.textContent = said.join(' · ');
}
