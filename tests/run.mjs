/**
 * `npm test`: everything. `npm run check`: format, rules and types alone. `npm run journeys -- FILE`: browser journeys
 * alone. Every step runs even when one before it failed; the last line sums up.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfOld, installWhatIsMissing, Missing, prepare, ROOT, run, runBeside, say } from '../src/prepare.mjs';
import { findOrInstallChromium } from './support/chromium.mjs';

const REPORTS = join(ROOT, 'test-results');

/** What is wrong without a test having failed: a step that could not be done, or didn't pass. @type {string[]} */
const broken = [];

/** @param {string} name @param {{ status: number | null, output: string }} result */
function tell(name, { status, output }) {
  say(`\n— ${name}`);
  if (output.trim()) say(output.trimEnd());
  if (status !== 0) broken.push(name);
}

/** Each uses one core: beside each other they take half the time. */
async function checkAll() {
  tell('generated types', await runBeside('svelte-kit', ['sync']));
  /** @type {[string, string, string[]][]} */
  const checks = [
    ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
    ['rules', 'eslint', ['.']],
    ['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']],
  ];
  await Promise.all(checks.map(async ([name, tool, args]) => tell(name, await runBeside(tool, args))));
}

/** @param {string} file @param {() => void} work @returns {any} */
function reportOf(file, work) {
  const place = join(REPORTS, file);
  rmSync(place, { force: true });
  mkdirSync(REPORTS, { recursive: true });
  work();
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : undefined;
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Sum */

/** Unit and database tests, on both engines. @returns {Sum} */
function runUnitTests() {
  say('\n— unit and database tests');
  const file = join(REPORTS, 'vitest.json');
  const report = reportOf('vitest.json', () => {
    const { status } = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
    if (status !== 0) broken.push('unit and database tests');
  });
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: planned } = report;
  return { passed, failed, skipped: skipped + planned };
}

/** @param {string[]} args @returns {Sum} */
function runJourneys(args) {
  say('\n— browser journeys');
  findOrInstallChromium();
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(REPORTS, 'playwright.json') };
  const report = reportOf('playwright.json', () => {
    const { status } = run('playwright', ['test', '--reporter=list,json', ...args], { env });
    if (status !== 0) broken.push('browser journeys');
  });
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const { expected: passed, unexpected: failed, flaky, skipped } = report.stats;
  return { passed, failed: failed + flaky, skipped };
}

/** @param {Sum[]} sums */
function sumUp(sums) {
  const total = (/** @type {keyof Sum} */ key) => sums.reduce((sum, one) => sum + one[key], 0);
  // A step that broke without a failed test to show for it is a failure all the same.
  const failed = Math.max(total('failed'), 0) + brokenWithoutTest(total('failed'));
  if (broken.length > 0) say(`\nNot passed: ${broken.join(', ')}`);
  if (total('skipped') > 0) say(`\n${total('skipped')} skipped`);
  process.stdout.write(`\n${total('passed')} passed, ${failed} failed\n`);
  process.exit(failed > 0 ? 1 : 0);
}

/** @param {number} failedTests */
function brokenWithoutTest(failedTests) {
  const runners = ['unit and database tests', 'browser journeys'];
  const checks = broken.filter((name) => !runners.includes(name)).length;
  return checks + (failedTests === 0 ? broken.length - checks : 0);
}

/** @param {() => Sum} work @returns {Sum} */
function orBroken(work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    say(error.message);
    broken.push(error.message.split('\n')[0] ?? '');
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const nothing = { passed: 0, failed: 0, skipped: 0 };
const built = () => {
  say('\n— build');
  buildIfOld();
  return nothing;
};

prepare(async () => {
  const [what = 'everything', ...args] = process.argv.slice(2);
  installWhatIsMissing();
  if (what !== 'journeys') await checkAll();
  if (what === 'check') return sumUp([]);
  const sums = [orBroken(built)];
  if (what === 'everything') sums.push(runUnitTests());
  sums.push(orBroken(() => runJourneys(args)));
  sumUp(sums);
});
