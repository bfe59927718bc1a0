import { listVoteProposals } from '#lib/plan/vote-proposal.server.ts';
import { lotOf, writeRules } from '#lib/plan/vote-rules.server.ts';
import { allow } from '#routes/act.server.ts';
import { fileOf, getVoteHere } from '../here.server.ts';

/** The rules of a vote as they were hashed at its opening. */
export async function GET(event) {
  const { vote } = await getVoteHere(event);
  allow(vote.opened_at !== null);
  const proposals = await listVoteProposals(event.locals.house.db, vote.territory_id, vote.id);
  return fileOf('rules.json', 'application/json', writeRules(vote, proposals, lotOf(vote)));
}
