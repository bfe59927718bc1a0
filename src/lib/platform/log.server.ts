import { pino, type Logger } from 'pino';

export type Log = Logger;

/** One JSON line an event. Neither addresses of people nor what they typed are ever written. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
