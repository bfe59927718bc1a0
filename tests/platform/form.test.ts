import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as form from '#lib/platform/form.ts';

type Schema = v.GenericSchema<unknown, unknown>;
const read = (schema: Schema, typed: unknown) => v.safeParse(schema, typed);
const complaint = (schema: Schema, typed: unknown) => read(schema, typed).issues?.[0]?.message;

describe('pieces of forms', () => {
  test('text has a limit, on both sides, counted as people count', () => {
    expect(complaint(form.line(280), 'é'.repeat(280))).toBeUndefined();
    expect(complaint(form.line(280), 'é'.repeat(281))).toBe('form.tooLong|most=280');
    expect(complaint(form.text(2), '🌻🌻')).toBeUndefined();
    expect(complaint(form.line(280), ' \n ')).toBe('form.required');
    expect(complaint(form.line(280), undefined)).toBe('form.required');
    expect(complaint(form.optionalLine(5), undefined)).toBeUndefined();
  });

  test('a whole number has bounds, and people put spaces into it', () => {
    const from3to11 = form.whole(3, 11);
    expect(read(from3to11, '3').output).toBe(3);
    expect(read(from3to11, '11').output).toBe(11);
    for (const typed of ['2', '12', '', '3.5', 'x', '1e1', '0x5', '+5', undefined])
      expect(complaint(from3to11, typed)).toBe('form.whole|least=3&most=11');
    expect(read(form.whole(0, 1e6), '12\u202f000').output).toBe(12_000);
  });

  test('a day, an amount, a choice', () => {
    for (const day of ['2026-02-30', '2026-02-31', '2026-02-29', '31/12/2026', '2026-13-01', '10000-01-01'])
      expect(complaint(form.day, day)).toBe('form.day');
    expect(read(form.day, '2028-02-29').output).toBe('2028-02-29');
    expect(read(form.optionalDay, '').output).toBeUndefined();
    expect(read(form.amount, '12,50').output).toBe(1250);
    expect(complaint(form.amount, 'beaucoup')).toBe('form.amount');
    expect(complaint(form.choice(['a', 'b']), 'c')).toBe('form.choose');
    expect(read(form.optionalChoice(['a', 'b']), '').output).toBeUndefined();
  });

  test('ids are told apart from what no page of ours has sent', () => {
    expect(complaint(form.id, 'abc_-9')).toBeUndefined();
    expect(complaint(form.id, '../x')).toBe('form.stale');
    expect(complaint(form.sentId, 'short')).toBe('form.stale');
    expect(read(form.ids, ['a', 'a', 'b']).output).toEqual(['a', 'b']);
    expect(read(form.ids, undefined).output).toEqual([]);
    const many = Array.from({ length: 5001 }, (_, place) => `id${place}`);
    expect(complaint(form.ids, many.slice(1))).toBeUndefined();
    expect(complaint(form.ids, many)).toBe('form.stale');
  });

  test('a field that comes twice where there is one is answered with a message of ours', () => {
    const twice = ['a', 'b'];
    const pieces = [form.line(9), form.optionalLine(9), form.text(9), form.day, form.amount, form.ticked, form.id];
    for (const piece of pieces) expect(complaint(piece, twice)).toBe('form.stale');
    for (const piece of [form.sentId, form.optionalId, form.optionalDay, form.whole(0, 1), form.optionalChoice(['a'])])
      expect(complaint(piece, twice)).toBe('form.stale');
  });
});
