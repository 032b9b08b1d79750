'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useProblemText } from '@/components/form/problem-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { changeOf, isConflict, isInactive, type ParamEdit, type ParamRow } from './param-edit'
import { ParamUnknown } from './param-unknown'
import type { ParamEdits } from './use-param-edits'

type ParamNoteProps = {
  id: string
  row: ParamRow
  edits: ParamEdits
  /** Carries out what a button asks that goes away with it. */
  act: (action: () => void) => void
  onSave: () => void
}

/** Where a value stands, under its field. The line is there also when it says nothing, so that nothing moves. */
export function ParamNote({ id, ...rest }: ParamNoteProps) {
  return (
    <div id={id} className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 pt-1.5 text-sm">
      <NoteText {...rest} />
    </div>
  )
}

function NoteText({ row, edits, act, onSave }: Omit<ParamNoteProps, 'id'>) {
  const t = useTranslations('externalParams')
  const { edit, present, definition } = row
  if (edit?.phase === 'sending') {
    return (
      <Badge tone="info" busy>
        {t('state.sending')}
      </Badge>
    )
  }
  if (edit?.phase === 'underWay') return <UnderWay requestId={edit.requestId} />
  if (edit?.phase === 'unknown') return <ParamUnknown id={definition.id} edit={edit} edits={edits} act={act} />
  if (edit?.phase === 'saved') {
    return <Badge tone="success">{t(edit.text === '' ? 'state.removed' : 'state.saved')}</Badge>
  }
  if (isConflict(row)) return <Conflict row={row} edits={edits} act={act} />
  const fault = edit && <Fault edit={edit} />
  if (edit && fault && hasFault(edit)) return fault
  if (changeOf(row)) return <Changed row={row} onUndo={() => act(() => edits.restore(definition.id))} />
  if (isInactive(row)) return <Inactive onSave={() => act(onSave)} />
  return present ? null : <Badge>{t('state.notSet')}</Badge>
}

function UnderWay({ requestId }: Pick<ParamEdit, 'requestId'>) {
  const t = useTranslations('externalParams')
  return (
    <>
      <Badge tone="info" busy>
        {t('state.underWay')}
      </Badge>
      {requestId ? <RequestLink requestId={requestId} /> : null}
    </>
  )
}

function RequestLink({ requestId }: { requestId: string }) {
  const t = useTranslations('externalParams')
  return (
    <Link
      href={`/requests/${encodeURIComponent(requestId)}`}
      prefetch={false}
      className="rounded-sm text-accent-text hover:underline"
    >
      {t('row.request')}
    </Link>
  )
}

function Conflict({ row: { present, definition }, edits, act }: Pick<ParamNoteProps, 'row' | 'edits' | 'act'>) {
  const t = useTranslations('externalParams.conflict')
  return (
    <>
      <span className="w-full text-warning-text">
        {present ? t('changed', { value: present.value ?? '' }) : t('removed')}
      </span>
      <Button size="small" onClick={() => act(() => edits.resolve(definition.id, 'theirs'))}>
        {t('theirs')}
      </Button>
      <Button size="small" onClick={() => act(() => edits.resolve(definition.id, 'mine'))}>
        {t('mine')}
      </Button>
    </>
  )
}

function hasFault({ problem, refusal, failed, notSent }: ParamEdit): boolean {
  return Boolean(problem || refusal || failed || notSent)
}

/** Why the value was not written. */
function Fault({ edit: { problem, refusal, failed } }: { edit: ParamEdit }) {
  const t = useTranslations('externalParams')
  const tRefusal = useTranslations('refusals')
  const problemText = useProblemText()
  if (problem) return <FaultText>{problemText(problem)}</FaultText>
  if (refusal?.status === 401) return <FaultText>{t('row.signedOut')}</FaultText>
  if (refusal) return <FaultText>{tRefusal(refusalMessageKey(refusal))}</FaultText>
  if (!failed) return <FaultText>{t('row.notSent')}</FaultText>
  return (
    <>
      <Badge tone="danger">{t('state.failed')}</Badge>
      <span className="text-danger-text">{t(`row.${failed.status}`)}</span>
      <RequestLink requestId={failed.requestId} />
    </>
  )
}

function FaultText({ children }: { children: ReactNode }) {
  return (
    <span className="flex items-start gap-1 text-danger-text">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </span>
  )
}

function Changed({ row, onUndo }: { row: ParamRow; onUndo: () => void }) {
  const t = useTranslations('externalParams')
  const change = changeOf(row)
  if (!change) return null
  return (
    <>
      <span className="font-medium text-warning-text">
        {t(change.after === '' ? 'state.toBeRemoved' : 'state.changed')}
      </span>
      <span className="min-w-0 break-words text-ink-muted">
        {change.before === '' ? t('row.wasNotSet') : t('row.was', { value: change.before })}
      </span>
      <Button size="small" variant="ghost" onClick={onUndo}>
        {t('row.undo')}
      </Button>
    </>
  )
}

function Inactive({ onSave }: { onSave: () => void }) {
  const t = useTranslations('externalParams')
  return (
    <>
      <Badge tone="warning">{t('state.inactive')}</Badge>
      <span className="text-ink-muted">{t('row.inactive')}</span>
      <Button size="small" variant="ghost" onClick={onSave}>
        {t('row.setAgain')}
      </Button>
    </>
  )
}
