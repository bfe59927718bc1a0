import { approveTogether } from '#lib/definitions/approval.server.ts';
import { publishWords } from '#lib/definitions/publishing.server.ts';
import { listReported, reportWords } from '#lib/definitions/report.server.ts';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { discussIndicator } from '#lib/indicators/adoption.server.ts';
import { classifyCriteria } from '#lib/indicators/classification.server.ts';
import { commentOnIndicator } from '#lib/indicators/comment.server.ts';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { findGridVersion } from '#lib/indicators/grid-version.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import { createGrouping } from '#lib/indicators/grouping.server.ts';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { confirmDecision, recordDecision } from '#lib/territory/decision.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { GRID } from '#tests/indicators/words.ts';
import type { Town } from './territory.ts';

/** One of each thing of step 2: published words in component A02, a grouping of them, an indicator being discussed. */
export interface SortedOfTown {
  /** Three published criteria, all at A02 in the sense P; the first two are grouped. */
  readonly criterionIds: readonly string[];
  /** What was sorted in one go: all three. */
  readonly actId: string;
  readonly familyId: string;
  readonly componentId: string;
  readonly groupingId: string;
  readonly indicatorId: string;
  /** Of the draft that is open to remarks. */
  readonly versionId: string;
  readonly commentId: string;
  /** Of the third criterion, which somebody has reported. */
  readonly reportedNoteId: string;
}

/** A town whose words have been sorted: for what it gets, see `SortedOfTown`. */
export async function withSorted(house: Pick<House, 'write'>, town: Town): Promise<Town> {
  return { ...town, sorted: await house.write((db, now) => sortWords(db, town, now)) };
}

async function sortWords(db: Db, town: Town, now: number): Promise<SortedOfTown> {
  const territoryId = town.territory.id;
  const cycleId = town.cycle.id;
  const by = { territoryId, cycleId, actor: { kind: 'account', id: town.people.member.id } } as const;
  if (!(await findGridVersion(db, territoryId, cycleId))) await copyGrid(db, { ...by, grid: GRID }, now);
  const component = await findComponentByCode(db, { ...by, code: 'A02' });
  const componentId = component?.id ?? '';
  const criterionIds = await publish(db, town, ['Un médecin', 'Un docteur', 'Un dentiste'], now);
  const criteria = criterionIds.map((criterionId) => ({ criterionId }));
  const place = { sense: 'P', polarity: 'well-being', viewer: ANYONE } as const;
  const { actId } = await classifyCriteria(db, { ...by, ...place, criteria, code: 'A02' }, now);
  const two = {
    componentId,
    groupId: null,
    language: 'fr',
    text: 'Être soigné',
    criterionIds: criterionIds.slice(0, 2),
  };
  const groupingId = await createGrouping(db, { ...by, ...place, ...two }, now);
  const said = { language: 'fr', name: 'Les soins', question: 'Où en êtes-vous ?' };
  const begun = { ...by, ...said, componentId, direction: 'higher-is-better' } as const;
  const { id: indicatorId, versionId } = await createIndicator(db, begun, now);
  await discussIndicator(db, { ...by, indicatorId }, now);
  const remark = { indicatorId, accountId: town.people.resident.id, language: 'fr', text: 'Et les dents ?' };
  const commentId = await commentOnIndicator(db, { ...by, ...remark }, now);
  const familyId = component?.family_id ?? '';
  const reportedNoteId = await reportLast(db, { territoryId, cycleId, criterionId: criterionIds[2] ?? '' });
  const sorted = { criterionIds, actId, familyId, componentId, groupingId, indicatorId, versionId, commentId };
  return { ...sorted, reportedNoteId };
}

async function reportLast(
  db: Db,
  facts: { territoryId: string; cycleId: string; criterionId: string },
): Promise<string> {
  await reportWords(db, { ...facts, reason: 'Nomme quelqu’un', day: '2026-05-08' });
  const [reported] = await listReported(db, facts.territoryId, facts.cycleId);
  return reported?.noteId ?? '';
}

/** Says words in the town's gathering, has its group approve them and the coordination publish them. */
async function publish(db: Db, town: Town, lines: readonly string[], now: number): Promise<string[]> {
  const territoryId = town.territory.id;
  const { gatheringId, groupId } = town;
  const questionId = town.questionIds[0] ?? '';
  const accountId = town.people.facilitator.id;
  const lead = { territoryId, gatheringId, questionId, actor: { kind: 'account', id: accountId } } as const;
  const typed = { territoryId, gatheringId, questionId, language: 'fr', source: 'facilitator', accountId } as const;
  await typeNotes(db, { ...typed, lines, sentId: 'words-of-the-town-0' }, now);
  await leadGathering(db, { ...lead, phase: 'approving' }, now);
  const notes = await db.selectFrom('note').select(['id', 'text']).where('group_id', '=', groupId).execute();
  const noteIds = notes.filter((note) => lines.includes(note.text)).map((note) => note.id);
  await approveTogether(db, { territoryId, gatheringId, accountId, noteIds, agreed: null }, now);
  await leadGathering(db, { ...lead, phase: 'writing' }, now);
  await clear(db, town, now);
  await publishWords(db, { territoryId, groupId, accountId: town.people.coordinator.id }, now);
  const rows = await db.selectFrom('criterion').select(['id', 'words']).where('note_id', 'in', noteIds).execute();
  return lines.map((line) => rows.find((row) => row.words === line)?.id ?? '');
}

async function clear(db: Db, town: Town, now: number): Promise<void> {
  const { member, secondMember } = town.people;
  const of = { territoryId: town.territory.id, bodyId: town.bodyId, decidedOn: '2026-05-07', title: 't', text: '' };
  const about = { purpose: 'publish-words', subjectId: town.groupId } as const;
  const decisionId = await recordDecision(db, { ...of, ...about, actor: { kind: 'account', id: member.id } }, now);
  const second = { accountId: secondMember.id, actor: { kind: 'account', id: secondMember.id } } as const;
  await confirmDecision(db, { territoryId: of.territoryId, decisionId, ...second }, now);
}
