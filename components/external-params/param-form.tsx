'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { DiscardQuestion } from '@/components/form/discard-question'
import { DraftOffer } from '@/components/form/draft-offer'
import { LeaveGuard } from '@/components/form/leave-guard'
import { useHydrated } from '@/components/form/use-hydrated'
import { Button } from '@/components/ui/button'
import { StickyBar } from '@/components/ui/sticky-bar'
import { Table, TableBody } from '@/components/ui/table'
import { useDeferred } from '@/components/ui/use-deferred'
import type { ExternalParam, ExternalParamDefinition, ExternalParamTarget } from '@/lib/client/external-param-queries'
import { FollowedRequest } from '@/lib/client/followed-request'
import { changeOf, isBusy, type ParamChange, type ParamRow, textOf } from './param-edit'
import { ParamFormRow } from './param-form-row'
import { ParamTableHead } from './param-table'
import { useParamDraft } from './use-param-draft'
import { useParamEdits } from './use-param-edits'

const loadReview = () => import('./param-review').then(({ ParamReview }) => ParamReview)
const loadRemoval = () => import('./param-removal').then(({ ParamRemoval }) => ParamRemoval)

type ParamFormProps = {
  target: ExternalParamTarget
  subject: string
  definitions: readonly ExternalParamDefinition[]
  values: readonly ExternalParam[]
  onUnsaved?: (isUnsaved: boolean) => void
}

/** The values of one entity in fields: each is saved by itself, or several after a review. */
export function ParamForm({ target, subject, definitions, values, onUnsaved }: ParamFormProps) {
  const t = useTranslations('externalParams')
  const ready = useHydrated()
  const edits = useParamEdits(target, { definitions, values })
  const draft = useParamDraft(target, edits)
  const [reviewed, setReviewed] = useState<readonly ParamChange[]>()
  const [removed, setRemoved] = useState<ParamRow>()
  const Review = useDeferred(loadReview, reviewed !== undefined)
  const Removal = useDeferred(loadRemoval, removed !== undefined)
  const [asking, setAsking] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  const changes = edits.rows.flatMap((row) => changeOf(row) ?? [])

  const isUnsaved = edits.rows.some((row) => changeOf(row) !== undefined || isBusy(row))
  const tellUnsaved = useEffectEvent((now: boolean) => onUnsaved?.(now))
  useEffect(() => tellUnsaved(isUnsaved), [isUnsaved])

  function save(row: ParamRow) {
    if (textOf(row) === '' && row.present) setRemoved(row)
    else edits.save(row.definition.id)
  }

  /** The bar goes with the changes, and its buttons with it: the focus goes to the fields. */
  function focusFields() {
    requestAnimationFrame(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost) fields.current?.querySelector<HTMLInputElement>('input[name=value]')?.focus()
    })
  }

  function closeReview() {
    setReviewed(undefined)
    focusFields()
  }

  function discard() {
    edits.discard()
    setAsking(false)
    focusFields()
  }

  return (
    <>
      <DraftOffer offered={draft.offered} accept={draft.accept} discard={draft.discard} />
      <div ref={fields}>
        <Table className="table-fixed">
          <ParamTableHead subject={subject} />
          <TableBody>
            {edits.rows.map((row) => (
              <ParamFormRow key={row.definition.id} row={row} edits={edits} ready={ready} onSave={() => save(row)} />
            ))}
          </TableBody>
        </Table>
      </div>
      {changes.length > 0 ? (
        <StickyBar status={t('bar.count', { count: changes.length })}>
          <Button variant="ghost" onClick={() => setAsking(true)}>
            {t('bar.discard')}
          </Button>
          <Button variant="primary" onClick={() => setReviewed(changes)}>
            {t('bar.review')}
          </Button>
        </StickyBar>
      ) : null}
      {edits.rows.map(({ definition: { id }, edit }) =>
        edit?.phase === 'underWay' && edit.requestId ? (
          <FollowedRequest
            key={edit.requestId}
            requestId={edit.requestId}
            onEnded={(status) => edits.end(id, status)}
          />
        ) : null,
      )}
      {Review ? <Review changes={reviewed} edits={edits} onClose={closeReview} /> : null}
      <DiscardQuestion open={asking} onClose={() => setAsking(false)} onDiscard={discard} />
      {Removal ? (
        <Removal row={removed} onClose={() => setRemoved(undefined)} onConfirm={(id) => edits.save(id)} />
      ) : null}
      <LeaveGuard isUnsaved={edits.hasChanges} kept={!draft.offered} />
    </>
  )
}
