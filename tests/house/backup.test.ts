import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '#db/backup.ts';
import { findFaults, rebuildCounters } from '#db/check.ts';
import { restore } from '#db/restore.ts';
import type { Db } from '#lib/platform/tables.ts';
import { eachDatabase, newDatabase, openTestHouse, type TestHouse } from '#tests/support/database.ts';
import { makeTown } from '#tests/support/territory.ts';

const keep = (id: string) => (db: Db, now: number) =>
  db.insertInto('kept_form').values({ id, path: '/', body: '', kept_at: now }).execute();

function idsIn(file: string): string[] {
  const database = new SqliteDatabase(file, { readonly: true });
  const ids = database.prepare('select id from kept_form').pluck().all() as string[];
  database.close();
  return ids;
}

function run(program: string, args: string[], environment: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('a backup', () => {
  let folder: string;
  let file: string;
  let copy: string;
  let house: TestHouse;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'boussole-backup-'));
    file = join(folder, 'boussole.db');
    copy = join(folder, 'backups', 'copy.db');
    house = await openTestHouse(`file:${file}`);
  });

  afterEach(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('made while people write is whole, and holds everything that was confirmed before', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, turn) => house.write(keep(`before${turn}`))));
    let writing = true;
    let written = 0;
    const load = (async () => {
      while (writing) await house.write(keep(`during${written++}`));
    })();
    await backUp(file, copy);
    writing = false;
    await load;
    expect(written).toBeGreaterThan(0);
    const ids = new Set(idsIn(copy));
    for (let turn = 0; turn < 300; turn++) expect(ids).toContain(`before${turn}`);
    // Nothing is missing in the middle: what was confirmed later is only there when everything before it is.
    const during = [...ids].filter((id) => id.startsWith('during')).length;
    for (let turn = 0; turn < during; turn++) expect(ids).toContain(`during${turn}`);
  });

  test('is one file that only its owner can read, and never replaces another', async () => {
    await backUp(file, copy);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['copy.db']);
    expect(statSync(copy).mode & 0o077).toBe(0);
    const before = readFileSync(copy);
    await house.write(keep('later'));
    await expect(backUp(file, copy)).rejects.toThrow('is there already');
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  test('of a database that isn’t there is refused', async () => {
    await expect(backUp(join(folder, 'nothing.db'), copy)).rejects.toThrow('There is no database at');
    expect(existsSync(copy)).toBe(false);
  });

  describe('brought back', () => {
    test('is the database as it was, and what was there since is kept aside', async () => {
      await house.write(keep('before'));
      await backUp(file, copy);
      await house.write(keep('after'));
      await house.close();
      const aside = restore(copy, file, true);
      expect(idsIn(file)).toEqual(['before']);
      expect(idsIn(aside ?? '').sort()).toEqual(['after', 'before']);
      const again = await openTestHouse(`file:${file}`);
      await again.write(keep('and on'));
      await again.close();
      expect(idsIn(file).sort()).toEqual(['and on', 'before']);
    });

    test('to an empty place', async () => {
      await house.write(keep('before'));
      await backUp(file, copy);
      const place = join(folder, 'elsewhere', 'new.db');
      expect(restore(copy, place, false)).toBeUndefined();
      expect(idsIn(place)).toEqual(['before']);
    });

    test('replaces nothing unless that was said', async () => {
      await backUp(file, copy);
      await house.write(keep('after'));
      await house.close();
      expect(() => restore(copy, file, false)).toThrow('--replace');
      expect(idsIn(file)).toEqual(['after']);
    });

    test('not while the program is running', async () => {
      await backUp(file, copy);
      await house.write(keep('after'));
      expect(() => restore(copy, file, true)).toThrow('is in use');
      await house.write(keep('still running'));
      expect(idsIn(file)).toHaveLength(2);
    });

    test('not when it is damaged, empty, something else, or newer than the program', async () => {
      await Promise.all(Array.from({ length: 300 }, (_, turn) => house.write(keep(`id${turn}`))));
      await backUp(file, copy);
      await house.close();
      const before = idsIn(file).length;
      const bad = join(folder, 'bad.db');
      const bytes = readFileSync(copy);
      const broken = Buffer.from(bytes);
      broken.fill(0xff, broken.length - 8192);
      writeFileSync(bad, broken);
      expect(() => restore(bad, file, true)).toThrow(/is damaged|isn’t a database/);
      writeFileSync(bad, bytes.subarray(0, bytes.length / 2));
      expect(() => restore(bad, file, true)).toThrow(/is damaged|isn’t a database/);
      writeFileSync(bad, 'Qu’est-ce que le bien-être ?\n'.repeat(100));
      expect(() => restore(bad, file, true)).toThrow('isn’t a database');
      writeFileSync(bad, '');
      expect(() => restore(bad, file, true)).toThrow('isn’t a database of Boussole');
      writeFileSync(bad, bytes);
      const newer = new SqliteDatabase(bad);
      newer.prepare("insert into kysely_migration (name, timestamp) values ('999_later', '')").run();
      newer.close();
      expect(() => restore(bad, file, true)).toThrow('newer version of Boussole (it has 999_later)');
      expect(() => restore(join(folder, 'nothing'), file, true)).toThrow('There is no file');
      expect(idsIn(file)).toHaveLength(before);
    });
  });

  test('is made and brought back by the commands', async () => {
    await house.write(keep('before'));
    const made = run('db/backup.ts', [copy], { DATABASE_URL: `file:${file}` });
    expect(made.said).toContain(`Backed up to ${copy}`);
    expect(made.status).toBe(0);
    const place = join(folder, 'new.db');
    const back = run('db/restore.ts', [copy], { DATABASE_URL: `file:${place}` });
    expect(back.said).toContain('Restored');
    expect(idsIn(place)).toEqual(['before']);
    const refused = run('db/restore.ts', [copy], { DATABASE_URL: `file:${place}` });
    expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('add --replace') as string });
    expect(run('db/restore.ts', [], { DATABASE_URL: `file:${place}` }).status).toBe(1);
  });
});

