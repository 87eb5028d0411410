// The file that was opened last, kept in the browser, so that a reload shows it again and nothing is sent anywhere.
const NAME = "bozzetto", STORE = "opened";

/** Does something with the store in one transaction; gives its result, or undefined where a browser keeps nothing. */
function within(mode, work) {
  return new Promise((done) => {
    let asked;
    try {
      asked = indexedDB.open(NAME, 1);
    } catch { done(undefined); return; }
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onerror = () => done(undefined);
    asked.onsuccess = () => {
      const base = asked.result, transaction = base.transaction(STORE, mode), request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => { base.close(); done(request.result); };
      transaction.onabort = transaction.onerror = () => { base.close(); done(undefined); };
    };
  });
}

/** Keeps a file in the place of the one before: { name, kind, data, key }. */
export const keepOpened = (file) => within("readwrite", (store) => { store.clear(); return store.put(file, file.name); });

/** The kept file of a name, or undefined. */
export const recallOpened = (name) => within("readonly", (store) => store.get(name));
