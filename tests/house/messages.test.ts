import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { ar } from '#lib/messages/ar.ts';
import { de } from '#lib/messages/de.ts';
import { en } from '#lib/messages/en.ts';
import { fr } from '#lib/messages/fr.ts';
import { simple } from '#lib/messages/fr-simple.ts';
import { chooseLanguage, LANGUAGES as OFFERED, WRITTEN, writtenFor } from '#lib/messages/language.ts';
import { tr } from '#lib/messages/tr.ts';
import { translator } from '#lib/messages/translate.ts';

/**
 * Keys that are put together in a way that says too little about which they are: the text of the template → the
 * beginnings that it may give. The others are read from the source by themselves.
 */
const WIDE: Readonly<Record<string, readonly string[]>> = {
  'step.${}': ['step.'],
  // The journal's verb, which is told as `journal.…`.
  'gathering.${}': [],
};

const KEYS = Object.keys(fr);
const LANGUAGES = { fr, 'fr-simple': simple, en, de, tr, ar } as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;

const SOURCES = ['src', 'db']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !/src\/lib\/messages\/(fr|en|de|tr|ar)/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Every quoted text of the source that could be a key, without the facts behind `|`. */
const QUOTED = new Set(
  SOURCES.flatMap(({ text }) =>
    [...text.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)(?:\|[^'"`]*)?['"`]/g)].map(([, key = '']) => key),
  ),
);

/** Templates that begin like a key: `evaluation.level.${level}` as `evaluation.level.${}`. */
const TEMPLATES = new Set(
  SOURCES.flatMap(({ text }) =>
    [...text.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^}]*\})*\$\{[^}]*\}(?:[\w.-]|\$\{[^}]*\})*)(?:\|[^`]*)?`/g)].map(
      ([, template = '']) => template.replace(/\$\{[^}]*\}/g, '${}'),
    ),
  ).filter((template) => KEYS.some((key) => key.startsWith(`${template.split('.')[0]}.`))),
);

/** A template is narrow when two parts or more are written out before what is filled in. */
const isNarrow = (template: string) => /^[\w-]+\.[\w.-]*\.[\w-]*\$\{\}/.test(template);

