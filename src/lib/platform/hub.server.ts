import pg from 'pg';
import type { Announcement } from './announcement.server.ts';
import { randomId } from './random-id.ts';
import { SECOND } from './time.ts';

/** Tells everyone who listens in this process, and on PostgreSQL in every other one too. */
export interface Hub {
  tell(said: readonly Announcement[]): void;
  /** @returns a function that stops listening */
  listen(topic: string, heard: () => void): () => void;
  /** A number that grows whenever a territory's public pages change. */
  versionOf(territoryId: string): number;
  /** All versions as they are now. */
  versionsNow(): (territoryId: string) => number;
  /** Something that stays open for long, such as a stream. @returns a function that says it has ended */
  hold(end: () => void): () => void;
  /** Ends everything that is held open: before the server stops. */
  letGo(): void;
  close(): Promise<void>;
}

const CHANNEL = 'boussole';

/** How far the public pages may lag behind what comes in hundreds a second. */
const UNHURRIED = SECOND;

/** @param failed told of what went wrong while telling others; those who can be told are told all the same */
export function openHub(databaseUrl: string | undefined, failed: (error: unknown) => void): Hub {
  const listeners = new Map<string, Set<() => void>>();
  const held = new Set<() => void>();
  const pages = openVersions();

  function deliver(said: readonly Announcement[]): void {
    const topics = new Set<string>();
    for (const { topic, territoryId, unhurried } of said) {
      if (topic) topics.add(topic);
      if (unhurried) pages.renewSoon(territoryId);
      else pages.renew(territoryId);
    }
    for (const topic of topics) for (const heard of [...(listeners.get(topic) ?? [])]) attempt(heard);
  }

  /** After the line between processes was broken: nobody knows what was missed. */
  function deliverEverything(): void {
    pages.renewAll();
    for (const those of [...listeners.values()]) for (const heard of [...those]) attempt(heard);
  }

  function attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      failed(error);
    }
  }

  const line = databaseUrl ? openLine(databaseUrl, deliver, deliverEverything, failed) : undefined;

  return {
    tell(said) {
      if (said.length === 0) return;
      line?.send(said);
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
    versionOf: pages.versionOf,
    versionsNow: pages.now,
    hold(end) {
      held.add(end);
      return () => void held.delete(end);
    },
    letGo() {
      for (const end of [...held]) attempt(end);
    },
    async close() {
      pages.close();
      await line?.close();
    },
  };
}

/** How often each territory's public pages have changed. */
function openVersions() {
  const versions = new Map<string, number>();
  const soon = new Map<string, NodeJS.Timeout>();
  let all = 0;

  function renew(territoryId: string): void {
    versions.set(territoryId, (versions.get(territoryId) ?? 0) + 1);
  }

  return {
    renew,
    renewSoon(territoryId: string): void {
      if (soon.has(territoryId)) return;
      const timer = setTimeout(() => {
        soon.delete(territoryId);
        renew(territoryId);
      }, UNHURRIED);
      soon.set(territoryId, timer.unref());
    },
    renewAll(): void {
      all++;
    },
    versionOf: (territoryId: string) => all + (versions.get(territoryId) ?? 0),
    now(): (territoryId: string) => number {
      const [everywhere, seen] = [all, new Map(versions)];
      return (territoryId) => everywhere + (seen.get(territoryId) ?? 0);
    },
    close(): void {
      for (const timer of soon.values()) clearTimeout(timer);
    },
  };
}

interface Line {
  send(said: readonly Announcement[]): void;
  close(): Promise<void>;
}

/** Announcements in one notification: PostgreSQL takes at most 8,000 bytes. */
const TOGETHER = 40;

/** PostgreSQL's LISTEN/NOTIFY between processes; taken up again when the connection breaks. */
function openLine(
  url: string,
  deliver: (said: Announcement[]) => void,
  missed: () => void,
  failed: (error: unknown) => void,
): Line {
  const self = randomId();
  let client: pg.Client | undefined;
  let broken = false;
  let closed = false;

  async function open(): Promise<void> {
    if (closed) return;
    const next = new pg.Client({ connectionString: url });
    next.on('error', again);
    next.on('notification', ({ payload }) => {
      const [from, said] = JSON.parse(payload ?? '[]') as [string, Announcement[]];
      if (from !== self) deliver(said);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
    if (broken) missed();
    broken = false;
    sending ??= sendAll();
  }

  function again(error: unknown): void {
    client = undefined;
    broken = true;
    if (closed) return;
    failed(error);
    setTimeout(() => void open().catch(again), SECOND).unref();
  }

  // The same said twice while a notification is under way is said once; nothing is lost while the line is down.
  const waiting = new Map<string, Announcement>();
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    // What is said in the same turn goes together; and `sending` is set before it can be unset.
    await Promise.resolve();
    while (client && waiting.size > 0) {
      const part = [...waiting].slice(0, TOGETHER);
      for (const [key] of part) waiting.delete(key);
      const payload = JSON.stringify([self, part.map(([, one]) => one)]);
      await client.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(failed);
    }
    sending = undefined;
  }

  const opened = open().catch(again);
  return {
    send(said) {
      for (const one of said) waiting.set(JSON.stringify(one), one);
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
