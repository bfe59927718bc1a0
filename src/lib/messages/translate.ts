import { IntlMessageFormat } from 'intl-messageformat';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr, type MessageKey, type Messages } from './fr.ts';
import { simple } from './fr-simple.ts';
import type { Language } from './language.ts';
import { tr } from './tr.ts';

export type MessageFacts = Readonly<Record<string, string | number>>;

/** Puts a message into words. */
export type Translate = (key: MessageKey, facts?: MessageFacts) => string;

const MESSAGES: Readonly<Record<Language, Partial<Messages>>> = {
  fr,
  'fr-simple': simple,
  en,
  de,
  tr,
  ar,
};

/**
 * The messages of one language. Runs on the server: pages that are rendered again in the browser get their words
 * with their data, so that no phone downloads all the others.
 */
export function translator(language: Language): Translate {
  return (key, facts) => {
    const message = MESSAGES[language][key] ?? fr[key];
    return facts || message.includes('{') ? formatOf(language, message).format(facts) : message;
  };
}

/** A message whose key comes from a rule or a form: `form.tooLong|most=280`. An unknown key is shown as it is. */
export function translateReason(language: Language, reason: string, facts: MessageFacts = {}): string {
  const [key = '', query = ''] = reason.split('|');
  if (!(key in fr)) return reason;
  const own = [...new URLSearchParams(query)].map(([name, value]) => [name, numeric(value)] as const);
  return translator(language)(key as MessageKey, { ...facts, ...Object.fromEntries(own) });
}

/** Some messages by key, for a page that runs in the browser. */
export function pickMessages<K extends MessageKey>(t: Translate, ...keys: readonly K[]): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<K, string>;
}

const formats = new Map<string, { format(facts?: MessageFacts): string }>();

function formatOf(language: Language, message: string) {
  const place = `${language}:${message}`;
  const known = formats.get(place);
  if (known) return known;
  // Messages hold no markup: "<" is just a character in them.
  const made = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  const whole = message.includes(', date') && language.startsWith('fr') ? frenchDates : String;
  const format = { format: (facts?: MessageFacts) => whole(String(made.format(facts))) };
  formats.set(place, format);
  return format;
}

/** The first of a month is "1er", and no day is torn from its month: Intl knows neither. */
function frenchDates(words: string): string {
  return words.replace(/(?<!\d)(\d{1,2}) (?=\p{L}+ \d{4}(?!\d))/gu, (_, day) => `${day === '1' ? '1er' : day}\u00a0`);
}

function numeric(value: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
