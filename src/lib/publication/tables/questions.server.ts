import { countCriteria } from '#lib/definitions/criterion.server.ts';
import { listEveryQuestion } from '#lib/territory/question.server.ts';
import { GROUP_KINDS, POLARITIES } from '#lib/territory/tables.ts';
import { listNeighbourhoodNames } from '../names.server.ts';
import { publicTable, type Here } from '../table.ts';

/** Every wording of every question that was ever asked in the cycle. */
export const questions = publicTable(
  'questions',
  'definitions',
  {
    question_id: 'id',
    place: 'number',
    question_polarity: POLARITIES,
    form: ['plain', 'easy'],
    language: 'name',
    question: 'text',
  },
  async ({ db, territory, cycle }) => {
    const asked = await listEveryQuestion(db, territory.id, cycle.id);
    return asked.flatMap(({ id, position, polarity, texts }) =>
      texts.map(({ language, form, text }) => ({
        question_id: id,
        place: position,
        question_polarity: polarity,
        form,
        language,
        question: text,
      })),
    );
  },
);

/** The groups, with how many of their words anyone may read now: never how many were said. */
export const groups = publicTable(
  'groups',
  'definitions',
  {
    group_id: 'id',
    group: 'name',
    group_kind: GROUP_KINDS,
    stands_for: 'text',
    target_size: 'number',
    neighbourhood: 'name',
    published_words: 'number',
    meets: 'yes-no',
  },
  async (here) => {
    const neighbourhoods = await listNeighbourhoodNames(here);
    return Promise.all(
      (await listEveryGroup(here)).map(async (group) => ({
        group_id: group.id,
        group: group.name,
        group_kind: group.kind,
        stands_for: group.stands_for,
        target_size: group.target_size,
        neighbourhood: neighbourhoods.get(group.neighbourhood_id ?? '') ?? null,
        published_words: await countCriteria(here.db, here.territory.id, {
          cycleId: here.cycle.id,
          groupId: group.id,
        }),
        meets: group.retired_at === null,
      })),
    );
  },
);

function listEveryGroup({ db, territory, cycle }: Here) {
  return db
    .selectFrom('group')
    .selectAll()
    .where('territory_id', '=', territory.id)
    .where('cycle_id', '=', cycle.id)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
