import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { House } from '#lib/platform/house.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import type { Town } from '#tests/support/territory.ts';
import { addressIn, bodyOf, cookieOf, freshTown, laterCycle } from './asking.ts';
import { findRule, nameOf, OPERATIONS, type Operation } from './operations.ts';
import { ROLES, type Form, type Role, type Rule } from './role.ts';

interface Sendable {
  readonly operation: Operation;
  readonly rule: Rule;
  /** Who is asked for first: whoever has the most to lose. */
  readonly role: Role;
  readonly form: Form;
}

/** Every form of the build that has fields. */
const FORMS: readonly Sendable[] = OPERATIONS.flatMap((operation) => {
  const rule = findRule(operation);
  const role = rule && [...ROLES].reverse().find((one) => rule.who.includes(one));
  return rule?.form && role && operation.method === 'POST' ? { operation, rule, role, form: rule.form } : [];
});

/** What nobody types into a field that one of our pages has. */
const ODD: Readonly<Record<string, (value: string) => string | string[]>> = {
  'the same twice': (value) => [value, value],
  'an empty character': (value) => `${value}\0`,
  'nothing that is seen': () => '\u200b \u2060\u00ad',
  'another prototype': () => '__proto__',
  'far too many digits': () => '9'.repeat(400),
  'a number of another kind': () => '1e9',
  'a day that isn’t': () => '2026-02-31',
  'much too much': () => 'x'.repeat(200_000),
  'much white space': () => `a${' '.repeat(100_000)}b`,
};

/** Fields that name what is the territory's, whatever the cycle. */
const OF_EVERY_CYCLE = ['actor', 'actors', 'block', 'holder'];

const MARKUP = '"onfocus="alert(1)"><img src=x onerror=alert(1)></script>';