describe('a backup of PostgreSQL', () => {
  const hasPgDump = spawnSync('pg_dump', ['--version']).status === 0;

  test.runIf(hasPgDump)('is made by its own tool', async () => {
    const place = await newDatabase();
    const house = await openTestHouse(place.url);
    await house.write(keep('before'));
    const folder = mkdtempSync(join(tmpdir(), 'boussole-dump-'));
    const copy = join(folder, 'copy.dump');
    const made = run('db/backup.ts', [copy], { DATABASE_URL: place.url });
    expect(made).toMatchObject({ status: 0, said: expect.stringContaining('Backed up') as string });
    const listing = spawnSync('pg_restore', ['--list', copy], { encoding: 'utf8' }).stdout;
    expect(listing).toContain('kept_form');
    await house.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  test('where that tool is missing, it is said how to do it', () => {
    const made = run('db/backup.ts', ['/tmp/never.dump'], {
      DATABASE_URL: 'postgres://x@127.0.0.1:1/x',
      PATH: '/nowhere',
    });
    expect(made).toMatchObject({ status: 1, said: expect.stringContaining('pg_dump isn’t installed') as string });
  });
});

eachDatabase('checking the data', (open) => {
  test('finds nothing wrong with a town made by commands', async () => {
    const house = await open();
    await makeTown(house);
    expect(await findFaults(house.connections)).toEqual([]);
  });

  test('finds a counter that differs from its facts, and makes it again', async () => {
    const house = await open();
    const town = await makeTown(house);
    await house.write((db) =>
      db.updateTable('gathering').set({ people: 7 }).where('id', '=', town.gatheringId).execute(),
    );
    await house.write((db) =>
      db
        .insertInto('note_count')
        .values({
          territory_id: town.territory.id,
          cycle_id: town.cycle.id,
          group_id: town.groupId,
          question_id: town.questionIds[0] ?? '',
          gathering_id: '',
          notes: 3,
          criteria: 0,
        })
        .execute(),
    );
    expect(await findFaults(house.connections)).toEqual([expect.stringContaining('is counted 3, but there are 0')]);
    await rebuildCounters(house.connections);
    expect(await findFaults(house.connections)).toEqual([]);
  });
});
