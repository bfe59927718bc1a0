import type { RoomOfTown } from '#tests/support/room.ts';
import type { Town } from '#tests/support/territory.ts';
import { by, everyone, nobody, type Role, type RouteRule } from './role.ts';

const JOIN = '/[language=language]/join';
const WORDS = '/[language=language]/[territory]/words';
const STEP = '/[language=language]/[territory]/[cycle]/definitions';
const GATHERING = `${STEP}/gatherings/[gathering]`;
const GROUP = `${STEP}/groups/[group]`;

/** Words belong to their group: only who facilitates this gathering leads it. */
const leader: readonly Role[] = ['facilitator'];
const guest: readonly Role[] = ['participant'];
const planners: readonly Role[] = ['facilitator', 'other facilitator', 'coordinator'];
const preparers: readonly Role[] = ['member', 'coordinator'];
const campaigners: readonly Role[] = ['relay', 'coordinator'];
const toJoin = { leadsTo: '/fr/join' };

const sent = () => ({ sentId: crypto.randomUUID() });
const roomOf = (town: Town): RoomOfTown => {
  if (!town.room) throw new Error('The town of the matrix has no room');
  return town.room;
};
const reported = (town: Town) => ({ note: town.sorted?.reportedNoteId ?? '', keep: 'yes' });
const note = (town: Town) => ({ note: roomOf(town).noteId });
const question = (town: Town) => ({ question: town.questionIds[0] ?? '' });
const written = (town: Town) => ({ ...sent(), ...question(town), language: 'fr', text: 'Une idée' });
const typed = (town: Town) => ({ ...written(town), source: 'paper' });
const pasted = (town: Town) => ({ ...sent(), ...question(town), language: 'fr', source: 'paper', lines: 'Une\nDeux' });
const code = (town: Town) => ({ code: town.code });
const joining = () => ({ ...sent(), of: 'adult', language: 'fr' });
const facts = (town: Town) => ({
  place: 'Ici',
  day: '2026-05-07',
  time: '',
  facilitators: town.people.facilitator.id,
});
const plan = (town: Town) => ({ ...sent(), ...facts(town), group: town.groupId });
const leading = () => ({ phase: 'writing', question: '', from: 'sharing' });
const verdict = () => ({ outcome: 'whole', agreed: '8', disagreed: '' });
const synthesis = () => ({ language: 'fr', revision: '0' });
const validation = (town: Town) => ({
  synthesis: roomOf(town).synthesisId,
  revision: '1',
  on: '2026-05-07',
  present: '9',
});
const visit = (town: Town) => ({ ...sent(), group: town.groupId, language: 'tr', agrees: 'yes' });
const mapping = (town: Town) => ({ ...question(town), header: 'yes', text: '0', group: town.groupId, language: 'fr' });

