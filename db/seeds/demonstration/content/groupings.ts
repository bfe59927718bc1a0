import { groupingsOfFirstCycle } from './groupings-first-cycle.ts';
import { groupingsOfSecondCycle } from './groupings-second-cycle.ts';
import type { Grouping } from './types.ts';

/** Criteria that say the same, put side by side under words the group or the rainbow group agreed. */
export const groupings: readonly Grouping[] = [...groupingsOfFirstCycle, ...groupingsOfSecondCycle];
