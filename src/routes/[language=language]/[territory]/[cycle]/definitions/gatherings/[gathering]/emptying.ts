type TextField = HTMLInputElement | HTMLTextAreaElement;

/** How much at the beginning of each field, by its id, is on its way to the shelf. */
const leaving = new Map<string, string>();

/** What has been written in a field after what is already being put on the shelf. */
export function freshIn({ id, value }: TextField): string {
  const before = leaving.get(id) ?? '';
  return value.startsWith(before) ? value.slice(before.length) : value;
}

/**
 * Takes words out of a field once they are on the shelf and no sooner; what was written on meanwhile stays. The page
 * may have been put in place anew by then, with another field of the same id.
 */
export async function emptyAfter(field: TextField, onShelf: Promise<void>): Promise<void> {
  const words = freshIn(field);
  const { id } = field;
  leaving.set(id, (leaving.get(id) ?? '') + words);
  await onShelf;
  leaving.set(id, (leaving.get(id) ?? '').slice(words.length));
  const now = document.getElementById(id) as TextField | null;
  if (now?.value.startsWith(words)) now.value = now.value.slice(words.length);
}
