import type { ReactNode } from 'react'
import { SettingsNavigation } from '@/components/shell/settings-navigation'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const session = await requirePageSession()
  return (
    <>
      <SettingsNavigation mayReadAudit={mayOnPage(session, 'readAudit')} keepsParams={session.reach.kind === 'own'} />
      {children}
    </>
  )
}
