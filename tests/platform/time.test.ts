import { describe, expect, test } from 'vitest';
import { dayAfter, dayOf, isDay, momentOf } from '#lib/platform/time.ts';

describe('days', () => {
  test('a moment is another day elsewhere', () => {
    const moment = Date.parse('2026-05-07T22:30:00Z');
    expect(dayOf(moment, 'Europe/Paris')).toBe('2026-05-08');
    expect(dayOf(moment, 'America/Martinique')).toBe('2026-05-07');
    expect(dayOf(moment, 'Pacific/Auckland')).toBe('2026-05-08');
  });

  test('a day begins at its own midnight, also when the clocks change', () => {
    expect(momentOf('2026-05-07', 'Europe/Paris')).toBe(Date.parse('2026-05-06T22:00:00Z'));
    expect(momentOf('2026-03-29', 'Europe/Paris')).toBe(Date.parse('2026-03-28T23:00:00Z'));
    expect(momentOf('2026-03-30', 'Europe/Paris')).toBe(Date.parse('2026-03-29T22:00:00Z'));
    expect(momentOf('2026-10-25', 'Europe/Paris', '12:00')).toBe(Date.parse('2026-10-25T11:00:00Z'));
  });

  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['2026-5-7', false],
    ['', false],
    ['2026-05-07 ', false],
  ])('%s is a day: %s', (day, is) => {
    expect(isDay(day)).toBe(is);
  });

  test('days are counted over months and years', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
  });
});
