import * as v from 'valibot';
import { choice, line, optionalId, sentId, whole } from '#lib/platform/form.ts';
import { GROUP_KINDS } from './tables.ts';

/** People in a homogeneous group: enough to exchange, few enough that everybody is heard. */
export const LEAST_PEOPLE = 7;
export const MOST_PEOPLE = 12;
/** In the other kinds: one of each group, or whoever comes. */
const MOST_IN_OTHERS = 1000;

const facts = {
  kind: choice(GROUP_KINDS),
  name: line(60),
  standsFor: line(200),
  targetSize: whole(1, MOST_IN_OTHERS),
  neighbourhoodId: optionalId,
};

const message = `group.size|least=${LEAST_PEOPLE}&most=${MOST_PEOPLE}`;

function fits(kind: string, people: number): boolean {
  return kind !== 'homogeneous' || (people >= LEAST_PEOPLE && people <= MOST_PEOPLE);
}

export const groupForm = v.pipe(
  v.object(facts),
  v.forward(
    v.check((group) => fits(group.kind, group.targetSize), message),
    ['targetSize'],
  ),
);
export const newGroupForm = v.pipe(
  v.object({ ...facts, sentId }),
  v.forward(
    v.check((group) => fits(group.kind, group.targetSize), message),
    ['targetSize'],
  ),
);
