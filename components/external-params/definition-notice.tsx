'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/form/problem-text'
import { FocusedAlert } from '@/components/ui/focused-alert'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import type { SubmissionState } from '@/lib/client/submission'
import { useOutcome } from '@/lib/client/submission-outcome'
import type { Submission } from '@/lib/contract/submission'

type DefinitionNoticeProps = {
  state: SubmissionState
  onSettled: (submission: Submission) => void
  /** Whether faults of elements are told here, because there is no field for them. */
  withProblems?: boolean
}

/** What became of a request about definitions, where it was not simply accepted. */
export function DefinitionNotice({ state, onSettled, withProblems = false }: DefinitionNoticeProps) {
  const t = useTranslations('externalParams.definitions')
  const tRefusal = useTranslations('refusals')
  const problemText = useProblemText()
  if (state.kind === 'unknown') return <Unknown submissionKey={state.key} onSettled={onSettled} />
  if (state.kind === 'notSent') {
    return (
      <FocusedAlert tone="info" title={t('refused')} className="mb-4">
        {t('notSent')}
      </FocusedAlert>
    )
  }
  if (state.kind !== 'refused') return null
  const { error } = state
  if (error.errors.length > 0 && !withProblems) return null
  return (
    <FocusedAlert tone="danger" title={t('refused')} className="mb-4">
      {error.status === 401
        ? t('signedOut')
        : [tRefusal(refusalMessageKey(error)), ...error.errors.map(problemText)].join(' ')}
    </FocusedAlert>
  )
}

type UnknownProps = { submissionKey: string; onSettled: (submission: Submission) => void }

/** The answer was lost. The console finds out by reading. */
function Unknown({ submissionKey, onSettled }: UnknownProps) {
  const t = useTranslations('externalParams.definitions')
  const { looking } = useOutcome(submissionKey, onSettled)
  return (
    <FocusedAlert tone="warning" title={t('unknownTitle')} className="mb-4">
      <span role="status">{t(looking ? 'unknownChecking' : 'unknownStill')}</span>
    </FocusedAlert>
  )
}
