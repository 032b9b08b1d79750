'use client'

import { useTranslations } from 'next-intl'
import { ChangeTable } from '@/components/form/change-table'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { type CustomerPatch, changesOf } from '@/lib/forms/patch'
import type { PatchSubmission } from './patch-submission'
import type { CustomerEdit } from './use-customer-edit'

type EditCustomerReviewProps = {
  edit: CustomerEdit
  /** The patch that is to be sent; the dialog stands while there is one. */
  patch: ModifyCustomer | undefined
  submission: PatchSubmission
  onClose: () => void
}

/** Shows what will be asked of the platform, to the letter, before it is. */
export function EditCustomerReview({ edit, patch, submission, onClose }: EditCustomerReviewProps) {
  const t = useTranslations('customerEdit')
  const tCommon = useTranslations('common')
  const { state, confirm } = submission
  const busy = state.kind === 'sending'
  const signedOut = state.kind === 'refused' && state.error.status === 401
  // The schema's reading of a patch has the patch's own form.
  const changes = patch ? changesOf(edit.basis.edited, patch as CustomerPatch) : []
  return (
    <Dialog
      open={patch !== undefined}
      onClose={onClose}
      title={t('review.title')}
      closeLabel={tCommon('close')}
      size="large"
      footer={
        <>
          <Button onClick={onClose}>{t('review.back')}</Button>
          <Button variant="primary" busy={busy} onClick={() => patch && confirm(patch)}>
            {t('review.confirm')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {signedOut ? <Alert tone="warning">{t('signedOut')}</Alert> : null}
        <p className="text-ink-muted">{t('review.lead')}</p>
        <ChangeTable
          caption={t('review.caption')}
          columns={{ element: t('review.element'), before: t('review.before'), after: t('review.after') }}
          empty={{ before: t('review.empty'), after: t('review.emptied') }}
          changes={changes}
        />
        <details>
          <summary className="min-h-6 w-fit cursor-pointer rounded-sm font-medium">{t('review.json')}</summary>
          <p className="mt-2 text-ink-muted text-sm">{t('review.sentAlong')}</p>
          {/* It may be wider and longer than the dialog: reached by keyboard, it can be scrolled. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse. */}
          <pre tabIndex={0} className="mt-2 max-h-72 overflow-auto rounded-md border bg-canvas p-3 text-sm">
            {JSON.stringify(patch, null, 2)}
          </pre>
        </details>
      </div>
    </Dialog>
  )
}
