import type { territory as french } from '../fr/territory.ts';

export const territory: Record<keyof typeof french, string> = {
  'territory.nameTaken':
    'A territory already has this name, or it cannot serve as an address. Choose another one than “{name}”.',
  'cycle.nameTaken': 'A cycle already has this name. Choose another one than “{name}”.',
  'cycle.closed': 'This cycle is closed: everything can be read, nothing can be added.',
  'cycle.closesBeforeOpening': 'A step ends before it has begun. Correct its dates.',
  'decision.samePerson': 'A decision is confirmed by a second person, not by the one who entered it.',
  'decision.needed': 'A decision of the body is needed first, entered into its log and confirmed by a second person.',
  'gathering.notOpen': 'This gathering is not open. Ask the person who facilitates it.',
};
