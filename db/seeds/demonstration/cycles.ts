import { carryIndicators } from '#lib/indicators/carry.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { createCycle, type Calendar } from '#lib/territory/cycle.server.ts';
import { createGroup, listGroups } from '#lib/territory/group.server.ts';
import { addQuestion, listQuestions } from '#lib/territory/question.server.ts';
import { setStatements } from '#lib/territory/statement.server.ts';
import { startCycle } from '#lib/territory/start-cycle.server.ts';
import { groups } from './content/groups.ts';
import { processStatements } from './content/process-review.ts';
import { cycles, questions } from './content/territory.ts';
import type { Cycle, CycleKey, GroupKey } from './content/types.ts';
import { actorOf, at, dayIn, decide, idOf, type Story } from './story.ts';

/** The group of the rainbow, where the groups' representatives cross what was said. */
export const RAINBOW = 'rainbow';

/** The first cycle: its questions, its groups, the sentences of its review. */
export async function tellFirstCycle(story: Story): Promise<void> {
  const cycle = cycleOf('2025');
  const { territoryId } = story;
  const actor = actorOf(story, 'coordinator');
  const now = at(story, cycle.opened);
  const facts = { territoryId, name: cycle.name, purpose: cycle.purpose, periods: calendarOf(story, cycle), actor };
  const { id: cycleId } = await createCycle(story.db, facts, now);
  story.cycles.set('2025', cycleId);
  for (const question of questions) {
    const wordings = (form: 'plain' | 'easy', texts: Readonly<Partial<Record<string, string>>>) =>
      Object.entries(texts).map(([language, text]) => ({ language, form, text: text ?? '' }));
    const texts = [...wordings('plain', question.text), ...wordings('easy', question.easy)];
    await addQuestion(story.db, { territoryId, cycleId, polarity: question.polarity, texts, actor }, now);
  }
  await tellGroups(story, cycleId, now);
  const statements = processStatements.map(({ text }) =>
    Object.entries(text).map(([language, words]) => ({ language, text: words })),
  );
  await setStatements(story.db, { territoryId, cycleId, statements, actor }, now);
  await remember(story, '2025', cycleId);
}

async function tellGroups(story: Story, cycleId: string, now: number): Promise<void> {
  const place = { territoryId: story.territoryId, cycleId, actor: actorOf(story, 'coordinator') };
  for (const group of groups) {
    const facts = {
      kind: 'homogeneous' as const,
      name: group.name,
      standsFor: group.standsFor,
      targetSize: group.people,
      neighbourhoodId: group.neighbourhood === undefined ? null : idOf(story.neighbourhoods, group.neighbourhood),
    };
    await createGroup(story.db, { ...place, ...facts }, now);
  }
  const rainbow = {
    kind: 'rainbow' as const,
    name: 'Groupe arc-en-ciel',
    standsFor: 'Une personne de chaque groupe : elles croisent ce qui a été dit.',
    targetSize: groups.length,
    neighbourhoodId: null,
  };
  await createGroup(story.db, { ...place, ...rainbow }, now);
}

/** The end of the first cycle, and the second one made from it. */
export async function tellSecondCycle(story: Story): Promise<void> {
  const { territoryId } = story;
  const actor = actorOf(story, 'coordinator');
  const [first, second] = [cycleOf('2025'), cycleOf('2026')];
  const previousCycleId = idOf(story.cycles, '2025');
  await decide(story, 'cycle-1-closed', previousCycleId);
  await closeCycle(story.db, { territoryId, cycleId: previousCycleId, actor }, at(story, first.closed ?? 0, '22:00'));
  const periods = calendarOf(story, second);
  const { name, purpose } = second;
  const facts = { territoryId, id: randomId(), name, purpose, periods, previousCycleId, actor };
  const now = at(story, second.opened);
  const { id: cycleId } = await startCycle(story.db, facts, now);
  await carryIndicators(story.db, { territoryId, fromCycleId: previousCycleId, toCycleId: cycleId, actor }, now);
  await remember(story, '2026', cycleId);
}

function cycleOf(key: CycleKey): Cycle {
  return there(
    cycles.find((cycle) => cycle.key === key),
    `cycle ${key}`,
  );
}

function calendarOf(story: Story, cycle: Cycle): Calendar {
  const periods = cycle.steps.map(({ step, from, until }) => [
    step,
    { opensOn: dayIn(story, from), closesOn: until === undefined ? null : dayIn(story, until) },
  ]);
  return Object.fromEntries(periods) as Calendar;
}

async function remember(story: Story, key: CycleKey, cycleId: string): Promise<void> {
  story.cycles.set(key, cycleId);
  for (const question of await listQuestions(story.db, story.territoryId, cycleId)) {
    story.questions.set(`${key} ${question.polarity}`, question.id);
  }
  for (const row of await listGroups(story.db, story.territoryId, cycleId)) {
    const group: GroupKey | typeof RAINBOW = groups.find((one) => one.name === row.name)?.key ?? RAINBOW;
    story.groups.set(`${key} ${group}`, row.id);
  }
}
