/**
 * What must be there before the program can start: its packages, a Node.js that can run it, a build. Plain JavaScript
 * for any Node.js from 20 on, with nothing installed. `npm start` and `npm test` begin here, since .npmrc forbids
 * scripts of packages and with them every pre- and post-script.
 *
 * Alone, it prepares and then runs a program of the house: `node src/prepare.mjs db/migrate.ts …`
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The first version that runs TypeScript as it stands and that the database driver was built for. */
const NODE = 24;

/** Who builds. */
const BUILDING = join(ROOT, 'node_modules', '.building');

/** What stops the preparation, in words for whoever typed the command. */
export class Missing extends Error {}

/** Installs the packages unless those that are there are the ones of the lock file. */
export function installWhatIsMissing() {
  if (isInstalled()) return;
  say('Installing packages (once, and after each update) …');
  // npm itself must not run on the Node.js that it is about to replace.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const npm = process.env.npm_execpath;
  // A server's NODE_ENV=production would leave out what the build needs.
  const rest = ['ci', '--no-fund', '--no-audit', '--include=dev', '--include=optional', '--loglevel=error'];
  const [command, args] = npm?.endsWith('js') ? [node, [npm, ...rest]] : ['npm', rest];
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Missing('The packages could not be installed: npm says why above.');
}

/** Whether every package of the lock file is there in the version that it names; optional ones may be absent. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = packagesOf('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([place, one]) => place === '' || one.optional || installed[place]?.version === one.version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function packagesOf(file) {
  const place = join(ROOT, file);
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')).packages : undefined;
}

/** The Node.js that runs the program: the one that came with the packages, else the system's if it is new enough. */
export function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(ROOT, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  if (Number(process.versions.node.split('.')[0]) >= NODE) return process.execPath;
  throw new Missing(
    `Boussole needs Node.js ${NODE} or later; this is ${process.version}, and there is no package of it for ` +
      `${process.platform} on ${process.arch}. Install it from https://nodejs.org, then type the same command again.`,
  );
}

/** Builds unless there is a build that is newer than everything it is made from. */
export function buildIfOld() {
  // Whoever waited for another's build finds it done.
  if (isBuildOld()) oneAtATime(BUILDING, () => isBuildOld() && buildNow());
}

function isBuildOld() {
  const sources = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
  return timeOf('build/handler.js') <= Math.max(...sources.map(newestIn));
}

export function build() {
  oneAtATime(BUILDING, buildNow);
}

function buildNow() {
  say('Building …');
  // What it says when all is well is for other programs' developers.
  /** @type {import('node:child_process').StdioOptions} */
  const quiet = ['inherit', 'ignore', 'inherit'];
  const { status } = run('vite', ['build', '--logLevel', 'error'], { env: { NODE_ENV: 'production' }, stdio: quiet });
  if (status !== 0) throw new Missing('The build failed: what is above says why.');
}

/**
 * Does some work while no other process does: two builds at once would be mixed. What a process that died has left is
 * taken over.
 * @param {string} lock a file that names who is at work @param {() => unknown} work
 */
export function oneAtATime(lock, work) {
  while (!take(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock @returns {boolean} whether it is ours now */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isAtWork(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock @returns {boolean} whether the process that it names still runs */
function isAtWork(lock) {
  try {
    // Between its making and its first letter it names nobody yet: 0 is this process's own group.
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * The latest change in a folder, itself included, so that a file that was removed counts too.
 * @param {string} place @returns {number}
 */
function newestIn(place) {
  const path = join(ROOT, place);
  if (!existsSync(path) || !statSync(path).isDirectory()) return timeOf(place);
  const inside = readdirSync(path).map((name) => newestIn(join(place, name)));
  return Math.max(timeOf(place), ...inside);
}

/** @param {string} place @returns {number} 0 where nothing is */
function timeOf(place) {
  const path = join(ROOT, place);
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/**
 * Runs one of the installed tools to its end, on the right Node.js.
 * @param {string} tool its name in node_modules/.bin
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions }} [options]
 */
export function run(tool, args, { env = {}, stdio = 'inherit' } = {}) {
  const [command, ...first] = commandOf(tool);
  return spawnSync(command, [...first, ...args], { cwd: ROOT, stdio, env: environment(env) });
}

/**
 * The same beside others: what it says comes all at once, when it ends.
 * @param {string} tool @param {string[]} args @returns {Promise<{ status: number | null, output: string }>}
 */
export function runBeside(tool, args) {
  const [command, ...first] = commandOf(tool);
  const child = spawn(command, [...first, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment({}),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => done({ status, output }));
  });
}

/** @param {string} tool @returns {[string, ...string[]]} */
function commandOf(tool) {
  const owner = { playwright: '@playwright/test', 'svelte-kit': '@sveltejs/kit' }[tool] ?? tool;
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules', owner, 'package.json'), 'utf8'));
  return [findNode(), join(ROOT, 'node_modules', owner, typeof bin === 'string' ? bin : bin[tool])];
}

/** Ours, with the right Node.js first on the path for whatever the tool starts. @param {Record<string, string>} more */
function environment(more) {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...more };
}

/**
 * Runs a program of the house in place of this one: it gets the signals, and its end is ours.
 * @param {string} file @param {string[]} args
 */
export function become(file, args = []) {
  const child = spawn(findNode(), [join(ROOT, file), ...args], { stdio: 'inherit', env: environment({}) });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  // The shell between npm and this program dies of a signal without passing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 300).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Does the steps, and says in one sentence what is missing where one can't be done. @param {() => unknown} steps */
export async function prepare(steps) {
  try {
    await steps();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

const [, self = '', file, ...args] = process.argv;
if (file && import.meta.url === pathToFileURL(self).href) {
  prepare(() => {
    installWhatIsMissing();
    become(file, args);
  });
}
