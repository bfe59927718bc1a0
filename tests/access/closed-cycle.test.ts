import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translateReason } from '#lib/messages/translate.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { benchOf } from '#tests/support/opened.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import type { Town } from '#tests/support/territory.ts';
import { addressIn, bodyOf, cookieOf, freshTown } from './asking.ts';
import { findRule, keyOf, OPERATIONS, type Operation } from './operations.ts';
import { ROLES } from './role.ts';

/**
 * What a closed cycle still takes, by the page where it is done; everything else is refused. Nothing begins there any
 * more: what had begun is brought to its end, what was promised is followed, and people's words stay theirs.
 */
const STILL: Readonly<Record<string, readonly string[]>> = {
  // What groups said: they approve it, and it is published.
  'definitions/gatherings/[gathering]': ['presence', 'stop'],
  'definitions/gatherings/[gathering]/approval': ['together', 'undoTogether', 'asking', 'show'],
  'definitions/gatherings/[gathering]/approval/[note]': ['verdict', 'undo', 'focus', 'unfocus', 'hide'],
  'definitions/gatherings/[gathering]/checking': ['default'],
  'definitions/gatherings/[gathering]/screen': ['focus', 'unfocus', 'hide'],
  'definitions/gatherings/[gathering]/typing': ['strike'],
  'definitions/gatherings/[gathering]/wall': ['asking'],
  'definitions/groups/[group]/synthesis': ['validate'],
  'definitions/groups/[group]/publication': ['default'],
  'definitions/relay/[visit]': ['strike', 'end'],
  'definitions/imports/[finished]/undoing': ['default'],
  // Rounds and votes that were open.
  'evaluation/rounds/[round]': ['close', 'release'],
  'evaluation/rounds/[round]/edit': ['discard'],
  'evaluation/rounds/[round]/answer': ['default'],
  'evaluation/rounds/[round]/answer/[place]': ['default'],
  'evaluation/rounds/[round]/groups': ['default'],
  'evaluation/rounds/[round]/paper': ['enter', 'release'],
  'plan/votes/[vote]': ['discard', 'close', 'count', 'depart'],
  'plan/votes/[vote]/ballot': ['choose', 'review', 'send'],
  'plan/votes/[vote]/paper': ['default'],
  'plan/votes/[vote]/receipt': ['default'],
  'plan/votes/[vote]/roll': ['make', 'replace'],
  // What was promised.
  'plan/actions/[action]': ['follow', 'judge'],
  'plan/commitments/[commitment]': ['mark'],
  // One's own words, and those of which somebody says that they harm.
  'plan/proposals/mine': ['withdraw'],
  'indicators/criteria/[criterion]': ['report'],
  'indicators/[indicator]/discussion': ['hide', 'show'],
  'staff/reports': ['settle', 'show'],
  review: ['default'],
  'staff/review': ['close', 'read'],
  // The territory's, whatever the cycle.
  'definitions/campaign': ['block', 'retire'],
  'definitions/coverage/census': ['set', 'file'],
  'evaluation/measures': ['attach', 'value'],
  'indicators/[indicator]/adoption': ['retire'],
  'plan/actors/new': ['default'],
  'plan/actors/[actor]/edit': ['change', 'retire'],
  'staff/bodies/new': ['default'],
  'staff/bodies/[body]': ['save', 'end', 'addMember', 'acceptMember', 'endMember'],
  'staff/bodies/[body]/decisions/new': ['default'],
  'staff/bodies/[body]/decisions/[decision]': ['confirm', 'withdraw'],
  'staff/people': ['invite', 'withdraw'],
  'staff/settings': ['save', 'add', 'rename', 'retire'],
};

/** Refused for another reason first, or with nothing to do: there is no file, the gathering has ended, the vote is open. */
const NOTHING_TO_DO = [
  'definitions/gatherings/[gathering] timer',
  'evaluation/rounds/[round]/edit change',
  'plan/votes/[vote]/edit default',
  'definitions/imports default',
  'indicators/grid/edit start',
  'indicators/grid/edit own',
  'indicators/sorting imported',
  'indicators/sorting/one imported',
  'plan/actions/new default',
];

const CYCLE = '/[language=language]/[territory]/[cycle]/';
const CLOSED = translateReason('fr', 'cycle.closed');
const placeOf = ({ route }: Operation) => route.slice(CYCLE.length);
const actionOf = ({ action = 'default' }: Operation) => action;

/** With whoever may most; an exercise has no cycle that anybody closes. */
const FORMS = OPERATIONS.filter(({ method, route }) => method === 'POST' && route.startsWith(CYCLE)).flatMap(
  (operation) => {
    const rule = findRule(operation);
    const role = rule && [...ROLES].reverse().find((one) => rule.who.includes(one));
    return rule && role ? [{ operation, rule, role }] : [];
  },
);

const file = newFile();
let house: House;
let server: RunningServer;

beforeAll(async () => {
  await migrateAt(file.url);
  house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  server = await startServer(file.url);
});

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

test.each(FORMS.map((form) => [`${placeOf(form.operation)} ${keyOf(form.operation)}`, form] as const))(
  'a closed cycle: %s begins nothing',
  async (_name, { operation, rule, role }) => {
    const town = await freshTown(house);
    const cookie = await cookieOf(house, role, town);
    const form = bodyOf(rule.form?.(town));
    await close(town);
    const before = await readAll();
    const response = await fetch(server.origin + addressIn(operation, rule, town), {
      method: 'POST',
      headers: { cookie, origin: server.origin, accept: 'application/json', 'x-sveltekit-action': 'true' },
      redirect: 'manual',
      body: form,
    });
    const answer = await response.text();
    const isStill = STILL[placeOf(operation)]?.includes(actionOf(operation)) ?? false;
    const isIdle = NOTHING_TO_DO.includes(`${placeOf(operation)} ${actionOf(operation)}`);
    if (!isStill && !isIdle) expect(answer).toContain(CLOSED);
    if (isStill) expect(answer).not.toContain(CLOSED);
    if (!isStill) expect(await readAll()).toEqual(before);
  },
);

async function close(town: Town): Promise<void> {
  const { decide, ...by } = { ...benchOf(house, town) };
  await decide('close-cycle', town.cycle.id);
  await house.write((db, now) => closeCycle(db, { ...by, actor: by.first }, now));
}

/** All that is kept, but for sessions and limits. */
async function readAll(): Promise<Record<string, string>> {
  const tables = (await house.connections.writing.introspection.getTables()).map(({ name }) => name);
  const kept: Record<string, string> = {};
  for (const table of tables.filter((name) => name !== 'session' && name !== 'rate_limit'))
    kept[table] = JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(house.db)).rows);
  return kept;
}
