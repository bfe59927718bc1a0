import { inWords } from '#lib/definitions/in-words.ts';
import { MINUTE, SECOND } from '#lib/platform/time.ts';

/** What was left when the server last told, and when that was on both of the device's clocks. */
let told: { readonly left: number; readonly steady: number; readonly daily: number } | undefined;
let ticking = 0;

/**
 * Shows in each `[data-time]` what is left of the phase's time, from now on.
 * @param left milliseconds as the server tells them, negative once they are over; null: there is no limit
 */
export function keepTime(left: number | null): void {
  told = left === null ? undefined : { left, steady: performance.now(), daily: Date.now() };
  clearInterval(ticking);
  if (told) ticking = window.setInterval(showTime, SECOND);
  showTime();
}

function showTime(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-time]')) show(place);
}

function show(place: HTMLElement): void {
  const { one = '', other = '', over = '' } = place.dataset;
  place.hidden = told === undefined;
  if (!told) return;
  // On a phone that slept the steady clock may have stood still; the daily one may have been put back.
  const passed = Math.max(performance.now() - told.steady, Date.now() - told.daily);
  const minutes = Math.ceil((told.left - passed) / MINUTE);
  put(place, '[role=timer]', minutes > 0 ? inWords(minutes, { one, other }, document.documentElement.lang) : '');
  put(place, '[role=status]', minutes > 0 ? '' : over);
}

function put(place: HTMLElement, where: string, words: string): void {
  const found = place.querySelector(where);
  if (found && found.textContent !== words) found.textContent = words;
}
