import { keepToGroup, withdrawNote } from '#lib/definitions/author.server.ts';
import { approveNote, approveTogether } from '#lib/definitions/approval.server.ts';
import { joinRoom } from '#lib/definitions/joining.server.ts';
import { proposeNote } from '#lib/definitions/note.server.ts';
import { publishWords } from '#lib/definitions/publishing.server.ts';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { addBlock, writeMessage } from '#lib/definitions/campaign.server.ts';
import { beginVisit, endVisit, noteAtDoor } from '#lib/definitions/visit.server.ts';
import type { Participant } from '#lib/people/participant.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import { MINUTE } from '#lib/platform/time.ts';
import { getGathering, leadGathering, planGathering } from '#lib/territory/gathering.server.ts';
import type { Phase } from '#lib/territory/tables.ts';
import { gatherings } from './content/gatherings.ts';
import { groups } from './content/groups.ts';
import { notes } from './content/notes.ts';
import type { CycleKey, Gathering, Group, Note } from './content/types.ts';
import { INVITATIONS, profileOf } from './coverage.ts';
import { RAINBOW } from './cycles.ts';
import { actorOf, at, dayIn, decide, idOf, type Story } from './story.ts';

/** A gathering while it is told. */
interface Room {
  readonly gathering: Gathering;
  readonly id: string;
  readonly cycle: CycleKey;
  readonly group: Group;
  readonly groupId: string;
  readonly accountId: string;
  /** Moment at which it begins. */
  readonly begins: number;
}

/** Every gathering of a cycle, with the notes of those that people wrote in. */
export async function tellGatherings(story: Story, cycle: CycleKey): Promise<void> {
  for (const gathering of gatherings.filter((one) => one.cycle === cycle)) {
    const group = groups.find((one) => one.key === gathering.group);
    const key = group ? `${cycle} ${group.key}` : `${cycle} ${RAINBOW}`;
    const facilitator = actorOf(story, group?.facilitator ?? 'facilitator-tanneurs');
    const facts = {
      territoryId: story.territoryId,
      groupId: idOf(story.groups, key),
      place: gathering.place,
      day: dayIn(story, gathering.day),
      time: gathering.hour,
      facilitatorIds: [facilitator.id],
      invitations: group && isFirstOf(gathering) ? INVITATIONS[group.key] : [],
      actor: facilitator,
    };
    if (gathering.status === 'cancelled') continue;
    const id = await planGathering(story.db, facts, at(story, Math.min(gathering.day - 14, -1)));
    if (gathering.status === 'planned') continue;
    const begins = at(story, gathering.day, gathering.hour);
    const room = { gathering, id, cycle, groupId: facts.groupId, accountId: facilitator.id, begins };
    if (group && isFirstOf(gathering)) await tellRoom(story, { ...room, group });
    else await lead(story, room, 'closed', 120);
  }
}

/** The gathering of its group and cycle in which people write. */
function isFirstOf(gathering: Gathering): boolean {
  const same = gatherings.filter((one) => one.group === gathering.group && one.cycle === gathering.cycle);
  return same.find((one) => one.status === 'held') === gathering;
}

async function tellRoom(story: Story, room: Room): Promise<void> {
  const said = notes.filter((note) => note.group === room.group.key && note.cycle === room.cycle);
  await lead(story, room, 'opening', 0);
  const devices = await letIn(story, room);
  await lead(story, room, 'writing', 10);
  const authors = await write(story, room, said, devices);
  await sayAtDoors(story, room, said);
  await lead(story, room, 'sharing', 45);
  const ids = await findNotes(story, room);
  await lead(story, room, 'approving', 70);
  await approve(story, room, said, ids);
  await lead(story, room, 'closed', 120);
  await changeMinds(story, room, said, ids, authors);
  await rememberCriteria(story, said, ids);
}

