'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { RetryAlert } from '@/components/ui/retry-alert'
import { Skeleton } from '@/components/ui/skeleton'
import { allSubscribersOptions, type Subscriber } from '@/lib/client/external-param-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'

/** Distance from the end of the list at which the next hundred is read. */
const readAhead = '1200px'

const columns = ['iccid', 'imsi', 'msisdn', 'imei'] as const

/** Every SIM of a sub-customer, to read: its parameters are its own matter. The next hundred comes as one scrolls. */
export function SubscriberList({ customerId }: { customerId: string }) {
  const t = useTranslations('externalParams.sims')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const list = useInfiniteQuery(allSubscribersOptions(customerId))
  const rows = list.data?.pages.flatMap(({ content }) => content)
  const total = list.data?.pages[0]?.pageable?.totalElements ?? rows?.length ?? 0
  const isMore = list.hasNextPage && !list.isFetchingNextPage && !list.isFetchNextPageError

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <p className="max-w-prose text-ink-muted">{t('text')}</p>
        <p role="status" className="text-ink-muted text-sm tabular-nums">
          {rows ? t('count', { shown: rows.length, total }) : null}
        </p>
      </div>
      {list.error ? (
        <RetryAlert
          title={t('failed')}
          retryLabel={tCommon('retry')}
          busy={list.isFetching}
          onRetry={() => (rows ? list.fetchNextPage() : list.refetch())}
        >
          {tRefusal(refusalMessageKey(list.error))}
        </RetryAlert>
      ) : null}
      {rows ? <SubscriberRows rows={rows} /> : list.error ? null : <Skeleton className="h-96 w-full" />}
      <NextPage wanted={isMore} busy={list.isFetchingNextPage} onWanted={() => void list.fetchNextPage()} />
    </div>
  )
}

function SubscriberRows({ rows }: { rows: readonly Subscriber[] }) {
  const t = useTranslations('externalParams.sims')
  if (rows.length === 0) {
    return (
      <div className="rounded-lg border bg-surface shadow-card">
        <EmptyState title={t('none')} />
      </div>
    )
  }
  return (
    <ul aria-label={t('caption')} className="divide-y divide-line rounded-lg border bg-surface shadow-card">
      {rows.map((row) => (
        <SubscriberRow key={row.subscriberId} row={row} />
      ))}
    </ul>
  )
}

/** One SIM. It is laid out and painted only near the window, so that any number of them scrolls. */
function SubscriberRow({ row }: { row: Subscriber }) {
  const t = useTranslations('externalParams.sims.columns')
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-0.5 px-5 py-2.5 [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
      <dl className="grid min-w-0 flex-1 grid-cols-1 gap-x-6 gap-y-0.5 sm:grid-cols-2 lg:grid-cols-[1.3fr_1.1fr_1fr_1.1fr]">
        {columns.map((column) => (
          <div key={column} className="flex min-w-0 gap-2 lg:block">
            <dt className="w-16 shrink-0 text-ink-muted text-xs leading-5 lg:w-auto">{t(column)}</dt>
            <dd className="min-w-0 break-all tabular-nums">{row[column] || '–'}</dd>
          </div>
        ))}
      </dl>
      {row.status ? <Badge tone={row.status === 'ACTIVE' ? 'success' : 'neutral'}>{row.status}</Badge> : null}
    </li>
  )
}

type NextPageProps = { wanted: boolean; busy: boolean; onWanted: () => void }

/** Asks for more as soon as its place comes near; the button is for those whose browser does not tell. */
function NextPage({ wanted, busy, onWanted }: NextPageProps) {
  const t = useTranslations('externalParams.sims')
  const place = useRef<HTMLDivElement>(null)
  const ask = useEffectEvent(onWanted)

  useEffect(() => {
    if (!wanted || !place.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && ask(), { rootMargin: readAhead })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [wanted])

  return (
    <div ref={place} className="flex min-h-control justify-center">
      {wanted || busy ? (
        <Button busy={busy} onClick={onWanted}>
          {t(busy ? 'loadingMore' : 'more')}
        </Button>
      ) : null}
    </div>
  )
}
