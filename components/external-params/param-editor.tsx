'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { RetryAlert } from '@/components/ui/retry-alert'
import { Skeleton } from '@/components/ui/skeleton'
import {
  type ExternalParamTarget,
  externalParamDefinitionsOptions,
  externalParamsOptions,
} from '@/lib/client/external-param-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { ParamForm } from './param-form'
import { ParamTable } from './param-table'

type ParamEditorProps = ExternalParamTarget & {
  /** What the values are kept on, in words. */
  subject: string
  /** Whether the user may change values; else they are shown to read. */
  mayEdit: boolean
  /** Told when the first change that is not sent comes, and when the last one goes. */
  onUnsaved?: (isUnsaved: boolean) => void
}

/** The values of one entity, each in its row. */
export function ParamEditor({ ownerId, entity, entityId, subject, mayEdit, onUnsaved }: ParamEditorProps) {
  const t = useTranslations('externalParams')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const target = useMemo(() => ({ ownerId, entity, entityId }), [ownerId, entity, entityId])
  const all = useQuery(externalParamDefinitionsOptions(ownerId))
  const values = useQuery(externalParamsOptions(target))
  const definitions = useMemo(
    () => all.data?.filter(({ entityType }) => entityType === entity) ?? [],
    [all.data, entity],
  )

  function retry() {
    if (!all.data) all.refetch()
    if (!values.data) values.refetch()
  }

  if (all.data && definitions.length === 0) return <Undefined entity={entity} mayEdit={mayEdit} />
  if (all.data && values.data) {
    const read = { definitions, values: values.data }
    return mayEdit ? (
      <ParamForm target={target} subject={subject} onUnsaved={onUnsaved} {...read} />
    ) : (
      <ParamTable subject={subject} {...read} />
    )
  }
  const error = all.error ?? values.error
  if (!error) return <Loading />
  return (
    <RetryAlert
      title={t('failed')}
      retryLabel={tCommon('retry')}
      busy={all.isFetching || values.isFetching}
      onRetry={retry}
    >
      {tRefusal(refusalMessageKey(error))}
    </RetryAlert>
  )
}

function Undefined({ entity, mayEdit }: Pick<ParamEditorProps, 'entity' | 'mayEdit'>) {
  const t = useTranslations('externalParams')
  const define = mayEdit ? <LinkButton href="/settings/external-parameters">{t('undefined.define')}</LinkButton> : null
  return (
    <div className="rounded-lg border bg-surface shadow-card">
      <EmptyState title={t(`undefined.${entity}`)} actions={define}>
        {t('undefined.text')}
      </EmptyState>
    </div>
  )
}

function Loading() {
  const t = useTranslations('externalParams')
  return (
    <div role="status" className="grid gap-5 rounded-lg border bg-surface px-5 py-4 shadow-card">
      <span className="sr-only">{t('loading')}</span>
      {['w-1/2', 'w-1/3', 'w-2/5'].map((width) => (
        <div key={width} className="grid grid-cols-[1fr_2fr] gap-4 py-1.5">
          <Skeleton className={width} />
          <Skeleton className="h-control w-full" />
        </div>
      ))}
    </div>
  )
}
