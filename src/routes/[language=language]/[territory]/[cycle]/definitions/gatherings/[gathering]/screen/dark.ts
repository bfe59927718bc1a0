const KEPT = 'boussole:dark-room';
const DARK = '(prefers-color-scheme: dark)';

/** What each rule of the page's styles asked for before anybody chose. */
const asked = new Map<CSSMediaRule, string>();

/**
 * A room without light, whatever the laptop is set to: the rules for dark screens hold, or don't, as it is chosen here;
 * that laptop remembers it.
 */
export function chooseDark(): void {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes(DARK)) asked.set(rule, rule.media.mediaText);
  document.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('#dark')) return;
    localStorage.setItem(KEPT, isDark() ? 'no' : 'yes');
    applyDark();
  });
  applyDark();
}

/** Also after the page has been renewed. */
export function applyDark(): void {
  const dark = isDark();
  for (const [rule, text] of asked)
    rule.media.mediaText = text.replace(DARK, dark ? '(min-width: 0)' : '(max-width: 0)');
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  const button = document.getElementById('dark');
  button?.removeAttribute('hidden');
  button?.setAttribute('aria-pressed', String(dark));
}

function isDark(): boolean {
  return (localStorage.getItem(KEPT) ?? (matchMedia(DARK).matches ? 'yes' : 'no')) === 'yes';
}
