import type { TasteProfile, Vote } from './plan-types.ts';

/**
 * The ballots of a demonstration vote, profile after profile: for each, the keys of the proposals approved.
 * Drawn without chance, so that the count comes out the same each time; between the vote's minimum and maximum.
 */
export function ballotsOf(vote: Vote): readonly (readonly string[])[] {
  return vote.profiles.flatMap((profile) =>
    Array.from({ length: profile.ballots }, (_, index) => ballotOf(vote, profile, index)),
  );
}

function ballotOf(vote: Vote, profile: TasteProfile, index: number): readonly string[] {
  const byLiking = vote.proposals
    .map((proposal) => ({
      proposal,
      margin: (profile.approves[proposal] ?? 0) - percentile(`${vote.key} ${profile.who} ${index} ${proposal}`),
    }))
    .sort((a, b) => b.margin - a.margin);
  const wanted = byLiking.filter(({ margin }) => margin > 0).length;
  const number = Math.min(vote.maximum, Math.max(vote.minimum, wanted));
  const chosen = new Set(byLiking.slice(0, number).map(({ proposal }) => proposal));
  return vote.proposals.filter((proposal) => chosen.has(proposal));
}

/** A number from 0 to 99 that depends on the words alone (FNV-1a, then mixed as in MurmurHash3). */
function percentile(words: string): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}
