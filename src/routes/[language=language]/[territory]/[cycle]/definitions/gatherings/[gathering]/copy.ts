import { toggle } from './waiting.ts';

/**
 * Lets the device keep a copy of this page for when there is no network (see service-worker.ts), and says so where the
 * page is such a copy.
 */
export function keepCopy(): void {
  showAge();
  // Without https there is none; the page works as long as it stays open.
  if (!('serviceWorker' in navigator)) return;
  const isFirst = navigator.serviceWorker.controller === null;
  void navigator.serviceWorker
    .register('/service-worker.js', { type: import.meta.env.DEV ? 'module' : 'classic' })
    .then(() => navigator.serviceWorker.ready)
    // The first page of all came before there was a worker to keep it.
    .then(({ active }) => isFirst && active?.postMessage({ keep: location.href }))
    .catch(() => undefined);
}

/** Whether the page came from the device and not from the server. */
export function isCopy(): boolean {
  return document.documentElement.dataset.copy !== undefined;
}

/** The page is again as the server has it. */
export function isFresh(): void {
  delete document.documentElement.dataset.copy;
  toggle('copy', false);
}

function showAge(): void {
  const { copy } = document.documentElement.dataset;
  const time = document.querySelector('#copy time');
  if (!copy || !time) return;
  const kept = new Date(Number(copy));
  const form = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
  const { lang } = document.documentElement;
  const words = new Intl.DateTimeFormat(lang, form).format(kept);
  // As every other page writes an hour in French.
  time.textContent = lang.startsWith('fr') ? words.replace(/(\d+):(\d\d)/, '$1\u00a0h\u00a0$2') : words;
  time.setAttribute('datetime', kept.toISOString());
  toggle('copy', true);
}
