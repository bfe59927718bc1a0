/** By title as people of a language look it up: databases put É after Z. */
export function byTitle<T extends { readonly title: string }>(proposals: readonly T[], language: string): T[] {
  return [...proposals].sort((a, b) => a.title.localeCompare(b.title, language));
}
