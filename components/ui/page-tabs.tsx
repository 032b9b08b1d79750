'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names'

export type PageTab = {
  href: string
  title: string
  /** Whether the pages below its path are its own, too. */
  withBelow?: boolean
  /** Stands behind the title. */
  badge?: ReactNode
}

/** Pages that belong together, one of them open. On a small screen the strip scrolls, and brings the open one into sight. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  const pathname = usePathname()
  const strip = useRef<HTMLUListElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page brings its own tab into sight.
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])

  return (
    <nav aria-label={label} className="-mx-4 mb-5 border-b px-4 sm:mx-0 sm:px-0">
      <ul ref={strip} className="-mb-px flex gap-1 overflow-x-auto">
        {tabs.map(({ href, title, withBelow = false, badge }) => {
          const current = pathname === href || (withBelow && pathname.startsWith(`${href}/`))
          return (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                prefetch={false}
                aria-current={current ? 'page' : undefined}
                className={classNames(
                  'flex min-h-control items-center gap-1.5 border-b-2 px-3 font-medium transition-colors duration-fast focus-visible:-outline-offset-2 pointer-coarse:min-h-touch',
                  current ? 'border-accent-text text-accent-text' : 'border-transparent text-ink-muted hover:text-ink',
                )}
              >
                {title}
                {badge}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
