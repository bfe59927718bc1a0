import { connect, type Connections } from './database.server.ts';
import { openHub, type Hub } from './hub.server.ts';
import { openLimits, type Limits } from './limits.server.ts';
import { openLog, type Log } from './log.server.ts';
import { openMail, type Mail } from './mail.server.ts';
import type { Settings } from './settings.server.ts';
import type { Db } from './tables.ts';
import { openWriter, type Write } from './writer.server.ts';

/** Everything a process shares, opened once: a second copy of any of these would not see what the first one does. */
export interface House {
  readonly settings: Settings;
  readonly connections: Connections;
  /** For reading only; never waits for a command. */
  readonly db: Db;
  readonly write: Write;
  readonly hub: Hub;
  readonly limits: Limits;
  readonly mail: Mail;
  readonly log: Log;
  /** UTC milliseconds. */
  readonly clock: () => number;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly clock?: () => number;
}

export function openHouse(settings: Settings, options: HouseOptions = {}): House {
  const log = openLog(settings.logLevel);
  const clock = options.clock ?? Date.now;
  const connections = connect(settings.databaseUrl);
  const shared = connections.engine === 'postgres' ? settings.databaseUrl : undefined;
  const hub = openHub(shared, (error) => log.warn({ error }, 'lost the line between processes'));
  const writer = openWriter(connections, clock, hub.tell);
  const limits = openLimits(settings.databaseUrl);
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    await writer.close();
    await hub.close();
    await limits.close();
    await connections.close();
  }
  return {
    settings,
    connections,
    db: connections.reading,
    write: writer.write,
    hub,
    limits,
    mail: openMail(settings),
    log,
    clock,
    close: () => (closing ??= close()),
  };
}

// The server entry and SvelteKit's bundle are two module graphs in one process: what they share stands on the process.
const PLACE = Symbol.for('boussole.house');
const here = globalThis as typeof globalThis & { [PLACE]?: House };

export function provideHouse(house: House): void {
  here[PLACE] = house;
}

/** @throws when no house was provided: the server entry does it before it loads SvelteKit */
export function theHouse(): House {
  const house = here[PLACE];
  if (!house) throw new Error('The house is not open: start the program through its server entry.');
  return house;
}

export function findHouse(): House | undefined {
  return here[PLACE];
}
