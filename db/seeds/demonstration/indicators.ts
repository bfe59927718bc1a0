import { findSynthesis, validateSynthesis, writeSynthesis } from '#lib/definitions/synthesis.server.ts';
import { adoptIndicator, discussIndicator } from '#lib/indicators/adoption.server.ts';
import { classifyCriteria } from '#lib/indicators/classification.server.ts';
import { commentOnIndicator } from '#lib/indicators/comment.server.ts';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import { createGrouping } from '#lib/indicators/grouping.server.ts';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { writeProposition } from '#lib/indicators/proposition.server.ts';
import { EVERYTHING } from '#lib/indicators/visible.server.ts';
import { there } from '#lib/platform/refusal.ts';
import { starterGrid } from '../starter-grid/grid.ts';
import type { Indicator, PathWords } from './content/evaluation-types.ts';
import { groupings } from './content/groupings.ts';
import { indicators } from './content/indicators.ts';
import { notes } from './content/notes.ts';
import { syntheses } from './content/synthesis.ts';
import type { CycleKey, Day, Note, Reading, Sense } from './content/types.ts';
import { RAINBOW } from './cycles.ts';
import { actorOf, at, dayIn, decide, idOf, type Story } from './story.ts';

/** Each group's synthesis, read back to it and validated, then the territory's. */
export async function tellSyntheses(story: Story, cycle: CycleKey, day: Day): Promise<void> {
  const { id: accountId } = actorOf(story, 'facilitator-tanneurs');
  const { territoryId } = story;
  for (const synthesis of syntheses.filter((one) => one.cycle === cycle)) {
    const groupId = idOf(story.groups, `${cycle} ${synthesis.by === 'rainbow' ? RAINBOW : synthesis.by}`);
    const apart = synthesis.keptApart === undefined ? '' : `\n\n${synthesis.keptApart}`;
    const parts = { [idOf(story.questions, `${cycle} well-being`)]: synthesis.text + apart };
    const facts = { territoryId, groupId, language: 'fr', parts, revision: 0, accountId };
    await writeSynthesis(story.db, facts, at(story, (synthesis.validation?.day ?? day) - 3));
    if (!synthesis.validation) continue;
    const written = there(await findSynthesis(story.db, territoryId, groupId), 'synthesis');
    const { day: on, present } = synthesis.validation;
    await validateSynthesis(
      story.db,
      {
        territoryId,
        groupId,
        synthesisId: written.id,
        revision: written.revision,
        on: dayIn(story, on),
        present,
        accountId,
      },
      at(story, on, '18:00'),
    );
  }
}

export async function tellGrid(story: Story, day: Day): Promise<void> {
  const facts = {
    territoryId: story.territoryId,
    cycleId: idOf(story.cycles, '2025'),
    actor: actorOf(story, 'coordinator'),
  };
  await copyGrid(story.db, { ...facts, grid: starterGrid }, at(story, day));
}

/** Every approved note in its component, sense and polarity; those that say the same under one wording. */
export async function tellSorting(story: Story, cycle: CycleKey, day: Day): Promise<void> {
  const place = {
    territoryId: story.territoryId,
    cycleId: idOf(story.cycles, cycle),
    actor: actorOf(story, 'facilitator-filature'),
  };
  const coded = notes
    .filter((note) => note.cycle === cycle)
    .flatMap(codingsOf)
    .filter(({ key }) => story.criteria.has(key));
  const together = Map.groupBy(coded, ({ component, sense, polarity }) => `${component} ${sense} ${polarity}`);
  for (const same of together.values()) {
    const { component: code, sense, polarity } = there(same[0], 'coding');
    const criteria = same.map(({ key }) => ({ criterionId: idOf(story.criteria, key) }));
    await classifyCriteria(story.db, { ...place, criteria, code, sense, polarity, viewer: EVERYTHING }, at(story, day));
  }
  await tellGroupings(story, cycle, day);
}

interface Coding extends Reading {
  readonly key: string;
  readonly polarity: Note['question'];
}

function codingsOf(note: Note): Coding[] {
  if (note.splitInto) {
    return note.splitInto.map((part, index) => ({ ...part, key: `${note.key}#${index + 1}` }));
  }
  if (!note.component || !note.sense) return [];
  return [{ key: note.key, component: note.component, sense: note.sense, polarity: note.polarity ?? note.question }];
}

