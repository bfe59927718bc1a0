import { notesOfJobSeekers } from './notes-job-seekers.ts';
import { notesOfParents } from './notes-parents.ts';
import { notesOfPensioners } from './notes-pensioners.ts';
import { notesOfPublicAgents } from './notes-public-agents.ts';
import { notesOfShopkeepers } from './notes-shopkeepers.ts';
import { notesOfYoungPeople } from './notes-young-people.ts';
import type { Note } from './types.ts';

/** Every note of both cycles, by group, in the order in which they were given. */
export const notes: readonly Note[] = [
  ...notesOfYoungPeople,
  ...notesOfParents,
  ...notesOfPensioners,
  ...notesOfJobSeekers,
  ...notesOfShopkeepers,
  ...notesOfPublicAgents,
];
