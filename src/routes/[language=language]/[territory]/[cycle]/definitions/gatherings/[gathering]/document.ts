/**
 * Pages that ship no framework: the server renders them whole, and a small script makes them live. What it needs to
 * know stands in `data-room` of an element of the page; what it adds is cloned from templates that the server rendered.
 */

/** What the page tells its script. @throws when the page has no such element: then there is nothing to make live */
export function roomOf<T>(page: Document = document): T {
  const told = page.querySelector<HTMLElement>('[data-room]')?.dataset.room;
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
 * another language or question was chosen. Where the network is away, everything stays as it is.
 * @param done called when the page is in place
 * @param parts of the page that are replaced
 * @param isNews whether there is anything to replace, for a page that looks by itself now and then
 */
export async function renew(
  address: string,
  done: () => void,
  parts = ['main'],
  isNews: (next: Document) => boolean = () => true,
): Promise<void> {
  const turn = ++latest;
  const response = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => undefined);
  // The room may no longer be this device's: its own page says so when it is opened.
  if (!response?.ok || response.redirected) return;
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  // A newer request has overtaken this one.
  if (turn !== latest || !isNews(next)) return;
  document.title = next.title;
  const focused = document.activeElement?.id;
  for (const part of parts) {
    const fresh = next.querySelector(part);
    if (fresh) document.querySelector(part)?.replaceWith(document.adoptNode(fresh));
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  done();
}
