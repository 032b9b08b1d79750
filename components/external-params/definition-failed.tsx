'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FocusedAlert } from '@/components/ui/focused-alert'
import { LinkButton } from '@/components/ui/link-button'
import type { FailedDefinitionRequest } from './use-definition-requests'

type DefinitionFailedProps = { failed: FailedDefinitionRequest; onClose: () => void }

/** A request about definitions was accepted and could not be carried out. */
export function DefinitionFailed({ failed: { requestId, status }, onClose }: DefinitionFailedProps) {
  const t = useTranslations('externalParams.definitions')
  const actions = (
    <>
      <LinkButton href={`/requests/${encodeURIComponent(requestId)}`} size="small">
        {t('open')}
      </LinkButton>
      <Button size="small" variant="ghost" onClick={onClose}>
        {t('dismiss')}
      </Button>
    </>
  )
  return (
    <FocusedAlert key={requestId} tone="danger" title={t('failedTitle')} actions={actions}>
      {t(status)}
    </FocusedAlert>
  )
}
