'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { RetryAlert } from '@/components/ui/retry-alert'
import { SearchField } from '@/components/ui/search-field'
import { Skeleton } from '@/components/ui/skeleton'
import { useAddressFilter } from '@/components/ui/use-address-filter'
import { allSubscribersOptions } from '@/lib/client/external-param-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { SubscriberRows } from './subscriber-rows'

/** Distance from the end of the list at which the next hundred is read. */
const readAhead = '1200px'

const readSearch = (params: URLSearchParams) => ({ query: params.get('query') ?? '' })

/** Every SIM of a sub-customer, to read: its parameters are its own matter. The next hundred comes as one scrolls. */
export function SubscriberList({ customerId }: { customerId: string }) {
  const t = useTranslations('externalParams.sims')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const tFind = useTranslations('externalParams.subscribers')
  const announce = useAnnounce()
  const { filter, replace } = useAddressFilter(readSearch)
  const { query } = filter
  const list = useInfiniteQuery(allSubscribersOptions(customerId, query))
  // A hundred rows are a task of their own: drawn in between what the user does, not before it.
  const pages = useDeferredValue(list.data?.pages)
  const rows = pages?.flatMap(({ content }) => content)
  const total = list.data?.pages[0]?.pageable?.totalElements ?? rows?.length ?? 0
  const isMore = list.hasNextPage && !list.isFetchingNextPage && !list.isFetchNextPageError

  const settled = list.isSuccess && !list.isPlaceholderData

  useEffect(() => {
    if (settled && query !== '') announce(tFind('found', { count: total }))
  }, [settled, query, total, announce, tFind])

  return (
    <div className="grid gap-4">
      <SearchField
        label={tFind('search')}
        placeholder={tFind('searchPlaceholder')}
        clearLabel={tFind('clearSearch')}
        search={query}
        onSearch={(wanted) => replace({ query: wanted })}
        className="sm:w-96"
      />
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
      {pages ? (
        <SubscriberRows pages={pages.map(({ content }) => content)} search={query} />
      ) : list.error ? null : (
        <Skeleton className="h-96 w-full" />
      )}
      <NextPage wanted={isMore} busy={list.isFetchingNextPage} onWanted={() => void list.fetchNextPage()} />
    </div>
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
