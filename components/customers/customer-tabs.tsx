'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { customerPath, type EditSectionId, useEditSections } from './edit-sections'

type CustomerTabsProps = {
  customerId: string
  /** Whether the pages of what a parent keeps about a sub-customer are offered, too. */
  isSubCustomer: boolean
  /** How many changes that are not sent each page of the form holds. */
  changes?: ReadonlyMap<EditSectionId, number>
}

/** The pages about one customer. */
export function CustomerTabs({ customerId, isSubCustomer, changes }: CustomerTabsProps) {
  const t = useTranslations('customerDetails.tabs')
  const pathname = usePathname()
  const strip = useRef<HTMLUListElement>(null)
  const sections = useEditSections(customerId)
  const path = customerPath(customerId)
  const tabs = [
    ...sections.map(({ id, title, href }) => ({ href, title, count: changes?.get(id) ?? 0 })),
    ...(isSubCustomer
      ? [
          { href: `${path}/external-parameters`, title: t('externalParameters'), count: 0 },
          { href: `${path}/requests`, title: t('requests'), count: 0 },
        ]
      : []),
  ]

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page brings its own tab into sight.
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])

  return (
    <nav aria-label={t('navigation')} className="-mx-4 mb-5 border-b px-4 sm:mx-0 sm:px-0">
      <ul ref={strip} className="-mb-px flex gap-1 overflow-x-auto">
        {tabs.map(({ href, title, count }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              prefetch={false}
              aria-current={pathname === href ? 'page' : undefined}
              className={classNames(
                'flex min-h-control items-center gap-1.5 border-b-2 px-3 font-medium transition-colors duration-fast focus-visible:-outline-offset-2 pointer-coarse:min-h-touch',
                pathname === href
                  ? 'border-accent-text text-accent-text'
                  : 'border-transparent text-ink-muted hover:text-ink',
              )}
            >
              {title}
              {count > 0 ? (
                <span className="min-w-5 rounded-full bg-warning-soft px-1.5 text-center font-medium text-warning-text text-xs">
                  <span aria-hidden="true">{count}</span>
                  <span className="sr-only">{t('changes', { count })}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
