import pg from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { engineOf } from './database.server.ts';
import { Refusal } from './refusal.ts';

/** What is limited, in how many tries within how many seconds, and for how long it is closed after that. */
const RULES = {
  'sign-in-account': { points: 8, duration: 15 * 60, blockDuration: 15 * 60 },
  'sign-in-address': { points: 40, duration: 15 * 60, blockDuration: 15 * 60 },
  'sign-in-device': { points: 8, duration: 15 * 60, blockDuration: 15 * 60 },
  'join-code': { points: 60, duration: 10 * 60, blockDuration: 10 * 60 },
  'private-code': { points: 20, duration: 10 * 60, blockDuration: 10 * 60 },
  // A hall of people behind one address comes in; a script that joins without end doesn't.
  'join-room': { points: 600, duration: 60 * 60, blockDuration: 10 * 60 },
  report: { points: 20, duration: 60 * 60, blockDuration: 60 * 60 },
  'roll-code': { points: 20, duration: 10 * 60, blockDuration: 10 * 60 },
  'kept-form': { points: 60, duration: 60 * 60, blockDuration: 60 * 60 },
  'kept-kilobyte': { points: 3_000, duration: 24 * 60 * 60, blockDuration: 0 },
  letter: { points: 4, duration: 60 * 60, blockDuration: 60 * 60 },
  registration: { points: 20, duration: 60 * 60, blockDuration: 60 * 60 },
  proposal: { points: 60, duration: 60 * 60, blockDuration: 60 * 60 },
} as const;

export type Limited = keyof typeof RULES;

export interface Limits {
  /** Counts one try, or so many. @throws Refusal `limits.wait` when there were too many */
  spend(what: Limited, who: string, times?: number): Promise<void>;
  /** Counts nothing. @throws Refusal `limits.wait` while the tries are used up: also for a try that would succeed */
  check(what: Limited, who: string): Promise<void>;
  /** Forgets the tries: after a success. */
  forgive(what: Limited, who: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * In one process the tries are counted in memory; on PostgreSQL in a table over a connection of their own, since on a
 * command's connection a refused try would be rolled back with it.
 */
export function openLimits(databaseUrl: string): Limits {
  const pool =
    engineOf(databaseUrl) === 'postgres' ? new pg.Pool({ connectionString: databaseUrl, max: 2 }) : undefined;
  pool?.on('error', () => {});
  const limiters = new Map<Limited, RateLimiterAbstract>();

  function limiter(what: Limited): RateLimiterAbstract {
    const known = limiters.get(what);
    if (known) return known;
    const rule = { keyPrefix: what, ...RULES[what] };
    const made = pool
      ? new RateLimiterPostgres({ ...rule, storeClient: pool, tableName: 'rate_limit', tableCreated: true })
      : new RateLimiterMemory(rule);
    limiters.set(what, made);
    return made;
  }

  return {
    async spend(what, who, times = 1) {
      try {
        await limiter(what).consume(who, times);
      } catch (caught) {
        if (!(caught instanceof RateLimiterRes)) throw caught;
        throw refusalFor(caught);
      }
    },
    async check(what, who) {
      const tries = await limiter(what).get(who);
      if (tries && tries.consumedPoints > RULES[what].points) throw refusalFor(tries);
    },
    async forgive(what, who) {
      await limiter(what).delete(who);
    },
    async close() {
      await pool?.end();
    },
  };
}

function refusalFor({ msBeforeNext }: RateLimiterRes): Refusal {
  return new Refusal('limits.wait', { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) });
}
