'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FocusedAlert } from '@/components/ui/focused-alert'
import { Spinner } from '@/components/ui/spinner'
import { useOutcome } from '@/lib/client/submission-outcome'
import type { Submission } from '@/lib/contract/submission'

type UnknownOutcomeProps = {
  /** Whose texts are said. */
  form: 'customerForm' | 'customerEdit'
  submissionKey: string
  onSettled: (submission: Submission) => void
  onStartAnew: () => void
}

/** The answer was lost. The console finds out by reading; only the user may decide to send once more. */
export function UnknownOutcome({ form, submissionKey, onSettled, onStartAnew }: UnknownOutcomeProps) {
  const t = useTranslations(form)
  const tCommon = useTranslations('common')
  const [asking, setAsking] = useState(false)
  const { looking, error, lookAgain } = useOutcome(submissionKey, onSettled)

  const actions = (
    <>
      {looking ? null : (
        <Button size="small" onClick={lookAgain}>
          {t('unknown.check')}
        </Button>
      )}
      <Button size="small" variant="ghost" onClick={() => setAsking(true)}>
        {t('unknown.newRequest')}
      </Button>
    </>
  )
  return (
    <>
      <FocusedAlert tone="warning" title={t('unknown.title')} actions={actions} className="mb-5">
        {/* What it says changes while it is looked for. */}
        <div role="status">
          <p className="flex gap-2">
            {looking ? <Spinner className="mt-0.5" /> : null}
            {t(looking ? 'unknown.checking' : 'unknown.stillUnknown')}
          </p>
          {error ? <p>{t('unknown.checkFailed')}</p> : null}
        </div>
      </FocusedAlert>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('unknown.newRequestTitle')}
        closeLabel={tCommon('close')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('unknown.newRequestCancel')}</Button>
            <Button variant="danger" onClick={onStartAnew}>
              {t('unknown.newRequestConfirm')}
            </Button>
          </>
        }
      >
        <p>{t('unknown.newRequestText')}</p>
      </Dialog>
    </>
  )
}
