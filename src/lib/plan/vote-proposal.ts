/** Those that alone cost more than the whole budget: no count can choose them. */
export function dearerThan<T extends { readonly cost_cents: number }>(
  proposals: readonly T[],
  budgetCents: number,
): T[] {
  return proposals.filter((proposal) => proposal.cost_cents > budgetCents);
}

/** By title as people of a language look it up: databases put É after Z. */
export function byTitle<T extends { readonly title: string }>(proposals: readonly T[], language: string): T[] {
  return [...proposals].sort((a, b) => a.title.localeCompare(b.title, language));
}
