'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Alert } from '@/components/ui/alert'
import { useAnnounce } from '@/components/ui/live-region'
import { SearchField } from '@/components/ui/search-field'
import { useAddressFilter } from '@/components/ui/use-address-filter'
import { type Subscriber, subscribersOptions } from '@/lib/client/external-param-queries'
import type { ListedEntity } from './entity-item'
import { EntityList } from './entity-list'
import { EntityListState } from './entity-list-state'

const pageSize = 10

const readSearch = (params: URLSearchParams) => ({ query: params.get('query') ?? '' })

/** The parent's own SIMs, found by any of their numbers, with its values on each. */
export function SubscriberParams({ ownerId, mayEdit }: { ownerId: string; mayEdit: boolean }) {
  const t = useTranslations('externalParams')
  const announce = useAnnounce()
  const listed = useListed()
  const { filter, change, replace } = useAddressFilter(readSearch)
  const { page, query } = filter
  const list = useQuery(subscribersOptions({ customerId: ownerId, page, size: pageSize, search: query }))
  const rows = list.data?.content
  const total = list.data?.pageable?.totalElements ?? rows?.length ?? 0
  const settled = list.isSuccess && !list.isPlaceholderData

  useEffect(() => {
    if (settled && query !== '') announce(t('subscribers.found', { count: total }))
  }, [settled, query, total, announce, t])

  return (
    <div className="grid gap-4">
      {mayEdit ? null : <Alert>{t('readOnly')}</Alert>}
      <SearchField
        label={t('subscribers.search')}
        placeholder={t('subscribers.searchPlaceholder')}
        clearLabel={t('subscribers.clearSearch')}
        search={query}
        onSearch={(wanted) => replace({ query: wanted })}
        className="sm:w-96"
      />
      <EntityListState
        list={list}
        failed={t('subscribers.failed')}
        empty={
          query === ''
            ? { title: t('subscribers.empty'), text: t('subscribers.emptyText') }
            : { title: t('subscribers.noMatch', { search: query }), text: t('subscribers.noMatchText') }
        }
      />
      {/* Also where nothing is found: an entity with something unsaved stays. */}
      {rows ? (
        <EntityList
          ownerId={ownerId}
          entity="subscriber"
          label={t('subscribers.list')}
          items={rows.map(listed)}
          page={page}
          size={pageSize}
          total={total}
          onPage={(wanted) => change({ page: wanted })}
          mayEdit={mayEdit}
        />
      ) : null}
    </div>
  )
}

/** A SIM by the number that a person knows, and its other numbers. */
function useListed(): (row: Subscriber) => ListedEntity {
  const t = useTranslations('externalParams.sims.columns')
  return (row) => {
    const numbers = (['msisdn', 'iccid', 'imsi', 'imei'] as const).flatMap((column) => {
      const value = row[column]
      return value ? [{ label: t(column), value }] : []
    })
    const [first, ...details] = numbers
    return { id: row.subscriberId, title: first ? `${first.label} ${first.value}` : row.subscriberId, details }
  }
}
