'use client'

import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { definitionItemId, focusDefinition } from './definition-place'
import { titleOf } from './param-edit'
import { ParamName } from './param-name'

type DefinitionItemProps = {
  definition: ExternalParamDefinition
  /** A request about it has not ended. */
  isUnderWay: boolean
  mayEdit: boolean
  onEdit: () => void
  onDelete: () => void
}

/** One definition, and how many values stand and fall with it. */
export function DefinitionItem({ definition, isUnderWay, mayEdit, onEdit, onDelete }: DefinitionItemProps) {
  const t = useTranslations('externalParams.definitions')
  const item = useRef<HTMLLIElement>(null)
  const { isSearchable, valueCount, activeValueCount, entityType } = definition
  const inactive = (valueCount ?? 0) - (activeValueCount ?? valueCount ?? 0)

  // Before it leaves the page and takes the focus along.
  useLayoutEffect(() => {
    const held = item.current
    return () => {
      if (held?.contains(document.activeElement)) focusDefinition(entityType)
    }
  }, [entityType])

  return (
    <li
      ref={item}
      id={definitionItemId(definition.id)}
      tabIndex={-1}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0"
    >
      <div className="min-w-0">
        <ParamName definition={definition} />
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-ink-muted text-sm">
          <span>{t(isSearchable === false ? 'notSearchable' : 'searchable')}</span>
          {valueCount == null ? null : (
            <span>
              {t('values', { count: valueCount })}
              {inactive > 0 ? `, ${t('inactiveValues', { count: inactive })}` : null}
            </span>
          )}
        </p>
      </div>
      <div className="flex items-center gap-2">
        {isUnderWay ? (
          <Badge tone="info" busy>
            {t('underWay')}
          </Badge>
        ) : null}
        {mayEdit ? (
          <ItemButtons definition={definition} isUnderWay={isUnderWay} onEdit={onEdit} onDelete={onDelete} />
        ) : null}
      </div>
    </li>
  )
}

/** Not disabled while a request is under way: the dialog that asked for it gives the focus back to them. */
function ItemButtons({ definition, isUnderWay, onEdit, onDelete }: Omit<DefinitionItemProps, 'mayEdit'>) {
  const t = useTranslations('externalParams.definitions')
  const announce = useAnnounce()
  const name = titleOf(definition)
  const unlessUnderWay = (action: () => void) => () => (isUnderWay ? announce(t('underWay')) : action())
  const shared = { size: 'small', 'aria-disabled': isUnderWay, className: 'aria-disabled:opacity-50' } as const
  return (
    <>
      <Button {...shared} aria-label={t('editOf', { name })} onClick={unlessUnderWay(onEdit)}>
        {t('edit')}
      </Button>
      <Button {...shared} variant="ghost" aria-label={t('deleteOf', { name })} onClick={unlessUnderWay(onDelete)}>
        {t('delete')}
      </Button>
    </>
  )
}
