import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from '#lib/people/way.ts';

test('goes on to a path of our own, with its question', () => {
  expect(ownPath('/fr/rives/2026/staff?saved')).toBe('/fr/rives/2026/staff?saved');
  expect(ownPath('/fr/rives/é')).toBe('/fr/rives/%C3%A9');
  expect(ownPath('/')).toBe('/');
});

test('goes nowhere else', () => {
  for (const elsewhere of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/fr\\..\\evil',
    'javascript:alert(1)',
    'fr/account',
    '/fr\n//evil.example',
    '/fr evil',
    '/.//evil.example',
    '/..//evil.example',
    '/fr/..//evil.example',
    '/fr/%2e%2e//evil.example',
    '',
    null,
    undefined,
    `/${'a'.repeat(1000)}`,
  ])
    expect(ownPath(elsewhere)).toBeUndefined();
});

test('whatever it is given, what it gives stays on our own site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
        fc.array(fc.constantFrom('/', '.', '..', '%2e', 'fr', 'evil.example')).map((parts) => `/${parts.join('')}`),
      ),
      (wanted) => {
        const path = ownPath(wanted);
        return path === undefined || new URL(path, 'https://boussole.example').host === 'boussole.example';
      },
    ),
  );
});
