'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FocusedAlert } from '@/components/ui/focused-alert'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { sendDeleteDefinition } from '@/lib/client/external-param-writes'
import { DefinitionNotice } from './definition-notice'
import { titleOf } from './param-edit'
import { useDefinitionSubmission } from './use-definition-submission'

type DefinitionRemovalProps = {
  /** The dialog stands also closed, or the focus would not come back to what has opened it. */
  open: boolean
  ownerId: string
  definition: ExternalParamDefinition
  onAccepted: (requestId: string | undefined) => void
  onClose: () => void
}

/** Asks before a definition is deleted, with the number of values that go with it; once more where that is another by then. */
export function DefinitionRemoval({ open, ownerId, definition, onAccepted, onClose }: DefinitionRemovalProps) {
  const t = useTranslations('externalParams.definitions')
  const tCommon = useTranslations('common')
  const [seen, setSeen] = useState(definition)
  const { state, send, handleSettled } = useDefinitionSubmission({
    call: (shown: ExternalParamDefinition, idempotencyKey) =>
      sendDeleteDefinition(ownerId, { seen: shown, idempotencyKey }),
    onAccepted,
    onClose,
  })
  const busy = state.kind === 'sending'
  const isOutrun = state.kind === 'refused' && state.error.errors.some(({ code }) => code === 'changedMeanwhile')
  const count = seen.valueCount ?? 0

  async function confirm() {
    const { problems = [] } = await send(seen)
    const changed = problems.filter(({ code }) => code === 'changedMeanwhile')
    const present = Object.fromEntries(changed.map(({ path, present }) => [path[0], present === '' ? null : present]))
    setSeen({ ...seen, ...present })
  }

  function close() {
    if (!busy) onClose()
  }

  const footer = (
    <>
      <Button onClick={close}>{t('remove.cancel')}</Button>
      <Button variant="danger" busy={busy} disabled={state.kind === 'unknown'} onClick={confirm}>
        {t('remove.confirm')}
      </Button>
    </>
  )
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('remove.title', { name: titleOf(definition) })}
      closeLabel={tCommon('close')}
      size="small"
      footer={footer}
    >
      {isOutrun ? (
        <FocusedAlert tone="warning" title={t('conflict.title')} className="mb-4">
          {t('conflict.removal', { name: seen.name, count })}
        </FocusedAlert>
      ) : (
        <DefinitionNotice state={state} onSettled={handleSettled} withProblems />
      )}
      <p>{t('remove.text', { count })}</p>
    </Dialog>
  )
}
