'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Badge, type Tone } from '@/components/ui/badge'
import { SectionCard } from '@/components/ui/card'
import { useAnnounce } from '@/components/ui/live-region'
import { RetryAlert } from '@/components/ui/retry-alert'
import { isMissing, refusalMessageKey } from '@/lib/client/refusal-message'
import { type ValueImport, valueImportOptions } from '@/lib/client/value-import'
import { importRowStates } from '@/lib/contract/value-import'
import { ImportActions } from './import-actions'
import { endedRows, ImportBar } from './import-bar'

const tones: Readonly<Record<keyof ValueImport['counts'], Tone>> = {
  waiting: 'neutral',
  sending: 'info',
  accepted: 'info',
  done: 'success',
  failed: 'danger',
  refused: 'danger',
  unknown: 'warning',
}

/** How far an import is, live. */
export function ImportProgress({ id, mayEdit, onNew }: { id: string; mayEdit: boolean; onNew: () => void }) {
  const t = useTranslations('externalParams.import')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { data, error, isFetching, refetch } = useQuery(valueImportOptions(id))
  useAnnounced(data)

  if (!data && error) {
    if (isMissing(error)) return <Alert tone="warning">{t('missing')}</Alert>
    return (
      <RetryAlert title={t('progressFailed')} retryLabel={tCommon('retry')} busy={isFetching} onRetry={refetch}>
        {tRefusal(refusalMessageKey(error))}
      </RetryAlert>
    )
  }
  if (!data) return <p role="status">{tCommon('loading')}</p>
  const { state, counts, definitionName, pausedBecause, userName } = data
  return (
    <SectionCard
      id="import-progress"
      title={t('progressTitle', { name: definitionName })}
      description={t(`states.${state}`)}
    >
      <div className="grid gap-4">
        <ImportBar of={data} />
        <ul className="flex flex-wrap gap-2" aria-label={t('counts')}>
          {importRowStates
            .filter((rowState) => counts[rowState] > 0)
            .map((rowState) => (
              <li key={rowState}>
                <Badge tone={tones[rowState]}>
                  {t('count', { state: t(`rowStates.${rowState}`), count: counts[rowState] })}
                </Badge>
              </li>
            ))}
        </ul>
        {state === 'paused' && pausedBecause && pausedBecause !== 'asked' ? (
          <Alert tone="warning">{t(`pausedBecause.${pausedBecause}`, { userName })}</Alert>
        ) : null}
        {state === 'draft' ? <Alert tone="warning">{t('draftText')}</Alert> : null}
        {counts.unknown > 0 && state === 'ended' ? <Alert tone="warning">{t('unknownText')}</Alert> : null}
        {error ? <Alert tone="warning">{t('progressStale')}</Alert> : null}
        <ImportActions of={data} mayEdit={mayEdit} onNew={onNew} />
      </div>
    </SectionCard>
  )
}

/** Says each tenth of the way, and each other state. */
function useAnnounced(data: ValueImport | undefined) {
  const t = useTranslations('externalParams.import')
  const announce = useAnnounce()
  const told = useRef('')
  const percent = data ? Math.floor((100 * endedRows(data)) / data.rowCount) : 0
  const state = data?.state
  const step = `${state} ${Math.floor(percent / 10)}`
  useEffect(() => {
    if (!state || told.current === step) return
    const isFirst = told.current === ''
    told.current = step
    if (!isFirst) announce(t('said', { state: t(`states.${state}`), percent }))
  }, [announce, t, state, step, percent])
}