async function tellGroupings(story: Story, cycle: CycleKey, day: Day): Promise<void> {
  const place = {
    territoryId: story.territoryId,
    cycleId: idOf(story.cycles, cycle),
    actor: actorOf(story, 'facilitator-filature'),
  };
  for (const grouping of groupings.filter((one) => one.cycle === cycle)) {
    const facts = {
      componentId: await componentId(story, cycle, grouping.component),
      sense: grouping.sense,
      polarity: grouping.polarity,
      groupId: grouping.by === 'rainbow' ? null : idOf(story.groups, `${cycle} ${grouping.by}`),
      criterionIds: grouping.criteria.map((key) => idOf(story.criteria, key)),
      language: 'fr',
      text: grouping.wording,
      viewer: EVERYTHING,
    };
    await createGrouping(story.db, { ...place, ...facts }, at(story, day, '16:00'));
  }
}

async function componentId(story: Story, cycle: CycleKey, code: string): Promise<string> {
  const facts = { territoryId: story.territoryId, cycleId: idOf(story.cycles, cycle), code };
  return there(await findComponentByCode(story.db, facts), code).id;
}

/** The progress paths and the indicators made of them, discussed; the adopted ones frozen by a decision. */
export async function tellIndicators(story: Story, cycle: CycleKey, day: Day): Promise<void> {
  for (const indicator of indicators.filter((one) => one.cycle === cycle)) {
    const { id, versionId } = await tellIndicator(story, indicator, day);
    story.indicators.set(indicator.key, { id, versionId });
  }
}

async function tellIndicator(story: Story, indicator: Indicator, day: Day) {
  const { territoryId } = story;
  const actor = actorOf(story, 'facilitator-filature');
  const place = { territoryId, cycleId: idOf(story.cycles, indicator.cycle), actor };
  const component = await componentId(story, indicator.cycle, indicator.component);
  await tellPropositions(story, indicator, component, day);
  const { name, question } = indicator.fr;
  const direction = 'higher-is-better' as const;
  const facts = { ...place, componentId: component, direction, language: 'fr', name, question };
  const made = await createIndicator(story.db, facts, at(story, day, '11:00'));
  const word = (language: string, form: 'plain' | 'easy', words: PathWords) =>
    wordIndicator(story.db, wordsFor(territoryId, made.id, actor, language, form, words), at(story, day, '11:30'));
  await word('fr', 'plain', indicator.fr);
  await word('en', 'plain', indicator.en);
  if (indicator.easy) await word('fr', 'easy', indicator.easy);
  await discussIndicator(story.db, { territoryId, indicatorId: made.id, actor }, at(story, day + 1));
  await tellDiscussion(story, indicator, made.id);
  if (indicator.status !== 'adopted' || indicator.adoptedBy === undefined) return made;
  await decide(story, indicator.adoptedBy, made.versionId, `Adopter l’indicateur « ${name} »`);
  const adopter = actorOf(story, 'member-resident');
  const adopted = at(story, -668, '21:00');
  const versionId = await adoptIndicator(story.db, { territoryId, indicatorId: made.id, actor: adopter }, adopted);
  return { id: made.id, versionId };
}

async function tellPropositions(story: Story, indicator: Indicator, component: string, day: Day): Promise<void> {
  const place = {
    territoryId: story.territoryId,
    cycleId: idOf(story.cycles, indicator.cycle),
    actor: actorOf(story, 'facilitator-filature'),
  };
  for (const [sense, text] of Object.entries(indicator.propositions) as [Sense, string | null][]) {
    if (text === null) continue;
    const criterionIds = notes
      .filter((note) => note.cycle === indicator.cycle)
      .flatMap(codingsOf)
      .filter(
        (one) => one.component === indicator.component && one.sense === sense && one.polarity !== 'responsibility',
      )
      .flatMap(({ key }) => story.criteria.get(key) ?? []);
    const facts = { ...place, componentId: component, sense, language: 'fr', text, criterionIds, viewer: EVERYTHING };
    await writeProposition(story.db, facts, at(story, day));
  }
}

function wordsFor(
  territoryId: string,
  indicatorId: string,
  actor: ReturnType<typeof actorOf>,
  language: string,
  form: 'plain' | 'easy',
  { name, question, levels }: PathWords,
) {
  return { territoryId, indicatorId, actor, language, form, name, question, levels: levels.map((text) => text ?? '') };
}

/** What was said about an indicator, under the account of whoever carried it into the discussion. */
async function tellDiscussion(story: Story, indicator: Indicator, indicatorId: string): Promise<void> {
  const actor = actorOf(story, 'member-association');
  const place = { territoryId: story.territoryId, cycleId: idOf(story.cycles, indicator.cycle), actor };
  for (const { day, from, text } of indicator.discussion) {
    const facts = { ...place, indicatorId, accountId: actor.id, language: 'fr', text: `${from} : ${text}` };
    await commentOnIndicator(story.db, facts, at(story, day, '20:30'));
  }
}
