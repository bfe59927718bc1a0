import { PHASES, type Phase } from './tables.ts';

/** Whether people may come in and write. */
export function isOpen(phase: Phase): boolean {
  return phase !== 'planned' && phase !== 'closed';
}

/** Whether words may be shown on the wall and on phones, once their question has been opened for sharing. */
export function isShared(phase: Phase): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf('sharing');
}
