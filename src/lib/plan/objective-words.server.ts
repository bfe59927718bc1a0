import { listIndicatorWords, type AskedIndicator } from '#lib/evaluation/asked.server.ts';
import type { Level } from '#lib/evaluation/distribution.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listObjectives, type Objective } from './objective.server.ts';

/** An objective in the words of its indicator. */
export interface ObjectiveWords {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly forWhom: string;
  /** `YYYY-MM-DD` */
  readonly byDay: string;
  readonly agreed: boolean;
  readonly indicator: AskedIndicator;
  readonly from: Situation;
  readonly to: Situation;
}

export interface Situation {
  readonly level: Level;
  /** Empty where nobody has worded it. */
  readonly text: string;
  readonly lang: string;
}

interface Wanted {
  readonly territoryId: string;
  readonly language: string;
  readonly fallback: string;
}

/** A cycle's objectives in somebody's language, or else the territory's, by the day they are due. */
export async function listObjectiveWords(db: Db, facts: Wanted & { cycleId: string }): Promise<ObjectiveWords[]> {
  return describeObjectives(db, facts, await listObjectives(db, facts.territoryId, facts.cycleId));
}

export async function describeObjectives(
  db: Db,
  facts: Wanted,
  objectives: readonly Objective[],
): Promise<ObjectiveWords[]> {
  const versionIds = [...new Set(objectives.map((objective) => objective.indicator_version_id))];
  const indicators = await listIndicatorWords(db, { ...facts, versionIds });
  return objectives.flatMap((objective) => {
    const indicator = indicators.find((one) => one.versionId === objective.indicator_version_id);
    return indicator ? [wordsOf(objective, indicator)] : [];
  });
}

function wordsOf(objective: Objective, indicator: AskedIndicator): ObjectiveWords {
  const situation = (level: number): Situation =>
    indicator.situations.find((one) => one.level === level) ?? {
      level: level as Level,
      text: '',
      lang: indicator.language,
    };
  return {
    id: objective.id,
    title: objective.title,
    why: objective.why,
    forWhom: objective.for_whom,
    byDay: objective.by_day,
    agreed: objective.agreed_at !== null,
    indicator,
    from: situation(objective.from_level),
    to: situation(objective.to_level),
  };
}
