import type { WallNote } from '#lib/definitions/wall.ts';

/** What takes the place of a click on a note for those who use the keyboard. */
const KEYS = ['Enter', ' '];

/** A note on the room's screen is put before the room by a click, or by Enter; Escape takes it away. */
export function focusByHand(here: string): void {
  document.addEventListener('click', ({ target }) => pick(target, here));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen()) return void send(here, 'unfocus', {});
    if (!KEYS.includes(event.key) || !(event.target as Element).matches('.walls [data-note]')) return;
    event.preventDefault();
    pick(event.target, here);
  });
}

function pick(target: EventTarget | null, here: string): void {
  const note = (target as Element).closest<HTMLElement>('.walls [data-note]')?.dataset.note;
  if (note) void send(here, 'focus', { note });
}

/** The live line brings what comes of it, here as on every other screen of the room. */
async function send(here: string, action: string, fields: Record<string, string>): Promise<void> {
  const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
  await fetch(`${here}/screen?/${action}`, { method: 'POST', body: new URLSearchParams(fields), headers }).catch(
    () => undefined,
  );
}

/** Makes a note of the wall one that can be picked. */
export function makePickable(note: HTMLElement): void {
  note.tabIndex = 0;
  note.setAttribute('role', 'button');
  const words = note.querySelector<HTMLElement>('.words');
  note.setAttribute('aria-label', words?.textContent ?? '');
  note.lang = words?.lang ?? '';
}

/** Shows the note that the room talks about, or the whole wall again. */
export function showFocused(note: WallNote | undefined): void {
  const place = document.getElementById('focused');
  if (!place || (note?.id ?? '') === (place.dataset.id ?? '')) return;
  const before = place.dataset.id;
  place.hidden = note === undefined;
  if (note) place.dataset.id = note.id;
  else delete place.dataset.id;
  const words = place.querySelector<HTMLElement>('.words');
  if (words && note) [words.textContent, words.lang] = [note.text, note.language];
  const field = place.querySelector<HTMLInputElement>('[name=note]');
  if (field) field.value = note?.id ?? '';
  place.querySelector('details')?.removeAttribute('open');
  // Where one was, also for those who go by keyboard.
  const next = note
    ? document.getElementById('unfocus')
    : document.querySelector<HTMLElement>(`[data-note="${before}"]`);
  next?.focus({ preventScroll: true });
}

function isOpen(): boolean {
  return document.getElementById('focused')?.hidden === false;
}
