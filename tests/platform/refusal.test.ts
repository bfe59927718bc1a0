import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';

interface Module {
  Refusal: typeof Refusal;
  NotThere: typeof NotThere;
}

test('a refusal is one in every copy of the program’s modules within the process', async () => {
  const place = pathToFileURL('src/lib/platform/refusal.ts').href;
  // A second copy, as SvelteKit's bundle has one beside the server entry's.
  const copy = (await import(/* @vite-ignore */ `${place}?copy`)) as Module;
  expect(copy.Refusal).not.toBe(Refusal);
  expect(new copy.Refusal('limits.wait')).toBeInstanceOf(Refusal);
  expect(new copy.NotThere('note')).toBeInstanceOf(NotThere);
  expect(new copy.Refusal('x')).not.toBeInstanceOf(NotThere);
  expect(new Error('x')).not.toBeInstanceOf(Refusal);
  expect(null).not.toBeInstanceOf(Refusal);
});

test('what isn’t there is said to be so', () => {
  expect(there(0, 'number')).toBe(0);
  expect(() => there(undefined, 'note')).toThrow(NotThere);
  expect(() => there(null, 'note')).toThrow('note: not there');
});
