/** The languages of the interface, in the order in which they are offered; each is the first part of an address. */
export const LANGUAGES = ['fr', 'fr-simple', 'en', 'de', 'tr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Those in which every page is written; the others are written where people join, write and answer. */
export const WRITTEN: readonly Language[] = ['fr', 'en'];

/** Those in which a territory words its indicators, its grid and its texts. */
export const WORDING_LANGUAGES = ['fr', 'en', 'de'] as const;
export type WordingLanguage = (typeof WORDING_LANGUAGES)[number];

/** The language of a page that isn't written in the wanted one. */
export function writtenFor(language: Language): Language {
  return WRITTEN.includes(language) ? language : 'fr';
}

/** The language itself where the interface speaks it in a form of its own: easy French is French. */
export function tongueOf(language: Language): Exclude<Language, 'fr-simple'> {
  return language === 'fr-simple' ? 'fr' : language;
}

/** In which words a territory's texts are wanted. */
export function formFor(language: Language): 'plain' | 'easy' {
  return language === 'fr-simple' ? 'easy' : 'plain';
}

export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  fr: 'Français',
  'fr-simple': 'Français facile',
  en: 'English',
  de: 'Deutsch',
  tr: 'Türkçe',
  ar: 'العربية',
};

export function isLanguage(value: string | undefined): value is Language {
  return (LANGUAGES as readonly string[]).includes(value ?? '');
}

export function isWordingLanguage(value: string | undefined): value is WordingLanguage {
  return (WORDING_LANGUAGES as readonly string[]).includes(value ?? '');
}

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'he', 'fa', 'ur'].includes(language.slice(0, 2)) ? 'rtl' : 'ltr';
}

/** The best of some languages for an `Accept-Language` header; French when none fits. */
export function chooseLanguage(header: string | null, among: readonly Language[] = WRITTEN): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  return (
    (wanted.map(({ language }) => language).find((one) => among.some((other) => other === one)) as Language) ?? 'fr'
  );
}
