import { afterEach, describe, expect, test, vi } from 'vitest';
import { openHub } from '#lib/platform/hub.server.ts';
import { eventOf, streamEvents, type Line } from '#lib/platform/stream.server.ts';

const hub = openHub(undefined, (error) => {
  throw error as Error;
});

afterEach(() => hub.letGo());

const stays = () => Promise.resolve(() => undefined);
const ask = (places: Record<string, number>, begin: (line: Line) => Promise<() => void> = stays, method = 'GET') => {
  const browser = new AbortController();
  return {
    response: streamEvents(hub, places, { method, signal: browser.signal }, begin),
    leave: () => browser.abort(),
  };
};
const statuses = (asked: readonly { response: Response }[]) => asked.map(({ response }) => response.status);

describe('a stream of events', () => {
  test('finds a place up to the most of each name and no further, until one is given back', () => {
    const places = { 'address a': 2, all: 3 };
    const [first, ...others] = [ask(places), ask(places)];
    expect(statuses([first as NonNullable<typeof first>, ...others])).toEqual([200, 200]);
    const { response } = ask(places);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
    // A refusal takes no place under the other name.
    expect(statuses([ask({ 'address b': 2, all: 3 }), ask({ 'address b': 2, all: 3 })])).toEqual([200, 429]);
    first?.leave();
    first?.leave();
    expect(statuses([ask(places), ask(places)])).toEqual([200, 429]);
  });

  test('takes no place and ends at once for whoever asks for its head alone', async () => {
    const heads = [ask({ all: 1 }, stays, 'HEAD'), ask({ all: 1 }, stays, 'HEAD')];
    expect(statuses(heads)).toEqual([200, 200]);
    expect(heads[0]?.response.headers.get('content-type')).toBe('text/event-stream');
    expect(await heads[0]?.response.text()).toBe('');
    expect(ask({ all: 1 }).response.status).toBe(200);
  });

  test('gives its place back when it ends itself, when it can’t begin, and when the server lets go', async () => {
    const places = { all: 1 };
    const left = vi.fn();
    const ends = ask(places, async ({ say, end }) => {
      say(eventOf('state', { phase: 'opening' }));
      end();
      return left;
    });
    expect(await ends.response.text()).toBe('retry: 2000\n\nevent: state\ndata: {"phase":"opening"}\n\n');
    expect(left).toHaveBeenCalledTimes(1);
    await expect(ask(places, () => Promise.reject(new Error('no'))).response.text()).rejects.toThrow('no');
    const { response } = ask(places, () => Promise.resolve(left));
    expect(response.status).toBe(200);
    await Promise.resolve();
    hub.letGo();
    expect(left).toHaveBeenCalledTimes(2);
    expect(ask(places).response.status).toBe(200);
  });
});
