import { existsSync, readFileSync } from 'node:fs';
import { electionOf } from '#lib/plan/count/pabulib-election.ts';
import type { ReadElection } from '#lib/plan/count/pabulib-election.ts';
import { readPabulib } from '#lib/plan/count/pabulib.ts';

const reference = new URL('../../../../shared/reference/', import.meta.url);

/** Where a file of reference data is, beside the checkout; undefined when it isn't there. */
export function referenceFile(name: string): URL | undefined {
  const file = new URL(name, reference);
  return existsSync(file) ? file : undefined;
}

export function readElection(file: URL | string): ReadElection {
  return electionOf(readPabulib(readFileSync(file, 'utf8')));
}
