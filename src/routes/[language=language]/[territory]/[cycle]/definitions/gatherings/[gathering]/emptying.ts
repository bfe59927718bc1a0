type TextField = HTMLInputElement | HTMLTextAreaElement;

/** How much at the beginning of each field is on its way to the shelf. */
const leaving = new WeakMap<TextField, string>();

/** What has been written in a field after what is already being put on the shelf. */
export function freshIn(field: TextField): string {
  const before = leaving.get(field) ?? '';
  return field.value.startsWith(before) ? field.value.slice(before.length) : field.value;
}

/**
 * Takes words out of a field once they are on the shelf and no sooner; what was written on meanwhile stays.
 */
export async function emptyAfter(field: TextField, onShelf: Promise<void>): Promise<void> {
  const words = freshIn(field);
  leaving.set(field, (leaving.get(field) ?? '') + words);
  await onShelf;
  leaving.set(field, (leaving.get(field) ?? '').slice(words.length));
  if (field.value.startsWith(words)) field.value = field.value.slice(words.length);
}
