'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'

const path = '/settings/external-parameters'
const sections = [
  { id: 'definitions', href: path },
  { id: 'subscribers', href: `${path}/subscribers` },
  { id: 'plans', href: `${path}/plans` },
  { id: 'import', href: `${path}/import` },
] as const

/** The pages about the parent's own external parameters. `mayImport`: whether the user may set many values at a time. */
export function ParamSections({ mayImport }: { mayImport: boolean }) {
  const t = useTranslations('externalParams.sections')
  const pathname = usePathname()
  return (
    <nav aria-label={t('navigation')} className="mb-5">
      <ul className="flex w-fit max-w-full gap-1 overflow-x-auto rounded-md border bg-muted p-1">
        {sections
          .filter(({ id }) => mayImport || id !== 'import')
          .map(({ id, href }) => (
            <li key={id} className="shrink-0">
              <Link
                href={href}
                prefetch={false}
                aria-current={pathname === href ? 'page' : undefined}
                className={classNames(
                  'flex min-h-control-sm items-center rounded-sm px-3 font-medium text-sm transition-colors duration-fast pointer-coarse:min-h-touch',
                  pathname === href ? 'bg-surface text-ink shadow-card' : 'text-ink-muted hover:text-ink',
                )}
              >
                {t(id)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
