'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { EmptyState } from '@/components/ui/empty-state'
import type { Subscriber } from '@/lib/client/external-param-queries'

const columns = ['iccid', 'imsi', 'msisdn', 'imei'] as const

type SubscriberRowsProps = { pages: readonly (readonly Subscriber[])[]; search: string }

/** The SIMs that have been read so far, by the pages in which they came. */
export function SubscriberRows({ pages, search }: SubscriberRowsProps) {
  const t = useTranslations('externalParams.sims')
  const tFind = useTranslations('externalParams.subscribers')
  if (pages.every(({ length }) => length === 0)) {
    return (
      <div className="rounded-lg border bg-surface shadow-card">
        <EmptyState title={search === '' ? t('none') : tFind('noMatch', { search })} />
      </div>
    )
  }
  return (
    <ul
      aria-label={t('caption')}
      className={classNames(
        'divide-y divide-line rounded-lg border bg-surface shadow-card',
        // Of a long list only what is near the window is laid out and painted.
        pages.length > 1 && '[&>li]:[contain-intrinsic-size:auto_4.5rem] [&>li]:[content-visibility:auto]',
      )}
    >
      {pages.map((rows) => (
        <SubscriberPage key={rows[0]?.subscriberId} rows={rows} />
      ))}
    </ul>
  )
}

/** The rows of one page. They do not change when the next hundred comes, and are not made anew. */
const SubscriberPage = memo(function SubscriberPage({ rows }: { rows: readonly Subscriber[] }) {
  const t = useTranslations('externalParams.sims.columns')
  const labels = columns.map((column) => ({ column, label: t(column) }))
  return rows.map((row) => <SubscriberRow key={row.subscriberId} row={row} labels={labels} />)
})

type SubscriberRowProps = { row: Subscriber; labels: readonly { column: (typeof columns)[number]; label: string }[] }

/** One SIM. */
function SubscriberRow({ row, labels }: SubscriberRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-0.5 px-5 py-2.5">
      <dl className="grid min-w-0 flex-1 grid-cols-1 gap-x-6 gap-y-0.5 sm:grid-cols-2 lg:grid-cols-[1.3fr_1.1fr_1fr_1.1fr]">
        {labels.map(({ column, label }) => (
          <div key={column} className="flex min-w-0 gap-2 lg:block">
            <dt className="w-16 shrink-0 text-ink-muted text-xs leading-5 lg:w-auto">{label}</dt>
            <dd className="min-w-0 break-all tabular-nums">{row[column] || '–'}</dd>
          </div>
        ))}
      </dl>
      {row.status ? (
        <span className="lg:w-28 lg:text-end">
          <Badge tone={row.status === 'ACTIVE' ? 'success' : 'neutral'}>{row.status}</Badge>
        </span>
      ) : null}
    </li>
  )
}
