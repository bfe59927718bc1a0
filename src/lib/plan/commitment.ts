import type { CommitmentStatus } from './tables.ts';

/** What may follow a status. A promise is kept, partly or not, or renegotiated, and a renegotiated one confirmed anew. */
const NEXT: Readonly<Record<CommitmentStatus, readonly CommitmentStatus[]>> = {
  proposed: ['confirmed'],
  confirmed: ['kept', 'partly-kept', 'not-kept', 'renegotiated'],
  renegotiated: ['confirmed', 'kept', 'partly-kept', 'not-kept'],
  // A judgement can be corrected, publicly and with its reason: the history keeps both.
  kept: ['partly-kept', 'not-kept', 'renegotiated'],
  'partly-kept': ['kept', 'not-kept', 'renegotiated'],
  'not-kept': ['kept', 'partly-kept', 'renegotiated'],
};

export function nextStatuses(status: CommitmentStatus): readonly CommitmentStatus[] {
  return NEXT[status];
}

/** Whether a status must be given with its reason, publicly: all that judge or change a promise. */
export function needsReason(status: CommitmentStatus): boolean {
  return status !== 'proposed' && status !== 'confirmed';
}
