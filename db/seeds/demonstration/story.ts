import type { Actor } from '#lib/platform/journal.server.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { dayAfter, dayOf, momentOf } from '#lib/platform/time.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { decisions } from './content/decisions.ts';
import { territory } from './content/territory.ts';
import type { AccountKey, BodyKey, CycleKey, Day, Hour } from './content/types.ts';

/** What the telling of the demonstration knows so far: who and what there is, under which id. */
export interface Story {
  readonly db: Db;
  /** The day on which it is told: day 0 of the content. `YYYY-MM-DD`. */
  readonly today: string;
  territoryId: string;
  readonly accounts: Map<AccountKey, string>;
  readonly bodies: Map<BodyKey, string>;
  readonly neighbourhoods: Map<string, string>;
  readonly cycles: Map<CycleKey, string>;
  /** By `cycle question`, `cycle group`, note key, `note#n`, indicator key, …: each kind in a map of its own. */
  readonly questions: Map<string, string>;
  readonly groups: Map<string, string>;
  readonly criteria: Map<string, string>;
  /** Indicator key → its id and its frozen version. */
  readonly indicators: Map<string, { id: string; versionId: string }>;
  readonly rounds: Map<string, string>;
  readonly objectives: Map<string, string>;
  readonly proposals: Map<string, string>;
  readonly actors: Map<string, string>;
  readonly actions: Map<string, string>;
}

export function beginStory(db: Db, now: number): Story {
  return {
    db,
    today: dayOf(now, territory.timeZone),
    territoryId: '',
    accounts: new Map(),
    bodies: new Map(),
    neighbourhoods: new Map(),
    cycles: new Map(),
    questions: new Map(),
    groups: new Map(),
    criteria: new Map(),
    indicators: new Map(),
    rounds: new Map(),
    objectives: new Map(),
    proposals: new Map(),
    actors: new Map(),
    actions: new Map(),
  };
}

/** The calendar day of a day of the content. */
export function dayIn(story: Story, day: Day): string {
  return dayAfter(story.today, day);
}

/** The moment of a day and hour of the content. */
export function at(story: Story, day: Day, hour: Hour = '10:00'): number {
  return momentOf(dayIn(story, day), territory.timeZone, hour);
}

/** The id of something that the story must have told before. */
export function idOf<K extends string>(ids: ReadonlyMap<K, string>, key: K): string {
  return there(ids.get(key), key);
}

export function actorOf(story: Story, account: AccountKey): Actor & { id: string } {
  return { kind: 'account', id: idOf(story.accounts, account) };
}

/**
 * One of the decisions of the content, taken on one subject: recorded by one member, confirmed by another.
 * @param title where one decision of the content stands for several subjects, what this one is about
 */
export async function decide(story: Story, key: string, subjectId: string | null, title?: string): Promise<void> {
  const decision = there(
    decisions.find((one) => one.key === key),
    `decision ${key}`,
  );
  const [first, second] = [actorOf(story, 'member-resident'), actorOf(story, 'member-association')];
  const now = at(story, decision.day, '20:00');
  const decisionId = await recordDecision(
    story.db,
    {
      territoryId: story.territoryId,
      bodyId: idOf(story.bodies, subjectId === null ? decision.body : 'coordination'),
      decidedOn: dayIn(story, decision.day),
      title: title ?? decision.title,
      text: decision.text,
      purpose: (subjectId === null ? 'general' : decision.purpose) satisfies Purpose,
      subjectId,
      tally: { inFavour: decision.inFavour, against: decision.against, abstained: decision.abstained },
      dissent: decision.dissent ?? '',
      actor: first,
    },
    now,
  );
  if (subjectId === null && decision.body !== 'coordination') return;
  await confirmDecision(
    story.db,
    { territoryId: story.territoryId, decisionId, accountId: second.id, actor: second },
    now + 60_000,
  );
}
