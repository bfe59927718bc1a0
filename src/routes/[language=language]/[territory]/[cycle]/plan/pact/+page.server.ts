import { mayPrepare } from '#lib/people/permission.ts';
import { listCommitments } from '#lib/plan/commitment-list.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { findPact, listSignatures } from '#lib/plan/pact.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';
import { dateOf } from '../reading.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const pact = await findPact(house.db, territory.id, cycle.id);
  const signatures = pact ? await listSignatures(house.db, territory.id, pact.id) : [];
  const objectives = await listObjectives(house.db, territory.id, cycle.id);
  const commitments = await listCommitments(
    house.db,
    territory.id,
    objectives.map((objective) => objective.id),
  );
  return {
    here: `${base}/plan`,
    pact: pact && {
      title: pact.title,
      paragraphs: pact.text.split(/\n{2,}/),
      signed: pact.signed_at !== null,
      reviewOn: dateOf(pact.review_on),
    },
    signatures: signatures.map((one) => ({
      ...one,
      signedOn: dateOf(one.signed_on),
      promises: commitments.filter((promise) => promise.actor_id === one.id).map(({ id, words }) => ({ id, words })),
    })),
    prepares: cycle.closed_at === null && (pact?.signed_at ?? null) === null && mayPrepare(person, territory.id),
  };
}
