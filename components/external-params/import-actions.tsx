'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { steerValueImport, type ValueImport, valueImportKeys } from '@/lib/client/value-import'
import { ImportSaveResult } from './import-save-result'

/** What can be done about an import: let it stand still or go on, save its result, begin another. */
export function ImportActions({ of, mayEdit, onNew }: { of: ValueImport; mayEdit: boolean; onNew: () => void }) {
  const t = useTranslations('externalParams.import')
  const tRefusal = useTranslations('refusals')
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const isPaused = of.state === 'paused'
  const Icon = isPaused ? Play : Pause

  async function steer() {
    setBusy(true)
    setError(undefined)
    try {
      queryClient.setQueryData(valueImportKeys.one(of.id), await steerValueImport(of.id, isPaused ? 'resume' : 'pause'))
    } catch (why) {
      setError(why)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="grid gap-3">
      {error ? (
        <Alert tone="danger" title={t('steerFailed')}>
          {tRefusal(refusalMessageKey(error))}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-start gap-2">
        {/* One button that changes its word keeps the focus. */}
        {mayEdit && (of.state === 'running' || isPaused) ? (
          <Button busy={busy} onClick={steer}>
            <Icon aria-hidden="true" className="size-4" />
            {t(isPaused ? 'resume' : 'pause')}
          </Button>
        ) : null}
        {of.state === 'draft' ? null : <ImportSaveResult id={of.id} />}
        {mayEdit ? <Button onClick={onNew}>{t('another')}</Button> : null}
      </div>
    </div>
  )
}
