'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import type { ImportLines } from './use-import-lines'

type ImportStartProps = { lines: ImportLines; busy: boolean; error: unknown; onStart: () => void }

/** Hands the good lines over, with what that does to values that stand told before. */
export function ImportStart({ lines, busy, error, onStart }: ImportStartProps) {
  const t = useTranslations('externalParams.import')
  const tRefusal = useTranslations('refusals')
  const id = useId()
  return (
    <>
      {error ? (
        <Alert tone="danger" title={t('startFailed')}>
          {tRefusal(refusalMessageKey(error))}
        </Alert>
      ) : null}
      <p id={id} className="text-ink-muted">
        {t('replaces')}
      </p>
      {/* Which line means whom is known only once all have been looked up. */}
      <Button
        variant="primary"
        className="w-fit"
        aria-describedby={id}
        busy={busy}
        disabled={lines.good.length === 0 || !lines.isChecked}
        onClick={onStart}
      >
        {t('start', { count: lines.good.length })}
      </Button>
    </>
  )
}
