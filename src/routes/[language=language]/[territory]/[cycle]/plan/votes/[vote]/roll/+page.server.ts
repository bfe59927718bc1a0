import { encode } from 'uqr';
import { mayPrepare } from '#lib/people/permission.ts';
import { createCodes, replaceCode, type NumberedCode } from '#lib/plan/roll-code.server.ts';
import { countRoll, listBatches } from '#lib/plan/roll.server.ts';
import { codesForm, replaceForm } from '#lib/plan/vote.form.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import { randomId, showCode } from '#lib/platform/random-id.ts';
import { qrPath } from '#lib/ui/qr.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getVoteHere } from '../here.server.ts';

/** A picture on each slip makes the page heavy: from here on slips carry address and code only. */
const MOST_PICTURES = 300;

export async function load(event) {
  const { vote, here, join } = await getRollHere(event);
  const { db } = event.locals.house;
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return {
    here,
    join: { address: join, reaches: reachesPhones(join) },
    vote: { name: vote.name, closesOn: vote.closes_on },
    makes: vote.closed_at === null,
    sentId: randomId(),
    states: await countRoll(db, vote.territory_id, vote.id),
    batches: await listBatches(db, vote.territory_id, vote.id),
  };
}

export const actions = {
  make: act(codesForm, async ({ event, facts, write }) => {
    const { vote, here, join } = await getRollHere(event);
    const of = { territoryId: vote.territory_id, voteId: vote.id, actor: actorOf(event) };
    const codes = await write((db, now) => createCodes(db, { ...of, ...facts }, now));
    return slipsOf({ here, join }, facts.batch, codes);
  }),
  replace: act(replaceForm, async ({ event, facts, write }) => {
    const { vote, here, join } = await getRollHere(event);
    const of = { territoryId: vote.territory_id, voteId: vote.id, actor: actorOf(event) };
    const code = await write((db, now) => replaceCode(db, { ...of, ...facts }, now));
    return slipsOf({ here, join }, facts.batch, [code]);
  }),
};

async function getRollHere(event: Parameters<typeof getVoteHere>[0]) {
  const found = await getVoteHere(event);
  admit(event, mayPrepare(event.locals.person, found.vote.territory_id));
  allow(found.vote.admission === 'roll');
  const { origin } = event.locals.house.settings;
  return { ...found, join: `${origin}/${event.locals.language}/join` };
}

/** What is printed for each code; the picture carries it behind a #, which no server ever gets to see. */
function slipsOf({ here, join }: { here: string; join: string }, batch: string, codes: readonly NumberedCode[]) {
  const ballot = `${new URL(here, join)}/ballot`;
  return {
    batch,
    // Short enough to be typed: there the code leads to its ballot.
    address: join.replace(/^https?:\/\//, ''),
    slips: codes.map(({ number, code }) => ({
      number,
      code: showCode(code),
      picture: codes.length <= MOST_PICTURES ? pictureOf(`${ballot}#${code}`) : undefined,
    })),
  };
}

function pictureOf(text: string) {
  const { data, size } = encode(text, { border: 0 });
  return { path: qrPath(data), size };
}
