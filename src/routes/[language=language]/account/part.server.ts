import { isTaking, listRounds } from '#lib/evaluation/round.server.ts';
import { listProposalsBy } from '#lib/plan/proposal-list.server.ts';
import type { ReviewOutcome } from '#lib/plan/tables.ts';
import { isVoting, listVotes } from '#lib/plan/vote.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Row } from '#lib/platform/tables.ts';
import { dayOf } from '#lib/platform/time.ts';
import { listCycles } from '#lib/territory/cycle.server.ts';
import { listTerritories } from '#lib/territory/territory.server.ts';

/** What somebody can do in a territory today, and what they have proposed there. */
export interface Part {
  readonly name: string;
  /** BCP 47: what votes, rounds and proposals are called there. */
  readonly language: string;
  readonly votes: readonly { readonly name: string; readonly href: string; readonly closesOn: string }[];
  readonly rounds: readonly { readonly name: string; readonly href: string; readonly closesOn: string }[];
  /** Where something can be proposed; undefined while no cycle is open. */
  readonly proposing: string | undefined;
  readonly proposals: readonly OwnProposal[];
}

interface OwnProposal {
  readonly title: string;
  readonly href: string;
  readonly outcome: ReviewOutcome | undefined;
  readonly isWithdrawn: boolean;
}

/** @param working ids of the territories where the account has work to do: these, and those where it has proposed */
export async function listParts(
  house: Pick<House, 'db' | 'clock'>,
  facts: { accountId: string; language: string; working: readonly string[] },
): Promise<Part[]> {
  const all: { part: Part; isTheirs: boolean }[] = [];
  for (const territory of await listTerritories(house.db)) {
    const part = await describePart(house, territory, facts);
    all.push({ part, isTheirs: part.proposals.length > 0 || facts.working.includes(territory.id) });
  }
  // Whoever has no part anywhere yet is shown where they can have one.
  const theirs = all.filter((one) => one.isTheirs);
  return (theirs.length > 0 ? theirs : all).map(({ part }) => part).filter(hasSomething);
}

async function describePart(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  territory: Row<'territory'>,
  { accountId, language }: { accountId: string; language: string },
): Promise<Part> {
  const today = dayOf(clock(), territory.time_zone);
  const cycles = await listCycles(db, territory.id);
  const proposals = await listProposalsBy(db, territory.id, [accountId]);
  const planOf = (cycleId: string) =>
    `/${language}/${territory.slug}/${cycles.find((cycle) => cycle.id === cycleId)?.slug}/plan`;
  const votes: Part['votes'][number][] = [];
  const rounds: Part['rounds'][number][] = [];
  for (const cycle of cycles.filter((one) => one.closed_at === null)) {
    const base = `/${language}/${territory.slug}/${cycle.slug}`;
    for (const { id, name, closes_on } of (await listVotes(db, territory.id, cycle.id)).filter((one) =>
      isVoting(one, today),
    ))
      votes.push({ name, href: `${base}/plan/votes/${id}`, closesOn: closes_on });
    for (const { id, name, closes_on } of (await listRounds(db, territory.id, cycle.id)).filter((one) =>
      isTaking(one, today),
    ))
      rounds.push({ name, href: `${base}/evaluation/rounds/${id}/answer`, closesOn: closes_on });
  }
  const open = cycles.find((cycle) => cycle.closed_at === null);
  return {
    name: territory.name,
    language: territory.language,
    votes,
    rounds,
    proposing: open && `${planOf(open.id)}/proposals/new`,
    proposals: proposals.map(({ id, title, cycle_id, review, withdrawn_at }) => ({
      title,
      href: `${planOf(cycle_id)}/proposals/${id}`,
      outcome: review?.outcome,
      isWithdrawn: withdrawn_at !== null,
    })),
  };
}

function hasSomething({ votes, rounds, proposing, proposals }: Part): boolean {
  return votes.length + rounds.length + proposals.length > 0 || proposing !== undefined;
}
