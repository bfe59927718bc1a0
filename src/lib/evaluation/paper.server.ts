import type { Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { keepAnswers, senderOf, type Profile } from './answer.server.ts';
import { requirePlaces } from './places.server.ts';
import { findLatestRelease, publishResults, type PreparedRelease } from './release.server.ts';
import { holdRound, recordOn, type Round } from './round.server.ts';
import type { KeptAnswer } from './tables.ts';

/**
 * Enters one paper form, whole: until the closing it counts like any other; after it, with the next release. The same
 * form sent again is kept once. Leaves no journal entry and no time, and can't be changed afterwards.
 * @throws Refusal `evaluation.notOpen` before the opening, `evaluation.notReleased` between closing and release,
 *   `evaluation.emptyForm`, `evaluation.notAsked`, `evaluation.noSuchPlace`
 */
export async function enterPaperForm(
  db: Db,
  facts: {
    territoryId: string;
    roundId: string;
    sentId: string;
    profile: Profile;
    answers: ReadonlyMap<string, KeptAnswer>;
  },
): Promise<void> {
  const { profile, answers } = facts;
  if (answers.size === 0) throw new Refusal('evaluation.emptyForm');
  const round = await holdRound(db, facts.territoryId, facts.roundId);
  await requirePlaces(db, round, profile);
  const content = JSON.stringify([profile.groupId, profile.neighbourhoodId, profile.ageBand, [...answers]]);
  const respondent = await db
    .insertInto('respondent')
    .values({
      territory_id: round.territory_id,
      id: randomId(),
      round_id: round.id,
      sender: senderOf(`paper ${facts.sentId} ${content}`, round.id),
      group_id: profile.groupId,
      neighbourhood_id: profile.neighbourhoodId,
      age_band: profile.ageBand,
      source: 'paper',
      release: await nextReleaseOf(db, round),
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'round_id', 'sender']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (respondent) await keepAnswers(db, respondent, answers, new Map());
}

/** Adds the late forms to the results. @throws Refusal as `publishResults` */
export async function releaseLateForms(
  db: Db,
  facts: { prepared: PreparedRelease; actor: Actor },
  now: number,
): Promise<void> {
  const { territory_id: territoryId, id: roundId } = facts.prepared.round;
  await publishResults(db, facts.prepared, now);
  await recordOn(db, { territoryId, roundId, actor: facts.actor }, 'round.supplemented', now);
}

/** The release that is the first to look at a form that comes in now. */
async function nextReleaseOf(db: Db, round: Round): Promise<number> {
  if (round.opened_at === null) throw new Refusal('evaluation.notOpen');
  if (round.closed_at === null) return 0;
  const latest = await findLatestRelease(db, round.territory_id, round.id);
  if (!latest) throw new Refusal('evaluation.notReleased');
  return latest.number + 1;
}
