'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { afterTyping } from '@/components/form/after-typing'
import { type Change, changesOf } from '@/lib/forms/patch'
import type { CustomerEdit } from './use-customer-edit'

const ChangesContext = createContext<readonly Change[]>([])

/** What the edit form around would change, as it stood a moment ago. */
export function useEditChanges(): readonly Change[] {
  return useContext(ChangesContext)
}

/** Counts what the edit form would change, for all that show it. */
export function EditChanges({ edit, children }: { edit: CustomerEdit; children: ReactNode }) {
  const { form, basis, patchNow } = edit
  const [changes, setChanges] = useState<readonly Change[]>([])
  const { subscribe } = form
  const count = useCallback(() => setChanges(changesOf(basis.edited, patchNow())), [basis, patchNow])

  useEffect(() => {
    count()
    return afterTyping(subscribe, count)
  }, [subscribe, count])

  return <ChangesContext value={changes}>{children}</ChangesContext>
}
