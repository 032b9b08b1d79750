'use client'

import { createContext } from 'react'

/** What a form that edits something knows of what stood before. */
export type ChangeTracking = {
  /** What stands at a name, as the draft has it. */
  before: (name: string) => unknown
  /** Whether a request that changes it is under way. */
  isUnderWay: (name: string) => boolean
}

/** Given by a form that edits; a form that creates has nothing to compare with. */
export const ChangeTrackingContext = createContext<ChangeTracking | undefined>(undefined)
