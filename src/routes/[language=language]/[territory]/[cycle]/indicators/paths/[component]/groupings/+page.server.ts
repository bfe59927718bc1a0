import { redirect } from '@sveltejs/kit';
import { listPlacedCriteria } from '#lib/indicators/criterion-words.server.ts';
import { dissolveForm, extendForm, groupingForm, memberForm, wordingForm } from '#lib/indicators/grouping.form.ts';
import { listGroupings, listGroupingSteps } from '#lib/indicators/grouping-list.server.ts';
import { addToGrouping, markMinority, removeFromGrouping } from '#lib/indicators/grouping-member.server.ts';
import { createGrouping, dissolveGrouping, wordGrouping } from '#lib/indicators/grouping.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { act } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { workOnComponent } from '../path.server.ts';

export async function load(event) {
  const working = await orNotFound(workOnComponent(event));
  const { territory, cycle, component, viewer, of } = working;
  const { db } = event.locals.house;
  const groupings = await listGroupings(db, of, viewer);
  const placed = await listPlacedCriteria(db, of, viewer);
  return {
    base: working.base,
    open: working.open,
    timeZone: territory.time_zone,
    component: { code: component.code, name: component.name },
    groups: (await listGroups(db, territory.id, cycle.id)).map(({ id, name }) => ({ value: id, label: name })),
    groupings: await Promise.all(
      groupings.map(async (grouping) => ({
        ...grouping,
        steps: await listGroupingSteps(db, territory.id, grouping.id),
      })),
    ),
    // One that was sorted elsewhere since still belongs to its grouping, and is shown with it as such.
    free: placed.filter((one) => one.groupingId === null),
    sentId: randomId(),
  };
}

export const actions = {
  create: act(groupingForm, async ({ event, facts, write }) => {
    const { of, territory, viewer } = await workOnComponent(event);
    const { group, ...said } = facts;
    const by = { groupId: group ?? null, language: territory.language, viewer };
    await write((db, now) => createGrouping(db, { ...of, ...said, ...by }, now));
    redirect(303, event.url.pathname);
  }),
  word: act(wordingForm, async ({ event, facts, write }) => {
    const { of, territory } = await workOnComponent(event);
    const said = { groupingId: facts.grouping, language: territory.language, text: facts.text };
    await write((db, now) => wordGrouping(db, { ...of, ...said }, now));
    redirect(303, event.url.pathname);
  }),
  extend: act(extendForm, async ({ event, facts, write }) => {
    const { of, viewer } = await workOnComponent(event);
    const { grouping, criterionIds } = facts;
    await write((db, now) => addToGrouping(db, { ...of, groupingId: grouping, criterionIds, viewer }, now));
    redirect(303, event.url.pathname);
  }),
  remove: act(memberForm, async ({ event, facts, write }) => {
    const { of, viewer } = await workOnComponent(event);
    const one = { groupingId: facts.grouping, criterionId: facts.criterion, viewer };
    await write((db, now) => removeFromGrouping(db, { ...of, ...one }, now));
    redirect(303, event.url.pathname);
  }),
  minority: act(memberForm, async ({ event, facts, write }) => {
    const { of, viewer } = await workOnComponent(event);
    const one = { groupingId: facts.grouping, criterionId: facts.criterion, minority: true, viewer };
    await write((db, now) => markMinority(db, { ...of, ...one }, now));
    redirect(303, event.url.pathname);
  }),
  majority: act(memberForm, async ({ event, facts, write }) => {
    const { of, viewer } = await workOnComponent(event);
    const one = { groupingId: facts.grouping, criterionId: facts.criterion, minority: false, viewer };
    await write((db, now) => markMinority(db, { ...of, ...one }, now));
    redirect(303, event.url.pathname);
  }),
  dissolve: act(dissolveForm, async ({ event, facts, write }) => {
    const { of } = await workOnComponent(event);
    await write((db, now) => dissolveGrouping(db, { ...of, groupingId: facts.grouping }, now));
    redirect(303, event.url.pathname);
  }),
};
