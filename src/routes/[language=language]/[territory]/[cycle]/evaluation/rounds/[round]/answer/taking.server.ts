import { stateOf, type Round } from '#lib/evaluation/round.server.ts';

/** Whether the round takes answers today: it is open, and its last day isn't over. */
export function isTaking(round: Round, today: string): boolean {
  return stateOf(round) === 'open' && today <= round.closes_on;
}
