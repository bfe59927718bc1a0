import { getContext, setContext } from 'svelte';

const SAID = 'said-in';

/** Tells the pieces of a page, once, what the territory's people write in. */
export function sayIn(language: () => string | undefined): void {
  setContext(SAID, language);
}

/**
 * The language of what the territory's people have written where nothing is kept with it: names of objectives, reasons,
 * descriptions. For the `lang` of parts (WCAG 3.1.2); names of people, places and bodies need none.
 * @returns a BCP 47 code, or undefined where it is the page's own
 */
export function saidIn(): string | undefined {
  return getContext<(() => string | undefined) | undefined>(SAID)?.();
}
