'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
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
  // Whether each is still unsaved: one that is saved by now stays until the list changes, and with it the focus.
  const [held, setHeld] = useState<ReadonlyMap<string, { item: ListedEntity; isUnsaved: boolean }>>(new Map())
  const kept = [...held.values()].map(({ item }) => item).filter(({ id }) => !items.some((item) => item.id === id))
  const shown = items.map(({ id }) => id).join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list lets those go that are saved.
  useEffect(() => setHeld((before) => new Map([...before].filter(([, { isUnsaved }]) => isUnsaved))), [shown])

  function keep(item: ListedEntity, isUnsaved: boolean) {
    setHeld((before) => {
      if (!isUnsaved && !before.has(item.id)) return before
      return new Map(before).set(item.id, { item, isUnsaved })
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
            note={kept.includes(item) && held.get(item.id)?.isUnsaved ? t('kept') : undefined}
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
