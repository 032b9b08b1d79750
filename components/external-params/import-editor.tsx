'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { DraftOffer } from '@/components/form/draft-offer'
import { LeaveGuard } from '@/components/form/leave-guard'
import { Alert } from '@/components/ui/alert'
import { SectionCard } from '@/components/ui/card'
import { useAnnounce } from '@/components/ui/live-region'
import { RetryAlert } from '@/components/ui/retry-alert'
import { externalParamDefinitionsOptions } from '@/lib/client/external-param-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import type { FileText } from '@/lib/forms/file-text'
import { ImportDefinition } from './import-definition'
import { ImportLines } from './import-lines'
import { ImportPaste } from './import-paste'
import { ImportStart } from './import-start'
import { useImportDraft } from './use-import-draft'
import { useImportLines } from './use-import-lines'
import { useImportStart } from './use-import-start'

type ImportEditorProps = { ownerId: string; onStarted: (id: string) => void }

/** Which parameter, which lines, and the start. */
export function ImportEditor({ ownerId, onStarted }: ImportEditorProps) {
  const t = useTranslations('externalParams.import')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const announce = useAnnounce()
  const selectId = useId()
  const definitions = useQuery(externalParamDefinitionsOptions(ownerId))
  const [definitionId, setDefinitionId] = useState('')
  const [missing, setMissing] = useState(false)
  const lines = useImportLines()
  const draft = useImportDraft({
    ownerId,
    definitionId,
    lines,
    onRestore: (kept) => {
      setDefinitionId(kept.definitionId)
      void lines.restore(kept.lines).then((counts) => counts && announce(t('read', counts)))
    },
  })
  const { start, sent, error } = useImportStart((id) => {
    // The server has the lines now.
    draft.drop()
    onStarted(id)
  })
  const [readings, setReadings] = useState(0)
  const [isGuessed, setIsGuessed] = useState(false)
  const isRead = lines.phase === 'read'
  const heading = useRef<HTMLParagraphElement>(null)
  const offered = definitions.data?.filter(({ entityType }) => entityType === 'customer')

  async function read({ text, isGuessed }: FileText): Promise<boolean> {
    const counts = await lines.read(text)
    if (!counts) return false
    setIsGuessed(isGuessed)
    announce(isGuessed ? `${t('read', counts)}. ${t('encodingGuessed')}` : t('read', counts))
    setReadings((now) => now + 1)
    return true
  }

  // What was read is there only after the render.
  useEffect(() => {
    if (readings > 0 && isRead) heading.current?.focus()
  }, [readings, isRead])

  function begin() {
    setMissing(definitionId === '')
    if (definitionId === '') document.getElementById(selectId)?.focus()
    else void start(definitionId, lines.lines)
  }

  if (!definitions.data && definitions.error) {
    return (
      <RetryAlert
        title={t('definitionsFailed')}
        retryLabel={tCommon('retry')}
        busy={definitions.isFetching}
        onRetry={definitions.refetch}
      >
        {tRefusal(refusalMessageKey(definitions.error))}
      </RetryAlert>
    )
  }
  return (
    <SectionCard id="import-lines" title={t('newTitle')} description={t('newText')}>
      <DraftOffer offered={draft.offered} accept={draft.accept} discard={draft.discard} />
      <div className="grid gap-4">
        <ImportDefinition
          id={selectId}
          definitions={offered}
          value={definitionId}
          error={missing && definitionId === '' ? t('definitionMissing') : undefined}
          onChange={setDefinitionId}
        />
        <ImportPaste busy={lines.phase === 'reading'} onRead={read} />
        {lines.error ? (
          <Alert tone="danger" title={t('lookUpFailed')}>
            {tRefusal(refusalMessageKey(lines.error))}
          </Alert>
        ) : null}
        {isRead ? (
          <>
            <p ref={heading} tabIndex={-1} className="font-medium">
              {t('read', { lines: lines.lines.length, faults: lines.faults })}
            </p>
            {isGuessed ? <Alert tone="warning">{t('encodingGuessed')}</Alert> : null}
            {lines.leftOut > 0 ? <Alert tone="warning">{t('leftOut', { count: lines.leftOut })}</Alert> : null}
            <ImportLines lines={lines} />
            {lines.faults > 0 ? <Alert tone="warning">{t('faultsStay', { count: lines.faults })}</Alert> : null}
            <ImportStart lines={lines} busy={sent !== undefined} error={error} onStart={begin} />
          </>
        ) : null}
      </div>
      <LeaveGuard isUnsaved={() => lines.lines.length > 0} kept={!draft.offered} />
    </SectionCard>
  )
}
