// What a ballot gains from JavaScript; everything works without it.

const CLEAR = 'ACDEFGHJKMNPQRTWXY34679';

/** A receipt that only this browser has seen before it is sent. */
function drawReceipt(length) {
  let receipt = '';
  while (receipt.length < length) {
    // Bytes past the last full turn are thrown away, or the first characters would come more often.
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < 253 && receipt.length < length) receipt += CLEAR[byte % CLEAR.length];
  }
  return receipt;
}

const receipt = document.querySelector('input[name="receipt"][data-draw]');
const drawn = document.querySelector('input[name="drawn"]');
if (receipt && drawn && drawn.value === 'server') {
  receipt.value = drawReceipt(receipt.value.length);
  drawn.value = 'browser';
  for (const words of document.querySelectorAll('[data-drawn]')) words.hidden = words.dataset.drawn !== 'browser';
}

const chosen = document.querySelector('[data-chosen]');
const boxes = [...document.querySelectorAll('input[name="choices"][type="checkbox"]')];
if (chosen && boxes.length > 0) {
  const { least, most } = chosen.dataset;
  const tell = () => {
    const count = boxes.filter((box) => box.checked).length;
    chosen.querySelector('output').value = String(count);
    // Nobody is told that nothing is too few before they have begun.
    const amiss = count > Number(most) ? 'many' : count > 0 && count < Number(least) ? 'few' : '';
    for (const words of chosen.querySelectorAll('[data-amiss]')) words.hidden = words.dataset.amiss !== amiss;
  };
  chosen.hidden = false;
  for (const box of boxes) box.addEventListener('change', tell);
  // Coming back to the page, the browser ticks the boxes again after the page is read.
  addEventListener('pageshow', tell);
  tell();
}

// The picture on a slip carries the code behind a #, which no server ever gets to see.
const code = document.querySelector('input[name="code"]:not([type="hidden"])');
if (code && location.hash.length > 1) {
  if (!code.value) code.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
