import { pino, type Logger } from 'pino';

export type Log = Logger;

/** One JSON line an event. Neither addresses of people nor what they typed are ever written. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describe, error: describe },
  });
}

/**
 * What is told of an error. A database's message may quote what was written (an address that is taken, a value of the
 * wrong kind), so of those only the code is kept; and the places in the program, which hold no data.
 */
export function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const ofDatabase = code !== undefined && /^([0-9A-Z]{5}|SQLITE_\w+)$/.test(code);
  return { type: error.name, code, ...(ofDatabase ? {} : { message: error.message }), places };
}
