'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Change, changesOf } from '@/lib/forms/patch'
import type { CustomerEdit } from './use-customer-edit'

/** Pause in typing after which the changes are counted again, in milliseconds: no keystroke waits for it. */
const pauseMs = 120

/** What the edit form would change, as it stood a moment ago. */
export function useEditChanges({ form, basis, patchNow }: CustomerEdit): readonly Change[] {
  const [changes, setChanges] = useState<readonly Change[]>([])
  const { subscribe } = form
  const count = useCallback(() => setChanges(changesOf(basis.edited, patchNow())), [basis, patchNow])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    count()
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(count, pauseMs)
      },
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [subscribe, count])

  return changes
}
