import { afterEach, expect, test, vi } from 'vitest';
import {
  emptyAfter,
  freshIn,
} from '#routes/[language=language]/[territory]/[cycle]/definitions/gatherings/[gathering]/emptying.ts';

afterEach(() => void vi.unstubAllGlobals());

/** A page with one field, which can be put in place anew. */
function openPage() {
  const page = { field: { id: 'text', value: '' } as HTMLInputElement };
  vi.stubGlobal('document', { getElementById: (id: string) => (id === page.field.id ? page.field : null) });
  return page;
}

test('what was sent leaves the field that stands there now, also where the page was put in place anew meanwhile', async () => {
  const page = openPage();
  page.field.value = 'Un banc';
  const onShelf = Promise.withResolvers<void>();
  const emptied = emptyAfter(page.field, onShelf.promise);
  page.field = { id: 'text', value: 'Un banc' } as HTMLInputElement;
  expect(freshIn(page.field)).toBe('');
  page.field.value = 'Un banc, un arbre';
  expect(freshIn(page.field)).toBe(', un arbre');
  onShelf.resolve();
  await emptied;
  expect(page.field.value).toBe(', un arbre');
});

test('nothing leaves a field before it is on the shelf, and nothing that was written instead', async () => {
  const page = openPage();
  page.field.value = 'Un banc';
  const onShelf = Promise.withResolvers<void>();
  const emptied = emptyAfter(page.field, onShelf.promise);
  expect(page.field.value).toBe('Un banc');
  page.field.value = 'Autre chose';
  onShelf.resolve();
  await emptied;
  expect(page.field.value).toBe('Autre chose');
});
