import type { RoomState, WallChange, WallNote } from '#lib/definitions/wall.ts';

/** What a page wants to hear of its room. */
export interface Ears {
  state?(state: RoomState): void;
  wall?(wall: readonly WallNote[]): void;
  change?(change: WallChange): void;
}

/**
 * Listens to a room; the browser comes back by itself after a dead network, and is then told everything anew.
 * @param address of the stream, with whom it is for
 * @returns a function that stops listening
 */
export function listen(address: string, ears: Ears): () => void {
  const source = new EventSource(address);
  const on = <T>(name: string, hear: ((data: T) => void) | undefined) => {
    if (hear) source.addEventListener(name, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as T));
  };
  on('state', ears.state);
  on('wall', ears.wall);
  on('change', ears.change);
  return () => source.close();
}
