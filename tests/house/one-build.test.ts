import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boussole-build-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that works for a while, and writes when it begins and ends. */
async function work(then = ''): Promise<void> {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { oneAtATime } from ${JSON.stringify(join(process.cwd(), 'src/prepare.mjs'))};
    oneAtATime(${JSON.stringify(lock)}, () => {
      appendFileSync(${JSON.stringify(join(folder, 'done'))}, 'begins ');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
      appendFileSync(${JSON.stringify(join(folder, 'done'))}, 'ends ');
      ${then}
    });`;
  await run(process.execPath, ['--input-type=module', '--eval', program]);
}

const done = () => readFileSync(join(folder, 'done'), 'utf8').trim().split(' ');

test('of two builds that are started at once, one waits for the other', async () => {
  await Promise.all([work(), work(), work()]);
  expect(done()).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
  expect(existsSync(lock)).toBe(false);
});

test('a build that failed or died keeps nobody waiting', async () => {
  await expect(work(`throw new Error('no room left')`)).rejects.toThrow('no room left');
  await work(`process.kill(process.pid, 'SIGKILL')`).catch(() => undefined);
  expect(existsSync(lock)).toBe(true);
  await work();
  expect(done()).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
});
