'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { focusDefinition } from './definition-place'
import type { FailedDefinitionRequest } from './use-definition-requests'

type DefinitionFailedProps = { failed: FailedDefinitionRequest; onClose: () => void }

/**
 * A request about definitions was accepted and could not be carried out. It comes while the user does something else, so it leaves the focus
 * alone, and interrupts nobody where the user did not ask for it just now.
 */
export function DefinitionFailed({ failed, onClose }: DefinitionFailedProps) {
  const { requestId, about, status, isFromHere, isKept } = failed
  const t = useTranslations('externalParams.definitions')

  function close() {
    onClose()
    focusDefinition(about)
  }

  const actions = (
    <>
      <LinkButton href={`/requests/${encodeURIComponent(requestId)}`} size="small">
        {t('open')}
      </LinkButton>
      <Button size="small" variant="ghost" onClick={close}>
        {t('dismiss')}
      </Button>
    </>
  )
  return (
    <Alert tone="danger" role={isFromHere ? 'alert' : 'status'} title={t('failedTitle')} actions={actions}>
      <p>{t(status)}</p>
      {isKept ? <p>{t('kept')}</p> : null}
    </Alert>
  )
}
