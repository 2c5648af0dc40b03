import type { ModelSnapshot } from '../engine/model.ts';

/** A workbook as it is kept in this browser. */
export interface KeptWorkbook {
  readonly snapshot: ModelSnapshot;
  /** Id of the sheet that was in front. */
  readonly active: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

/** The workbooks of this browser, by name. */
export interface WorkbookShelf {
  /** In the order of the alphabet. */
  names(): Promise<readonly string[]>;
  take(name: string): Promise<KeptWorkbook | undefined>;
  put(name: string, workbook: KeptWorkbook): Promise<void>;
  /** Puts a workbook under another name; false where that name is taken or the first does not exist. */
  rename(from: string, to: string): Promise<boolean>;
}

const store = 'workbooks';

/** Opens the shelf in the browser's database, and makes it where it does not exist. */
export async function openShelf(database = 'stem-workbench'): Promise<WorkbookShelf> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(store);
  const db = await answer(opening);
  const reading = () => db.transaction(store).objectStore(store);
  return {
    async names() {
      const names = (await answer(reading().getAllKeys())).map(String);
      return names.sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }));
    },
    take: (name) => answer(reading().get(name) as IDBRequest<KeptWorkbook | undefined>),
    async put(name, workbook) {
      const writing = db.transaction(store, 'readwrite', { durability: 'strict' });
      writing.objectStore(store).put(workbook, name);
      // At once: a page that is being left lives too short for a commit of its own accord.
      writing.commit();
      await finished(writing);
    },
    async rename(from, to) {
      const writing = db.transaction(store, 'readwrite');
      const books = writing.objectStore(store);
      const [kept, taken] = await Promise.all([
        answer(books.get(from) as IDBRequest<KeptWorkbook | undefined>),
        answer(books.getKey(to)),
      ]);
      if (kept === undefined || taken !== undefined) return false;
      books.put(kept, to);
      books.delete(from);
      await finished(writing);
      return true;
    },
  };
}

const answer = <result>(request: IDBRequest<result>): Promise<result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser’s database gave no answer'));
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser’s database did not keep it'));
  });
