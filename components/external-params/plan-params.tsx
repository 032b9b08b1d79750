'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { useAddressFilter } from '@/components/ui/use-address-filter'
import { plansOptions } from '@/lib/client/external-param-queries'
import { EntityList } from './entity-list'
import { EntityListState } from './entity-list-state'

const pageSize = 25
const nothingElse = () => ({})

/** The plans that the parent sells, with its values on each. */
export function PlanParams({ ownerId, mayEdit }: { ownerId: string; mayEdit: boolean }) {
  const t = useTranslations('externalParams')
  const { filter, change } = useAddressFilter(nothingElse)
  const { page } = filter
  const list = useQuery(plansOptions({ customerId: ownerId, page, size: pageSize }))
  const rows = list.data?.content
  return (
    <div className="grid gap-4">
      {mayEdit ? null : <Alert>{t('readOnly')}</Alert>}
      <EntityListState
        list={list}
        failed={t('plans.failed')}
        empty={{ title: t('plans.empty'), text: t('plans.emptyText') }}
      />
      {rows && rows.length > 0 ? (
        <EntityList
          ownerId={ownerId}
          entity="plan"
          label={t('plans.list')}
          items={rows.map(({ planId, planName }) => ({ id: planId, title: planName, details: [] }))}
          page={page}
          size={pageSize}
          total={list.data?.pageable?.totalElements ?? rows.length}
          onPage={(wanted) => change({ page: wanted })}
          mayEdit={mayEdit}
        />
      ) : null}
    </div>
  )
}