const matching = (template: string) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll('${}', '[\\w+-]+')}$`);

const USED = [
  ...[...TEMPLATES].filter(isNarrow).map(matching),
  ...Object.values(WIDE)
    .flat()
    .map((beginning) => new RegExp(`^${beginning.replaceAll('.', '\\.')}`)),
];

describe('messages', () => {
  test('none is unused', () => {
    const unused = KEYS.filter((key) => !QUOTED.has(key) && !USED.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  test('none is missing where a rule refuses or a form complains', () => {
    const reasons = SOURCES.flatMap(({ file, text }) => {
      const refused = [...text.matchAll(/new Refusal\(\s*'([^'|]+)/g)];
      const complained = /form\.ts$/.test(file) ? [...text.matchAll(/'([a-z]\w*(?:\.\w+)+)(?:\|[^']*)?'/g)] : [];
      return [...refused, ...complained].map(([, key = '']) => ({ file, key }));
    });
    expect(reasons.length).toBeGreaterThan(20);
    const missing = reasons.filter(({ key }) => !key.endsWith('.ts') && !(key in fr));
    expect(missing).toEqual([]);
  });

  test('every template of keys gives at least one that is there', () => {
    const empty = [...TEMPLATES].filter(
      (template) => isNarrow(template) && !KEYS.some((key) => matching(template).test(key)),
    );
    expect(empty.filter((template) => !isColumn(template))).toEqual([]);
  });

  test('templates that could be anything say in WIDE what they are', () => {
    const wide = [...TEMPLATES].filter(
      (template) => !isNarrow(template) && KEYS.some((key) => matching(template).test(key)),
    );
    expect(wide.filter((template) => !(template in WIDE))).toEqual([]);
    expect(Object.keys(WIDE).filter((template) => !wide.includes(template))).toEqual([]);
  });

  test('a language that is offered has exactly the keys of French, one that is prepared none that French hasn’t', () => {
    for (const [language, messages] of Object.entries(LANGUAGES)) {
      const keys = Object.keys(messages).sort();
      if (WRITTEN.some((written) => written === language)) expect(keys).toEqual([...KEYS].sort());
      else expect(keys.filter((key) => !(key in fr))).toEqual([]);
    }
  });

  test('a browser is answered in the best language that is written', () => {
    expect(chooseLanguage('en-GB,en;q=0.9,fr;q=0.8')).toBe('en');
    expect(chooseLanguage('de-CH,de;q=0.9,en;q=0.8')).toBe('en');
    expect([chooseLanguage('de'), chooseLanguage(null), chooseLanguage('*')]).toEqual(['fr', 'fr', 'fr']);
    expect(chooseLanguage('ar-MA,fr;q=0.5', OFFERED)).toBe('ar');
    expect((['de', 'fr-simple', 'en'] as const).map(writtenFor)).toEqual(['fr', 'fr', 'en']);
  });

  test('each can be formatted, and takes the same facts in every language', () => {
    const wrong: string[] = [];
    for (const [language, messages] of Object.entries(LANGUAGES))
      for (const [key, message] of Object.entries(messages)) {
        const facts = factsOf(message, language);
        if (facts === undefined) wrong.push(`${language} ${key} can’t be read: ${message}`);
        else if (facts !== factsOf(fr[key as keyof typeof fr], 'fr')) wrong.push(`${language} ${key} takes ${facts}`);
      }
    expect(wrong).toEqual([]);
  });

  test('a message key is as the places to edit it say: its room, its page, its thing', () => {
    expect(KEYS.filter((key) => !/^[a-z][\w-]*(\.[\w+-]+)+$/.test(key))).toEqual([]);
  });

  test('each can tell numbers apart where it counts', () => {
    const plurals = Object.entries(LANGUAGES).flatMap(([language, messages]) =>
      Object.entries(messages)
        .filter(([, message]) => /, plural,/.test(message) && !/\bother\s*\{/.test(message))
        .map(([key]) => `${language} ${key}`),
    );
    expect(plurals).toEqual([]);
  });
});

describe('typography', () => {
  test('French has its no-break spaces and its apostrophes', () => {
    const wrong = [...Object.entries(fr), ...Object.entries(simple)].filter(([, message]) => {
      const words = withoutSyntax(message);
      return / [?!;:»]/.test(words) || /« /.test(words) || /[\p{L}]['][\p{L}]/u.test(words) || /\.\.\./.test(words);
    });
    expect(wrong.map(([key, message]) => `${key}: ${message}`)).toEqual([]);
  });

  test('French has no « ? » or « : » stuck to its word', () => {
    const wrong = [...Object.entries(fr), ...Object.entries(simple)].filter(([, message]) =>
      /\p{L}[?!;:](?=\s|$)/u.test(withoutSyntax(message)),
    );
    expect(wrong.map(([key, message]) => `${key}: ${message}`)).toEqual([]);
  });

  test('none has a no-break space where only the formatter reads', () => {
    const wrong = Object.values(LANGUAGES).flatMap((messages) =>
      Object.entries(messages).filter(([, message]) => /(?:\{\w+,|, \w+,)[\u00a0\u202f]/.test(message)),
    );
    expect(wrong.map(([key, message]) => `${key}: ${message}`)).toEqual([]);
  });

  test('a French day stays with its month, and the first of a month is « 1er »', () => {
    const [first, fourth] = [Date.UTC(2028, 3, 1, 12), Date.UTC(2027, 9, 4, 12)];
    expect(translator('fr')('plan.commitment.lead', { gift: 'Du pain', from: first, until: fourth })).toBe(
      'Du pain, du 1er\u00a0avril 2028 au 4\u00a0octobre 2027',
    );
  });

  test('English has its apostrophes and quotation marks', () => {
    const wrong = Object.entries(en).filter(([, message]) => /[\p{L}]['][\p{L}]|\.\.\./u.test(withoutSyntax(message)));
    expect(wrong.map(([key, message]) => `${key}: ${message}`)).toEqual([]);
  });
});

/** The names of what is filled in, sorted; undefined when the message can't be read. */
function factsOf(message: string, language: string): string | undefined {
  try {
    const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    return [...namesIn(format.getAst())].sort().join(', ');
  } catch {
    return undefined;
  }
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

const LITERAL = 0;
const POUND = 7;

function namesIn(parts: Ast): Set<string> {
  const names = new Set<string>();
  for (const part of parts) {
    if (part.type !== LITERAL && part.type !== POUND && 'value' in part) names.add(part.value);
    if ('options' in part) {
      for (const option of Object.values(part.options)) for (const name of namesIn(option.value)) names.add(name);
    }
  }
  return names;
}

/** The words of a message, without what only the formatter reads, and without addresses. */
function withoutSyntax(message: string): string {
  return message.replace(/\{\w+, (plural|select|number|date|time)[^{}]*/g, '').replace(/https?:\S+/g, '');
}

/** A template that names a column, not a message. */
function isColumn(template: string): boolean {
  return /_/.test(template);
}
