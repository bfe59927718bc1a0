import { redirect } from '@sveltejs/kit';
import { listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { agreedForm } from '#lib/evaluation/group-evaluation.form.ts';
import { agreeLevel, listGroupEvaluations } from '#lib/evaluation/group-evaluation.server.ts';
import { listAsked, stateOf } from '#lib/evaluation/round.server.ts';
import type { Level } from '#lib/evaluation/distribution.ts';
import { mayPlanGathering } from '#lib/people/permission.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { act, actorOf, allow, requireAccount } from '#routes/act.server.ts';
import { getRoundHere } from '../here.server.ts';

export async function load(event) {
  requireAccount(event);
  const { territory, cycle, base, round, here } = await getRoundHere(event);
  allow(mayPlanGathering(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const groups = await listGroups(db, territory.id, cycle.id);
  const group = groups.find((one) => one.id === event.url.searchParams.get('group'));
  const agreed = await listGroupEvaluations(db, territory.id, round.id);
  return {
    base,
    here,
    round: { id: round.id, name: round.name },
    saved: event.url.searchParams.get('saved'),
    isOpen: stateOf(round) === 'open',
    groups: groups.map(({ id, name }) => ({ value: id, label: name })),
    group: group && { id: group.id, name: group.name },
    agreed: agreed.filter((one) => one.group_id === group?.id),
    indicators: await listIndicatorWords(db, {
      territoryId: territory.id,
      versionIds: await listAsked(db, territory.id, round.id),
      language: event.locals.language,
      fallback: territory.language,
    }),
  };
}

export const actions = {
  default: act(agreedForm, async ({ event, facts, write }) => {
    requireAccount(event);
    const { territory, round, here } = await getRoundHere(event);
    allow(mayPlanGathering(event.locals.person, territory.id));
    await write((db, now) =>
      agreeLevel(
        db,
        {
          territoryId: territory.id,
          roundId: round.id,
          groupId: facts.group,
          versionId: facts.version,
          level: Number(facts.level) as Level,
          reasons: facts.reasons,
          dissent: facts.dissent,
          actor: actorOf(event),
        },
        now,
      ),
    );
    redirect(303, `${here}/groups?group=${facts.group}&saved=${facts.version}`);
  }),
};
