/** What was typed into a form and what is to be corrected in it, by field; nothing when the page is fresh. */
export type Typed =
  { readonly values: Readonly<Record<string, string>>; readonly errors: Readonly<Record<string, string>> } | undefined;
