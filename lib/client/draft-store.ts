import * as z from 'zod/mini'
import { type DraftDrawer, draftDrawer } from './draft-drawer'
import { openDraft, readDraftKey, sealDraft } from './draft-seal'

/** What a draft is of. Ids are all that can be read of it in the drawer. */
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
  /**
   * Removes the draft that was found or kept here, after all that was asked for before and ahead of all that is asked for from then on. Another
   * one, which another tab has kept since, stays. It does not throw.
   */
  drop: () => void
}

/** How long a draft is kept, in milliseconds: 7 days. */
export const draftLifeMs = 7 * 24 * 60 * 60 * 1000

const stored = z.strictObject({ version: z.number(), keptAtMs: z.number(), iv: z.string(), sealed: z.string() })
type Stored = z.output<typeof stored>

const opened = z.object({ draft: z.unknown(), note: z.optional(z.unknown()) })

/**
 * The draft of one user, form and customer in this browser. Nothing is read, asked for or written before a method is called.
 * @param nowMs the clock, in milliseconds since the epoch
 */
export function draftStore(
  { userId, form, subjectId, version }: DraftSubject,
  drawer: DraftDrawer = draftDrawer,
  nowMs: () => number = Date.now,
): DraftStore {
  const at = [userId, form, subjectId].map(encodeURIComponent).join(':')
  /** What stands in the drawer as far as this store knows. */
  let known: string | undefined
  /** Counts what was asked for: a slow seal must not overwrite what came after it. */
  let turn = 0
  /** What was asked of the drawer last. It never rejects. */
  let last: Promise<unknown> = Promise.resolve()
  let keyed: Promise<CryptoKey> | undefined

  /** Begins once all that was asked of the drawer before has ended. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const working = last.then(work)
    last = working.catch(() => {})
    return working
  }

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
      const raw = JSON.stringify(value)
      return await inTurn(async () => {
        if (mine !== turn) return false
        await drawer.put(at, raw)
        known = raw
        return true
      })
    } catch {
      // No key, no room, no drawer: the form goes on without.
      return false
    }
  }

  async function find(): Promise<KeptDraft | undefined> {
    const raw = await inTurn(look).catch(() => undefined)
    if (raw === undefined) return undefined
    const value = readStored(raw)
    const text =
      value?.version === version
        ? await openDraft(await draftKey(), placeOf(value.keptAtMs), value).catch(() => undefined)
        : undefined
    known = raw
    if (value && text !== undefined) return { ...opened.parse(JSON.parse(text)), keptAt: new Date(value.keptAtMs) }
    await remove()
    return undefined
  }

  /** What stands at the place, after everybody's drafts that are too old have been removed. */
  async function look(): Promise<string | undefined> {
    const lookedAtMs = nowMs()
    await drawer.sweep((text) => isOver(text, lookedAtMs))
    return drawer.get(at)
  }

  function remove(): Promise<void> {
    turn += 1
    const removing = inTurn(async () => {
      if (known !== undefined) await drawer.delete(at, known)
      known = undefined
    })
    // Where there is no drawer, there is no draft.
    return removing.catch(() => {})
  }

  return { keep, find, drop: () => void remove() }
}

/** A time that lies as far ahead is that of a clock which was wrong: it would never pass. */
function isOver(raw: string, nowMs: number): boolean {
  const value = readStored(raw)
  return value === undefined || Math.abs(nowMs - value.keptAtMs) >= draftLifeMs
}

function readStored(raw: string): Stored | undefined {
  try {
    return stored.parse(JSON.parse(raw))
  } catch {
    return undefined
  }
}
