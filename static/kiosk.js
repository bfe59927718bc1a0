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
  while (waits() || !(await forgotten())) {
    if (!away.open) away.showModal();
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  sessionStorage.clear();
  location.replace(start);
}

const forgotten = () =>
  fetch(form.action, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).then(
    ({ type, ok }) => ok || type === 'opaqueredirect',
    () => false,
  );

// Going back doesn't bring back who was there: neither as the browser kept the page, nor by sending a form again.
history.replaceState(null, '', location.href);
addEventListener('pageshow', ({ persisted }) => persisted && location.replace(start));