async function lead(
  story: Story,
  room: Pick<Room, 'id' | 'begins' | 'accountId'>,
  phase: Phase,
  minutes: number,
): Promise<void> {
  const actor = { kind: 'account', id: room.accountId } as const;
  const facts = { territoryId: story.territoryId, gatheringId: room.id, phase, questionId: null, actor };
  await leadGathering(story.db, facts, room.begins + minutes * MINUTE);
}

/** People come in with their phones; each tells a little of themselves. */
async function letIn(story: Story, room: Room): Promise<Participant[]> {
  const gathering = { ...(await getGathering(story.db, story.territoryId, room.id)) };
  const devices: Participant[] = [];
  for (let person = 0; person < room.group.people; person++) {
    const { participant } = await joinRoom(story.db, {
      gathering,
      known: undefined,
      age: 'adult',
      parentsAgree: false,
      profile: profileOf(story, room.group, room.cycle, person),
      sentId: randomId(),
      day: dayIn(story, room.gathering.day),
    });
    devices.push(participant);
  }
  return devices;
}

/** @returns who wrote which note on a phone, by note key */
async function write(
  story: Story,
  room: Room,
  said: readonly Note[],
  devices: Participant[],
): Promise<Map<string, Participant>> {
  const { territoryId } = story;
  const authors = new Map<string, Participant>();
  for (const [place, note] of said.entries()) {
    const questionId = idOf(story.questions, `${room.cycle} ${note.question}`);
    const words = { questionId, language: note.language, sentId: randomId() };
    const now = room.begins + (12 + place) * MINUTE;
    if (note.via === 'phone') {
      const participant = there(devices[place % devices.length], 'device');
      authors.set(note.key, participant);
      await proposeNote(story.db, { ...words, text: note.text, gatheringId: room.id, participant }, now);
    } else if (note.via !== 'relay') {
      const source = note.via === 'facilitator' ? 'facilitator' : 'paper';
      const facts = {
        ...words,
        territoryId,
        gatheringId: room.id,
        source,
        lines: [note.text],
        accountId: room.accountId,
      } as const;
      await typeNotes(story.db, facts, now);
    }
  }
  return authors;
}

/** What the relays say at the door. */
const AT_THE_DOOR =
  'Bonjour, nous venons écouter ce que bien vivre ici veut dire pour vous. Cela prend cinq minutes ; votre nom n’est noté nulle part.';

/** Words said to the relay, one visit for two or three of them, read back before leaving. */
async function sayAtDoors(story: Story, room: Room, said: readonly Note[]): Promise<void> {
  const { territoryId } = story;
  const { id: accountId } = actorOf(story, 'relay');
  const atDoors = said.filter((note) => note.via === 'relay');
  if (atDoors.length === 0) return;
  const campaign = { territoryId, cycleId: idOf(story.cycles, room.cycle), text: AT_THE_DOOR, seen: 0, accountId };
  await writeMessage(story.db, campaign, room.begins);
  for (let start = 0; start < atDoors.length; start += 3) {
    const now = room.begins + 20 * MINUTE;
    const number = 1 + start / 3;
    const { id: addedBy } = actorOf(story, 'coordinator');
    const block = { territoryId, id: `ilot-${number}`, name: `Îlot ${number}`, accountId: addedBy };
    const blockId = await addBlock(story.db, block, now);
    const language = atDoors[start]?.language ?? 'fr';
    const visit = { territoryId, groupId: room.groupId, language, blockId, accountId };
    const visitId = await beginVisit(story.db, { ...visit, sentId: randomId() }, now);
    for (const note of atDoors.slice(start, start + 3)) {
      const questionId = idOf(story.questions, `${room.cycle} ${note.question}`);
      const { text, language } = note;
      await noteAtDoor(
        story.db,
        { territoryId, visitId, accountId, questionId, language, text, sentId: randomId() },
        now,
      );
    }
    const end = { territoryId, visitId, accountId, withCode: true, sentId: randomId() };
    await endVisit(story.db, { ...end, day: dayIn(story, room.gathering.day) }, now);
  }
}

