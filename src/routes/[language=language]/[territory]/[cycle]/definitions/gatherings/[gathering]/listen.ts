import type { RoomNews, WallChange, WallNote } from '#lib/definitions/wall.ts';
import { keepTime } from './timing.ts';

/** What a page wants to hear of its room. */
export interface Ears {
  state?(state: RoomNews): void;
  wall?(wall: readonly WallNote[]): void;
  change?(change: WallChange): void;
  /** The server had no place, or nothing is there any more; it is tried again. */
  lost?(): void;
}

/** Milliseconds after which a line that the server refused is tried again; phones don't all come back at once. */
const AGAIN = 20_000;

/**
 * Listens to a room, and shows the time that is left in it; the browser comes back by itself after a dead network, and is then told everything anew.
 * @param address of the stream, with whom it is for
 * @returns a function that stops listening
 */
export function listen(address: string, ears: Ears): () => void {
  let source: EventSource;
  let due = 0;
  const on = <T>(name: string, hear: ((data: T) => void) | undefined) => {
    if (hear) source.addEventListener(name, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as T));
  };
  function open(): void {
    source = new EventSource(address);
    on<RoomNews>('state', (state) => {
      keepTime(state.left);
      ears.state?.(state);
    });
    on('wall', ears.wall);
    on('change', ears.change);
    source.addEventListener('error', () => {
      // A refusal is final for the browser.
      if (source.readyState !== EventSource.CLOSED) return;
      due = window.setTimeout(open, AGAIN * (1 + Math.random()));
      ears.lost?.();
    });
  }
  open();
  return () => {
    clearTimeout(due);
    source.close();
  };
}
