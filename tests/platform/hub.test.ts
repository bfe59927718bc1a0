import pg from 'pg';
import { describe, expect, inject, test, vi } from 'vitest';
import { openHub } from '#lib/platform/hub.server.ts';
import { newDatabase } from '#tests/support/database.ts';

const CHANGED = { topic: 'gathering:1', territoryId: 't' };

function broken(error: unknown): never {
  throw error;
}

describe('the hub', () => {
  test('tells those who listen to a topic, once for each time something was said', () => {
    const hub = openHub(undefined, broken);
    const heard = vi.fn();
    const stop = hub.listen('gathering:1', heard);
    hub.tell([CHANGED, CHANGED, { topic: 'gathering:2', territoryId: 't' }]);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    hub.tell([CHANGED]);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('one listener that fails keeps nobody else from hearing, and is reported', () => {
    const failed = vi.fn();
    const hub = openHub(undefined, failed);
    const heard = vi.fn();
    hub.listen('gathering:1', () => broken(new Error('no')));
    hub.listen('gathering:1', heard);
    hub.tell([CHANGED]);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ message: 'no' }));
  });

  test('public pages are out of date at once, or within a second for what comes in hundreds', () => {
    vi.useFakeTimers();
    const hub = openHub(undefined, broken);
    const before = hub.versionsNow();
    hub.tell([{ territoryId: 't' }]);
    expect(hub.versionOf('t')).toBe(before('t') + 1);
    expect(hub.versionOf('another')).toBe(before('another'));
    for (let turn = 0; turn < 100; turn++) hub.tell([{ territoryId: 't', unhurried: true }]);
    expect(hub.versionOf('t')).toBe(before('t') + 1);
    vi.advanceTimersByTime(1000);
    expect(hub.versionOf('t')).toBe(before('t') + 2);
    vi.useRealTimers();
  });

  test('lets go of everything that was held, but not of what has ended by itself', () => {
    const hub = openHub(undefined, broken);
    const [stays, leaves] = [vi.fn(), vi.fn()];
    hub.hold(stays);
    hub.hold(leaves)();
    hub.letGo();
    expect(stays).toHaveBeenCalledTimes(1);
    expect(leaves).not.toHaveBeenCalled();
  });
});

// PGlite carries no notification from one connection to another.
describe.runIf(inject('postgres').kind === 'installed')('the hub between processes', () => {
  test('what one process says, the others hear; and it hears itself only once', async () => {
    const place = await newDatabase();
    const [here, there] = [openHub(place.url, broken), openHub(place.url, broken)];
    const [heardHere, heardThere] = [vi.fn(), vi.fn()];
    here.listen('gathering:1', heardHere);
    there.listen('gathering:1', heardThere);
    await vi.waitFor(() => {
      here.tell([CHANGED]);
      expect(heardThere).toHaveBeenCalled();
    }, 5000);
    expect(heardHere).toHaveBeenCalled();
    expect(there.versionOf('t')).toBeGreaterThan(0);
    const said = heardHere.mock.calls.length;
    here.tell([CHANGED]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heardHere).toHaveBeenCalledTimes(said + 1);
    await Promise.all([here.close(), there.close()]);
    await place.remove();
  });

  test('a line that broke is taken up again, and everyone looks anew, since nobody knows what was missed', async () => {
    const place = await newDatabase();
    const failed = vi.fn();
    const hub = openHub(place.url, failed);
    const heard = vi.fn();
    hub.listen('gathering:1', heard);
    const before = hub.versionOf('t');
    const admin = new pg.Client({ connectionString: place.url });
    await admin.connect();
    const others =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    await vi.waitFor(async () => {
      const { rowCount } = await admin.query(others);
      expect(rowCount).toBeGreaterThan(0);
    }, 5000);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 5000);
    expect(failed).toHaveBeenCalled();
    expect(hub.versionOf('t')).toBeGreaterThan(before);
    await hub.close();
    await admin.end();
    await place.remove();
  });

  test('more is said at once than one notification carries', async () => {
    const place = await newDatabase();
    const [here, there] = [openHub(place.url, broken), openHub(place.url, broken)];
    const heard = vi.fn();
    there.listen('last', heard);
    const many = Array.from({ length: 500 }, (_, turn) => ({
      topic: `gathering:${turn}`,
      territoryId: 't'.repeat(22),
    }));
    await vi.waitFor(() => {
      here.tell([...many, { topic: 'last', territoryId: 't' }]);
      expect(heard).toHaveBeenCalled();
    }, 5000);
    await Promise.all([here.close(), there.close()]);
    await place.remove();
  });
});
