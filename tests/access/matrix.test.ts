import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { TAKEN_SLUGS } from '#lib/territory/territory.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import type { Town } from '#tests/support/territory.ts';
import { addressIn, bodyOf, cookieOf, freshTown, nextCycle } from './asking.ts';
import { namesARow, namesARowOfACycle } from './places.ts';
import { findRule, nameOf, OPERATIONS, type Operation } from './operations.ts';
import { accounts, ROLES, type Role, type Rule } from './role.ts';
import { RULES } from './rules.ts';

describe('the statement of who may do what', () => {
  test('says something about every route, method and form of the build', () => {
    expect(OPERATIONS.filter((operation) => !findRule(operation)).map(nameOf)).toEqual([]);
  });

  test('says nothing about what the build does not have', () => {
    const there = new Set(OPERATIONS.map(nameOf));
    const stated = Object.entries(RULES).flatMap(([route, rules]) =>
      Object.keys(rules).map((key) => `${route} ${key}`),
    );
    expect(stated.filter((name) => !there.has(name))).toEqual([]);
  });

  test('no territory can take the name of a route', () => {
    const first = OPERATIONS.map(({ route }) => /^\/\[language=language\]\/([\w-]+)/.exec(route)?.[1]);
    const top = OPERATIONS.map(({ route }) => /^\/([\w-]+)/.exec(route)?.[1]);
    const words = new Set([...first, ...top].filter((word) => word !== undefined));
    expect([...words].filter((word) => !(TAKEN_SLUGS as readonly string[]).includes(word))).toEqual([]);
  });
});

describe('through the real entry', () => {
  const file = newFile();
  let house: House;
  let server: RunningServer;
  let town: Town;
  let other: Town;
  /** Has a second cycle, in which there is nothing. */
  let lasting: Town;
  let second: Town['cycle'];

  beforeAll(async () => {
    await migrateAt(file.url);
    house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
    town = await freshTown(house);
    other = await freshTown(house);
    lasting = await freshTown(house);
    second = await nextCycle(house, lasting);
    server = await startServer(file.url);
  });

  afterAll(async () => {
    await server.stop();
    await house.close();
    await file.remove();
  });

  test.each(OPERATIONS.filter(findRule).map((operation) => [nameOf(operation), operation] as const))(
    '%s is for those who may',
    async (_name, operation) => {
      const rule = findRule(operation) as Rule;
      // What is written must not change what the next operation finds.
      const here = operation.method === 'GET' ? town : await freshTown(house);
      const asked = ROLES.map((role) => ({ role, may: rule.who.includes(role), from: here }));
      // Those of elsewhere are here what anyone with an account, or anyone at all, is.
      const foreign = ROLES.map((role) => ({ role, may: rule.who.includes(atMost(role)), from: other }));
      const refusedFirst = [...asked, ...foreign].sort((a, b) => Number(a.may) - Number(b.may));
      const wrong: string[] = [];
      for (const { role, may, from } of refusedFirst) {
        const cookie = await cookieOf(house, role, from);
        const answer = await ask(operation, rule, here, cookie);
        if (!(may ? isOpen(answer) : isRefused(answer, role, rule)))
          wrong.push(`${role}${from === here ? '' : ' of elsewhere'} ${may ? 'may' : 'may not'}: ${shown(answer)}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  const naming = OPERATIONS.filter((operation) => findRule(operation) && namesARow(operation.route));
  test.runIf(naming.length > 0).each(naming.map((operation) => [nameOf(operation), operation] as const))(
    '%s finds nothing of another territory',
    async (_name, operation) => {
      const rule = findRule(operation) as Rule;
      const wrong: string[] = [];
      for (const role of rule.who) {
        const answer = await ask(operation, rule, town, await cookieOf(house, role, town), other);
        if (answer.status !== 404) wrong.push(`${role}: ${shown(answer)}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  const ofACycle = naming.filter((operation) => namesARowOfACycle(operation.route));
  test.each(ofACycle.map((operation) => [nameOf(operation), operation] as const))(
    '%s finds nothing under the address of another cycle',
    async (_name, operation) => {
      const rule = findRule(operation) as Rule;
      const elsewhere = { ...lasting, cycle: second };
      const wrong: string[] = [];
      for (const role of rule.who) {
        const answer = await ask(operation, rule, elsewhere, await cookieOf(house, role, lasting), lasting);
        if (answer.status !== 404) wrong.push(`${role}: ${shown(answer)}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('a form sent from another site is refused', async () => {
    const response = await fetch(`${server.origin}/fr`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ a: '1' }),
    });
    expect(response.status).toBe(403);
  });

  interface Answer {
    readonly status: number;
    readonly location: string;
  }

  async function ask(operation: Operation, rule: Rule, here: Town, cookie: string, borrowed?: Town): Promise<Answer> {
    const response = await fetch(server.origin + addressIn(operation, rule, here, borrowed), {
      method: operation.method === 'fallback' ? 'GET' : operation.method,
      headers: { cookie, origin: server.origin, accept: 'text/html' },
      redirect: 'manual',
      ...(operation.method === 'GET' ? {} : { body: bodyOf(rule.form?.(borrowed ?? here)) }),
    });
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') ?? '' };
  }
});

/** What somebody from another territory counts as here. */
function atMost(role: Role): Role {
  if (role === 'participant') return 'signed out';
  return role === 'signed out' || role === 'owner' ? role : 'resident';
}

/** Let in: a page, a redirect onward, or words about what was typed. */
function isOpen({ status, location }: { status: number; location: string }): boolean {
  return (status < 400 && !isSignIn(location)) || status === 409 || status === 422 || status === 405;
}

/** Whoever has an account is told that nothing is there; the others are led to where they can show who they are. */
function isRefused({ status, location }: { status: number; location: string }, role: Role, rule: Rule): boolean {
  if (accounts.includes(role)) return status === 404;
  if (rule.leadsTo !== undefined) return status === 303 && location.startsWith(rule.leadsTo);
  return rule.who.some((one) => accounts.includes(one)) ? status === 303 && isSignIn(location) : status === 404;
}

function isSignIn(location: string): boolean {
  return /^\/[a-z]{2}\/sign-in\?(next|kept)=/.test(location);
}

function shown({ status, location }: { status: number; location: string }): string {
  if (status === 422) return '422 (give the rule a form that passes the schema: who may is asked only after that)';
  return location ? `${status} to ${location}` : String(status);
}
