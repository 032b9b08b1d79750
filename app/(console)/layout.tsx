import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { DraftOwner } from '@/components/form/draft-owner'
import { QueryProvider } from '@/components/session/query-provider'
import { SessionKeeper } from '@/components/session/session-keeper'
import { SignOutButton } from '@/components/session/sign-out-button'
import { readTheme, themeCookie } from '@/components/session/theme'
import { UserMenu } from '@/components/session/user-menu'
import { ConsoleShell } from '@/components/shell/console-shell'
import { LiveRegionProvider } from '@/components/ui/live-region'
import { requirePageSession } from '@/lib/server/session'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { user, customer, reach } = await requirePageSession()
  const profileId = reach.kind === 'profile' ? customer.customerId : undefined
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  const account = (
    <>
      <UserMenu name={user.name} email={user.email} role={user.role} theme={theme} />
      <SignOutButton />
    </>
  )
  return (
    <NextIntlClientProvider>
      <QueryProvider>
        <LiveRegionProvider>
          <ConsoleShell customerName={customer.customerName} profileId={profileId} account={account}>
            <DraftOwner userId={user.id}>{children}</DraftOwner>
          </ConsoleShell>
          <SessionKeeper user={{ id: user.id, email: user.email }} />
        </LiveRegionProvider>
      </QueryProvider>
    </NextIntlClientProvider>
  )
}
