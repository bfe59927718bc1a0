import { indicatorsDiscussed } from './indicators-drafts.ts';
import { indicatorsOfInstitutions } from './indicators-institutions.ts';
import { indicatorsOfMeans } from './indicators-means.ts';
import { indicatorsOfPeople } from './indicators-people.ts';
import { indicatorsOfResources } from './indicators-resources.ts';
import { indicatorsOfSurroundings } from './indicators-surroundings.ts';
import type { Indicator } from './evaluation-types.ts';

export const adoptedIndicators: readonly Indicator[] = [
  ...indicatorsOfResources,
  ...indicatorsOfMeans,
  ...indicatorsOfSurroundings,
  ...indicatorsOfInstitutions,
  ...indicatorsOfPeople,
];

/** The twenty adopted ones first, then the two drafts. */
export const indicators: readonly Indicator[] = [...adoptedIndicators, ...indicatorsDiscussed];
