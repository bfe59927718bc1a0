import {
  mayCoordinate,
  mayModerate,
  mayPlanGathering,
  mayPrepare,
  mayRelay,
  mayWorkOnIndicators,
} from '#lib/people/permission.ts';
import type { Person } from '#lib/people/person.ts';
import type { Step } from '#lib/ui/step.ts';

/** A place of work: its address under the cycle, and the step it belongs to. */
export interface Room {
  readonly key:
    | 'definitions'
    | 'relay'
    | 'reports'
    | 'indicators'
    | 'evaluation'
    | 'plan'
    | 'bodies'
    | 'cycle'
    | 'questions'
    | 'groups'
    | 'people'
    | 'review'
    | 'settings'
    | 'journal';
  readonly path: string;
  readonly step?: Step;
}

/** The places of work that are open to a person, in the method's order. */
export function roomsFor(person: Person, territoryId: string): Room[] {
  const when = (may: boolean, ...rooms: Room[]) => (may ? rooms : []);
  return [
    ...when(mayPlanGathering(person, territoryId), {
      key: 'definitions',
      path: 'definitions/gatherings',
      step: 'definitions',
    }),
    ...when(mayRelay(person, territoryId), { key: 'relay', path: 'definitions/relay', step: 'definitions' }),
    ...when(mayModerate(person, territoryId), { key: 'reports', path: 'staff/reports', step: 'definitions' }),
    ...when(mayWorkOnIndicators(person, territoryId), { key: 'indicators', path: 'indicators', step: 'indicators' }),
    ...when(
      mayPrepare(person, territoryId),
      { key: 'evaluation', path: 'evaluation', step: 'evaluation' },
      { key: 'plan', path: 'plan', step: 'plan' },
      { key: 'bodies', path: 'staff/bodies' },
    ),
    ...when(
      mayCoordinate(person, territoryId),
      { key: 'questions', path: 'staff/questions' },
      { key: 'groups', path: 'staff/groups' },
      { key: 'people', path: 'staff/people' },
      { key: 'cycle', path: 'staff/cycle' },
      { key: 'review', path: 'staff/review' },
      { key: 'settings', path: 'staff/settings' },
      { key: 'journal', path: 'staff/journal' },
    ),
  ];
}
