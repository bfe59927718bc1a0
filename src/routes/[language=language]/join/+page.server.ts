import { redirect, type RequestEvent } from '@sveltejs/kit';
import { codeForm } from '#lib/definitions/join.form.ts';
import { CODE_LENGTH } from '#lib/plan/roll-code.server.ts';
import { isPublished, whyNotVoting } from '#lib/plan/vote.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { dayOf } from '#lib/platform/time.ts';
import { getCycle } from '#lib/territory/cycle.server.ts';
import { CODE_LENGTH as JOIN_CODE_LENGTH } from '#lib/territory/gathering.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { act } from '#routes/act.server.ts';
import { findByJoinCode, findByVotingCode } from './find.server.ts';

/** `?code=` is one that a link or a QR code led to and that was refused. */
export function load({ url }) {
  return { tried: url.searchParams.get('code')?.slice(0, 20) ?? '', waiting: url.searchParams.has('wait') };
}

export const actions = {
  /** Codes of gatherings have six characters, those of votes twelve. */
  default: act(codeForm, async ({ event, facts: { code } }) => {
    if (code.length === CODE_LENGTH) return { voting: { code, ...(await describeVote(event, code)) } };
    if (code.length !== JOIN_CODE_LENGTH) throw new Refusal('definitions.join.length', { length: code.length });
    await findByJoinCode(event, code);
    redirect(303, `/${event.locals.language}/join/${code}`);
  }),
};

/**
 * Where the code is taken, or why it isn't: it goes there in a form, never in an address, which would be kept in
 * histories and logs.
 */
async function describeVote(event: RequestEvent, code: string) {
  const { vote, state } = await findByVotingCode(event, code);
  const { db, clock } = event.locals.house;
  const territory = await getTerritory(db, vote.territory_id);
  const cycle = await getCycle(db, territory.id, vote.cycle_id);
  const here = `/${event.locals.language}/${territory.slug}/${cycle.slug}/plan/votes/${vote.id}`;
  const standing = whyNotVoting(vote, dayOf(clock(), territory.time_zone));
  const why = standing ?? (state === 'ready' ? undefined : state);
  return { name: vote.name, ballot: `${here}/ballot`, why, here: (await isPublished(db, vote)) ? here : undefined };
}
