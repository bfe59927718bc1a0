import { inWords } from '#lib/definitions/in-words.ts';
import type { Outgoing, Standstill } from '#lib/definitions/outbox.ts';
import { noteOf } from './document.ts';

/** Shows on a page what isn't at the server yet, how many notes wait, and why. */
export function showWaiting(notes: readonly Outgoing[], standstill: Standstill): void {
  const refused = notes.filter((note) => note.refused !== undefined);
  const rest = standstill ? notes.filter((note) => note.refused === undefined) : [];
  toggle('away', standstill === 'away' && rest.length > 0);
  toggle('held', standstill === 'held' && rest.length > 0);
  toggle(
    'fleeting',
    notes.some((note) => note.fleeting),
  );
  toggle('refused', refused.length > 0);
  toggle('hand-over', rest.length + refused.length > 0);
  if (rest.length + refused.length === 0) for (const id of ['codes', 'next-code']) toggle(id, false);
  for (const place of document.querySelectorAll<HTMLElement>('[data-waits]')) {
    const { one = '', other = '' } = place.dataset;
    place.textContent = inWords(rest.length, { one, other }, document.documentElement.lang);
  }
  lay([...rest, ...refused]);
}

/** Those that stand there already stay, with the focus on their buttons. */
function lay(notes: readonly Outgoing[]): void {
  const place = document.getElementById('waiting');
  if (!place) return;
  const there = new Map([...place.children].map((one) => [keyOf((one as HTMLElement).dataset), one]));
  const wanted = notes.map((note) => there.get(keyOf({ sent: note.sentId, refused: note.refused })) ?? made(note));
  for (const one of place.querySelectorAll(':scope > *')) if (!wanted.includes(one)) one.remove();
  wanted.forEach((one, number) => {
    if (place.children[number] !== one) place.insertBefore(one, place.children[number] ?? null);
  });
}

const keyOf = ({ sent = '', refused = '' }: { sent?: string | undefined; refused?: string | undefined }) =>
  `${sent} ${refused}`;

function made(note: Outgoing): HTMLElement {
  const copy = noteOf(note.refused === undefined ? 'waiting-note' : 'refused-note', wordsOf(note));
  copy.dataset.sent = note.sentId;
  if (note.refused === undefined) return copy;
  copy.dataset.refused = note.refused;
  copy.querySelector('.status')?.append(` ${note.refused}`);
  return copy;
}

/** A note's words and language as its sender wrote them. */
export function wordsOf({ fields }: Outgoing): { text: string; language: string } {
  return { text: fields.text ?? '', language: fields.language ?? '' };
}

export function toggle(id: string, shown: boolean): void {
  const element = document.getElementById(id);
  if (element && element.hidden === shown) element.hidden = !shown;
}
