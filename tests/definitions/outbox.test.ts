import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOutbox, type Answer, type Outgoing, type Shelf } from '#lib/definitions/outbox.ts';

/** What stays on the device when the page is closed. */
function aShelf(): Shelf {
  const kept = new Map<string, Outgoing>();
  return {
    list: () => [...kept.values()],
    put: (note) => void kept.set(note.sentId, note),
    remove: (sentId) => void kept.delete(sentId),
  };
}

/** A page that writes; the server answers as `answers` says, one after the other, and keeps from then on. */
function aPage(shelf: Shelf, answers: (Answer | 'lost')[] = [], server: string[] = []) {
  const steps: (() => void)[] = [];
  const states: { notes: Outgoing[]; away: boolean }[] = [];
  const outbox = openOutbox({
    shelf,
    send: async (note) => {
      const answer = answers.shift() ?? { kind: 'kept' };
      // The server has kept it, and the phone never hears of it.
      const reaches = answer === 'lost' || answer.kind === 'kept';
      if (reaches && !server.includes(note.sentId)) server.push(note.sentId);
      return answer === 'lost' ? { kind: 'away' } : answer;
    },
    later: (_pause, step) => {
      steps.push(step);
      return () => void steps.splice(steps.indexOf(step), 1);
    },
    changed: (state) => void states.push(state),
    kept: () => undefined,
  });
  return { outbox, server, states, steps };
}

const fields = { text: 'Un banc' };

test('what is written while the network is away waits, is said to wait, and is sent in order when it is back', async () => {
  const page = aPage(aShelf(), [{ kind: 'away' }]);
  page.outbox.add('a', fields);
  page.outbox.add('b', fields);
  await page.outbox.flush();
  expect(page.states.at(-1)).toMatchObject({ away: true, notes: [{ sentId: 'a' }, { sentId: 'b' }] });
  await page.outbox.flush();
  expect(page.server).toEqual(['a', 'b']);
  expect(page.states.at(-1)).toEqual({ away: false, notes: [] });
});

test('a dead network is tried again by itself', async () => {
  const page = aPage(aShelf(), [{ kind: 'away' }]);
  page.outbox.add('a', fields);
  await page.outbox.flush();
  expect(page.steps).toHaveLength(1);
  page.steps[0]?.();
  await page.outbox.flush();
  expect(page.server).toEqual(['a']);
});

test('what the server can’t take stays with its author, with the reason, and doesn’t hold up the others', async () => {
  const shelf = aShelf();
  const page = aPage(shelf, [{ kind: 'refused', reason: 'La rencontre est close.' }]);
  page.outbox.add('a', fields);
  page.outbox.add('b', fields);
  await page.outbox.flush();
  expect(page.server).toEqual(['b']);
  expect(shelf.list()).toMatchObject([{ sentId: 'a', refused: 'La rencontre est close.', fields }]);
  await page.outbox.retry('a');
  expect(page.server).toEqual(['b', 'a']);
  expect(shelf.list()).toEqual([]);
});

test('however the page is closed, opened and cut off, each note reaches the server exactly once', async () => {
  const step = fc.constantFrom('write', 'away', 'lost', 'kept', 'reopen');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (script) => {
      const shelf = aShelf();
      const server: string[] = [];
      const answers: (Answer | 'lost')[] = [];
      let page = aPage(shelf, answers, server);
      const written: string[] = [];
      for (const one of script) {
        if (one === 'write') {
          written.push(`note ${written.length}`);
          page.outbox.add(written.at(-1) ?? '', fields);
        } else if (one === 'reopen') {
          page.outbox.close();
          page = aPage(shelf, answers, server);
        } else answers.push(one === 'lost' ? 'lost' : { kind: one });
        await Promise.resolve();
      }
      answers.length = 0;
      await page.outbox.flush();
      await page.outbox.flush();
      expect([...server].sort()).toEqual([...written].sort());
      expect(shelf.list()).toEqual([]);
    }),
  );
});
