import { disclosureRules } from '#lib/evaluation/disclosure.ts';
import { distributionOf } from '#lib/evaluation/distribution.ts';
import { prepareRelease } from '#lib/evaluation/release.ts';
import { DECISION_STATES, stateOfDecision } from '#lib/territory/decision.ts';
import { listDecisions } from '#lib/territory/decision.server.ts';
import { leastShownIn } from '#lib/territory/least-shown.ts';
import { countReviewAnswers, findReview, listReviewLevels, listReviewWords } from '#lib/territory/review.server.ts';
import { countLevels, statementIn, stateOf } from '#lib/territory/review.ts';
import { listStatements } from '#lib/territory/statement.server.ts';
import { BODY_KINDS } from '#lib/territory/tables.ts';
import { COUNT_COLUMNS, countsOf } from '../counts.ts';
import { dayIn } from '../here.ts';
import { publicTable, type Here } from '../table.ts';

/** The public logs of all bodies, also of those that have ended: by body and day. No names of people. */
export const decisions = publicTable(
  'decisions',
  undefined,
  {
    body_id: 'id',
    body: 'name',
    body_kind: BODY_KINDS,
    decided_on: 'day',
    decision: 'text',
    text: 'text',
    in_favour: 'number',
    against: 'number',
    abstained: 'number',
    dissent: 'text',
    decision_state: DECISION_STATES,
    confirmed_on: 'day',
  },
  async (here) => {
    const logs = await Promise.all(
      (await listEveryBody(here)).map(async (body) =>
        (await listDecisions(here.db, here.territory.id, body.id)).map((one) => ({ body, one })),
      ),
    );
    return logs.flat().map(({ body, one }) => ({
      body_id: body.id,
      body: body.name,
      body_kind: body.kind,
      decided_on: one.decided_on,
      decision: one.title,
      text: one.text || null,
      in_favour: one.in_favour,
      against: one.against,
      abstained: one.abstained,
      dissent: one.dissent || null,
      decision_state: stateOfDecision(one),
      confirmed_on: dayIn(here, one.confirmed_at),
    }));
  },
);

/** What those who took part think of the process, once its review is closed and by the small-number rules. */
export const review = publicTable(
  'review',
  undefined,
  {
    statement: 'text',
    language: 'name',
    ...COUNT_COLUMNS,
  },
  async (here) => {
    if (!(await isReviewClosed(here))) return [];
    const { db, territory, cycle } = here;
    const answers = await listReviewLevels(db, territory.id, cycle.id);
    const rules = disclosureRules(leastShownIn(cycle, territory));
    return (await listStatements(db, territory.id, cycle.id)).map((statement) => {
      const cells = [{ groups: {}, release: 0, distribution: distributionOf(countLevels(answers, statement.id)) }];
      const { everybody } = prepareRelease({ dimensions: [], cells, published: [] }, 0, rules);
      const { text, language } = statementIn(statement, here.language, territory.language);
      return { statement: text, language, ...countsOf(everybody) };
    });
  },
);

/** Free words about the process that somebody has read and let through, once the review is closed. */
export const reviewWords = publicTable('review-words', undefined, { words: 'text', language: 'name' }, async (here) => {
  const { db, territory, cycle } = here;
  if (!(await isReviewClosed(here))) return [];
  const enough =
    (await countReviewAnswers(db, territory.id, cycle.id)) >= disclosureRules(leastShownIn(cycle, territory)).k;
  if (!enough) return [];
  const shown = await listReviewWords(db, { territoryId: territory.id, cycleId: cycle.id, shownOnly: true });
  return shown.map(({ text, language }) => ({ words: text, language }));
});

async function isReviewClosed({ db, territory, cycle }: Here): Promise<boolean> {
  return stateOf(await findReview(db, territory.id, cycle.id)) === 'closed';
}

function listEveryBody({ db, territory }: Here) {
  return db
    .selectFrom('body')
    .select(['id', 'name', 'kind'])
    .where('territory_id', '=', territory.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
