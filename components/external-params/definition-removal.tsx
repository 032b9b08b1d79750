'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { sendDeleteDefinition } from '@/lib/client/external-param-writes'
import { DefinitionNotice } from './definition-notice'
import { titleOf } from './param-edit'
import { useDefinitionSubmission } from './use-definition-submission'

type DefinitionRemovalProps = {
  ownerId: string
  definition: ExternalParamDefinition
  onAccepted: (requestId: string) => void
  onClose: () => void
}

/** Asks before a definition is deleted, with the number of values that go with it. */
export function DefinitionRemoval({ ownerId, definition, onAccepted, onClose }: DefinitionRemovalProps) {
  const t = useTranslations('externalParams.definitions')
  const tCommon = useTranslations('common')
  const { state, send, handleSettled } = useDefinitionSubmission({
    call: (definitionId: string, idempotencyKey) => sendDeleteDefinition(ownerId, { definitionId, idempotencyKey }),
    onAccepted,
    onClose,
  })
  const busy = state.kind === 'sending'

  function close() {
    if (!busy) onClose()
  }

  const footer = (
    <>
      <Button onClick={close}>{t('remove.cancel')}</Button>
      <Button variant="danger" busy={busy} disabled={state.kind === 'unknown'} onClick={() => void send(definition.id)}>
        {t('remove.confirm')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={close}
      title={t('remove.title', { name: titleOf(definition) })}
      closeLabel={tCommon('close')}
      size="small"
      footer={footer}
    >
      <DefinitionNotice state={state} onSettled={handleSettled} withProblems />
      <p>{t('remove.text', { count: definition.valueCount ?? 0 })}</p>
    </Dialog>
  )
}
