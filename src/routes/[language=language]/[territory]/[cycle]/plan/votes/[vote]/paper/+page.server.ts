import { mayPrepare } from '#lib/people/permission.ts';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { paperForm } from '#lib/plan/vote-ballot.form.ts';
import { byTitle } from '#lib/plan/vote-proposal.ts';
import { describeBallot } from '#lib/plan/vote-proposal.server.ts';
import { isVoting } from '#lib/plan/vote.server.ts';
import { randomCode, readCode } from '#lib/platform/random-id.ts';
import { act, admit, allow } from '#routes/act.server.ts';
import { admitVoter } from '../ballot/booth.server.ts';
import { getVoteHere } from '../here.server.ts';

export async function load(event) {
  const { place, vote, here } = await getPaperHere(event);
  const { house, language, sent } = event.locals;
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return {
    here,
    name: vote.name,
    taking: isVoting(vote, place.today),
    least: vote.least_choices,
    most: vote.most_choices,
    proposals: byTitle(await describeBallot(house.db, vote.territory_id, vote.id), language),
    receipt: String(sent?.get('receipt') ?? randomCode(24)),
    sent: { code: readCode(String(sent?.get('code') ?? '')), choices: (sent?.getAll('choices') ?? []).map(String) },
  };
}

export const actions = {
  default: act(paperForm, async ({ event, facts, write }) => {
    const { vote } = await getPaperHere(event);
    const voter = await admitVoter(event, vote, facts.code);
    const ballot = { voterHash: voter, choices: facts.choices, receipt: facts.receipt };
    const place = { territoryId: vote.territory_id, voteId: vote.id };
    const { counted } = await write((db, now) => castBallot(db, { ...place, ...ballot }, now));
    return { counted, receipt: facts.receipt };
  }),
};

async function getPaperHere(event: Parameters<typeof getVoteHere>[0]) {
  const found = await getVoteHere(event);
  admit(event, mayPrepare(event.locals.person, found.vote.territory_id));
  allow(found.vote.admission === 'roll' && found.vote.opened_at !== null);
  return found;
}
