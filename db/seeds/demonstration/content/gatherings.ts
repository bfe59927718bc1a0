import { gatheringsOfFirstCycle } from './gatherings-first-cycle.ts';
import { gatheringsOfSecondCycle } from './gatherings-second-cycle.ts';
import type { Gathering } from './types.ts';

/** Held, cancelled and planned, oldest first. */
export const gatherings: readonly Gathering[] = [...gatheringsOfFirstCycle, ...gatheringsOfSecondCycle];
