import { MANY, partsOf, shuffled, type WallChange, type WallNote } from '#lib/definitions/wall.ts';
import { noteOf } from './document.ts';

/** The question whose words alone are shown, where somebody chose one. */
let only = '';

/**
 * Shows the words on one question alone, or all, by the links of `QuestionFilter`.
 * @param done called when it is shown
 */
export function filterByQuestion(done: () => void = () => undefined): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-only]');
    if (!link) return;
    event.preventDefault();
    only = link.dataset.only ?? '';
    showOnly();
    done();
  });
}

function showOnly(): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-only]'))
    link.setAttribute('aria-current', String(link.dataset.only === only));
  for (const section of sections())
    section.hidden = !section.querySelector('[data-note]') || (only !== '' && section.dataset.question !== only);
  const nothing = document.getElementById('nothing');
  if (nothing) nothing.hidden = document.querySelector('.wall [data-note]') !== null;
}

const sections = () => document.querySelectorAll<HTMLElement>('section[data-question]');

type Dress = (copy: HTMLElement, note: WallNote) => void;

function make(note: WallNote, dress: Dress): HTMLElement {
  const copy = noteOf(note.approved ? 'approved-note' : 'raw-note', note);
  copy.dataset.note = note.id;
  dress(copy, note);
  return copy;
}

/**
 * Lays all notes on the walls of a page, question by question: in `section[data-question]` stands a `.wall`. Those that
 * are there already stay where a reader left them.
 * @param dress adds to a new note what the page wants below it
 */
export function layOut(notes: Iterable<WallNote>, dress: Dress): void {
  const wall = shuffled([...notes]);
  const byQuestion = Map.groupBy(wall, (note) => note.questionId);
  for (const section of sections()) {
    const list = section.querySelector<HTMLElement>('.wall');
    if (list) lay(list, byQuestion.get(section.dataset.question ?? '') ?? [], (note) => make(note, dress));
  }
  if (only !== '' && !byQuestion.has(only)) only = '';
  showOnly();
}

/**
 * Lays what has come, and takes off what has gone: on a wall of thousands nothing else is touched.
 * @returns whether a wall has become so large that it is to be laid out anew
 */
export function layChange({ put, taken }: WallChange, dress: Dress): boolean {
  for (const id of [...taken, ...put.map((note) => note.id)])
    document.querySelector(`.wall [data-note="${CSS.escape(id)}"]`)?.remove();
  let grown = false;
  for (const note of put) {
    const list = document.querySelector<HTMLElement>(`section[data-question="${note.questionId}"] .wall`);
    const part = list && partFor(list, note.id);
    if (!part) continue;
    const copy = make(note, dress);
    copy.querySelector('.note')?.classList.add('arriving');
    const later = [...part.children].find((one) => ((one as HTMLElement).dataset.note ?? '') > note.id);
    part.insertBefore(copy, later ?? null);
    grown ||= list.childElementCount === 1 && part.childElementCount > MANY;
  }
  showOnly();
  return grown;
}

function partFor(list: HTMLElement, id: string): HTMLElement | undefined {
  const parts = [...list.children] as HTMLElement[];
  return parts.findLast((part) => (part.dataset.from ?? '') <= id) ?? parts[0];
}

type Make = (note: WallNote) => HTMLElement;

/** A large wall keeps its parts; a note goes into the part where its id belongs, and only that one is laid anew. */
function lay(list: HTMLElement, notes: readonly WallNote[], made: Make): void {
  if (notes.length > MANY !== list.childElementCount > 1) divide(list, notes);
  const parts = [...list.children] as HTMLElement[];
  let from = 0;
  for (const [place, part] of parts.entries()) {
    const next = parts[place + 1]?.dataset.from;
    let to = from;
    while (to < notes.length && (next === undefined || (notes[to]?.id ?? '') < next)) to += 1;
    layPart(part, notes.slice(from, to), made);
    from = to;
  }
}

function divide(list: HTMLElement, notes: readonly WallNote[]): void {
  const parts = partsOf(notes).map((some) => {
    const part = document.createElement('div');
    part.className = 'part';
    part.dataset.from = some[0]?.id ?? '';
    return part;
  });
  const laid = new Map([...list.querySelectorAll<HTMLElement>('[data-note]')].map((one) => [one.dataset.note, one]));
  for (const [place, some] of partsOf(notes).entries())
    parts[place]?.append(...some.flatMap(({ id }) => laid.get(id) ?? []));
  list.replaceChildren(...parts);
  list.classList.toggle('many', parts.length > 1);
}

function layPart(part: HTMLElement, notes: readonly WallNote[], made: Make): void {
  const there = [...part.children] as HTMLElement[];
  const isAt = (one: HTMLElement | undefined, note: WallNote) =>
    one?.dataset.note === note.id && one.dataset.approved === String(note.approved);
  if (there.length === notes.length && notes.every((note, place) => isAt(there[place], note))) return;
  const laid = new Map(there.map((one) => [one.dataset.note, one]));
  part.replaceChildren(
    ...notes.map((note) => {
      const found = laid.get(note.id);
      return found && isAt(found, note) ? found : made(note);
    }),
  );
}
