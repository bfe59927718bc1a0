import type { Db } from '#lib/platform/tables.ts';
import type { IndicatorWords } from './draft.server.ts';
import { LEVEL_NUMBERS, type WordForm } from './tables.ts';

/** A version's words in exactly one language and form, to be edited; empty where there are none. */
export async function findIndicatorWords(
  db: Db,
  territoryId: string,
  versionId: string,
  language: string,
  form: WordForm,
): Promise<IndicatorWords> {
  const text = await db
    .selectFrom('indicator_text')
    .select(['name', 'question'])
    .where('territory_id', '=', territoryId)
    .where('indicator_version_id', '=', versionId)
    .where('language', '=', language)
    .where('form', '=', form)
    .executeTakeFirst();
  const levels = await db
    .selectFrom('indicator_level')
    .select(['level', 'text'])
    .where('territory_id', '=', territoryId)
    .where('indicator_version_id', '=', versionId)
    .where('language', '=', language)
    .where('form', '=', form)
    .execute();
  return {
    language,
    form,
    name: text?.name ?? '',
    question: text?.question ?? '',
    levels: LEVEL_NUMBERS.map((level) => levels.find((one) => one.level === level)?.text ?? ''),
  };
}
