import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  openOutbox,
  type Answer,
  type Outbox,
  type Outgoing,
  type Shelf,
  type Standstill,
} from '#lib/definitions/outbox.ts';

/** What stays on the device when its pages are closed. */
function aShelf(): Shelf {
  let notes: Outgoing[] = [];
  let places = 0;
  return {
    list: async () => notes,
    async add(drafts) {
      const fresh = drafts.filter(({ sentId }) => notes.every((note) => note.sentId !== sentId));
      notes = [...notes, ...fresh.map((draft) => ({ ...draft, place: ++places }))];
    },
    async mark(sentId, refused) {
      notes = notes.map((note) => (note.sentId === sentId ? { ...note, refused } : note));
    },
    async remove(sentId) {
      notes = notes.filter((note) => note.sentId !== sentId);
    },
  };
}

type Fate = Answer | 'lost';

interface Page {
  readonly outbox: Outbox;
  readonly states: { notes: Outgoing[]; standstill: Standstill }[];
  readonly steps: (() => void)[];
}

/** A page that writes; the server answers as `fates` says, one after the other, and keeps from then on. */
function aPage(shelf: Shelf, fates: Fate[] = [], server: string[] = []): Page {
  const steps: (() => void)[] = [];
  const states: Page['states'] = [];
  const outbox = openOutbox({
    shelf,
    send: async ({ sentId }) => {
      const fate = fates.shift() ?? { kind: 'kept' };
      await ticks(sentId.length % 3);
      // The server has kept it, and the phone never hears of it.
      if ((fate === 'lost' || fate.kind === 'kept') && !server.includes(sentId)) server.push(sentId);
      await ticks(sentId.length % 5);
      return fate === 'lost' ? { kind: 'away' } : fate;
    },
    later: (_pause, step) => {
      steps.push(step);
      return () => void steps.splice(0, steps.length, ...steps.filter((one) => one !== step));
    },
    changed: (state) => void states.push(state),
    kept: () => undefined,
  });
  return { outbox, states, steps };
}

async function ticks(number: number): Promise<void> {
  for (let tick = 0; tick < number; tick++) await Promise.resolve();
}

const draft = (sentId: string) => ({ sentId, fields: { text: 'Un banc' } });

test('what is written while the network is away waits, is said to wait, and is sent in order when it is back', async () => {
  const server: string[] = [];
  const { outbox, states } = aPage(aShelf(), [{ kind: 'away' }, { kind: 'away' }, { kind: 'away' }], server);
  await outbox.add([draft('a')]);
  await outbox.add([draft('b')]);
  await outbox.flush();
  expect(states.at(-1)).toMatchObject({ standstill: 'away', notes: [{ sentId: 'a' }, { sentId: 'b' }] });
  expect(server).toEqual([]);
  await outbox.flush();
  await outbox.flush();
  expect(server).toEqual(['a', 'b']);
  expect(states.at(-1)).toEqual({ standstill: undefined, notes: [] });
});

test('a dead network is tried again by itself', async () => {
  const server: string[] = [];
  const { outbox, steps } = aPage(aShelf(), [{ kind: 'away' }, { kind: 'away' }], server);
  await outbox.add([draft('a')]);
  await outbox.flush();
  expect(steps).toHaveLength(1);
  steps[0]?.();
  await outbox.flush();
  expect(server).toEqual(['a']);
});

test('what the server can’t take stays with its author, with the reason, and doesn’t hold up the others', async () => {
  const [shelf, server] = [aShelf(), [] as string[]];
  const { outbox } = aPage(shelf, [{ kind: 'refused', reason: 'La rencontre est close.' }], server);
  await outbox.add([draft('a'), draft('b')]);
  await outbox.flush();
  expect(server).toEqual(['b']);
  expect(await shelf.list()).toMatchObject([{ ...draft('a'), refused: 'La rencontre est close.' }]);
  await outbox.retry('a');
  expect(server).toEqual(['b', 'a']);
  expect(await shelf.list()).toEqual([]);
});

test('while its author has to sign in again nothing is sent, and then everything', async () => {
  const [shelf, server] = [aShelf(), [] as string[]];
  const { outbox, states, steps } = aPage(shelf, [{ kind: 'held' }], server);
  await outbox.add([draft('a'), draft('b')]);
  await ticks(40);
  expect(states.at(-1)).toMatchObject({ standstill: 'held', notes: [{ sentId: 'a' }, { sentId: 'b' }] });
  expect([server, steps]).toEqual([[], []]);
  await outbox.flush();
  expect(server).toEqual(['a', 'b']);
});

test('words leave their field only when they are on the shelf', async () => {
  let onDisk = () => {};
  const shelf = aShelf();
  const slow = { ...shelf, add: () => new Promise<void>((resolve) => (onDisk = resolve)) };
  let emptied = false;
  void aPage(slow)
    .outbox.add([draft('a')])
    .then(() => (emptied = true));
  await ticks(20);
  expect(emptied).toBe(false);
  onDisk();
  await ticks(20);
  expect(emptied).toBe(true);
});

/** A page's hand on the shelf: once the page is killed, nothing comes back to it and nothing more is done. */
function handOn(shelf: Shelf, onShelf: string[]): { shelf: Shelf; kill(): void } {
  let dead = false;
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    const never = new Promise<never>(() => undefined);
    await ticks(2);
    const done = dead ? await never : await work();
    await ticks(1);
    return dead ? never : done;
  };
  return {
    kill: () => (dead = true),
    shelf: {
      list: () => alive(() => shelf.list()),
      add: (drafts) =>
        alive(() => {
          onShelf.push(...drafts.map(({ sentId }) => sentId));
          return shelf.add(drafts);
        }),
      mark: (sentId, refused) => alive(() => shelf.mark(sentId, refused)),
      remove: (sentId) => alive(() => shelf.remove(sentId)),
    },
  };
}

test('however two tabs send, lose answers, are killed and opened again, each note is kept once, in order', async () => {
  const step = fc.record({
    what: fc.constantFrom('write', 'write', 'resend', 'away', 'lost', 'held', 'kept', 'kill', 'reconnect'),
    tab: fc.constantFrom(0, 1),
    wait: fc.nat(12),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 50 }), async (script) => {
      const shelf = aShelf();
      const [server, onShelf, emptied, fates] = [[] as string[], [] as string[], [] as string[], [] as Fate[]];
      const open = () => {
        const hand = handOn(shelf, onShelf);
        return { ...aPage(hand.shelf, fates, server), kill: hand.kill };
      };
      const tabs = [open(), open()];
      let written = 0;
      for (const { what, tab, wait } of script) {
        const page = tabs[tab] ?? open();
        if (what === 'write') {
          const sentId = 'n'.repeat(++written);
          void page.outbox.add([draft(sentId)]).then(() => emptied.push(sentId));
        } else if (what === 'resend') void page.outbox.flush();
        else if (what === 'reconnect') page.steps.splice(0).forEach((again) => again());
        else if (what === 'kill') {
          page.kill();
          tabs[tab] = open();
        } else fates.push(what === 'lost' ? 'lost' : { kind: what });
        await ticks(wait);
      }
      await ticks(200);
      fates.length = 0;
      const last = open();
      for (let turn = 0; turn < 3; turn++) await last.outbox.flush();
      expect(server).toEqual(onShelf);
      expect(emptied.filter((sentId) => !server.includes(sentId))).toEqual([]);
      expect(await shelf.list()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
