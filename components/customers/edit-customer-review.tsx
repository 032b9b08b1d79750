'use client'

import { useTranslations } from 'next-intl'
import { useFieldTitle } from '@/components/form/element-text'
import { useElementValue } from '@/components/form/element-value'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Cell, HeaderCell, RowHeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { type Change, type CustomerPatch, changesOf } from '@/lib/forms/patch'
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
        <ChangeTable changes={changes} />
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

function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('customerEdit.review')
  const fieldTitle = useFieldTitle()
  const elementValue = useElementValue()
  return (
    <Table className="table-fixed">
      <caption>
        <VisuallyHidden>{t('caption')}</VisuallyHidden>
      </caption>
      <TableHead>
        <TableRow>
          <HeaderCell>{t('element')}</HeaderCell>
          <HeaderCell>{t('before')}</HeaderCell>
          <HeaderCell>{t('after')}</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ name, before, after }) => {
          const [stood, wanted] = [elementValue(name, before), elementValue(name, after)]
          return (
            <TableRow key={name}>
              <RowHeaderCell className="break-words py-2">{fieldTitle(name)}</RowHeaderCell>
              <Cell className="whitespace-pre-line break-words py-2">
                {stood || <span className="text-ink-muted italic">{t('empty')}</span>}
              </Cell>
              <Cell className="whitespace-pre-line break-words py-2 font-medium">
                {wanted || <span className="text-warning-text">{t('emptied')}</span>}
              </Cell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}
