import { redirect, type RequestEvent } from '@sveltejs/kit';
import { addBlock, listBlocks, listMessages, retireBlock, writeMessage } from '#lib/definitions/campaign.server.ts';
import { blockForm, blockIdForm, messageForm } from '#lib/definitions/relay.form.ts';
import { mayCoordinate, mayRelay } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base, which } = await campaignHere(event);
  const { db } = event.locals.house;
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    base,
    open: cycle.closed_at === null,
    timeZone: territory.time_zone,
    messages: await listMessages(db, which),
    blocks: (await listBlocks(db, territory.id)).map(({ id, name }) => ({ id, name })),
    relays: mayRelay(event.locals.person, territory.id),
    coordinates: mayCoordinate(event.locals.person, territory.id),
    sentId: randomId(),
  };
}

/** Relays and coordination write together; the list of street blocks is the coordination's. */
async function campaignHere(event: RequestEvent<Record<string, string>>, onlyCoordination = false) {
  const place = await getPlace(event);
  const { person } = event.locals;
  const { id } = place.territory;
  const account = admit(event, mayCoordinate(person, id) || (!onlyCoordination && mayRelay(person, id)));
  return { ...place, which: { territoryId: id, cycleId: place.cycle.id, accountId: account.id } };
}

export const actions = {
  message: act(messageForm, async ({ event, facts, write }) => {
    const { which } = await campaignHere(event);
    await write((db, now) => writeMessage(db, { ...which, ...facts }, now));
    redirect(303, event.url.pathname);
  }),
  block: act(blockForm, async ({ event, facts, write }) => {
    const { which } = await campaignHere(event, true);
    await write((db, now) => addBlock(db, { ...which, name: facts.name, id: facts.sentId }, now));
    redirect(303, `${event.url.pathname}#blocks`);
  }),
  retire: act(blockIdForm, async ({ event, facts, write }) => {
    const { which } = await campaignHere(event, true);
    await write((db, now) => retireBlock(db, { ...which, blockId: facts.block }, now));
    redirect(303, `${event.url.pathname}#blocks`);
  }),
};
