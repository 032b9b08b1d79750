import type { ReactNode } from 'react'
import { SettingsNavigation } from '@/components/shell/settings-navigation'
import { requirePageSession } from '@/lib/server/session'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { user } = await requirePageSession()
  return (
    <>
      <SettingsNavigation mayReadAudit={user.role === 'ROLE_SUPER_ADMIN'} />
      {children}
    </>
  )
}
