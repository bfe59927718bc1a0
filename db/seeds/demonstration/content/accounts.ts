import type { Account } from './types.ts';

/** The people of the demonstration who sign in; the seeder gives them their passwords. */
export const accounts: readonly Account[] = [
  {
    key: 'owner',
    name: 'Solène Hartwig',
    email: 'solene.hartwig@rives-sur-ill.example',
    role: 'owner',
    language: 'fr',
    presentation: 'Héberge l’installation pour la communauté de communes.',
  },
  {
    key: 'coordinator',
    name: 'Malik Ferrandi',
    email: 'malik.ferrandi@rives-sur-ill.example',
    role: 'coordinator',
    language: 'fr',
    presentation: 'Mission participation de la ville. Prépare, convoque, ne décide pas seul.',
  },
  {
    key: 'facilitator-tanneurs',
    name: 'Nadia Kessler',
    email: 'nadia.kessler@rives-sur-ill.example',
    role: 'facilitator',
    language: 'fr',
    presentation: 'Anime les groupes des Tanneurs pour le conseil de quartier.',
  },
  {
    key: 'facilitator-filature',
    name: 'Tom Wendling',
    email: 'tom.wendling@rives-sur-ill.example',
    role: 'facilitator',
    language: 'de',
    presentation: 'Anime les groupes de la Filature. Parle aussi allemand.',
  },
  {
    key: 'relay',
    name: 'Fatma Aydemir',
    email: 'fatma.aydemir@rives-sur-ill.example',
    role: 'relay',
    language: 'fr',
    presentation: 'Voisine relais aux Tanneurs. Va chez les gens, écoute, relit avant de partir. Parle turc et arabe.',
  },
  {
    key: 'member-resident',
    name: 'Odile Brandt',
    email: 'odile.brandt@rives-sur-ill.example',
    role: 'member',
    language: 'fr',
    presentation: 'Habitante des Tanneurs, membre du groupe de coordination depuis le premier jour.',
  },
  {
    key: 'member-association',
    name: 'Karim Benhaddou',
    email: 'karim.benhaddou@rives-sur-ill.example',
    role: 'member',
    language: 'fr',
    presentation: 'Les Ateliers du Foulon. Membre du groupe de coordination.',
  },
  {
    key: 'resident',
    name: 'Jeanne Riss',
    email: 'jeanne.riss@rives-sur-ill.example',
    role: 'resident',
    language: 'fr',
    presentation: 'Habite la Filature, rue des Bobines.',
  },
];
