/** The languages of the interface, in the order in which they are offered. A further one is added by adding its file. */
export const LANGUAGES = ['fr', 'en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Those whose messages are written. The others are prepared: a page in one of them speaks French until they are. */
export const WRITTEN: readonly Language[] = ['fr', 'en'];

function isWritten(language: string): language is Language {
  return isLanguage(language) && WRITTEN.includes(language);
}

/** The language in which a page's interface really is. */
export function spokenFor(language: Language): Language {
  return isWritten(language) ? language : 'fr';
}

export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  tr: 'Türkçe',
  ar: 'العربية',
};

export function isLanguage(value: string | undefined): value is Language {
  return (LANGUAGES as readonly string[]).includes(value ?? '');
}

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'he', 'fa', 'ur'].includes(language.slice(0, 2)) ? 'rtl' : 'ltr';
}

/** The best of our written languages for an `Accept-Language` header; French when none fits. */
export function chooseLanguage(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isWritten) ?? 'fr';
}
