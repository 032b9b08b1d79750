/** Texts by their place. Whatever is asked of it fails where the browser has no room, or no drawer at all. */
export type DraftDrawer = {
  get: (place: string) => Promise<string | undefined>
  /** Puts a text in place of the one before. Once this is done the text outlives the browser, even one that is killed. */
  put: (place: string, text: string) => Promise<void>
  /** Removes a text, unless another one stands in its place by then. */
  delete: (place: string, text: string) => Promise<void>
  /** Removes, wherever it stands, every text that is over. */
  sweep: (isOver: (text: string) => boolean) => Promise<void>
}

const databaseName = 'selfcare-drafts'
const storeName = 'drafts'

let opening: Promise<IDBDatabase> | undefined

/** The drawer of this browser, in IndexedDB: localStorage comes to the disk only seconds after it was written. Nothing is opened before it is used. */
export const draftDrawer: DraftDrawer = {
  async get(place) {
    let reading: IDBRequest<string | undefined> | undefined
    await transact('readonly', (drafts) => {
      reading = drafts.get(place)
    })
    return reading?.result
  },
  put: (place, text) =>
    transact('readwrite', (drafts) => {
      drafts.put(text, place)
      // A page that is about to go may not be there any more to let the transaction end by itself.
      drafts.transaction.commit()
    }),
  delete: (place, text) =>
    transact('readwrite', (drafts) => {
      const reading = drafts.get(place)
      reading.onsuccess = () => {
        if (reading.result === text) drafts.delete(place)
      }
    }),
  sweep: (isOver) =>
    transact('readwrite', (drafts) => {
      const reading = drafts.openCursor()
      reading.onsuccess = () => {
        const { result: cursor } = reading
        if (cursor && isOver(cursor.value)) cursor.delete()
        cursor?.continue()
      }
    }),
}

/** Does its work in one transaction: of those that write, each begins when the one before has ended, in other tabs, too. */
async function transact(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => void): Promise<void> {
  opening ??= openDatabase()
  const database = await opening.catch((error: unknown) => {
    opening = undefined
    throw error
  })
  const transaction = database.transaction(storeName, mode)
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    work(transaction.objectStore(storeName))
  })
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      // The browser closes it when its user has the data of the site removed; the next use opens another one.
      request.result.onclose = () => {
        opening = undefined
      }
      resolve(request.result)
    }
  })
}