export const DEFINING: Readonly<Record<string, RouteRule>> = {
  '/join/[[code]]': { GET: everyone },
  [JOIN]: { GET: everyone, POST: by(everyone, code) },
  [`${JOIN}/[code]`]: { GET: everyone, POST: by(everyone, joining) },
  [`${JOIN}/[code]/live`]: { GET: everyone },
  [`${JOIN}/[code]/kiosk`]: {
    GET: everyone,
    'POST ?/begin': by(everyone, () => ({})),
    'POST ?/end': by(everyone, () => ({})),
    'POST ?/over': by(everyone, () => ({})),
  },
  '/[language=language]/[territory]/[cycle]/staff/reports': {
    GET: planners,
    'POST ?/settle': by(planners, reported),
    'POST ?/show': by(planners, reported),
  },
  // Whose words they are isn't a role: these notes are nobody's of the matrix.
  [WORDS]: {
    GET: everyone,
    'POST ?/code': by(everyone, () => ({ code: 'ACDE FGHJ KMNP' })),
    'POST ?/leave': everyone,
    'POST ?/keep': by(nobody, note),
    'POST ?/letGo': by(nobody, note),
    'POST ?/withdraw': by(nobody, note),
    'POST ?/putBack': by(nobody, note),
    'POST ?/erase': by(nobody, note),
  },
  [STEP]: { GET: everyone },
  [`${STEP}/words`]: { GET: everyone },
  [`${STEP}/syntheses`]: { GET: [...planners, 'member', 'participant'] },
  [`${STEP}/coverage`]: { GET: [...planners, 'member'] },
  [`${STEP}/coverage/census`]: {
    GET: ['coordinator'],
    'POST ?/set': by(['coordinator'], () => ({ item: 'sex', source: 'Recensement', 'people-woman': '52' })),
    'POST ?/file': by(['coordinator'], () => ({ source: 'Recensement' })),
  },
  [`${STEP}/gatherings`]: {
    GET: planners,
    'POST ?/rehearse': by(['facilitator', 'other facilitator'], sent),
  },
  [`${STEP}/gatherings/new`]: { GET: planners, POST: by(planners, plan) },
  [GATHERING]: {
    GET: leader,
    'POST ?/lead': by(leader, leading),
    'POST ?/presence': by(leader, () => ({ people: '9' })),
    'POST ?/timer': by(leader, () => ({ minutes: '5' })),
    'POST ?/stop': leader,
    // Only of an exercise: tests/definitions/rehearsal.test.ts.
    'POST ?/people': { who: nobody, leadsTo: '/fr/sign-in' },
    'POST ?/throwAway': { who: nobody, leadsTo: '/fr/sign-in' },
  },
  [`${GATHERING}/closing`]: { GET: leader, POST: by(leader, () => ({ from: 'sharing' })) },
  [`${GATHERING}/edit`]: { GET: ['facilitator', 'coordinator'], POST: by(['facilitator', 'coordinator'], facts) },
  [`${GATHERING}/calendar.ics`]: { GET: planners },
  [`${GATHERING}/screen`]: {
    GET: leader,
    'POST ?/focus': by(leader, note),
    'POST ?/unfocus': leader,
    'POST ?/hide': by(leader, (town) => ({ ...note(town), reason: 'Un nom' })),
  },
  [`${GATHERING}/print`]: { GET: leader },
  // Whoever plans gets the poster; the rest is in tests/definitions/sheet.test.ts.
  [`${GATHERING}/kit`]: { GET: planners },
  [`${GATHERING}/live`]: { GET: ['facilitator', 'participant'] },
  [`${GATHERING}/typing`]: {
    GET: leader,
    'POST ?/line': by(leader, (town) => ({ ...typed(town), sheet: '' })),
    'POST ?/lines': by(leader, (town) => ({ ...pasted(town), sheet: '' })),
    'POST ?/strike': by(leader, note),
  },
  [`${GATHERING}/checking`]: {
    GET: leader,
    POST: by(leader, (town) => ({ note: roomOf(town).paperNoteId, text: 'Un puits' })),
  },
  [`${GATHERING}/typed`]: { POST: by(leader, typed) },
  [`${GATHERING}/approval`]: {
    GET: leader,
    'POST ?/together': by(leader, (town) => ({ notes: [roomOf(town).noteId], agreed: '' })),
    'POST ?/undoTogether': leader,
    'POST ?/asking': by(leader, note),
    'POST ?/show': by(leader, (town) => ({ note: roomOf(town).hiddenNoteId })),
  },
  [`${GATHERING}/approval/[note]`]: {
    GET: leader,
    'POST ?/verdict': by(leader, verdict),
    'POST ?/undo': leader,
    'POST ?/focus': leader,
    'POST ?/unfocus': leader,
    'POST ?/hide': by(leader, () => ({ reason: 'Un nom' })),
  },
  [`${GATHERING}/write`]: { GET: { who: guest, ...toJoin }, 'POST ?/note': by(guest, written, toJoin) },
  [`${GATHERING}/notes`]: { POST: by(guest, written) },
  [`${GATHERING}/wall`]: { GET: { who: guest, ...toJoin }, 'POST ?/asking': by(guest, note, toJoin) },
  [`${GROUP}/synthesis`]: {
    GET: leader,
    'POST ?/write': by(leader, synthesis),
    'POST ?/validate': by(leader, validation),
  },
  [`${GROUP}/synthesis/screen`]: { GET: leader },
  [`${GROUP}/publication`]: { GET: preparers, POST: preparers },
  [`${STEP}/relay`]: { GET: ['relay'], POST: by(['relay'], visit) },
  [`${STEP}/relay/[visit]`]: {
    GET: ['relay'],
    'POST ?/note': by(['relay'], written),
    'POST ?/strike': by(['relay'], (town) => ({ note: roomOf(town).visitNoteId })),
    'POST ?/end': by(['relay'], () => ({ ...sent(), readBack: 'yes' })),
  },
  [`${STEP}/campaign`]: {
    GET: campaigners,
    'POST ?/message': by(campaigners, () => ({ text: 'Bonjour, nous venons écouter', seen: '0' })),
    'POST ?/block': by(['coordinator'], () => ({ ...sent(), name: 'Îlot 4' })),
    'POST ?/retire': by(['coordinator'], (town) => ({ block: roomOf(town).blockId })),
  },
  [`${STEP}/imports`]: { GET: planners, POST: planners },
  // An import is its uploader's alone.
  [`${STEP}/imports/[batch]`]: {
    GET: ['coordinator'],
    'POST ?/mapping': by(['coordinator'], mapping),
    'POST ?/sheet': by(['coordinator'], () => ({ sheet: '0' })),
    'POST ?/confirm': by(['coordinator'], () => ({ whole: '' })),
  },
  // Whoever may import may undo what anybody brought in.
  [`${STEP}/imports/[finished]/undoing`]: { GET: planners, POST: planners },
};
