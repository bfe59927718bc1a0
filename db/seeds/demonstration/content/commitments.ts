import { commitmentsOfCareAndReach } from './commitments-care-and-reach.ts';
import { commitmentsOfFirstCycle } from './commitments-first-cycle.ts';
import { commitmentsOfSummerAndMeeting } from './commitments-summer-and-meeting.ts';
import type { Commitment } from './plan-types.ts';

export const commitments: readonly Commitment[] = [
  ...commitmentsOfFirstCycle,
  ...commitmentsOfCareAndReach,
  ...commitmentsOfSummerAndMeeting,
];
