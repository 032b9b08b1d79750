'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useAnnounce } from '@/components/ui/live-region'
import { Spinner } from '@/components/ui/spinner'
import { signOut } from '@/lib/client/sign-in'

/** Ends the session. The document is loaded anew, so nothing that was read stays in memory. */
export function SignOutButton() {
  const t = useTranslations('shell')
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)

  async function leave() {
    if (busy) return
    setBusy(true)
    const ended = await signOut().catch(() => false)
    if (ended) return window.location.assign('/sign-in')
    setBusy(false)
    announce(t('signOutFailed'), 'assertive')
  }

  return (
    <IconButton
      label={t('signOut')}
      icon={busy ? <Spinner /> : <LogOut aria-hidden="true" className="size-4 rtl:-scale-x-100" />}
      aria-disabled={busy || undefined}
      onClick={leave}
    />
  )
}
