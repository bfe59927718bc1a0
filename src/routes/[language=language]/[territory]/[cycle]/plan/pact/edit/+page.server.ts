import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { listActors } from '#lib/plan/actor.server.ts';
import { pactForm, signingForm } from '#lib/plan/pact.form.ts';
import { findPact, signPact, writePact } from '#lib/plan/pact.server.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { findDeciding } from '../../deciding.server.ts';

export async function load(event) {
  const { territory, cycle, base, today } = await getPlace(event);
  const { house, person } = event.locals;
  admit(event, mayPrepare(person, territory.id));
  const pact = await findPact(house.db, territory.id, cycle.id);
  if (pact && pact.signed_at !== null) redirect(303, `${base}/plan/pact`);
  const about = { territoryId: territory.id, purpose: 'sign-pact', subjectId: pact?.id ?? '' } as const;
  return {
    base,
    here: `${base}/plan`,
    today,
    pact: pact && { id: pact.id, title: pact.title, text: pact.text, reviewOn: pact.review_on },
    deciding: pact && (await findDeciding(house.db, person, about)),
    actors: (await listActors(house.db, territory.id)).map(({ id, name, kind }) => ({ id, name, kind })),
  };
}

export const actions = {
  write: act(pactForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    await write((db, now) => writePact(db, { ...here, ...facts }, now));
  }),
  sign: act(signingForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    const { base } = await getPlace(event);
    const signing = { ...here, actorIds: facts.actors, day: facts.signedOn };
    await write((db, now) => signPact(db, signing, now));
    redirect(303, `${base}/plan/pact`);
  }),
};

async function preparing(event: Parameters<typeof getPlace>[0]) {
  const { territory, cycle } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  return { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
}
