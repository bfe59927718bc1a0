import type { Draft, Outgoing, Shelf } from '#lib/definitions/outbox.ts';

/**
 * The device's shelf: a database in the browser; where that is refused, as some do in private windows, the browser's
 * simpler storage; where that is refused too, the page itself, which says so.
 * @param box of the room and of who writes
 */
export function openShelf(box: string): Shelf {
  const [database, storage, page] = [inDatabase(box), inStorage(box), inPage()];
  const places = [database, storage, page];
  const everywhere = async (work: (place: Shelf) => Promise<void>) =>
    void (await Promise.allSettled(places.map((place) => work(place))));
  const ready = moveOver(storage, database).catch(() => undefined);
  return {
    async list() {
      await ready;
      return (await Promise.all(places.map((place) => place.list().catch(() => [])))).flat();
    },
    async add(drafts) {
      await ready;
      for (const place of places) if (await succeeds(place.add(drafts))) return;
    },
    mark: (sentId, refused) => everywhere((place) => place.mark(sentId, refused)),
    remove: (sentId) => everywhere((place) => place.remove(sentId)),
  };
}

const succeeds = (work: Promise<void>) =>
  work.then(
    () => true,
    () => false,
  );

/** What waited where earlier versions kept it, or where the database was refused the last time. */
async function moveOver(from: Shelf, to: Shelf): Promise<void> {
  const notes = await from.list();
  if (notes.length === 0) return;
  await to.add(notes);
  for (const note of notes) await from.remove(note.sentId);
}

const STORE = 'notes';

type Mode = 'read' | 'add' | 'change';

/** Each answer comes after the disk has it. The database gives the places: they grow across pages and restarts. */
function inDatabase(box: string): Shelf {
  const change = (sentId: string, work: (cursor: IDBCursorWithValue) => void) =>
    within('change', (store) => {
      const found = store.index('sentId').openCursor(sentId);
      found.onsuccess = () => found.result && work(found.result);
    });
  return {
    async list() {
      let found: IDBRequest<Outgoing[]> | undefined;
      await within('read', (store) => (found = store.index('box').getAll(box) as IDBRequest<Outgoing[]>));
      return found?.result ?? [];
    },
    add: (drafts) =>
      within('add', (store) => {
        for (const draft of drafts) addOnce(store, { ...noteOf(draft), box });
      }),
    mark: (sentId, refused) => change(sentId, (cursor) => cursor.update({ ...(cursor.value as Outgoing), refused })),
    remove: (sentId) => change(sentId, (cursor) => cursor.delete()),
  };
}

/** Without its place, which the database gives. */
function noteOf({ sentId, fields, refused }: Draft & Pick<Outgoing, 'refused'>) {
  return { sentId, fields, refused };
}

function addOnce(store: IDBObjectStore, note: Draft & { readonly box: string }): void {
  store.add(note).onerror = (event) => {
    // It is there already, of this id: everything else ends the whole addition.
    if ((event.target as IDBRequest).error?.name !== 'ConstraintError') return;
    event.preventDefault();
    event.stopPropagation();
  };
}

let opened: Promise<IDBDatabase> | undefined;

/** One transaction. A phone that slept finds its connection closed: then once more. @throws when there is no database */
async function within(mode: Mode, work: (store: IDBObjectStore) => void): Promise<void> {
  try {
    await transact(await (opened ??= open()), mode, work);
  } catch {
    opened = open();
    await transact(await opened, mode, work);
  }
}

function transact(database: IDBDatabase, mode: Mode, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // What is written is on the disk before anybody is told so; what was sent and comes back after a crash is sent anew.
    const durability = mode === 'add' ? 'strict' : 'relaxed';
    const transaction = database.transaction(STORE, mode === 'read' ? 'readonly' : 'readwrite', { durability });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The device kept nothing'));
    work(transaction.objectStore(STORE));
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('boussole', 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: 'place', autoIncrement: true });
      store.createIndex('box', 'box');
      store.createIndex('sentId', 'sentId', { unique: true });
    };
    request.onsuccess = () => {
      // A later version of the program may want to change it.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('There is no database'));
  });
}

/** One entry for each note, so that two open pages don't overwrite each other. */
function inStorage(box: string): Shelf {
  const prefix = `boussole:${box}:`;
  const list = async () =>
    inOrder(
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Outgoing),
    );
  const put = (note: Outgoing) => localStorage.setItem(prefix + note.sentId, JSON.stringify(note));
  return {
    list,
    async add(drafts) {
      for (const draft of drafts) put({ ...draft, place: nextPlace(await list()) });
    },
    async mark(sentId, refused) {
      const note = (await list()).find((one) => one.sentId === sentId);
      if (note) put({ ...note, refused });
    },
    remove: async (sentId) => localStorage.removeItem(prefix + sentId),
  };
}

function inPage(): Shelf {
  let notes: Outgoing[] = [];
  return {
    list: async () => notes,
    async add(drafts) {
      for (const draft of drafts) notes = [...notes, { ...draft, place: nextPlace(notes), fleeting: true }];
    },
    async mark(sentId, refused) {
      notes = notes.map((note) => (note.sentId === sentId ? { ...note, refused } : note));
    },
    async remove(sentId) {
      notes = notes.filter((note) => note.sentId !== sentId);
    },
  };
}

function inOrder(notes: Outgoing[]): Outgoing[] {
  return [...notes].sort((a, b) => a.place - b.place || (a.sentId < b.sentId ? -1 : 1));
}

/** After everything that is there. */
function nextPlace(notes: readonly Outgoing[]): number {
  return Math.max(0, ...notes.map((note) => note.place)) + 1;
}
