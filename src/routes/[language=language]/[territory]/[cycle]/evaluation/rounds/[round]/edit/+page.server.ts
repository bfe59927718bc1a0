import { redirect } from '@sveltejs/kit';
import { listAdoptedVersions, listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { roundForm } from '#lib/evaluation/round.form.ts';
import { changeRound, discardRound } from '#lib/evaluation/round-preparation.server.ts';
import { listAsked, stateOf } from '#lib/evaluation/round.server.ts';
import { act, button } from '#routes/act.server.ts';
import { prepareHere } from '../here.server.ts';

export async function load(event) {
  const { territory, cycle, today, round, here } = await prepareHere(event);
  const { house, language, sent } = event.locals;
  const asked = await listAsked(house.db, territory.id, round.id);
  const adopted = await listAdoptedVersions(house.db, territory.id, cycle.id);
  return {
    here,
    today,
    opened: stateOf(round) !== 'prepared',
    closed: cycle.closed_at !== null,
    round: {
      name: round.name,
      closesOn: round.closes_on,
      reading: round.official_reading,
      drawnByLot: round.drawn_by_lot === 1 ? 'yes' : '',
    },
    indicators: await listIndicatorWords(house.db, {
      territoryId: territory.id,
      versionIds: [...new Set([...adopted, ...asked])],
      language,
      fallback: territory.language,
    }),
    ticked: sent ? sent.getAll('versions').map(String) : asked,
  };
}

export const actions = {
  change: act(roundForm, async ({ event, facts, write }) => {
    const { on, here } = await prepareHere(event);
    const { name, closesOn, reading, drawnByLot, versions } = facts;
    const changed = { name, closesOn, officialReading: reading, drawnByLot, versionIds: versions };
    const isOther = await write((db, now) => changeRound(db, { ...on, ...changed }, now));
    redirect(303, `${here}?saved=${isOther ? 'yes' : 'unchanged'}`);
  }),
  discard: act(button, async ({ event, write }) => {
    const { on, base } = await prepareHere(event);
    await write((db, now) => discardRound(db, on, now));
    redirect(303, `${base}/evaluation`);
  }),
};
