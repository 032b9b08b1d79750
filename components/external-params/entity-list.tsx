'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Pagination } from '@/components/ui/pagination'
import type { ExternalParamEntity } from '@/lib/client/external-param-queries'
import { EntityItem, type ListedEntity } from './entity-item'

type EntityListProps = {
  ownerId: string
  entity: Exclude<ExternalParamEntity, 'customer'>
  /** What the list holds, in words. */
  label: string
  /** The entities of this page. */
  items: readonly ListedEntity[]
  page: number
  size: number
  total: number
  onPage: (page: number) => void
  mayEdit: boolean
}

/** Entities of one kind, each with the editor of its values. One with something unsaved stays while others are looked for. */
export function EntityList({ ownerId, entity, label, items, page, size, total, onPage, mayEdit }: EntityListProps) {
  const t = useTranslations('externalParams.list')
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, ListedEntity>>(new Map())
  const kept = [...unsaved.values()].filter(({ id }) => !items.some((item) => item.id === id))

  function keep(item: ListedEntity, isUnsaved: boolean) {
    setUnsaved((held) => {
      const next = new Map(held)
      if (isUnsaved) next.set(item.id, item)
      else next.delete(item.id)
      return next
    })
  }

  const summary = { from: page * size + 1, to: page * size + items.length, total }
  return (
    <div>
      <ul aria-label={label} className="grid gap-3">
        {/* One list, so that an item keeps what is typed in it when it becomes one of the kept. */}
        {[...kept, ...items].map((item) => (
          <EntityItem
            key={item.id}
            ownerId={ownerId}
            entity={entity}
            item={item}
            note={kept.includes(item) ? t('kept') : undefined}
            mayEdit={mayEdit}
            onUnsaved={(isUnsaved) => keep(item, isUnsaved)}
          />
        ))}
      </ul>
      {total > 0 ? (
        <Pagination
          className="mt-3"
          page={page}
          totalPages={Math.ceil(total / size)}
          onPageChange={onPage}
          summary={items.length > 0 ? t('summary', summary) : t('summaryNone')}
          labels={{
            navigation: t('pagination.navigation'),
            previous: t('pagination.previous'),
            next: t('pagination.next'),
          }}
        />
      ) : null}
    </div>
  )
}
