// On a device in a public place: after a minute in which nobody touches it, it forgets who was there and begins anew.
// What isn't at the server yet is waited for behind a screen that shows none of it.

const IDLE = 60_000;
const WARNED = 15_000;
const AGAIN = 5_000;

const form = document.getElementById('kiosk');
const still = document.getElementById('kiosk-still');
const away = document.getElementById('kiosk-away');
const left = document.getElementById('kiosk-left');
const { start } = form.dataset;

// Where it begins there is nobody yet, unless something came back to be corrected.
const begins = document.getElementById('join') !== null && document.querySelector('[aria-invalid=true]') === null;
let since = begins ? undefined : Date.now();
let ending = false;

const waits = () => document.querySelector('#waiting > [data-sent]:not([data-refused])') !== null;

for (const touched of ['pointerdown', 'keydown', 'input', 'scroll'])
  addEventListener(
    touched,
    () => {
      if (!still.open) since = Date.now();
    },
    { passive: true, capture: true },
  );

for (const answered of ['submit', 'cancel']) still.addEventListener(answered, () => (since = Date.now()));
away.addEventListener('cancel', (event) => event.preventDefault());

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void end();
});

setInterval(() => {
  if (ending || since === undefined) return;
  const rest = IDLE - (Date.now() - since);
  if (rest <= 0) return void end();
  if (rest > WARNED) return;
  left.textContent = String(Math.ceil(rest / 1000));
  if (!still.open) still.showModal();
}, 250);

async function end() {
  ending = true;
  still.close();
  while (!(await sent()) || waits() || !(await forgotten())) {
    if (!away.open) away.showModal();
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  await emptied();
  sessionStorage.clear();
  location.replace(start);
}

// A note may be on its way still, or the page be another than the one that sends: sent twice, it is kept once.
async function sent() {
  const waiting = (await own()).filter(({ box, refused }) => box.startsWith('note:') && refused === undefined);
  return (await Promise.all(waiting.map(isAnswered))).every(Boolean);
}

const isAnswered = ({ box, fields, sentId }) =>
  fetch(`${box.slice(box.indexOf('/'))}/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...fields, sentId }),
    signal: AbortSignal.timeout(20_000),
  }).then(
    ({ status, headers }) => headers.has('x-request-id') && status < 500,
    () => false,
  );

// What the device held before somebody came is neither sent as their words nor thrown away.
const EARLIER = 'kiosk-earlier';
const all = async () => (await shelf('readonly', (store) => store.getAll())) ?? [];
const own = async () => {
  const earlier = JSON.parse(sessionStorage.getItem(EARLIER) ?? 'null');
  return earlier === null ? [] : (await all()).filter(({ sentId }) => !earlier.includes(sentId));
};

async function emptied() {
  for (const { place } of await own()) await shelf('readwrite', (store) => store.delete(place));
}

// What the page for writing keeps on the device (shelf.ts). Where there is none, nothing waits there.
const shelf = (mode, work) =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('boussole', 1);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = reject;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('notes', mode);
      const asked = work(transaction.objectStore('notes'));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = reject;
      opening.result.close();
    };
  }).catch(() => undefined);

const forgotten = () =>
  fetch(form.action, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).then(
    ({ type, ok }) => ok || type === 'opaqueredirect',
    () => false,
  );

// Going back doesn't bring back who was there: neither as the browser kept the page, nor by sending a form again.
history.replaceState(null, '', location.href);
addEventListener('pageshow', ({ persisted }) => persisted && location.replace(start));

if (begins)
  void all().then((notes) => sessionStorage.setItem(EARLIER, JSON.stringify(notes.map(({ sentId }) => sentId))));
