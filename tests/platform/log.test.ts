import { expect, test } from 'vitest';
import { describe } from '#lib/platform/log.server.ts';
import { eachDatabase } from '#tests/support/database.ts';

eachDatabase('the log', (open) => {
  test('quotes nothing of what was written when the database refuses it', async () => {
    const house = await open();
    const account = (email: string) => ({
      id: email,
      email: 'zo@x.example',
      name: 'Zoé',
      language: 'fr',
      password_hash: null,
      verified_at: null,
      is_owner: 0 as const,
      may_found: 0 as const,
      created_at: 0,
      closed_at: null,
    });
    await house.write((db) => db.insertInto('account').values(account('1')).execute());
    const error = await house
      .write((db) => db.insertInto('account').values(account('2')).execute())
      .catch((caught: unknown) => caught);
    const line = JSON.stringify(describe(error));
    expect(line).not.toContain('zo@x.example');
    expect(line).not.toContain('Zoé');
    expect(line).toMatch(/SQLITE_CONSTRAINT_UNIQUE|23505/);
  });
});

test('tells of any other error what it says and where it was', () => {
  const told = JSON.stringify(describe(new TypeError('x is not a function')));
  expect(told).toContain('x is not a function');
  expect(told).toContain('log.test.ts');
  expect(JSON.stringify(describe('a string'))).toBe('{"type":"string"}');
});
