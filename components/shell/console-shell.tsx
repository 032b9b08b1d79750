import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Brand } from './brand'
import { Navigation } from './navigation'

type ConsoleShellProps = {
  /** Name of the parent customer that the user works for. */
  customerName: string
  /** Id of that customer, where the user sees nothing but its profile. */
  profileId?: string
  /** Who is signed in: the user's menu, the way out. */
  account: ReactNode
  children: ReactNode
}

/** The frame of every page of the console. */
export function ConsoleShell({ customerName, profileId, account, children }: ConsoleShellProps) {
  const t = useTranslations('shell')
  return (
    <>
      <a
        href="#main"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded bg-accent px-4 py-2.5 font-medium text-accent-ink focus:translate-y-0 focus:shadow-overlay"
      >
        {t('skipToContent')}
      </a>
      <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-b bg-surface px-4 sm:px-5">
        <Link href="/customers" prefetch={false} className="rounded-sm">
          <Brand compact />
        </Link>
        <span aria-hidden="true" className="h-5 w-px bg-line" />
        <p className="min-w-0 truncate text-ink-muted">{customerName}</p>
        <div className="ms-auto flex items-center gap-1">{account}</div>
      </header>
      <div className="lg:flex">
        <Navigation profileId={profileId} />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-6 pb-28 sm:px-6 lg:px-8 lg:pb-12">
          <div className="mx-auto max-w-page">{children}</div>
        </main>
      </div>
    </>
  )
}