/** @returns note ids by their words */
async function findNotes(story: Story, room: Room): Promise<Map<string, string>> {
  const rows = await story.db
    .selectFrom('note')
    .select(['id', 'text'])
    .where('territory_id', '=', story.territoryId)
    .where('group_id', '=', room.groupId)
    .execute();
  return new Map(rows.map((row) => [row.text, row.id]));
}

async function approve(
  story: Story,
  room: Room,
  said: readonly Note[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const facts = { territoryId: story.territoryId, gatheringId: room.id, accountId: room.accountId };
  const present = room.gathering.present ?? room.group.people;
  const apart = said.filter((note) => note.discussed || note.minority || note.splitInto);
  for (const [place, note] of apart.entries()) {
    if (!note.approved && !note.minority) continue;
    const against = note.minority ? present - 2 : note.discussed ? 1 + (place % 2) : 0;
    const counted = { agreed: present - against, disagreed: against };
    await approveNote(
      story.db,
      { ...facts, ...counted, noteId: there(ids.get(note.text), note.key), verdict: verdictOf(note) },
      room.begins + (75 + place) * MINUTE,
    );
  }
  const together = said.filter((note) => note.approved && !apart.includes(note));
  const noteIds = together.map((note) => there(ids.get(note.text), note.key));
  const { approved } = await approveTogether(
    story.db,
    { ...facts, noteIds, agreed: present },
    room.begins + 110 * MINUTE,
  );
  if (approved !== noteIds.length) throw new Error(`${room.gathering.key}: ${approved} of ${noteIds.length} approved`);
}

function verdictOf(note: Note) {
  if (note.minority) return { outcome: 'minority' } as const;
  if (note.splitInto) return { outcome: 'excerpts', excerpts: note.splitInto.map((one) => one.text) } as const;
  return { outcome: 'whole' } as const;
}

/** What authors asked afterwards: to keep a note in the group, or to take it back. */
async function changeMinds(
  story: Story,
  room: Room,
  said: readonly Note[],
  ids: ReadonlyMap<string, string>,
  authors: ReadonlyMap<string, Participant>,
): Promise<void> {
  for (const note of said.filter((one) => one.keptToGroup || one.withdrawn)) {
    const author = authors.get(note.key);
    if (!author) throw new Error(`${note.key}: only a note from a phone has an author who can come back`);
    const facts = { author, noteId: there(ids.get(note.text), note.key) };
    const now = room.begins + 300 * MINUTE;
    if (note.keptToGroup) await keepToGroup(story.db, facts, now);
    if (note.withdrawn) await withdrawNote(story.db, facts, now);
  }
}

/** `key` for a note's criterion, `key#n` for the n-th of several. */
async function rememberCriteria(story: Story, said: readonly Note[], ids: ReadonlyMap<string, string>): Promise<void> {
  const rows = await story.db
    .selectFrom('criterion')
    .select(['id', 'note_id', 'position'])
    .where('territory_id', '=', story.territoryId)
    .where('note_id', 'in', [...ids.values()])
    .where('undone_at', 'is', null)
    .execute();
  for (const note of said) {
    const own = rows.filter((row) => row.note_id === ids.get(note.text));
    for (const row of own) story.criteria.set(own.length > 1 ? `${note.key}#${row.position}` : note.key, row.id);
  }
}

/** The coordination group clears the groups' approved words for publication. */
export async function tellPublication(story: Story, cycle: CycleKey, decision: string, day: number): Promise<void> {
  for (const group of groups) {
    const groupId = story.groups.get(`${cycle} ${group.key}`);
    const heard = groupId !== undefined && notes.some((note) => note.group === group.key && note.cycle === cycle);
    if (!heard) continue;
    await decide(story, decision, groupId, `Publier les paroles du groupe « ${group.name} »`);
    const { id: accountId } = actorOf(story, 'member-resident');
    await publishWords(story.db, { territoryId: story.territoryId, groupId, accountId }, at(story, day, '21:00'));
  }
}
