'use client'

import { ArrowLeftRight, type LucideIcon, Settings, UserRound, UsersRound } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'

type Destination = {
  href: string
  /** The part of the console that it leads to, where that is more than the page itself. */
  room?: string
  text: 'customers' | 'profile' | 'requests' | 'settings'
  icon: LucideIcon
}

const settings: Destination = { href: '/settings/security', room: '/settings', text: 'settings', icon: Settings }
const destinations: Destination[] = [
  { href: '/customers', text: 'customers', icon: UsersRound },
  { href: '/requests', text: 'requests', icon: ArrowLeftRight },
  settings,
]

type NavigationProps = {
  /** Id of the user's own customer, where the user sees nothing but that. */
  profileId?: string
}

/** The main navigation: a column beside the page, a bar at the bottom of a small screen. */
export function Navigation({ profileId }: NavigationProps) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const offered: Destination[] = profileId
    ? [{ href: `/customers/${encodeURIComponent(profileId)}`, text: 'profile', icon: UserRound }, settings]
    : destinations
  return (
    <nav
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-20 border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:sticky lg:top-14 lg:h-[calc(100dvh-3.5rem)] lg:w-56 lg:shrink-0 lg:border-e lg:border-t-0 lg:bg-transparent"
    >
      <ul className="flex lg:flex-col lg:gap-0.5 lg:p-3">
        {offered.map(({ href, room = href, text, icon: Icon }) => {
          const current = pathname === href || pathname.startsWith(`${room}/`)
          return (
            <li key={href} className="flex-1">
              {/* No prefetch: the code of a page that may never be opened is not part of this one. */}
              <Link
                href={href}
                prefetch={false}
                aria-current={current ? 'page' : undefined}
                className={classNames(
                  'flex min-h-14 flex-col items-center justify-center gap-0.5 font-medium text-xs transition-colors duration-fast focus-visible:-outline-offset-2',
                  'lg:min-h-control lg:flex-row lg:justify-start lg:gap-2.5 lg:rounded lg:px-2.5 lg:text-base',
                  current ? 'text-accent-text lg:bg-accent-soft' : 'text-ink-muted hover:text-ink lg:hover:bg-muted',
                )}
              >
                <Icon aria-hidden="true" className="size-5 lg:size-4.5" />
                {t(text)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
