/** Something to be read aloud, in its language. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
}

/** Lets the buttons of ReadAloud.svelte speak, also those that come later. Where the browser can't, none is shown. */
export function readAloud(): void {
  if (!('speechSynthesis' in window)) return;
  document.documentElement.dataset.speaks = '';
  document.addEventListener('click', press);
  // What a browser has begun to read it goes on reading, also on the next page.
  addEventListener('pagehide', () => speechSynthesis.cancel());
}

function press(event: Event): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-read]');
  if (!button) return;
  const speaks = 'speaking' in button.dataset;
  for (const one of document.querySelectorAll<HTMLElement>('[data-speaking]')) show(one, false);
  speechSynthesis.cancel();
  if (!speaks) speak(button);
}

function speak(button: HTMLElement): void {
  const parts = JSON.parse(button.dataset.read ?? '[]') as Spoken[];
  const spoken = parts.map(({ text, lang }) => Object.assign(new SpeechSynthesisUtterance(text), { lang }));
  const last = spoken.at(-1);
  if (!last) return;
  last.onend = () => show(button, false);
  last.onerror = ({ error }) => {
    // Cancelled to read something else: then another button speaks, or this one again.
    if (error !== 'canceled' && error !== 'interrupted') show(button, false);
  };
  show(button, true);
  for (const one of spoken) speechSynthesis.speak(one);
}

/** The button says what pressing it does now. */
function show(button: HTMLElement, speaks: boolean): void {
  const words = button.querySelector('span');
  const { stop = '', label = words?.textContent ?? '' } = button.dataset;
  button.dataset.label = label;
  button.toggleAttribute('data-speaking', speaks);
  if (words) words.textContent = speaks ? stop : label;
}
