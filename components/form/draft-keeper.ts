import { draftToKeep } from '@/lib/forms/draft-to-keep'

/** A draft from before, as the browser has kept it. */
export type OfferedDraft = { draft: unknown; keptAt: Date; note?: unknown }

/** Where a draft is kept, such as `draftStore` of lib/client. What is newer wins there. */
export type DraftPlace = {
  keep: (draft: unknown, note?: unknown) => Promise<unknown>
  /** Throws when nobody can say what is there. */
  find: () => Promise<OfferedDraft | undefined>
  drop: () => void
}

type DraftKeeperOptions = {
  place: DraftPlace
  /** What is unsaved and may be kept, read in a pause; undefined when there is nothing. */
  read: () => unknown
  /** What belongs to the draft besides, such as what stood when it was begun. */
  note?: () => unknown
  /** Told of a draft from before, and of undefined once it has been decided about. */
  onOffer: (offered: OfferedDraft | undefined) => void
}

/** Pause in typing after which the draft is kept, in milliseconds: no keystroke waits for it. */
export const keepingPauseMs = 400

/**
 * Keeps what is typed on a form, and offers what was kept before. There is one place for both, so nothing is written there as long as a draft
 * from before may stand in it undecided: what is typed meanwhile is kept as soon as that one is decided about.
 */
export function draftKeeper({ place, read, note, onOffer }: DraftKeeperOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let changed = false
  let looking: Promise<void> | undefined
  let looked = false
  let offered: OfferedDraft | undefined
  let left = false

  /** Looks for a draft from before; after a failure the next pause looks again. */
  function look(): Promise<void> {
    looking ??= place
      .find()
      .then(
        (found) => {
          looked = true
          // A form that was left while we looked offers nothing any more, and writes nothing over what was found.
          offered = found
          if (found && !left) onOffer(found)
          save()
        },
        () => {},
      )
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  /** Keeps what has changed since the last time, without waiting for a pause. */
  function save(): void {
    clearTimeout(timer)
    if (!changed || offered) return
    if (!looked) {
      if (!left) look()
      return
    }
    changed = false
    const draft = read()
    if (draft === undefined) place.drop()
    else place.keep(draftToKeep(draft), draftToKeep(note?.()))
  }

  /** To be called after each change of the form. */
  function change(): void {
    changed = true
    clearTimeout(timer)
    timer = setTimeout(save, keepingPauseMs)
  }

  function decide(): void {
    offered = undefined
    onOffer(undefined)
  }

  return {
    look,
    change,
    save,
    /** The draft from before is on the form now, or will be: what is there is kept in its place from here on. */
    accept(): void {
      decide()
      change()
    },
    /** The draft from before goes; what was typed meanwhile takes its place. */
    discard(): void {
      decide()
      place.drop()
      save()
    },
    /** What is on the form needs no keeping any more: it has been sent. A draft from before that is still offered stays. */
    drop(): void {
      clearTimeout(timer)
      changed = false
      if (!offered) place.drop()
    },
    /** The form goes away. */
    stop(): void {
      save()
      left = true
    },
  }
}
export type DraftKeeper = ReturnType<typeof draftKeeper>
