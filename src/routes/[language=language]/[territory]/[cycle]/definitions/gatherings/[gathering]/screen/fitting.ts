/** Wide and high enough for a room; on anything smaller, or magnified, the page is read as any other. */
const ROOM = matchMedia('(min-width: 48rem) and (min-height: 30rem)');

/** In hundredths of the screen's width: how near the size that is found comes to the largest one. */
const NEAR = 0.06;

/** Letters' heights across the narrowest column: about four words. */
const NARROWEST = 9;

/**
 * Makes the letters of each `[data-fit]` as large as they fit in it, in one column up to `[data-columns]`: between the
 * two sizes it names, in hundredths of the screen's width. What doesn't fit at the smaller one, which the last row still reads, stands on further pages.
 */
export function fitLetters(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-fit]')) {
    const [least = 0, most = 0] = (box.dataset.fit ?? '').split(' ').map(Number);
    if (ROOM.matches) fit(box, least, most);
    else for (const property of ['font-size', 'columns']) box.style.removeProperty(property);
  }
  showTurning();
}

/** More notes than any screen holds: one scrolls. */
const isLarge = (box: HTMLElement) => box.classList.contains('large');

function fit(box: HTMLElement, least: number, most: number): void {
  if (isLarge(box)) {
    box.style.fontSize = `${least}vw`;
    box.style.columns = 'auto';
    return;
  }
  const columns = Number(box.dataset.columns ?? 1);
  let best = { size: least, columns };
  for (let number = 1; number <= columns; number++) {
    const size = largest(box, number, best.size, most);
    if (size > best.size) best = { size, columns: number };
  }
  set(box, best.columns, best.size);
}

/** @returns the largest size that fits in so many columns, or `least` when none above it does */
function largest(box: HTMLElement, columns: number, least: number, most: number): number {
  let [low, high] = [least, Math.min(most, 100 / columns / NARROWEST)];
  if (!fits(box, columns, low + NEAR)) return least;
  while (high - low > NEAR) {
    const middle = (low + high) / 2;
    if (fits(box, columns, middle)) low = middle;
    else high = middle;
  }
  return low;
}

function set(box: HTMLElement, columns: number, size: number): void {
  box.style.fontSize = `${size}vw`;
  if (box.dataset.columns) box.style.columns = `${columns} auto`;
}

function fits(box: HTMLElement, columns: number, size: number): boolean {
  set(box, columns, size);
  return isWhole(box);
}

/** All of it is in the box, and no note is cut in two. */
function isWhole(box: HTMLElement): boolean {
  if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) return false;
  return [...box.querySelectorAll('.note')].every((note) => note.getClientRects().length === 1);
}

/** Turns the wall's pages: -1 back, 1 on. */
export function turn(by: number): void {
  const large = document.querySelector<HTMLElement>('.walls.large');
  large?.scrollBy({ top: by * large.clientHeight * 0.9 });
  const pages = pagesOf();
  if (!pages) return;
  const next = Math.min(Math.max(pages.at + by, 0), pages.count - 1);
  pages.box.scrollTo({ left: next * pages.step });
  showTurning();
}

/** The buttons that turn pages, where there are several, and the page that stands there. */
function showTurning(): void {
  const pages = pagesOf();
  const place = document.getElementById('turning');
  if (!place) return;
  place.hidden = !pages || pages.count < 2;
  const number = document.getElementById('turned');
  if (pages && number) number.textContent = `${pages.at + 1}/${pages.count}`;
}

function pagesOf() {
  const box = document.querySelector<HTMLElement>('.walls');
  if (!box || isLarge(box) || !ROOM.matches) return undefined;
  const gap = parseFloat(getComputedStyle(box).columnGap);
  const step = box.clientWidth + gap;
  const count = Math.max(1, Math.round((box.scrollWidth + gap) / step));
  return { box, step, count, at: Math.min(Math.round(box.scrollLeft / step), count - 1) };
}
