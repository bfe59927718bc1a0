import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from './port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The real server in a process of its own. */
export interface RunningServer {
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it has written so far: logs and what it says to people. */
  said(): string;
  /** Asks it to end, as an operator does. @returns its exit code */
  stop(): Promise<number | null>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** Starts the built program on a port of its own; resolves once it serves. */
export async function startServer(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  if (!existsSync(`${ROOT}build/handler.js`)) throw new Error('There is no build yet: run `npm run build` first.');
  const port = environment.PORT ?? String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [`${ROOT}src/server.ts`], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: port,
      ORIGIN: origin,
      DATABASE_URL: databaseUrl,
      DEMONSTRATION: 'no',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails or is stopped leaves nothing running.
  const endWithUs = () => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  let said = '';
  const hear = (chunk: Buffer) => void (said += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await opened(child, () => said);
  return {
    origin,
    process: child,
    said: () => said,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

/** Until it says that it is open. */
async function opened(child: ChildProcess, said: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => said().includes('is open at') && resolve());
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was open:\n${said()}`)));
  });
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}
