'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SectionCard } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { latestImportsOptions } from '@/lib/client/value-import'

/** The parent's latest imports; nothing where there are none. */
export function ImportLatest() {
  const t = useTranslations('externalParams.import')
  const { data } = useQuery(latestImportsOptions())
  if (!data || data.length === 0) return null
  return (
    <SectionCard id="import-latest" title={t('latest')}>
      <ul className="grid gap-2">
        {data.map(({ id, definitionName, state, rowCount, createdAt, userName }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <Link href={`?id=${id}`} prefetch={false} className="font-medium text-accent-text underline">
              {t('latestLink', { name: definitionName, count: rowCount })}
            </Link>
            <span className="text-ink-muted">{t('latestText', { state: t(`states.${state}`), userName })}</span>
            <LocalTime at={createdAt} />
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
