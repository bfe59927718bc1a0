/**
 * A count in words, in the browser: `#` stands for the number.
 * @param forms for one and for more, as the language tells them apart
 */
export function inWords(
  count: number,
  forms: { readonly one: string; readonly other: string },
  language: string,
): string {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
  return form.replace('#', new Intl.NumberFormat(language).format(count));
}
