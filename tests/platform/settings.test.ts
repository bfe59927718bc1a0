import { describe, expect, test } from 'vitest';
import { BadSettings, readSettings, VARIABLES } from '#lib/platform/settings.server.ts';

function problemsOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
    return '';
  } catch (error) {
    if (error instanceof BadSettings) return error.message;
    throw error;
  }
}

describe('settings', () => {
  test('with nothing set, it runs on this machine', () => {
    expect(readSettings({})).toMatchObject({
      origin: 'http://localhost:3000',
      port: 3000,
      databaseUrl: 'file:data/boussole.db',
      demonstration: true,
    });
  });

  test('the address follows the port, unless it is given; empty is the same as not set', () => {
    expect(readSettings({ PORT: '8080' }).origin).toBe('http://localhost:8080');
    expect(readSettings({ PORT: '8080', ORIGIN: '' }).origin).toBe('http://localhost:8080');
    expect(readSettings({ ORIGIN: 'https://boussole.example' }).origin).toBe('https://boussole.example');
    const empty = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  test.each([
    ['PORT', '65535', '65536'],
    ['PORT', '0', '-1'],
    ['PORT', '3000', 'http'],
    ['ORIGIN', 'http://192.168.1.20:3000', 'http://192.168.1.20:3000/fr'],
    ['ORIGIN', 'https://boussole.example', 'boussole.example'],
    ['DATABASE_URL', 'file:/var/lib/boussole.db', 'mysql://localhost/x'],
    ['DATABASE_URL', 'postgres://localhost/boussole', 'sqlite:x.db'],
    ['DATABASE_URL', 'data/boussole.db', ':memory:'],
    ['SECRET', 'x'.repeat(32), 'x'.repeat(31)],
    ['MAIL_URL', 'smtps://user:password@mail.example:465', 'mail.example'],
    ['LOG_LEVEL', 'warn', 'loud'],
    ['BODY_LIMIT', '100000', '99999'],
    ['PROXY_DEPTH', '10', '11'],
    ['DEMONSTRATION', 'no', 'false'],
  ])('%s may be %s and not %s, and the message names it', (name, good, bad) => {
    expect(problemsOf({ [name]: good })).toBe('');
    expect(problemsOf({ [name]: bad })).toContain(name);
  });

  test('everything that is wrong is said at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'x', DEMONSTRATION: 'x' }).split('\n')).toHaveLength(3);
  });
});
