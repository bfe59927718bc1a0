import pg from 'pg';
import type { Announcement } from './announcement.server.ts';
import { SECOND } from './time.ts';

/** Tells everyone who listens in this process, and on PostgreSQL in every other one too. */
export interface Hub {
  tell(said: readonly Announcement[]): void;
  /** @returns a function that stops listening */
  listen(topic: string, heard: () => void): () => void;
  /** A number that grows whenever a territory's public pages change. */
  versionOf(territoryId: string): number;
  /** All versions as they are now. */
  allVersions(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const CHANNEL = 'boussole';
/** Announcements in one notification: PostgreSQL takes at most 8,000 bytes. */
const TOGETHER = 40;

/** How far the public pages may lag behind what comes in hundreds a second. */
const UNHURRIED = SECOND;

export function openHub(databaseUrl: string | undefined, failed: (error: unknown) => void): Hub {
  const listeners = new Map<string, Set<() => void>>();
  const versions = new Map<string, number>();
  const soon = new Map<string, NodeJS.Timeout>();

  function deliver(said: readonly Announcement[]): void {
    const topics = new Set<string>();
    for (const { topic, territoryId, unhurried } of said) {
      if (topic) topics.add(topic);
      if (unhurried) renewSoon(territoryId);
      else renew(territoryId);
    }
    for (const topic of topics) for (const heard of listeners.get(topic) ?? []) heard();
  }

  function renew(territoryId: string): void {
    versions.set(territoryId, (versions.get(territoryId) ?? 0) + 1);
  }

  function renewSoon(territoryId: string): void {
    if (soon.has(territoryId)) return;
    const timer = setTimeout(() => {
      soon.delete(territoryId);
      renew(territoryId);
    }, UNHURRIED);
    timer.unref();
    soon.set(territoryId, timer);
  }

  const line = databaseUrl ? openLine(databaseUrl, deliver, failed) : undefined;

  return {
    tell(said) {
      if (said.length === 0) return;
      if (line) line.send(said);
      deliver(said);
    },
    listen(topic, heard) {
      const those = listeners.get(topic) ?? new Set();
      listeners.set(topic, those.add(heard));
      return () => {
        those.delete(heard);
        if (those.size === 0 && listeners.get(topic) === those) listeners.delete(topic);
      };
    },
    versionOf: (territoryId) => versions.get(territoryId) ?? 0,
    allVersions: () => new Map(versions),
    async close() {
      for (const timer of soon.values()) clearTimeout(timer);
      await line?.close();
    },
  };
}

interface Line {
  send(said: readonly Announcement[]): void;
  close(): Promise<void>;
}

/** PostgreSQL's LISTEN/NOTIFY between processes; taken up again when the connection breaks. */
function openLine(url: string, deliver: (said: Announcement[]) => void, failed: (error: unknown) => void): Line {
  const self = process.pid + ':' + Math.random();
  let client: pg.Client | undefined;
  let closed = false;

  async function open(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on('error', again);
    next.on('notification', ({ payload }) => {
      const [from, said] = JSON.parse(payload ?? '[]') as [string, Announcement[]];
      if (from !== self) deliver(said);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  }

  function again(error: unknown): void {
    client = undefined;
    if (closed) return;
    failed(error);
    setTimeout(() => open().catch(again), SECOND).unref();
  }

  const waiting: Announcement[] = [];
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    while (client && waiting.length > 0) {
      const payload = JSON.stringify([self, waiting.splice(0, TOGETHER)]);
      await client.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(failed);
    }
    sending = undefined;
  }

  const opened = open().catch(again);
  return {
    send(said) {
      waiting.push(...said);
      sending ??= sendAll();
    },
    async close() {
      closed = true;
      await opened;
      await sending;
      await client?.end();
    },
  };
}
