'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useProblemText } from '@/components/form/problem-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Cell, HeaderCell, RowHeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { isConflict, type ParamChange, type ParamRow, titleOf } from './param-edit'
import type { ParamEdits } from './use-param-edits'

type ParamReviewProps = {
  /** What is to be sent; the dialog stands while there is something. */
  changes: readonly ParamChange[] | undefined
  edits: ParamEdits
  onClose: () => void
}

/** Shows what will be asked of the platform before it is, and then where each request stands. */
export function ParamReview({ changes = [], edits, onClose }: ParamReviewProps) {
  const t = useTranslations('externalParams.review')
  const tCommon = useTranslations('common')
  const [sent, setSent] = useState(false)
  const [sending, setSending] = useState(false)

  async function confirm() {
    setSent(true)
    setSending(true)
    // One request each, one after the other: the platform takes them in the order in which they are shown.
    for (const { definition } of changes) await edits.save(definition.id)
    setSending(false)
  }

  function close() {
    if (sending) return
    setSent(false)
    onClose()
  }

  // One button that changes its word keeps the focus.
  const footer = (
    <>
      {sent ? null : <Button onClick={close}>{t('back')}</Button>}
      <Button variant="primary" busy={sending} onClick={sent ? close : confirm}>
        {t(sent ? 'done' : 'confirm')}
      </Button>
    </>
  )
  return (
    <Dialog
      open={changes.length > 0}
      onClose={close}
      title={t('title')}
      closeLabel={tCommon('close')}
      size="large"
      footer={footer}
    >
      <div className="grid gap-4">
        <p className="text-ink-muted">{t('lead', { count: changes.length })}</p>
        <Table className="table-fixed">
          <caption>
            <VisuallyHidden>{t('title')}</VisuallyHidden>
          </caption>
          <TableHead>
            <TableRow>
              <HeaderCell>{t('parameter')}</HeaderCell>
              <HeaderCell>{t('before')}</HeaderCell>
              <HeaderCell>{t('after')}</HeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {changes.map((change) => (
              <ReviewRow
                key={change.definition.id}
                change={change}
                row={edits.rows.find(({ definition }) => definition.id === change.definition.id)}
                sent={sent}
              />
            ))}
          </TableBody>
        </Table>
      </div>
    </Dialog>
  )
}

type ReviewRowProps = { change: ParamChange; row: ParamRow | undefined; sent: boolean }

function ReviewRow({ change: { definition, before, after }, row, sent }: ReviewRowProps) {
  const t = useTranslations('externalParams.review')
  return (
    <TableRow>
      <RowHeaderCell className="break-words py-2">
        {titleOf(definition)}
        <span className="mt-0.5 block font-normal text-sm">{row ? <ReviewState row={row} sent={sent} /> : null}</span>
      </RowHeaderCell>
      <Cell className="break-words py-2">{before || <span className="text-ink-muted italic">{t('notSet')}</span>}</Cell>
      <Cell className="break-words py-2 font-medium">
        {after || <span className="text-warning-text">{t('removed')}</span>}
      </Cell>
    </TableRow>
  )
}

/** Where the request of one row stands. */
function ReviewState({ row, sent }: { row: ParamRow; sent: boolean }) {
  const t = useTranslations('externalParams')
  const problemText = useProblemText()
  const { edit } = row
  switch (edit?.phase) {
    case 'sending':
      return (
        <Badge tone="info" busy>
          {t('state.sending')}
        </Badge>
      )
    case 'underWay':
      return (
        <Badge tone="info" busy>
          {t('state.underWay')}
        </Badge>
      )
    case 'unknown':
      return <Badge tone="warning">{t('unknown.state')}</Badge>
    case 'saved':
      return <Badge tone="success">{t('state.succeeded')}</Badge>
  }
  if (edit?.failed || edit?.refusal || edit?.problem) {
    return (
      <>
        <Badge tone="danger">{t(edit.failed ? 'state.failed' : 'state.notSent')}</Badge>
        {edit.problem ? <span className="block text-danger-text text-sm">{problemText(edit.problem)}</span> : null}
      </>
    )
  }
  if (isConflict(row)) return <Badge tone="warning">{t('conflict.state')}</Badge>
  return <span className="text-ink-muted">{t(sent ? 'state.notSent' : 'state.toBeSent')}</span>
}
