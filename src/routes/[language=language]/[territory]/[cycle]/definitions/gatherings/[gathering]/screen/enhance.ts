import { inWords } from '#lib/definitions/in-words.ts';
import { wallAfter, type RoomState, type WallNote } from '#lib/definitions/wall.ts';
import { renew, roomOf } from '../document.ts';
import { layOut } from '../laying.ts';
import { listen } from '../listen.ts';

interface Room {
  readonly here: string;
  readonly language: string;
  readonly phase: string;
  readonly questionId: string | null;
  readonly words: Readonly<Record<'person' | 'people' | 'note' | 'notes', string>>;
}

let room = roomOf<Room>();
let wall: readonly WallNote[] = [];

listen(`${room.here}/live?for=wall`, {
  state: (state) => {
    if (state.phase !== room.phase || state.questionId !== room.questionId) again();
    else count(state);
  },
  wall: (notes) => {
    wall = notes;
    layOut(wall, []);
  },
  change: (change) => {
    wall = wallAfter(wall, change);
    const arrived = change.put.map((note) => note.id);
    layOut(wall, arrived);
  },
});

/** The room has been led on: the screen as it is now. */
function again(): void {
  const placed = () => {
    room = roomOf<Room>();
    layOut(wall, []);
  };
  void renew(location.href, placed, ['main', '.projector > footer']);
}

/** How many people came in, and how many notes there are to the question the group is at. */
function count({ people, notes }: RoomState): void {
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
