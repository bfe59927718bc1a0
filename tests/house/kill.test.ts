import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { findFaults } from '#db/check.ts';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { connect, fileOf } from '#lib/platform/database.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { openHouse } from '#lib/platform/house.server.ts';
import { randomCode, randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { senderOf } from '#lib/evaluation/answer.server.ts';
import { getGathering, joinGathering } from '#lib/territory/gathering.server.ts';
import { drive, formRequest, jsonRequest } from '#tests/bench/load.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { openBallotBox, openSurvey } from '#tests/support/opened.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

/** How often the server is killed in the middle of its work. */
const DEATHS = 5;
const CONNECTIONS = 24;

/** A thing that somebody sends; sent again, it is the same thing. */
interface Sending {
  readonly kind: 'note' | 'ballot' | 'answer';
  /** By what it is found in the database. */
  readonly key: string;
  readonly request: (port: number) => Buffer;
  acknowledged: boolean;
}

interface Scene {
  readonly town: Town;
  readonly phones: readonly string[];
  readonly voteId: string;
  readonly proposalIds: readonly string[];
  readonly roundId: string;
}

test(
  'however often the server is killed, everything acknowledged is there once, and so is what is sent again',
  { timeout: 60_000 },
  async () => {
    // On a disk, where writing takes the time that it takes.
    const file = newFile(mkdtempSync(join(tmpdir(), 'boussole-kill-')));
    const scene = await prepare(file.url);
    const sent: Sending[] = [];
    for (let death = 0; death < DEATHS; death++) {
      await workUntilKilled(file.url, scene, sent);
      const found = await lookInto(file.url);
      expect(found.faults).toEqual([]);
      for (const { key, acknowledged } of sent) {
        const times = found.times(key);
        expect(times === 1 || (times === 0 && !acknowledged), `${key}: ${times} times`).toBe(true);
      }
    }
    // What was sent when the server died is sent again, as a phone does; and so is much that had been answered.
    await sendAgain(file.url, sent);
    const found = await lookInto(file.url);
    expect(found.faults).toEqual([]);
    expect(sent.filter(({ key }) => found.times(key) !== 1)).toEqual([]);
    expect(found.all()).toBe(sent.length);
    for (const kind of ['note', 'ballot', 'answer'] as const)
      expect(sent.filter((one) => one.kind === kind && one.acknowledged).length, kind).toBeGreaterThan(20);
    await file.remove();
  },
);

async function prepare(url: string): Promise<Scene> {
  await migrateAt(url);
  const house = openHouse(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' }));
  const town = await makeTown(house);
  const phones = await house.write(async (db) => {
    const gathering = await getGathering(db, town.territory.id, town.gatheringId);
    const cookies: string[] = [];
    for (let turn = 0; turn < 30; turn++) {
      const participant = await createParticipant(db, { territoryId: town.territory.id, day: gathering.day });
      await joinGathering(db, { gathering, participant });
      cookies.push(`${participantCookie(town.territory.slug)}=${participant.secret}`);
    }
    return cookies;
  });
  const scene = { town, phones, ...(await openBallotBox(house, town)), ...(await openSurvey(house, town)) };
  await house.close();
  return scene;
}

/** Notes, ballots and answers over many connections, until the process dies at a moment nobody chose. */
async function workUntilKilled(url: string, scene: Scene, sent: Sending[]): Promise<void> {
  const server = await startServer(url);
  const port = Number(new URL(server.origin).port);
  const load = drive({
    port,
    connections: CONNECTIONS,
    lasts: 10_000,
    mayBreak: true,
    next() {
      const sending = [noteOf, ballotOf, answerOf][sent.length % 3]?.(scene, sent.length) as Sending;
      sent.push(sending);
      return { bytes: sending.request(port), answered: (reply) => acknowledge(sending, reply) };
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1500));
  await server.kill();
  await load;
}

async function sendAgain(url: string, sent: readonly Sending[]): Promise<void> {
  const server = await startServer(url);
  const port = Number(new URL(server.origin).port);
  const rest = sent.filter(({ acknowledged }, place) => !acknowledged || place % 3 !== 0);
  await drive({
    port,
    connections: CONNECTIONS,
    lasts: 30_000,
    next() {
      const sending = rest.pop();
      return sending && { bytes: sending.request(port), answered: (reply) => acknowledge(sending, reply) };
    },
  });
  expect(rest).toEqual([]);
  expect(await server.stop()).toBe(0);
}

function acknowledge(sending: Sending, { status, body }: { status: number; body: Buffer }): void {
  if (![200, 204, 303].includes(status)) throw new Error(`${sending.kind}: ${status} ${body.toString().slice(0, 300)}`);
  sending.acknowledged = true;
}

function noteOf({ town, phones }: Scene, turn: number): Sending {
  const path = `${town.base}/definitions/gatherings/${town.gatheringId}/notes`;
  const text = `Un mot, et son numéro ${turn}`;
  const fields = { question: town.questionIds[turn % 3] ?? '', language: 'fr', text, sentId: randomId() };
  const cookie = phones[turn % phones.length] ?? '';
  const request = (port: number) => jsonRequest(port, path, fields, { cookie });
  return { kind: 'note', key: `note ${text}`, request, acknowledged: false };
}

function ballotOf({ town, voteId, proposalIds }: Scene): Sending {
  const receipt = randomCode(24);
  const choices = proposalIds.slice(0, 3).map((id) => ['choices', id]);
  const fields = [['code', ''], ...choices, ['receipt', receipt], ['drawn', 'browser']];
  const cookie = `ballot-${voteId}=${randomId()}`;
  const request = (port: number) =>
    formRequest(port, `${town.base}/plan/votes/${voteId}/ballot?/send`, fields, { cookie });
  return { kind: 'ballot', key: `ballot ${hashOf(receipt)}`, request, acknowledged: false };
}

/** Somebody begins a sheet: from then on the device finds it again. */
function answerOf({ town, roundId }: Scene): Sending {
  const secret = randomId();
  const cookie = `answers-${roundId}=${secret}`;
  const path = `${town.base}/evaluation/rounds/${roundId}/answer`;
  const request = (port: number) => formRequest(port, path, [['age', '26-39']], { cookie });
  return { kind: 'answer', key: `answer ${senderOf(secret, roundId)}`, request, acknowledged: false };
}

async function lookInto(url: string) {
  const connections = connect(url);
  const faults = await findFaults(connections);
  await connections.close();
  const database = new SqliteDatabase(fileOf(url), { readonly: true });
  const column = (sql: string) => database.prepare(sql).pluck().all() as string[];
  const keys = [
    ...column("select 'note ' || text from note"),
    ...column("select 'ballot ' || receipt_hash from receipt"),
    ...column("select 'answer ' || sender from respondent"),
  ];
  const ballots = column('select ballot_id from ballot').length;
  const receipts = column('select receipt_hash from receipt').length;
  database.close();
  if (ballots !== receipts) faults.push(`${ballots} ballots, but ${receipts} receipts`);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { faults, times: (key: string) => counts.get(key) ?? 0, all: () => keys.length };
}
