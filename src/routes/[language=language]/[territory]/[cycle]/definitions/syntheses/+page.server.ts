import type { RequestEvent } from '@sveltejs/kit';
import { listValidated } from '#lib/definitions/synthesis.server.ts';
import { isInABody, mayPlanGathering } from '#lib/people/permission.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { admit } from '#routes/act.server.ts';
import { findParticipant, getPlace, type Place } from '#routes/place.server.ts';

/** At the end of the session groups see each other's visions: for those who took part and those who run the process. */
export async function load(event) {
  const place = await getPlace(event);
  const { territory, cycle, base } = place;
  const { person } = event.locals;
  const works = mayPlanGathering(person, territory.id) || isInABody(person, territory.id);
  if (!(await tookPart(event, place))) admit(event, works);
  const { db } = event.locals.house;
  const syntheses = await listValidated(db, territory.id, cycle.id);
  const groups = await listGroups(db, territory.id, cycle.id);
  const questions = await listQuestions(db, territory.id, cycle.id);
  return {
    base,
    questions: questions.map((question) => ({
      id: question.id,
      ...wordsOf(question, event.locals.language, territory.language),
    })),
    groups: groups.flatMap((group) => {
      const synthesis = syntheses.find((one) => one.groupId === group.id);
      return synthesis ? [{ id: group.id, name: group.name, synthesis }] : [];
    }),
  };
}

async function tookPart(event: RequestEvent<Record<string, string>>, { territory, cycle }: Place): Promise<boolean> {
  const participant = await findParticipant(event, territory);
  if (!participant) return false;
  const row = await event.locals.house.db
    .selectFrom('gathering_participant as guest')
    .innerJoin('gathering', (join) =>
      join.onRef('gathering.territory_id', '=', 'guest.territory_id').onRef('gathering.id', '=', 'guest.gathering_id'),
    )
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'gathering.territory_id').onRef('group.id', '=', 'gathering.group_id'),
    )
    .select('guest.gathering_id')
    .where('guest.territory_id', '=', territory.id)
    .where('guest.participant_id', '=', participant.id)
    .where('group.cycle_id', '=', cycle.id)
    .executeTakeFirst();
  return row !== undefined;
}