eachDatabase('every form', (open) => {
  async function begin() {
    const house = await open();
    house.setClock(Date.now());
    const server = await startServer(house.connections.url);
    const send = (one: Sendable, town: Town, body: BodyInit, cookie: string) => post(server, one, town, body, cookie);
    return { house, server, send };
  }

  test('answers in people’s words, whatever its fields hold', { timeout: 120_000 }, async () => {
    const { house, server, send } = await begin();
    const town = await freshTown(house);
    const wrong: string[] = [];
    for (const one of FORMS) {
      const fields = Object.entries(one.form(town));
      const bodies: [string, BodyInit][] = Object.entries(ODD).map(([name, odd]) => [
        name,
        bodyOf(Object.fromEntries(fields.map(([field, value]) => [field, odd([value].flat()[0] ?? '')]))),
      ]);
      for (const [name, body] of [...bodies, ['files', filesOf(fields.map(([field]) => field))] as const]) {
        const { status, words } = await send(one, town, body, await cookieOf(house, one.role, town));
        if (status >= 500 || /Invalid \w+: /.test(words)) wrong.push(`${nameOf(one.operation)}, ${name}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  test('sent four times at once leaves what it leaves when it is sent once', { timeout: 120_000 }, async () => {
    const { house, server, send } = await begin();
    const [once, often] = [await freshTown(house), await freshTown(house)];
    const wrong: string[] = [];
    for (const one of FORMS) {
      if (!('sentId' in one.form(often)) || isAChange(one)) continue;
      const leaves = async (town: Town, times: number) => {
        const cookie = await cookieOf(house, one.role, town);
        const body = bodyOf(one.form(town));
        const before = await countRows(house);
        const answers = await Promise.all(Array.from({ length: times }, () => send(one, town, body, cookie)));
        return { statuses: answers.map(({ status }) => status), rows: difference(before, await countRows(house)) };
      };
      const [first, all] = [await leaves(once, 1), await leaves(often, 4)];
      if (
        JSON.stringify(first.rows) !== JSON.stringify(all.rows) ||
        new Set([...first.statuses, ...all.statuses]).size > 1
      )
        wrong.push(`${nameOf(one.operation)}: ${JSON.stringify(first)} ${JSON.stringify(all)}`);
    }
    expect(wrong).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  test('gives back what was written as words, never as a piece of a page', { timeout: 120_000 }, async () => {
    const { house, server, send } = await begin();
    const town = await freshTown(house);
    let written = 0;
    for (const one of FORMS) {
      const cookie = await cookieOf(house, one.role, town);
      for (const [field, value] of Object.entries(one.form(town))) {
        // Anything but ids, numbers, days and choices.
        if (/^[\w-]*$/.test(String(value)) && !/^\p{Lu}\p{Ll}+$/u.test(String(value))) continue;
        const { status } = await send(one, town, bodyOf({ ...one.form(town), [field]: MARKUP }), cookie);
        if (status < 400) written++;
      }
    }
    expect(written).toBeGreaterThan(30);
    const wrong: string[] = [];
    let shown = 0;
    for (const operation of OPERATIONS.filter(({ method, route }) => method === 'GET' && !route.endsWith('/live'))) {
      const rule = findRule(operation);
      for (const role of ['signed out', 'facilitator', 'coordinator'] as const) {
        if (!rule?.who.includes(role)) continue;
        const headers = { cookie: await cookieOf(house, role, town), accept: 'text/html' };
        const response = await fetch(server.origin + addressIn(operation, rule, town), { headers, redirect: 'manual' });
        const page = await response.text();
        if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
        if (page.includes('&lt;img src=x')) shown++;
        if (/<img src=x|="[^"]*"onfocus=/.test(page)) wrong.push(`${nameOf(operation)} as ${role}`);
      }
    }
    expect(shown).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  test('takes no id of another territory', { timeout: 120_000 }, async () => {
    const { house, server, send } = await begin();
    const [town, other] = [await freshTown(house), await freshTown(house)];
    const forms = FORMS.filter(({ operation }) => operation.route.includes('[territory]'));
    const wrong: string[] = [];
    for (const one of forms) wrong.push(...(await sendForeign(house, one, town, other, send)));
    expect(wrong).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  test('takes no id of another cycle', { timeout: 120_000 }, async () => {
    const { house, server, send } = await begin();
    const earlier = await freshTown(house);
    const town = await laterCycle(house, earlier);
    const forms = FORMS.filter(({ operation }) => operation.route.includes('[cycle]'));
    const wrong: string[] = [];
    for (const one of forms) wrong.push(...(await sendForeign(house, one, town, earlier, send, OF_EVERY_CYCLE)));
    expect(wrong).toEqual([]);
    expect(await server.stop()).toBe(0);
  });
});

/**
 * Sends a form as often as it has ids, each time with one of them from elsewhere. @returns what was wrongly taken
 */
async function sendForeign(
  house: House,
  one: Sendable,
  town: Town,
  elsewhere: Town,
  send: (one: Sendable, town: Town, body: BodyInit, cookie: string) => Promise<{ status: number }>,
  besides: readonly string[] = [],
): Promise<string[]> {
  const own = Object.entries(one.form(town));
  const again = Object.entries(one.form(town));
  const theirs = Object.entries(one.form(elsewhere));
  const wrong: string[] = [];
  for (const [place, field] of own.entries()) {
    // What differs each time was drawn, and is nobody's. What was approved together leaves out what isn't there.
    const isAnId =
      differ(field, theirs[place]) &&
      !differ(field, again[place]) &&
      field[0] !== 'notes' &&
      !besides.includes(field[0]);
    if (!isAnId) continue;
    const body = bodyOf(Object.fromEntries(own.map((one, at) => (at === place ? (theirs[at] ?? one) : one))));
    const cookie = await cookieOf(house, one.role, town);
    const before = await countRows(house);
    const { status } = await send(one, town, body, cookie);
    const rows = difference(before, await countRows(house));
    if (![404, 409].includes(status) || rows.length > 0)
      wrong.push(`${nameOf(one.operation)} ${field[0]}: ${status} ${rows.join()}`);
  }
  return wrong;
}

/** Changing a thing to what it is already is told each time. */
function isAChange({ operation }: Sendable): boolean {
  return operation.action === 'change';
}

async function post(
  { origin }: RunningServer,
  { operation, rule }: Sendable,
  town: Town,
  body: BodyInit,
  cookie: string,
) {
  const response = await fetch(origin + addressIn(operation, rule, town), {
    method: 'POST',
    headers: { cookie, origin, accept: 'text/html' },
    redirect: 'manual',
    body,
  });
  return { status: response.status, words: await response.text() };
}

function filesOf(fields: readonly string[]): FormData {
  const body = new FormData();
  for (const field of fields) body.append(field, new Blob(['x']), 'x.txt');
  body.append('file', 'no file');
  return body;
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

/** What asking leaves, whatever comes of it. */
const BESIDE = ['session', 'rate_limit'];

/** How many rows each table has. */
async function countRows(house: House): Promise<Map<string, number>> {
  const tables = (await house.connections.writing.introspection.getTables()).map(({ name }) => name);
  const counts = new Map<string, number>();
  for (const table of tables.filter((name) => !BESIDE.includes(name)).sort()) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(house.db);
    counts.set(table, Number(rows[0]?.n));
  }
  return counts;
}

function difference(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...after]
    .filter(([table, n]) => n !== before.get(table))
    .map(([table, n]) => `${table} ${n - (before.get(table) ?? 0)}`);
}
