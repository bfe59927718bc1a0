import { expect, test } from 'vitest';
import { openHub } from '#lib/platform/hub.server.ts';
import { streamChanges } from '#lib/platform/stream.server.ts';

const hub = () =>
  openHub(undefined, (error) => {
    throw error;
  });
const say = (to: ReturnType<typeof hub>) => to.tell([{ topic: 'room', territoryId: 't' }]);

function listen(to: ReturnType<typeof hub>, signal = new AbortController().signal) {
  const reader = streamChanges(to, 'room', signal).body?.getReader();
  if (!reader) throw new Error('no body');
  const decoder = new TextDecoder();
  return { reader, next: async () => decoder.decode((await reader.read()).value) };
}

test('says that there is a change at once, and again each time, and nothing of what it is', async () => {
  const here = hub();
  const { next } = listen(here);
  expect(await next()).toBe('retry: 2000\n\nevent: change\ndata: \n\n');
  say(here);
  expect(await next()).toBe('event: change\ndata: \n\n');
});

test('a hundred changes that a slow phone has not taken are one change', async () => {
  const here = hub();
  const { reader, next } = listen(here);
  for (let turn = 0; turn < 100; turn++) say(here);
  await next();
  expect(await next()).toBe('event: change\ndata: \n\n');
  const more = await Promise.race([reader.read(), new Promise((resolve) => setTimeout(resolve, 50, 'nothing more'))]);
  expect(more).toBe('nothing more');
});

test('ends when the server lets go, and when the phone goes away; neither is told anything any more', async () => {
  const here = hub();
  const first = listen(here);
  const gone = new AbortController();
  const second = listen(here, gone.signal);
  gone.abort();
  await second.reader.cancel();
  say(here);
  await first.next();
  await first.next();
  here.letGo();
  expect((await first.reader.read()).done).toBe(true);
  say(here);
});
