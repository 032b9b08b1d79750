'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useProblemText } from '@/components/form/problem-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { saveText } from '@/components/ui/save-text'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { readImportRows, type ValueImportRow } from '@/lib/client/value-import'
import { isCode } from '@/lib/contract/code'
import { resultText } from './import-result'

/** Saves the result of an import, as far as it is, as a file with one line per row. */
export function ImportSaveResult({ id }: { id: string }) {
  const t = useTranslations('externalParams.import')
  const tRefusal = useTranslations('refusals')
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  function reason({ problems, errorCode }: ValueImportRow): string {
    if (problems.length > 0) return problems.map(problemText).join(' ')
    return errorCode && isCode(errorCode) ? tRefusal(`codes.${errorCode}`) : (errorCode ?? '')
  }

  async function save() {
    setBusy(true)
    setError(undefined)
    try {
      const columns = (['line', 'customer', 'customerId', 'value', 'state', 'requestId', 'reason'] as const).map(
        (column) => t(`resultColumns.${column}`),
      )
      const words = { columns, reason, state: ({ state }: ValueImportRow) => t(`rowStates.${state}`) }
      saveText(resultText(await readImportRows(id), words), `values-${id}.csv`)
    } catch (why) {
      setError(why)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button busy={busy} onClick={save}>
        <Download aria-hidden="true" className="size-4" />
        {t('saveResult')}
      </Button>
      {error ? (
        <Alert tone="danger" title={t('saveFailed')}>
          {tRefusal(refusalMessageKey(error))}
        </Alert>
      ) : null}
    </>
  )
}
