import { guardHistory } from './guard-history'
import { guardLinks } from './guard-links'
import { type EditedPage, leadsAway } from './leads-away'

/** Whether what is unsaved is kept in this browser, all of it or all but identity documents. */
export type Kept = boolean | 'exceptIdentity'

/** Something on the page that can be unsaved. */
export type Guard = EditedPage & {
  isUnsaved: () => boolean
  kept: Kept
  /** Shows the question, or takes it away. */
  show: (question: Question | undefined) => void
  /** The user has said that what is unsaved may go. */
  letGo: () => void
}

/** Whether the page may be left. Both answers end the question. */
export type Question = {
  /** Of all that would go. */
  kept: Kept
  stay: () => void
  leave: () => void
}

const guards = new Set<Guard>()
/** Who shows the question: of several with something unsaved one alone, also when the next step is held back before it is answered. */
let asking: Guard | undefined
let watching: ReturnType<typeof watch> | undefined

/**
 * Holds back what leads away from something unsaved on this page, until the user has been asked. However many guard the page, he is asked once
 * for all that would go.
 * @returns gives the guard up again
 */
export function guardPage(guard: Guard): () => void {
  guards.add(guard)
  watching ??= watch()
  // Where the browser does not tell of entries, this is how a page that came by a link is known.
  watching.settle()
  return () => {
    guards.delete(guard)
    if (asking === guard) endQuestion()
    if (guards.size > 0) return
    watching?.free()
    watching = undefined
  }
}

function watch() {
  const freeLinks = guardLinks((href) => unsavedBefore(window.location.href, href), ask)
  const { settle, free } = guardHistory({
    isSamePage: (from, to) => ![...guards].some((guard) => leadsAway(to, from, guard)),
    unsavedBefore,
    ask,
  })
  return {
    settle,
    free: () => {
      freeLinks()
      free()
    },
  }
}

/** The guards of what a step from one address to another would lose. */
function unsavedBefore(from: string, to: string): Guard[] {
  return [...guards].filter((guard) => leadsAway(to, from, guard) && guard.isUnsaved())
}

function ask(concerned: readonly Guard[], goOn: () => void): void {
  asking ??= concerned[0]
  asking?.show({
    kept: concerned.every(({ kept }) => kept) && (concerned.some(isPartly) ? 'exceptIdentity' : true),
    stay: endQuestion,
    leave: () => {
      for (const guard of concerned) guard.letGo()
      endQuestion()
      goOn()
    },
  })
}

function isPartly({ kept }: Guard): boolean {
  return kept === 'exceptIdentity'
}

function endQuestion(): void {
  asking?.show(undefined)
  asking = undefined
}
