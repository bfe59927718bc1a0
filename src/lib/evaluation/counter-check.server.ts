import type { Db } from '#lib/platform/tables.ts';
import { NOT_STATED } from './disclosure-block.ts';

export interface Miscount {
  readonly territoryId: string;
  readonly what: string;
  readonly counted: number;
  readonly found: number;
}

/** Compares the counters of answers and of participation with the answers themselves. @returns what differs */
export async function checkCounters(db: Db): Promise<Miscount[]> {
  return [...(await checkAnswers(db)), ...(await checkParticipation(db))];
}

async function checkAnswers(db: Db): Promise<Miscount[]> {
  const counted = await db.selectFrom('answer_count').selectAll().execute();
  const facts = await db
    .selectFrom('answer')
    .innerJoin('respondent', (join) =>
      join
        .onRef('respondent.territory_id', '=', 'answer.territory_id')
        .onRef('respondent.id', '=', 'answer.respondent_id'),
    )
    .select(['answer.territory_id', 'answer.round_id', 'answer.indicator_version_id', 'answer.answer'])
    .select(['respondent.group_id', 'respondent.neighbourhood_id', 'respondent.age_band', 'respondent.release'])
    .select((e) => e.fn.countAll<number>().as('people'))
    .groupBy(['answer.territory_id', 'answer.round_id', 'answer.indicator_version_id', 'answer.answer'])
    .groupBy(['respondent.group_id', 'respondent.neighbourhood_id', 'respondent.age_band', 'respondent.release'])
    .execute();
  const key = (row: (typeof facts)[number] | (typeof counted)[number]) =>
    [
      row.territory_id,
      row.round_id,
      row.indicator_version_id,
      row.group_id ?? NOT_STATED,
      row.neighbourhood_id ?? NOT_STATED,
      row.age_band ?? NOT_STATED,
      row.release,
      row.answer,
    ].join(' ');
  const found = new Map(facts.map((row) => [key(row), Number(row.people)]));
  const kept = new Map(counted.map((row) => [key(row), row.people]));
  return [...new Set([...found.keys(), ...kept.keys()])].flatMap((cell) => {
    const [territoryId = ''] = cell.split(' ');
    return differing(territoryId, `answer_count ${cell}`, kept.get(cell) ?? 0, found.get(cell) ?? 0);
  });
}

async function checkParticipation(db: Db): Promise<Miscount[]> {
  const counted = await db.selectFrom('participation_count').selectAll().execute();
  const facts = await db
    .selectFrom('answer')
    .select(['territory_id', 'round_id'])
    .select((e) => e.fn.count<number>('respondent_id').distinct().as('people'))
    .groupBy(['territory_id', 'round_id'])
    .execute();
  return counted.flatMap((row) => {
    const found = facts.find((one) => one.territory_id === row.territory_id && one.round_id === row.round_id);
    return differing(row.territory_id, `participation_count ${row.round_id}`, row.people, Number(found?.people ?? 0));
  });
}

function differing(territoryId: string, what: string, counted: number, found: number): Miscount[] {
  return counted === found ? [] : [{ territoryId, what, counted, found }];
}
