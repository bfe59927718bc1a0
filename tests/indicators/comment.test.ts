import { expect, test } from 'vitest';
import { discussIndicator } from '#lib/indicators/adoption.server.ts';
import { listComments } from '#lib/indicators/comment-list.server.ts';
import { commentOnIndicator, hideComment, MOST_COMMENTS_A_DAY, showComment } from '#lib/indicators/comment.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase, NOON } from '#tests/support/database.ts';
import type { Part } from '#tests/support/territory.ts';
import { startIndicator, type Draft } from './draft.ts';

eachDatabase('the discussion of an indicator', (open) => {
  test('takes remarks once it is open, each under its author’s name, and once only', async () => {
    const draft = await startIndicator(await open());
    await expect(say(draft, 'resident', 'Trop tôt')).rejects.toBeInstanceOf(NotThere);
    await discuss(draft);
    const sentId = 'sent-once-0123456789';
    const [one, two] = await Promise.all([
      say(draft, 'resident', 'Et le dentiste ?', sentId),
      say(draft, 'resident', 'Et le dentiste ?', sentId),
    ]);
    expect(one).toBe(two);
    draft.house.setClock(NOON + 1);
    await say(draft, 'resident', 'Autre chose', sentId);
    expect(await list(draft)).toMatchObject([
      { name: 'resident Rives', text: 'Et le dentiste ?', version: 1, at: NOON },
      { name: 'resident Rives', text: 'Autre chose' },
    ]);
  });

  test('a hidden remark shows its reason in place of its words, and can be shown again', async () => {
    const draft = await startIndicator(await open());
    await discuss(draft);
    const commentId = await say(draft, 'resident', 'Untel est un voleur');
    const accountId = draft.town.people.coordinator.id;
    const of = { ...draft.in, indicatorId: draft.indicatorId, commentId, accountId };
    const hide = () =>
      draft.house.write((db, now) => hideComment(db, { ...of, reason: 'Met en cause quelqu’un' }, now));
    await Promise.all([hide(), hide()]);
    expect(await list(draft)).toMatchObject([{ text: undefined, reason: 'Met en cause quelqu’un' }]);
    await draft.house.write((db, now) => showComment(db, of, now));
    expect(await list(draft)).toMatchObject([{ text: 'Untel est un voleur', reason: undefined }]);
    await hide();
    const traces = await draft.house.db.selectFrom('comment_hiding').selectAll().execute();
    expect(traces).toHaveLength(2);
    const wrong = { ...of, indicatorId: 'another', reason: 'x' };
    await expect(draft.house.write((db, now) => hideComment(db, wrong, now))).rejects.toBeInstanceOf(NotThere);
  });

  test('takes twenty remarks of one person a day, and goes on the next day', async () => {
    const draft = await startIndicator(await open());
    await discuss(draft);
    for (let turn = 0; turn < MOST_COMMENTS_A_DAY; turn++) await say(draft, 'resident', `Remarque ${turn}`);
    await expect(say(draft, 'resident', 'Une de plus')).rejects.toMatchObject({ reason: 'indicators.tooManyComments' });
    await say(draft, 'relay', 'Quelqu’un d’autre');
    draft.house.setClock(NOON + DAY);
    await say(draft, 'resident', 'Le lendemain');
  });
});

function discuss(draft: Draft) {
  const facts = { ...draft.as('member'), indicatorId: draft.indicatorId };
  return draft.house.write((db, now) => discussIndicator(db, facts, now));
}

function say(draft: Draft, part: Part, text: string, sentId?: string) {
  const by = { ...draft.as(part), accountId: draft.town.people[part].id };
  const said = { indicatorId: draft.indicatorId, language: 'fr', text, ...(sentId ? { sentId } : {}) };
  return draft.house.write((db, now) => commentOnIndicator(db, { ...by, ...said }, now));
}

function list(draft: Draft) {
  return listComments(draft.house.db, draft.territoryId, draft.indicatorId);
}
