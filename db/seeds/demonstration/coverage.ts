import { setCensus } from '#lib/definitions/census.server.ts';
import type { AgeBand, Profile } from '#lib/definitions/profile.ts';
import type { Invitation } from '#lib/territory/gathering-invitation.server.ts';
import { drawn } from './chance.ts';
import { censusShares } from './content/territory.ts';
import type { CycleKey, Group, GroupKey } from './content/types.ts';
import { actorOf, at, idOf, type Story } from './story.ts';

/** Who lives in the town, so that its coverage page can say who is still missing. */
export async function tellCensus(story: Story, day: number): Promise<void> {
  const { source, ageBand, sex, neighbourhood } = censusShares;
  const partsOf = (shares: Readonly<Record<string, number>>, idOfKey = (key: string) => key) =>
    Object.entries(shares).map(([key, people]) => ({ value: idOfKey(key), people }));
  const items = [
    { item: 'age', parts: partsOf(ageBand) },
    { item: 'sex', parts: partsOf(sex) },
    { item: 'neighbourhood', parts: partsOf(neighbourhood, (key) => idOf(story.neighbourhoods, key)) },
  ] as const;
  const facts = { territoryId: story.territoryId, source, actor: actorOf(story, 'coordinator') };
  for (const one of items) await setCensus(story.db, { ...facts, ...one }, at(story, day));
}

/** What one of a group's people tells on coming in; some leave a thing out. */
export function profileOf(story: Story, group: Group, cycle: CycleKey, person: number): Profile {
  const chance = (item: string) => drawn(`${cycle} ${group.key} ${person} ${item}`);
  const { ages, women } = PEOPLE[group.key];
  const tells = (item: string) => chance(`tells ${item}`) < 0.9;
  const lives = group.neighbourhood ?? (chance('neighbourhood') < 0.6 ? 'tanneurs' : 'filature');
  return {
    age: ages[person % ages.length],
    sex: tells('sex') ? (chance('sex') < women ? 'woman' : 'man') : undefined,
    neighbourhood: group.neighbourhood || tells('place') ? idOf(story.neighbourhoods, lives) : undefined,
  };
}

/** Of which ages the people of each group are, and which part of them are women. */
const PEOPLE: Readonly<Record<GroupKey, { readonly ages: readonly AgeBand[]; readonly women: number }>> = {
  'young-people': { ages: ['16-25'], women: 0.3 },
  parents: { ages: ['26-39', '26-39', '40-59'], women: 0.8 },
  pensioners: { ages: ['60-74', '75+', '60-74'], women: 0.6 },
  'job-seekers': { ages: ['26-39', '40-59', '26-39'], women: 0.5 },
  shopkeepers: { ages: ['40-59', '26-39', '40-59'], women: 0.5 },
  'public-agents': { ages: ['40-59', '26-39', '40-59'], women: 0.7 },
};

/** By which ways the people of each group were asked to their first gathering, as its invitation tells. */
export const INVITATIONS: Readonly<Record<GroupKey, readonly Invitation[]>> = {
  'young-people': [
    { channel: 'mouth', people: null },
    { channel: 'door', people: null },
  ],
  parents: [
    { channel: 'school', people: 45 },
    { channel: 'door', people: 12 },
  ],
  pensioners: [
    { channel: 'letter', people: 60 },
    { channel: 'lot', people: 60 },
    { channel: 'association', people: null },
  ],
  'job-seekers': [
    { channel: 'poster', people: null },
    { channel: 'mouth', people: 15 },
  ],
  shopkeepers: [{ channel: 'door', people: 26 }],
  'public-agents': [
    { channel: 'online', people: 140 },
    { channel: 'poster', people: null },
  ],
};
