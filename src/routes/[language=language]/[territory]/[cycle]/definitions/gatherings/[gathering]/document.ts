/**
 * Pages that ship no framework: the server renders them whole, and a small script makes them live. What it needs to
 * know stands in `data-room` of an element of the page; what it adds is cloned from templates that the server rendered.
 */

/** What the page tells its script. @throws when the page has no such element: then there is nothing to make live */
export function roomOf<T>(): T {
  const told = document.querySelector<HTMLElement>('[data-room]')?.dataset.room;
  if (told === undefined) throw new Error('This page has no room');
  return JSON.parse(told) as T;
}

/** A copy of what a template holds. */
export function copyOf(template: string): HTMLElement {
  const found = document.getElementById(template);
  const copy = found instanceof HTMLTemplateElement ? found.content.firstElementChild?.cloneNode(true) : undefined;
  if (!(copy instanceof HTMLElement)) throw new Error(`There is no template ${template}`);
  return copy;
}

/** A copy of a note's template with somebody's words in it. */
export function noteOf(template: string, words: { text: string; language: string }): HTMLElement {
  const note = copyOf(template);
  const place = note.querySelector<HTMLElement>('.words');
  if (place) {
    place.textContent = words.text;
    place.lang = words.language;
  }
  return note;
}

let latest = 0;

/**
 * Puts the page as the server would render it now in place of what stands there: after the room has been led on, or
 * another language or question was chosen. What is being written stays.
 */
export async function renew(address: string, done: () => void): Promise<void> {
  const turn = ++latest;
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
  const here = document.querySelector('main');
  // A newer request has overtaken this one, or the room is no longer this device's.
  if (turn !== latest || !response.ok || !next || !here || response.redirected) return;
  const focused = document.activeElement?.id;
  here.replaceWith(document.adoptNode(next));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  done();
}
