import { redirect } from '@sveltejs/kit';
import { disclosureRules } from '#lib/evaluation/disclosure.ts';
import { distributionOf } from '#lib/evaluation/distribution.ts';
import { prepareRelease } from '#lib/evaluation/release.ts';
import { leastShownIn } from '#lib/territory/least-shown.ts';
import { countReviewAnswers, findReview, listReviewLevels, listReviewWords } from '#lib/territory/review.server.ts';
import { countLevels, statementIn, stateOf } from '#lib/territory/review.ts';
import { listStatements } from '#lib/territory/statement.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

/** Once the review is closed: by statement, by the same small-number rules as an evaluation. */
export async function load(event) {
  const { house, language } = event.locals;
  const { territory, cycle, base } = await getPlace(event);
  const here = [territory.id, cycle.id] as const;
  if (stateOf(await findReview(house.db, ...here)) !== 'closed') redirect(303, `${base}/review`);
  publicPage(event, territory.id);
  const people = await countReviewAnswers(house.db, ...here);
  const answers = await listReviewLevels(house.db, ...here);
  const statements = await listStatements(house.db, ...here);
  const rules = disclosureRules(leastShownIn(cycle, territory));
  const enough = people >= rules.k;
  const words = { territoryId: territory.id, cycleId: cycle.id, shownOnly: true };
  return {
    base,
    least: rules.k,
    people: enough ? people : undefined,
    statements: statements.map((statement) => {
      const distribution = distributionOf(countLevels(answers, statement.id));
      const cells = [{ groups: {}, release: 0, distribution }];
      const { everybody } = prepareRelease({ dimensions: [], cells, published: [] }, 0, rules);
      return { id: statement.id, ...statementIn(statement, language, territory.language), cell: everybody };
    }),
    words: enough
      ? (await listReviewWords(house.db, words)).map(({ id, text, language }) => ({ id, text, language }))
      : [],
  };
}
