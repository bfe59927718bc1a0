import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { getGathering, joinGathering } from '#lib/territory/gathering.server.ts';
import { TAKEN_SLUGS } from '#lib/territory/territory.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { makeTown, type Part, type Town } from '#tests/support/territory.ts';
import { withRound } from '#tests/support/round.ts';
import { withPlan } from '#tests/support/plan.ts';
import { withRoom } from '#tests/support/room.ts';
import { withSorted } from '#tests/support/sorted.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';
import { addressOf, namesARow } from './places.ts';
import { accounts, ROLES, ruleOf, type Role, type Rule } from './role.ts';
import { RULES } from './rules.ts';

interface Operation {
  readonly route: string;
  readonly method: string;
  readonly action?: string;
}

const LISTING = fileURLToPath(new URL('list-operations.mjs', import.meta.url));
const OPERATIONS = JSON.parse(execFileSync(process.execPath, [LISTING], { encoding: 'utf8' })) as Operation[];

/** `POST ?/approve` */
function keyOf({ method, action }: Operation): string {
  return action === undefined || action === 'default' ? method : `${method} ?/${action}`;
}

function findRule(operation: Operation): Rule | undefined {
  const stated = RULES[operation.route]?.[keyOf(operation)];
  return stated && ruleOf(stated);
}

const nameOf = (operation: Operation) => `${operation.route} ${keyOf(operation)}`;

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
  let towns = 0;

  beforeAll(async () => {
    await migrateAt(file.url);
    house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
    town = await freshTown();
    other = await freshTown();
    server = await startServer(file.url);
  });

  afterAll(async () => {
    await server.stop();
    await house.close();
    await file.remove();
  });

  const freshTown = async () => {
    const town = await withRound(house, await withPlan(house, await makeTown(house, `Ville ${++towns}`)));
    return withRoom(house, await withVote(house, await withSorted(house, town)));
  };

  test.each(OPERATIONS.filter(findRule).map((operation) => [nameOf(operation), operation] as const))(
    '%s is for those who may',
    async (_name, operation) => {
      const rule = findRule(operation) as Rule;
      // What is written must not change what the next operation finds.
      const here = operation.method === 'GET' ? town : await freshTown();
      const asked = ROLES.map((role) => ({ role, may: rule.who.includes(role), from: here }));
      // Those of elsewhere are here what anyone with an account, or anyone at all, is.
      const foreign = ROLES.map((role) => ({ role, may: rule.who.includes(atMost(role)), from: other }));
      const refusedFirst = [...asked, ...foreign].sort((a, b) => Number(a.may) - Number(b.may));
      const wrong: string[] = [];
      for (const { role, may, from } of refusedFirst) {
        const cookie = await cookieOf(role, from);
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
        const answer = await ask(operation, rule, town, await cookieOf(role, town), other);
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
    const action = operation.action && operation.action !== 'default' ? `/${operation.action}` : '';
    const query = rule.query?.(here) ?? '';
    const search = [action, query].filter(Boolean).join('&');
    const address = addressOf(operation.route, here, borrowed) + (search ? `?${search}` : '');
    const response = await fetch(server.origin + address, {
      method: operation.method === 'fallback' ? 'GET' : operation.method,
      headers: { cookie, origin: server.origin, accept: 'text/html' },
      redirect: 'manual',
      ...(operation.method === 'GET' ? {} : { body: bodyOf(rule, borrowed ?? here) }),
    });
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') ?? '' };
  }

  async function cookieOf(role: Role, of: Town): Promise<string> {
    if (role === 'signed out') return '';
    if (role === 'participant') return participantOf(of);
    // A session of its own for each request: signing out is one of them.
    const { secret } = await openSession(house, of.people[PART[role]].id);
    return `${SESSION_COOKIE}=${secret}`;
  }

  function participantOf(of: Town): Promise<string> {
    return house.write(async (db) => {
      const participant = await createParticipant(db, { territoryId: of.territory.id, day: '2026-05-07' });
      const gathering = await getGathering(db, of.territory.id, of.gatheringId);
      await joinGathering(db, { gathering, participant });
      return `${participantCookie(of.territory.slug)}=${participant.secret}`;
    });
  }
});

const PART: Readonly<Record<Exclude<Role, 'signed out' | 'participant'>, Part>> = {
  resident: 'resident',
  relay: 'relay',
  facilitator: 'facilitator',
  'other facilitator': 'otherFacilitator',
  member: 'member',
  coordinator: 'coordinator',
  owner: 'owner',
};

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

function bodyOf(rule: Rule, here: Town): URLSearchParams {
  const fields = Object.entries(rule.form?.(here) ?? {});
  const pairs = fields.flatMap(([name, values]) => [values].flat().map((value) => [name, value] as [string, string]));
  return new URLSearchParams(pairs);
}
