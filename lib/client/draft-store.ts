import * as z from 'zod/mini'
import { openDraft, readDraftKey, sealDraft } from './draft-seal'

/** What a draft is of. Ids are all that can be read of it in the storage. */
export type DraftSubject = {
  userId: string
  /** Which form: a draft of one is never offered in another. */
  form: string
  /** Id of the customer, or of whatever the form is about. */
  subjectId: string
  /** Version of the form: a draft of another one would not fit it. */
  version: number
}

/** A draft from before. What is `undefined` in a draft is absent here, as in all JSON. */
export type KeptDraft = { draft: unknown; keptAt: Date; note?: unknown }

/** Keeps one draft in this browser, sealed. */
export type DraftStore = {
  /**
   * Keeps a draft in place of the one before. It does not throw.
   * @param note anything that belongs to the draft, such as what stood when it was begun
   * @returns whether it was kept; false also where a later `keep` or `drop` has overtaken it
   */
  keep: (draft: unknown, note?: unknown) => Promise<boolean>
  /**
   * The draft from before. One that is too old, of another version or cannot be opened is removed; so are everybody's that are too old.
   * @throws when there is one and its key cannot be had: nobody knows what it holds then, and it stays
   */
  find: () => Promise<KeptDraft | undefined>
  /** Removes the draft that was found or kept here. Another one, which another tab has kept since, stays. It does not throw. */
  drop: () => void
}

type DraftStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

const prefix = 'selfcare-draft:'

/** How long a draft is kept, in milliseconds: 7 days. */
export const draftLifeMs = 7 * 24 * 60 * 60 * 1000

const stored = z.strictObject({ version: z.number(), keptAtMs: z.number(), iv: z.string(), sealed: z.string() })
type Stored = z.output<typeof stored>

const opened = z.object({ draft: z.unknown(), note: z.optional(z.unknown()) })

/**
 * The draft of one user, form and customer in this browser. Nothing is read, asked for or written before a method is called.
 * @param storage throws where the browser has none
 * @param nowMs the clock, in milliseconds since the epoch
 */
export function draftStore(
  { userId, form, subjectId, version }: DraftSubject,
  storage: () => DraftStorage = () => localStorage,
  nowMs: () => number = Date.now,
): DraftStore {
  const at = prefix + [userId, form, subjectId].map(encodeURIComponent).join(':')
  /** What stands in the storage as far as this store knows. */
  let known: string | null = null
  /** Counts what was asked for: a slow seal must not overwrite what came after it. */
  let turn = 0
  let keyed: Promise<CryptoKey> | undefined

  function draftKey(): Promise<CryptoKey> {
    keyed ??= readDraftKey(userId).catch((error: unknown) => {
      keyed = undefined
      throw error
    })
    return keyed
  }

  // Its place, version and time are sealed with it: it cannot be moved to another customer or made younger.
  const placeOf = (keptAtMs: number) => JSON.stringify([at, version, keptAtMs])

  async function keep(draft: unknown, note?: unknown): Promise<boolean> {
    turn += 1
    const mine = turn
    try {
      const keptAtMs = nowMs()
      const text = JSON.stringify({ draft, note })
      const value: Stored = { version, keptAtMs, ...(await sealDraft(await draftKey(), placeOf(keptAtMs), text)) }
      if (mine !== turn) return false
      const raw = JSON.stringify(value)
      storage().setItem(at, raw)
      known = raw
      return true
    } catch {
      // No key, no room, no storage: the form goes on without.
      return false
    }
  }

  async function find(): Promise<KeptDraft | undefined> {
    const raw = rawDraft(storage, at, nowMs())
    if (raw === null) return undefined
    const value = readStored(raw)
    const text =
      value?.version === version
        ? await openDraft(await draftKey(), placeOf(value.keptAtMs), value).catch(() => undefined)
        : undefined
    known = raw
    if (value && text !== undefined) return { ...opened.parse(JSON.parse(text)), keptAt: new Date(value.keptAtMs) }
    drop()
    return undefined
  }

  function drop(): void {
    turn += 1
    try {
      if (known !== null && storage().getItem(at) === known) storage().removeItem(at)
    } catch {
      // Where there is no storage, there is no draft.
    }
    known = null
  }

  return { keep, find, drop }
}

/** What stands at a place, after everybody's drafts that are too old have been removed. null also without a storage. */
function rawDraft(storage: () => DraftStorage, at: string, nowMs: number): string | null {
  try {
    const drafts = storage()
    const places = Array.from({ length: drafts.length }, (_, index) => drafts.key(index))
    for (const place of places) {
      if (place?.startsWith(prefix) && isOver(drafts.getItem(place), nowMs)) drafts.removeItem(place)
    }
    return drafts.getItem(at)
  } catch {
    return null
  }
}

/** A time that lies as far ahead is that of a clock which was wrong: it would never pass. */
function isOver(raw: string | null, nowMs: number): boolean {
  const value = readStored(raw)
  return value === undefined || Math.abs(nowMs - value.keptAtMs) >= draftLifeMs
}

function readStored(raw: string | null): Stored | undefined {
  try {
    return stored.parse(JSON.parse(raw ?? ''))
  } catch {
    return undefined
  }
}
