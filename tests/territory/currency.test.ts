import { expect, test } from 'vitest';
import { CURRENCIES } from '#lib/territory/currency.ts';

test('every currency that is offered is a code of its own, in order, that a browser can name', () => {
  expect([...new Set(CURRENCIES)].sort()).toEqual(CURRENCIES);
  for (const language of ['fr', 'en', 'de']) {
    const names = new Intl.DisplayNames([language], { type: 'currency', fallback: 'none' });
    // Younger than what browsers know: shown by its code.
    const unnamed = CURRENCIES.filter((code) => !/^[A-Z]{3}$/.test(code) || names.of(code) === undefined);
    expect(unnamed.filter((code) => !['XCG', 'ZWG'].includes(code))).toEqual([]);
  }
});

test('currencies in use are offered, those given up are not', () => {
  expect(CURRENCIES).toEqual(
    expect.arrayContaining(['EUR', 'CHF', 'GBP', 'USD', 'CAD', 'XOF', 'XAF', 'MAD', 'TND', 'XPF']),
  );
  // The lev, the kuna, the Deutsche Mark, the franc; no currency, gold, a unit for tests.
  for (const gone of ['BGN', 'HRK', 'DEM', 'FRF', 'XXX', 'XAU', 'XTS']) expect(CURRENCIES).not.toContain(gone);
});
