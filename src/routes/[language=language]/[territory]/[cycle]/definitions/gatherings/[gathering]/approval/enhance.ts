import { renew, roomOf } from '../document.ts';
import { listen } from '../listen.ts';

interface Room {
  readonly here: string;
  /** What is on the page: which notes, and how they stand. */
  readonly agenda: string;
}

/** Who wants to talk about a note leaves no trace of when, so that nothing tells it: it is looked for now and then. */
const BEAT = 10_000;

let room = roomOf<Room>();

listen(`${room.here}/live?for=wall`, { state: look, change: look });
setInterval(look, BEAT);

/** The page as it is now, unless it is the same or somebody is filling in a number. */
function look(): void {
  if (document.hidden || document.activeElement instanceof HTMLInputElement) return;
  void renew(
    location.pathname,
    () => (room = roomOf<Room>()),
    ['#agenda'],
    (next) => roomOf<Room>(next).agenda !== room.agenda,
  );
}
