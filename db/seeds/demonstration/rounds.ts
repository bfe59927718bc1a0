import { beginAnswers, rateIndicators, senderOf } from '#lib/evaluation/answer.server.ts';
import { agreeLevel } from '#lib/evaluation/group-evaluation.server.ts';
import { attachSeries, putValue } from '#lib/evaluation/measure.server.ts';
import { prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { endRound, openRound } from '#lib/evaluation/round.server.ts';
import { orderSurvey } from '#lib/evaluation/survey-order.ts';
import type { KeptAnswer } from '#lib/evaluation/tables.ts';
import { there } from '#lib/platform/refusal.ts';
import { weights } from './content/distributions.ts';
import type { DeclaredGroup, Respondents, Round, RoundKey } from './content/evaluation-types.ts';
import { groupEvaluations } from './content/group-evaluations.ts';
import { adoptedIndicators } from './content/indicators.ts';
import { measures } from './content/measures.ts';
import { quickRound, rounds } from './content/rounds.ts';
import type { AgeBand, NeighbourhoodKey } from './content/types.ts';
import { drawn } from './chance.ts';
import { actorOf, at, dayIn, decide, idOf, type Story } from './story.ts';

/** One person who answers, as the content counts them. */
interface Answering {
  readonly name: string;
  readonly group: DeclaredGroup;
  readonly neighbourhood: NeighbourhoodKey | undefined;
  readonly age: AgeBand | undefined;
  readonly onPaper: boolean;
}

/** A round from its decision to its release. */
export async function tellRound(story: Story, key: RoundKey): Promise<void> {
  const round = there(
    rounds.find((one) => one.key === key),
    key,
  );
  const actor = actorOf(story, 'coordinator');
  const place = { territoryId: story.territoryId, cycleId: idOf(story.cycles, round.cycle), actor };
  const roundId = await prepareRound(
    story.db,
    {
      ...place,
      name: round.name,
      closesOn: dayIn(story, round.closed),
      officialReading: round.officialReading,
      drawnByLot: false,
      versionIds: adoptedIndicators.map((one) => versionOf(story, one.key)),
    },
    at(story, round.opened - 5),
  );
  story.rounds.set(key, roundId);
  await decide(story, round.openedBy, roundId);
  await openRound(story.db, { ...place, roundId }, at(story, round.opened, '08:00'));
  await tellAnswers(story, round, roundId);
  await tellGroupLevels(story, round, roundId);
  await decide(story, round.closedBy, roundId);
  const closed = at(story, round.closed, '22:00');
  const ended = await endRound(story.db, { ...place, roundId }, closed);
  const prepared = await prepareResults(story.db, ended);
  await publishResults(story.db, prepared, closed);
}

/** The round that is under way: from its decision to its first answers. */
export async function tellQuickRound(story: Story): Promise<void> {
  const { name, opened, closes, officialReading, indicators, respondents, neighbourhood } = quickRound;
  const { territoryId } = story;
  const actor = actorOf(story, 'coordinator');
  const place = { territoryId, cycleId: idOf(story.cycles, quickRound.cycle), actor };
  const versionIds = indicators.map((one) => versionOf(story, one));
  const facts = { ...place, name, closesOn: dayIn(story, closes), officialReading, drawnByLot: false, versionIds };
  const roundId = await prepareRound(story.db, facts, at(story, opened - 2));
  await decide(story, quickRound.openedBy, roundId);
  await openRound(story.db, { ...place, roundId }, at(story, opened, '08:00'));
  const tendency = there(
    rounds.find((one) => one.key === quickRound.tendency),
    quickRound.tendency,
  );
  const profile = { groupId: null, neighbourhoodId: idOf(story.neighbourhoods, neighbourhood), ageBand: null };
  for (let number = 0; number < respondents; number++) {
    const person = { name: `${quickRound.key} ${number}`, group: 'none' } as const;
    const answering = { territoryId, roundId, sender: senderOf(person.name, roundId) };
    const now = at(story, opened + 1 + (number % (-opened - 1)));
    await beginAnswers(story.db, { ...answering, profile, source: 'online' }, now);
    const answers = indicators.map((one) => [versionOf(story, one), answerOf(tendency, person, one)] as const);
    await rateIndicators(story.db, { ...answering, answers: new Map(answers) }, now);
  }
}

async function tellAnswers(story: Story, round: Round, roundId: string): Promise<void> {
  const people = Object.entries(round.respondents).flatMap(([group, counted]) =>
    listPeople(round.key, group as DeclaredGroup, counted),
  );
  for (const [number, person] of people.entries()) {
    const sender = senderOf(`${round.key} ${person.name}`, roundId);
    const facts = { territoryId: story.territoryId, roundId, sender };
    const profile = {
      groupId: person.group === 'none' ? null : idOf(story.groups, `${round.cycle} ${person.group}`),
      neighbourhoodId: person.neighbourhood === undefined ? null : idOf(story.neighbourhoods, person.neighbourhood),
      ageBand: person.age ?? null,
    };
    const now = at(story, round.opened + 1 + (number % Math.max(1, round.closed - round.opened - 2)));
    await beginAnswers(story.db, { ...facts, profile, source: person.onPaper ? 'paper' : 'online' }, now);
    await rateIndicators(story.db, { ...facts, answers: answersOf(story, round, person, number) }, now);
  }
}

/** As many people as the content counts, with its shares of neighbourhood, age and paper. */
function listPeople(round: RoundKey, group: DeclaredGroup, counted: Respondents): Answering[] {
  const spread = <T extends string>(shares: Readonly<Record<T, number>>): T[] =>
    (Object.entries(shares) as [T, number][]).flatMap(([value, number]) => new Array<T>(number).fill(value));
  const neighbourhoods = mixed(spread(counted.neighbourhood), `${round} ${group} place`);
  const ages = mixed(spread(counted.ageBand), `${round} ${group} age`);
  const channels = mixed(spread(counted.channel), `${round} ${group} channel`);
  return Array.from({ length: counted.total }, (_, number) => ({
    name: `${group} ${number}`,
    group,
    neighbourhood: neighbourhoods[number],
    age: ages[number],
    onPaper: channels[number] === 'paper',
  }));
}

/** The same list in an order that depends on the words alone. */
function mixed<T>(list: readonly T[], words: string): T[] {
  return list
    .map((value, place) => ({ value, rank: drawn(`${words} ${place}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

/** What one person answers: as many blocks as they go on to, in their own order. */
function answersOf(story: Story, round: Round, person: Answering, number: number): Map<string, KeptAnswer> {
  const blocks = orderSurvey(
    adoptedIndicators.map((one) => one.key),
    number,
  );
  const patience = drawn(`${round.key} ${person.name} goes on`);
  const met = blocks.filter((_, block) => patience < (round.goingOn[block] ?? 0)).flat();
  return new Map(met.map((indicator) => [versionOf(story, indicator), answerOf(round, person, indicator)] as const));
}

function answerOf(round: Round, person: Pick<Answering, 'name' | 'group'>, indicator: string): KeptAnswer {
  const few = round.fewAnswers.find((one) => one.indicator === indicator && one.group === person.group);
  const place = Number(person.name.split(' ').at(-1));
  if (few && place >= few.answers) return 'not-concerned';
  const tendency = there(weights[indicator]?.[person.group][round.key], `${indicator} ${person.group}`);
  const known = few ? tendency.slice(0, 5) : tendency;
  let mark = drawn(`${round.key} ${person.name} ${indicator}`) * known.reduce((sum, weight) => sum + weight, 0);
  const found = known.findIndex((weight) => (mark -= weight) < 0);
  return ANSWERS[found] ?? '3';
}

const ANSWERS = ['1', '2', '3', '4', '5', 'dont-know', 'not-concerned'] as const;

async function tellGroupLevels(story: Story, round: Round, roundId: string): Promise<void> {
  for (const [place, one] of groupEvaluations.filter((agreed) => agreed.round === round.key).entries()) {
    const facts = {
      territoryId: story.territoryId,
      roundId,
      groupId: idOf(story.groups, `${round.cycle} ${one.group}`),
      versionId: versionOf(story, one.indicator),
      level: one.level,
      reasons: one.reasons,
      dissent: one.dissent ?? '',
      actor: actorOf(story, 'facilitator-filature'),
    };
    await agreeLevel(story.db, facts, at(story, round.opened + 3 + place, '19:30'));
  }
}

/** The measured series, from their oldest value to the newest. */
export async function tellMeasures(story: Story): Promise<void> {
  const actor = actorOf(story, 'coordinator');
  const { territoryId } = story;
  for (const measure of measures) {
    const indicatorId = there(story.indicators.get(measure.indicator), measure.indicator).id;
    const { name, unit, source, direction, thresholds } = measure;
    const facts = { territoryId, indicatorId, name, unit, source, direction, passages: thresholds, actor };
    const seriesId = await attachSeries(story.db, facts, at(story, -250));
    // A year's figure is there once the year is over.
    const year = Number(dayIn(story, -250).slice(0, 4)) - 1;
    for (const { yearsAgo, value } of measure.values) {
      const day = `${year - yearsAgo}-12-31`;
      await putValue(story.db, { territoryId, seriesId, day, value, actor }, at(story, -250, '11:00'));
    }
  }
}

function versionOf(story: Story, indicator: string): string {
  return there(story.indicators.get(indicator), indicator).versionId;
}
