'use client'

import { useTranslations } from 'next-intl'
import { FocusedAlert } from '@/components/ui/focused-alert'
import { LinkButton } from '@/components/ui/link-button'
import type { RefusalError } from '@/lib/client/refusal-error'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import type { SubmissionState } from '@/lib/client/submission'
import type { Submission } from '@/lib/contract/submission'
import { UnknownOutcome } from './submission-unknown'

type NoticeProps = {
  state: SubmissionState
  onSettled: (submission: Submission) => void
  onStartAnew: () => void
}

/** What became of the submission, where it did not simply succeed. Faults of single fields are told by the error summary. */
export function CreateCustomerNotice({ state, onSettled, onStartAnew }: NoticeProps) {
  const t = useTranslations('customerForm')
  switch (state.kind) {
    case 'refused':
      // The sign-in that opens over the page says it where the session has ended.
      if (state.error.status === 401 || state.error.errors.length > 0) return null
      return <Refused error={state.error} />
    case 'unknown':
      return (
        <UnknownOutcome form="customerForm" submissionKey={state.key} onSettled={onSettled} onStartAnew={onStartAnew} />
      )
    case 'arrived':
      return <Arrived {...state} />
    case 'notSent':
      return (
        <FocusedAlert tone="info" title={t('found.none')} className="mb-5">
          {t('found.noneText')}
        </FocusedAlert>
      )
    default:
      return null
  }
}

function Refused({ error }: { error: RefusalError }) {
  const t = useTranslations('customerForm.refused')
  const tRefusal = useTranslations('refusals')
  return (
    <FocusedAlert tone="danger" title={t('title')} className="mb-5">
      <p>
        {tRefusal(refusalMessageKey(error))} {t('kept')}
      </p>
      {error.reference ? <p className="text-sm">{tRefusal('reference', { id: error.reference })}</p> : null}
    </FocusedAlert>
  )
}

function Arrived({ requestId, customerId }: { requestId?: string; customerId?: string }) {
  const t = useTranslations('customerForm.found')
  const link = requestId ? (
    <LinkButton href={`/requests/${encodeURIComponent(requestId)}`} size="small">
      {t('openRequest')}
    </LinkButton>
  ) : (
    <LinkButton href={customerId ? `/customers/${encodeURIComponent(customerId)}` : '/customers'} size="small">
      {t('openCustomer')}
    </LinkButton>
  )
  return (
    <FocusedAlert tone="success" title={t(requestId ? 'acked' : 'created')} actions={link} className="mb-5">
      {t(requestId ? 'ackedText' : 'createdText')}
    </FocusedAlert>
  )
}
