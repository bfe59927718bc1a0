/**
 * Cuts a title into parts of which some must stay on one line: short words joined by a hyphen ("bien-être",
 * "est-ce"), at most 14 letters, so that a large title doesn't break inside them. Joined again they are the title.
 */
export function partsOfTitle(title: string): { text: string; whole: boolean }[] {
  return title
    .split(/([\p{L}’']+(?:-[\p{L}’']+)+)/u)
    .map((text, index) => ({ text, whole: index % 2 === 1 && text.length <= 14 }))
    .filter((part) => part.text !== '');
}
