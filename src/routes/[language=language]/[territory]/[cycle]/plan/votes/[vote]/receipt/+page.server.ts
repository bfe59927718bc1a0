import { findReceipt } from '#lib/plan/ballot.server.ts';
import { findTally } from '#lib/plan/tally.server.ts';
import { receiptForm } from '#lib/plan/vote-ballot.form.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { act, allow } from '#routes/act.server.ts';
import { getVoteHere } from '../here.server.ts';

export async function load(event) {
  const { vote, here } = await getVoteHere(event);
  allow(vote.opened_at !== null);
  const tally = await findTally(event.locals.house.db, vote.territory_id, vote.id);
  return { here, name: vote.name, published: tally !== undefined };
}

export const actions = {
  default: act(receiptForm, async ({ event, facts }) => {
    const { vote } = await getVoteHere(event);
    const hash = hashOf(facts.receipt);
    const found = await findReceipt(event.locals.house.db, vote.territory_id, vote.id, hash);
    return { receipt: facts.receipt, hash, signature: found?.signature };
  }),
};
