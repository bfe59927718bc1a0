/**
 * How long the vote count takes, and whether it finds what independent tools found.
 *
 *   node tests/bench/count.ts             the reference elections beside the checkout, or an invented one of their size
 *   node tests/bench/count.ts FILE.pb …   these files
 *
 * Prints for people what it does, and last one line of JSON. `seconds` is from the ballots in memory to the outcome with
 * its trace and verdicts, by election and rule; `read_seconds` is for reading the file; `winners_as_expected` is null
 * where nothing is known to compare with. The floor is the same count in plain floating point, and `ratio` the floor's
 * time divided by ours, over the elections and rules that both counted.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orderById } from '#lib/plan/count/election.ts';
import type { Election } from '#lib/plan/count/election.ts';
import { writeAmount } from '#lib/plan/count/money.ts';
import { tallyElection } from '#lib/plan/count/tally.ts';
import { countInFloats } from '#tests/plan/count/floor.ts';
import { namedRules } from '#tests/plan/count/named-rules.ts';
import type { Counted } from '#tests/plan/count/named-rules.ts';
import { readElection, referenceFile } from '#tests/plan/count/reference-files.ts';
import { inventElection } from '#tests/plan/count/synthetic.ts';

const noCompletion = 'equal shares, cost utility, no completion';
const add1 = 'equal shares, cost utility, add1 that stops only at overspend';
const references = [
  'Netherlands_Assen_2024.pb',
  'Poland_Swiecie_2023.pb',
  'Poland_Wieliczka_2023_Green_Budget.pb',
  'Poland_Lodz_2022.pb',
];

interface Expected {
  readonly winners: readonly string[];
  readonly total_cost: string;
}

/** One election to be counted by these rules; `expected` by rule where it is known. */
interface Task {
  readonly name: string;
  readonly election: Election;
  readonly decimals: number;
  readonly rules: readonly string[];
  readonly expected: Readonly<Record<string, Expected>>;
  readonly withFloor: boolean;
}

const seconds: Record<string, Record<string, number>> = {};
const asExpected: Record<string, Record<string, boolean | null>> = {};
const readSeconds: Record<string, number> = {};
const floor = { ours: 0, floor: 0 };

const files = process.argv.slice(2).length > 0 ? process.argv.slice(2) : findReferences();
for (const file of files) countTask(readTask(file));
if (files.length === 0) {
  console.log('No reference elections beside the checkout: an invented one of the size of a large city is counted.');
  countTask(inventTask({ voters: 90_494, projects: 160, most: 5 }, [noCompletion, add1]));
}
const rss = peakMemory();
if (process.argv.length === 2) countTask(inventTask({ voters: 1_000_000, projects: 300, most: 10 }, [noCompletion]));
report();

function findReferences(): string[] {
  const found = references.map((name) => referenceFile(`elections/${name}`));
  return found.flatMap((url) => (url ? [fileURLToPath(url)] : []));
}

function readTask(file: string): Task {
  const name = basename(file);
  const [read, time] = timed(() => readElection(file));
  readSeconds[name] = time;
  const beside = join(dirname(file), 'expected.json');
  const all = existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as Record<string, Task['expected']>) : {};
  const expected = all[name] ?? {};
  const rules = Object.keys(namedRules).filter((rule) => rule in expected || !(name in all));
  return { name, ...read, rules, expected, withFloor: true };
}

function inventTask(shape: Parameters<typeof inventElection>[0], rules: readonly string[]): Task {
  const name = `invented, ${shape.voters} voters, ${shape.projects} projects`;
  const withFloor = rules.includes(add1);
  return { name, election: inventElection(shape), decimals: 2, rules, expected: {}, withFloor };
}

function countTask(task: Task): void {
  const { name, election, decimals, rules } = task;
  const voters = election.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  console.log(`\n${name}: ${voters} voters, ${election.projects.length} projects`);
  seconds[name] = {};
  asExpected[name] = {};
  for (const rule of rules) {
    const [counted, time] = timed(() => namedRules[rule]?.(election, 10n ** BigInt(decimals)) as Counted);
    const right = isExpected(task, rule, counted);
    seconds[name][rule] = time;
    asExpected[name][rule] = right;
    const verdict = right === null ? 'nothing to compare with' : right ? 'as expected' : 'NOT AS EXPECTED';
    console.log(`  ${time.toFixed(3)} s  ${rule}: ${counted.winners.length} winners, ${verdict}`);
    if (task.withFloor && (rule === noCompletion || rule === add1)) compareFloor(task, rule, counted, time);
  }
}

function isExpected({ expected, decimals }: Task, rule: string, { winners, totalCost }: Counted): boolean | null {
  const wanted = expected[rule];
  if (!wanted) return null;
  const same = [...winners].sort().join() === wanted.winners.join();
  return same && writeAmount(totalCost, decimals) === wanted.total_cost;
}

function compareFloor({ election, decimals }: Task, rule: string, counted: Counted, time: number): void {
  const [winners, floorTime] = timed(() =>
    countInFloats(tallyElection(election, orderById(election.projects)), rule === add1 ? 10 ** decimals : 0),
  );
  const same = [...counted.winners].sort().join() === winners.join();
  floor.ours += time;
  floor.floor += floorTime;
  console.log(`  ${floorTime.toFixed(3)} s    in plain floating point: ${same ? 'the same' : 'OTHER'} winners`);
}

function timed<T>(work: () => T): [result: T, seconds: number] {
  const start = performance.now();
  const result = work();
  return [result, Math.round(performance.now() - start) / 1000];
}

function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function report(): void {
  const ratio = Math.round((100 * floor.floor) / floor.ours) / 100;
  console.log(
    `\nPeak memory ${rss} MB, with the largest election ${peakMemory()} MB. Ours against the floor: ${ratio}`,
  );
  const figures = { seconds, winners_as_expected: asExpected, rss_mb: rss, rss_mb_largest: peakMemory(), ratio };
  console.log(JSON.stringify({ name: 'count', ...figures, read_seconds: readSeconds }));
}
