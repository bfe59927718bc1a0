import * as v from 'valibot';
import {
  choice,
  day,
  id,
  ids,
  line,
  optionalId,
  optionalWhole,
  sentId,
  ticked,
  typed,
  whole,
} from '#lib/platform/form.ts';
import { CHANNELS, PHASES, type Channel } from '#lib/territory/tables.ts';

const time = v.pipe(
  typed,
  v.trim(),
  v.check((typed) => typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'definitions.gathering.time'),
  v.transform((typed) => typed || null),
);

const facts = {
  place: line(120),
  day,
  time,
  facilitators: v.pipe(ids, v.minLength(1, 'definitions.gathering.noFacilitator')),
};

/** By each way of inviting: whether it is taken, and how many people are asked so, where somebody counted. */
type Asked = Record<`by-${Channel}`, typeof ticked> & Record<`asked-${Channel}`, ReturnType<typeof optionalWhole>>;
const asked = Object.fromEntries(
  CHANNELS.flatMap((channel) => [
    [`by-${channel}`, ticked],
    [`asked-${channel}`, optionalWhole(1, 100_000)],
  ]),
) as Asked;

/** What was ticked, or counted without a tick. */
function invitationsOf(typed: v.InferOutput<v.ObjectSchema<Asked, undefined>>) {
  return CHANNELS.map((channel) => ({ channel, people: typed[`asked-${channel}`], ticked: typed[`by-${channel}`] }))
    .filter(({ people, ticked }) => ticked || people !== null)
    .map(({ channel, people }) => ({ channel, people }));
}

/** What the form's fields hold for what is kept. */
export function typedInvitations(kept: readonly { channel: Channel; people: number | null }[]): Record<string, string> {
  return Object.fromEntries(
    kept.flatMap(({ channel, people }) => [
      [`by-${channel}`, 'yes'],
      [`asked-${channel}`, String(people ?? '')],
    ]),
  );
}

/** When and where a group meets, who facilitates, and how people are asked to come. */
export const gatheringForm = v.pipe(
  v.object({ group: id, ...facts, ...asked, sentId }),
  v.transform((typed) => ({ ...typed, invitations: invitationsOf(typed) })),
);

export const changeForm = v.pipe(
  v.object({ ...facts, ...asked }),
  v.transform((typed) => ({ ...typed, invitations: invitationsOf(typed) })),
);

/** Leading on: to which phase and question, from the one that the page showed. */
export const leadForm = v.object({ phase: choice(PHASES), question: optionalId, from: choice(PHASES) });

/** Closing although something is left open; from the phase that the page showed. */
export const closeForm = v.object({ from: choice(PHASES) });

/** Beginning an exercise. */
export const rehearsalForm = v.object({ sentId });

/** Minutes for the phase. */
export const timerForm = v.object({ minutes: whole(1, 60) });

export const presenceForm = v.object({ people: whole(0, 10_000) });
