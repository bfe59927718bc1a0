import type { Attachment } from 'svelte/attachments';

/** What a chart drawn by script can do: take new data, go away. */
export type Drawing = { update: (hidden: readonly boolean[]) => void; destroy: () => void };

/**
 * Runs `show` once the element is about to come into view, so that a chart's code is fetched only by those who look at
 * it. Where the browser can't tell, or the code can't be fetched, the drawing made by the server stays.
 */
export function whenVisible(show: (node: HTMLElement) => Promise<void>): Attachment<HTMLElement> {
  return (node) => {
    if (!('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        void show(node);
      },
      { rootMargin: '120px' },
    );
    observer.observe(node);
    return () => observer.disconnect();
  };
}

/** A token of the look as the browser has it now, for what is drawn on a canvas. */
export function token(node: Element, name: string): string {
  return getComputedStyle(node).getPropertyValue(name).trim();
}
