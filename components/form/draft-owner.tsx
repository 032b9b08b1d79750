'use client'

import { createContext, type ReactNode, useContext } from 'react'

const DraftOwnerContext = createContext<string | undefined>(undefined)

/** Says whose drafts the forms below keep in this browser. */
export function DraftOwner({ userId, children }: { userId: string; children: ReactNode }) {
  return <DraftOwnerContext value={userId}>{children}</DraftOwnerContext>
}

/** Id of the user whose drafts are kept. */
export function useDraftOwner(): string {
  const userId = useContext(DraftOwnerContext)
  if (userId === undefined) throw new Error('no owner of drafts')
  return userId
}
