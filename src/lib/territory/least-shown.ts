/**
 * The smallest number that is shown (k) of something people were asked: as it was at the opening, else as the territory
 * has it now, before the opening or where it was not kept yet.
 */
export function leastShownOf(
  asked: { readonly least_shown: number | null },
  territory: { readonly least_shown: number },
): number {
  return asked.least_shown ?? territory.least_shown;
}

/**
 * The same of a cycle: who took part, and what they think of the process. Once people were asked it neither falls, or a
 * number that was hidden would be told afterwards, nor rises, or what was published would be hidden for good.
 */
export const leastShownIn = leastShownOf;
