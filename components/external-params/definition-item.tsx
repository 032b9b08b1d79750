'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
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
  const { isSearchable, valueCount, activeValueCount } = definition
  const inactive = (valueCount ?? 0) - (activeValueCount ?? valueCount ?? 0)
  const name = titleOf(definition)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0">
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
          <>
            <Button size="small" disabled={isUnderWay} aria-label={t('editOf', { name })} onClick={onEdit}>
              {t('edit')}
            </Button>
            <Button
              size="small"
              variant="ghost"
              disabled={isUnderWay}
              aria-label={t('deleteOf', { name })}
              onClick={onDelete}
            >
              {t('delete')}
            </Button>
          </>
        ) : null}
      </div>
    </li>
  )
}
