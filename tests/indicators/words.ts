import { approveTogether } from '#lib/definitions/approval.server.ts';
import { publishWords } from '#lib/definitions/publishing.server.ts';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import type { GridData } from '#lib/indicators/grid.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import type { TestHouse } from '#tests/support/database.ts';
import { makeTown, type Part, type Town } from '#tests/support/territory.ts';

/** Two families, five components: enough to sort by. */
export const GRID: GridData = {
  version: '1',
  name: { fr: 'Grille de départ, à modifier', en: 'Starter grid, to be edited' },
  notice: { fr: 'Ce n’est pas une grille officielle.' },
  families: [
    family('A', 'Accès aux moyens de vie', 'Access to essential resources'),
    family('B', 'Cadre de vie', 'Living environment'),
  ],
  components: [
    component('A00', 'Moyens de vie en général'),
    component('A02', 'Soins'),
    component('A05', 'Formation'),
    component('B00', 'Cadre de vie en général'),
    component('B01', 'Air et calme'),
  ],
};

function family(letter: string, fr: string, en: string) {
  return { letter, letterSourced: true, name: { fr, en }, explanation: { fr: `${fr}, expliqué.` } };
}

function component(code: string, fr: string) {
  return { code, sourced: true, name: { fr }, explanation: { fr: `${fr}, expliqué.` }, examples: ['un exemple'] };
}

/** A town that has a grid, and whose group has said, approved and published some words. */
export interface Words {
  readonly house: TestHouse;
  readonly town: Town;
  readonly territoryId: string;
  readonly cycleId: string;
  readonly in: { readonly territoryId: string; readonly cycleId: string; readonly actor: Actor };
  /** As someone of the town. */
  as(part: Part): { territoryId: string; cycleId: string; actor: Actor };
  /** Says words in the group's gathering and has the group approve them. @returns the criteria's ids by their words */
  approve(lines: readonly string[], question?: number): Promise<string[]>;
  /** Clears what the group has approved so far. */
  publish(): Promise<void>;
  decide(purpose: Purpose, subjectId: string): Promise<string>;
}

export async function sayWords(house: TestHouse, lines: readonly string[], name = 'Rives') {
  const words = await openTown(house, name);
  const ids = await words.approve(lines);
  await words.publish();
  return { ...words, ids };
}

export async function openTown(house: TestHouse, name = 'Rives'): Promise<Words> {
  const town = await makeTown(house, name);
  const territoryId = town.territory.id;
  const cycleId = town.cycle.id;
  const as = (part: Part) => ({ territoryId, cycleId, actor: { kind: 'account', id: town.people[part].id } as const });
  await house.write((db, now) => copyGrid(db, { ...as('coordinator'), grid: GRID }, now));
  const { gatheringId } = town;
  const accountId = town.people.facilitator.id;

  async function approve(lines: readonly string[], question = 0): Promise<string[]> {
    const questionId = town.questionIds[question] ?? '';
    const lead = { territoryId, gatheringId, questionId, actor: as('facilitator').actor };
    const typed = { territoryId, gatheringId, questionId, language: 'fr', source: 'facilitator', accountId } as const;
    return house.write(async (db, now) => {
      await leadGathering(db, { ...lead, phase: 'writing' }, now);
      await typeNotes(db, { ...typed, lines, sentId: randomId() }, now);
      await leadGathering(db, { ...lead, phase: 'approving' }, now);
      const notes = await db
        .selectFrom('note')
        .select(['id', 'text'])
        .where('territory_id', '=', territoryId)
        .execute();
      const noteIds = notes.filter((note) => lines.includes(note.text)).map((note) => note.id);
      await approveTogether(db, { territoryId, gatheringId, accountId, noteIds, agreed: null }, now);
      const rows = await db
        .selectFrom('criterion')
        .select(['id', 'words'])
        .where('territory_id', '=', territoryId)
        .execute();
      return lines.map((line) => rows.find((row) => row.words === line)?.id ?? '');
    });
  }

  async function decide(purpose: Purpose, subjectId: string): Promise<string> {
    const of = { territoryId, bodyId: town.bodyId, decidedOn: '2026-05-07', title: purpose, text: '' };
    const id = await house.write((db, now) =>
      recordDecision(db, { ...of, purpose, subjectId, actor: as('member').actor }, now),
    );
    const second = { territoryId, decisionId: id, accountId: town.people.secondMember.id };
    await house.write((db, now) => confirmDecision(db, { ...second, actor: as('secondMember').actor }, now));
    return id;
  }

  async function publish(): Promise<void> {
    await decide('publish-words', town.groupId);
    const facts = { territoryId, groupId: town.groupId, accountId: town.people.coordinator.id };
    await house.write((db, now) => publishWords(db, facts, now));
  }

  return { house, town, territoryId, cycleId, in: as('coordinator'), as, approve, publish, decide };
}
