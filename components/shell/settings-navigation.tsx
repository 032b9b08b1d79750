'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'

type SettingsNavigationProps = {
  mayReadAudit: boolean
  /** Whether the user's customer keeps external parameters that he may see. */
  keepsParams: boolean
}

/** The pages of the settings that the user may see. */
export function SettingsNavigation({ mayReadAudit, keepsParams }: SettingsNavigationProps) {
  const t = useTranslations('shell.settingsPages')
  const pathname = usePathname()
  const pages = [
    { href: '/settings/security', text: t('security') },
    ...(keepsParams ? [{ href: '/settings/external-parameters', text: t('externalParameters') }] : []),
    ...(mayReadAudit ? [{ href: '/settings/audit', text: t('audit') }] : []),
  ]
  return (
    <nav aria-label={t('navigation')} className="mb-5 border-b">
      <ul className="-mb-px flex gap-1 overflow-x-auto">
        {pages.map(({ href, text }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              prefetch={false}
              aria-current={pathname.startsWith(href) ? 'page' : undefined}
              className={classNames(
                'flex min-h-control items-center border-b-2 px-3 font-medium transition-colors duration-fast focus-visible:-outline-offset-2 pointer-coarse:min-h-touch',
                pathname.startsWith(href)
                  ? 'border-accent-text text-accent-text'
                  : 'border-transparent text-ink-muted hover:text-ink',
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
