'use client'

import { useTranslations } from 'next-intl'
import { useFieldTitle } from '@/components/form/element-text'
import { focusField } from '@/components/form/field-id'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FocusedAlert } from '@/components/ui/focused-alert'
import { LinkButton } from '@/components/ui/link-button'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { FailedOtherNotice } from './failed-other-notice'
import type { FailedPatch, PatchSubmission } from './patch-submission'
import { UnknownOutcome } from './submission-unknown'
import type { CustomerEdit } from './use-customer-edit'

/** What became of a patch, where it did not simply succeed. Faults of single fields are told by the error summary. */
export function EditCustomerNotice({ edit, submission }: { edit: CustomerEdit; submission: PatchSubmission }) {
  return (
    <>
      {submission.failures.map((failed) => (
        <Failed key={failed.underWay.requestId} failed={failed} onClose={() => submission.closeFailed(failed)} />
      ))}
      {submission.failedOthers.map((failed) => (
        <FailedOtherNotice
          key={failed.requestId}
          failed={failed}
          edit={edit}
          onClose={() => submission.closeFailedOther(failed.requestId)}
        />
      ))}
      <Standing submission={submission} />
    </>
  )
}

function Standing({ submission }: { submission: PatchSubmission }) {
  const t = useTranslations('customerEdit')
  const tRefusal = useTranslations('refusals')
  const { state } = submission
  switch (state.kind) {
    case 'refused':
      // The sign-in that opens over the page says it where the session has ended.
      if (state.error.status === 401 || state.error.errors.length > 0) return null
      return (
        <FocusedAlert tone="danger" title={t('refused.title')} className="mb-5">
          <p>
            {tRefusal(refusalMessageKey(state.error))} {t('refused.kept')}
          </p>
          {state.error.reference ? (
            <p className="text-sm">{tRefusal('reference', { id: state.error.reference })}</p>
          ) : null}
        </FocusedAlert>
      )
    case 'unknown':
      return (
        <UnknownOutcome
          form="customerEdit"
          submissionKey={state.key}
          onSettled={submission.handleSettled}
          onStartAnew={submission.sendAgain}
        />
      )
    case 'arrived':
      return (
        <Alert tone="success" role="status" title={t('found.changed')} className="mb-5">
          {t('found.changedText')}
        </Alert>
      )
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

/** Everything that is known of a patch that was not carried out. It comes while the user does something else, so it leaves the focus alone. */
function Failed({ failed: { underWay, status }, onClose }: { failed: FailedPatch; onClose: () => void }) {
  const t = useTranslations('customerEdit.failed')
  const fieldTitle = useFieldTitle()
  const fields = underWay.changes.map(({ name }) => fieldTitle(name)).join('; ')
  function close() {
    onClose()
    focusField(underWay.changes[0]?.name ?? '')
  }

  const actions = (
    <>
      <LinkButton href={`/requests/${encodeURIComponent(underWay.requestId)}`} size="small">
        {t('open')}
      </LinkButton>
      <Button size="small" variant="ghost" onClick={close}>
        {t('close')}
      </Button>
    </>
  )
  return (
    <Alert tone="danger" title={t('title')} actions={actions} className="mb-5">
      <p>{t(status)}</p>
      <p>{t('back', { fields })}</p>
    </Alert>
  )
}
