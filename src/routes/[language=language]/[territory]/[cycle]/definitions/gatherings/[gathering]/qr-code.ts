import { encode } from 'uqr';
import { qrPath } from '#lib/ui/qr.ts';

/**
 * Draws QR codes on a page. Loaded when somebody asks for one: `show-qr` on the document names the element, which holds
 * an `svg` with a `path`, and the text.
 */
document.addEventListener('show-qr', (event) => {
  const { place, text } = (event as CustomEvent<{ place: HTMLElement; text: string }>).detail;
  const { data } = encode(text, { border: 0, ecc: 'L' });
  const side = data.length + 8;
  place.querySelector('svg')?.setAttribute('viewBox', `-4 -4 ${side} ${side}`);
  for (const [name, value] of Object.entries({ width: side, height: side }))
    place.querySelector('rect')?.setAttribute(name, String(value));
  place.querySelector('path')?.setAttribute('d', qrPath(data));
});
