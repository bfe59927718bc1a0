import { decisionsOfFirstCycle } from './decisions-first-cycle.ts';
import { decisionsOfSecondCycle } from './decisions-second-cycle.ts';
import type { Decision } from './types.ts';

/** The public log of the two bodies, oldest first. */
export const decisions: readonly Decision[] = [...decisionsOfFirstCycle, ...decisionsOfSecondCycle];
