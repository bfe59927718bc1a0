import type { Ballot, Election, Project } from './election.ts';
import { decimalsOf, readAmount, writeAmount } from './money.ts';
import { PabulibError } from './pabulib.ts';
import type { Pabulib, Table } from './pabulib.ts';

/** An election read from a file. */
export interface ReadElection {
  readonly election: Election;
  /** Amounts are in units of 10^-decimals of the currency: 2, or more where the file has finer ones. */
  readonly decimals: number;
  readonly remarks: readonly Remark[];
}

/** What the file says otherwise about itself; the ballots are counted as they are, a repeated approval once. */
export type Remark =
  | { readonly kind: 'number-differs'; readonly key: string; readonly stated: string; readonly found: number }
  | { readonly kind: 'approved-twice'; readonly line: number; readonly id: string };

/** The election in a file of approval ballots. Throws a PabulibError. */
export function electionOf(file: Pabulib): ReadElection {
  checkVoteType(file.meta);
  const decimals = finestDecimals(file);
  const budget = amountIn(metaEntry(file.meta, 'budget'), decimals, 'budget');
  const projects = projectsOf(file.projects, decimals);
  const { ballots, remarks } = ballotsOf(file.votes, new Set(projects.map((project) => project.id)));
  const numbers = [
    ...numberRemark(file.meta, 'num_projects', projects.length),
    ...numberRemark(file.meta, 'num_votes', ballots.length),
  ];
  return { election: { budget, projects, ballots }, decimals, remarks: [...numbers, ...remarks] };
}

interface Found {
  readonly line: number;
  readonly value: string;
}

function findEntry({ rows, columns }: Table, key: string): Found | undefined {
  const row = rows.find(({ fields }) => fields[columns.indexOf('key')] === key);
  return row && { line: row.line, value: row.fields[columns.indexOf('value')] as string };
}

function metaEntry(meta: Table, key: string): Found {
  const entry = findEntry(meta, key);
  if (!entry) throw new PabulibError(meta.rows.at(-1)?.line ?? 1, { kind: 'key-missing', key });
  return entry;
}

function checkVoteType(meta: Table): void {
  const entry = findEntry(meta, 'vote_type');
  if (entry && !['approval', 'choose-1'].includes(entry.value)) {
    throw new PabulibError(entry.line, { kind: 'vote-type', found: entry.value });
  }
}

function finestDecimals({ meta, projects }: Pabulib): number {
  const column = projects.columns.indexOf('cost');
  const amounts = projects.rows.map(({ fields }) => fields[column] as string);
  return [metaEntry(meta, 'budget').value, ...amounts].reduce((most, amount) => Math.max(most, decimalsOf(amount)), 2);
}

function amountIn({ line, value }: Found, decimals: number, column: string): bigint {
  const amount = readAmount(value, decimals);
  if (amount === undefined) throw new PabulibError(line, { kind: 'not-an-amount', column, found: value });
  return amount;
}

function projectsOf({ columns, rows }: Table, decimals: number): Project[] {
  const seen = new Set<string>();
  return rows.map(({ line, fields }) => {
    const id = fields[columns.indexOf('project_id')] as string;
    addOnce(seen, id, line, 'project-twice');
    return { id, cost: amountIn({ line, value: fields[columns.indexOf('cost')] as string }, decimals, 'cost') };
  });
}

function addOnce(seen: Set<string>, id: string, line: number, kind: 'project-twice' | 'voter-twice'): void {
  if (id === '') throw new PabulibError(line, { kind: 'no-id' });
  if (seen.has(id)) throw new PabulibError(line, { kind, id });
  seen.add(id);
}

function ballotsOf({ columns, rows }: Table, projects: ReadonlySet<string>): { ballots: Ballot[]; remarks: Remark[] } {
  const voters = new Set<string>();
  const remarks: Remark[] = [];
  const voter = columns.indexOf('voter_id');
  const vote = columns.indexOf('vote');
  const ballots = rows.map(({ line, fields }) => {
    addOnce(voters, fields[voter] as string, line, 'voter-twice');
    const ids = (fields[vote] as string).split(',').map((id) => id.trim());
    const named = ids.filter((id) => id !== '');
    const unknown = named.find((id) => !projects.has(id));
    if (unknown !== undefined) throw new PabulibError(line, { kind: 'unknown-project', id: unknown });
    const approves = [...new Set(named)];
    const twice = approves.length < named.length && named.find((id, index) => named.indexOf(id) !== index);
    if (twice) remarks.push({ kind: 'approved-twice', line, id: twice });
    return { approves, voters: 1 };
  });
  return { ballots, remarks };
}

function numberRemark(meta: Table, key: string, found: number): Remark[] {
  const stated = findEntry(meta, key)?.value;
  if (stated === undefined || stated === String(found)) return [];
  return [{ kind: 'number-differs', key, stated, found }];
}

/** What a published file says besides the election itself. */
export interface PabulibFacts {
  /** Decimals of the currency in which the election's amounts are kept. */
  readonly decimals: number;
  /** Entries of META such as description, country, unit, instance, currency, rule, date_begin and date_end. */
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly names?: ReadonlyMap<string, string>;
  /** Ids of the funded projects, when the outcome is to be told. */
  readonly funded?: ReadonlySet<string>;
}

/**
 * The file in which an election is published. Voters are numbered in the order of the ballots, which the caller has
 * shuffled. Throws a RangeError when a project's id has a comma or is empty, which the format cannot carry.
 */
export function pabulibOf({ budget, projects, ballots }: Election, facts: PabulibFacts): Pabulib {
  const unfit = projects.find(({ id }) => id === '' || id.includes(',') || id.trim() !== id);
  if (unfit) throw new RangeError(`The project id "${unfit.id}" cannot stand in a Pabulib file.`);
  const { decimals, names, funded } = facts;
  const votes = countVotes(ballots);
  const voters = ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  const entries: (readonly [string, string])[] = [
    ...facts.meta,
    ['num_projects', String(projects.length)],
    ['num_votes', String(voters)],
    ['budget', writeAmount(budget, decimals)],
    ['vote_type', 'approval'],
  ];
  return {
    meta: tableOf(['key', 'value'], entries),
    projects: tableOf(
      ['project_id', 'cost', 'votes', ...(names ? ['name'] : []), ...(funded ? ['selected'] : [])],
      projects.map(({ id, cost }) => [
        id,
        writeAmount(cost, decimals),
        String(votes.get(id) ?? 0),
        ...(names ? [names.get(id) ?? ''] : []),
        ...(funded ? [funded.has(id) ? '1' : '0'] : []),
      ]),
    ),
    votes: tableOf(['voter_id', 'vote'], listVotes(ballots)),
  };
}

function countVotes(ballots: readonly Ballot[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { approves, voters } of ballots) for (const id of approves) votes.set(id, (votes.get(id) ?? 0) + voters);
  return votes;
}

function listVotes(ballots: readonly Ballot[]): string[][] {
  const votes = ballots.flatMap(({ approves, voters }) => new Array<string>(voters).fill(approves.join(',')));
  return votes.map((vote, index) => [String(index + 1), vote]);
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { columns, rows: rows.map((fields) => ({ line: 0, fields })) };
}
