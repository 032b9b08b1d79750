'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { signOut } from '@/lib/client/sign-in'
import { leaveFor } from './leave-for'
import { tellTabs } from './session-channel'

/** Ends the session, on the server and in every tab. */
export function useSignOut() {
  const t = useTranslations('shell')
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)

  async function leave() {
    if (busy) return
    setBusy(true)
    const ended = await signOut().catch(() => false)
    if (ended) {
      tellTabs({ kind: 'signedOut' })
      await leaveFor('/sign-in', { unasked: true })
    }
    setBusy(false)
    announce(t('signOutFailed'), 'assertive')
  }

  return { busy, leave }
}
