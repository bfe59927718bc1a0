import { renew, roomOf } from './document.ts';
import { listen } from './listen.ts';

interface Room {
  readonly here: string;
  readonly phase: string;
  readonly questionId: string | null;
  readonly timed: boolean;
}

let room = roomOf<Room>();

listen(`${room.here}/live?for=counts`, {
  state: ({ phase, questionId, people, notes, left }) => {
    if (phase !== room.phase || questionId !== room.questionId || (left !== null) !== room.timed) return again();
    put('people', people);
    put(
      'total',
      Object.values(notes).reduce((sum, number) => sum + number, 0),
    );
    for (const cell of document.querySelectorAll<HTMLElement>('[data-question]'))
      cell.textContent = String(notes[cell.dataset.question ?? ''] ?? 0);
  },
});

/** Somebody else has led the room on: the page as it is now. */
function again(): void {
  void renew(location.pathname, () => (room = roomOf<Room>()));
}

function put(name: string, number: number): void {
  const place = document.querySelector(`[data-count=${name}]`);
  if (place) place.textContent = String(number);
}
