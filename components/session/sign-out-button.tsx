'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useHydrated } from '@/components/form/use-hydrated'
import { IconButton } from '@/components/ui/icon-button'
import { Spinner } from '@/components/ui/spinner'
import { useSignOut } from './use-sign-out'

/** Ends the session. The document is loaded anew, so nothing that was read stays in memory. */
export function SignOutButton() {
  const t = useTranslations('shell')
  const { busy, leave } = useSignOut()
  // Pressed before the code is there, it would do nothing and say nothing.
  const ready = useHydrated()
  return (
    <IconButton
      label={t('signOut')}
      icon={busy ? <Spinner /> : <LogOut aria-hidden="true" className="size-4 rtl:-scale-x-100" />}
      disabled={!ready}
      aria-disabled={busy || undefined}
      onClick={leave}
      className="disabled:opacity-100"
    />
  )
}
