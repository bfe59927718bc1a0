// A page with several forms sends one of them. What was typed into the others stays in this tab, for this person, and
// is put back when the page is shown again, with a word that it isn't saved. Forms that ask the browser to remember
// nothing (autocomplete="off": ballots, codes) are left alone.

const { person, words } = document.currentScript.dataset;
const place = `kept-text ${person} ${location.pathname}`;
const OF_THE_PAGE = /^(sentId|seen|number|revision)$/;
const NEVER = /^(password|file|submit|button|image|reset)$/;

const forms = () => [...document.forms].filter((form) => form.method === 'post' && form.autocomplete !== 'off');
const controls = (form) => [...form.elements].filter((one) => one.name && !NEVER.test(one.type));
const hidden = (one) => one.type === 'hidden';
const ticked = (one) => one.type === 'checkbox' || one.type === 'radio';

/** The same form on the page of before and on that of after: its action, and what it is about. */
function nameOf(form) {
  const about = controls(form).filter((one) => hidden(one) && !OF_THE_PAGE.test(one.name));
  return JSON.stringify([form.getAttribute('action'), ...about.map((one) => one.value)]);
}

/** The form that has just come back with something to correct. */
const refused = performance.getEntriesByType('navigation')[0]?.responseStatus >= 400 ? location.search : undefined;

function isUnsaved(form) {
  if (refused !== undefined && form.getAttribute('action') === refused) return true;
  return controls(form).some((one) => {
    if (hidden(one) || one.type.startsWith('select')) return false;
    return ticked(one) ? one.checked !== one.defaultChecked : one.value !== one.defaultValue;
  });
}

const valuesOf = (form) =>
  controls(form)
    .filter((one) => one.name !== 'sentId')
    .map((one) => [one.name, one.value, ticked(one) ? one.checked : null]);

function putBack(form, values) {
  for (const [name, value, checked] of values) {
    const one = controls(form).find((o) => o.name === name && (checked === null || o.value === value));
    if (!one) continue;
    if (checked === null) one.value = value;
    else one.checked = checked;
    if (!hidden(one)) one.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (let around = form; around; around = around.parentElement?.closest('details')) around.open = true;
  const said = document.createElement('p');
  said.textContent = words;
  said.setAttribute('role', 'status');
  form.prepend(said);
}

addEventListener('submit', ({ target, defaultPrevented }) => {
  if (defaultPrevented) return;
  const others = forms().filter((form) => form !== target && isUnsaved(form));
  const kept = others.map((form) => [nameOf(form), valuesOf(form)]);
  if (kept.length > 0) sessionStorage.setItem(place, JSON.stringify(kept));
});

const kept = JSON.parse(sessionStorage.getItem(place) ?? '[]');
sessionStorage.removeItem(place);
for (const [name, values] of kept) {
  const form = forms().find((one) => nameOf(one) === name);
  if (form) putBack(form, values);
}
