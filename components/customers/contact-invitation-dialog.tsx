'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { disableInvited } from '@/lib/client/invitation-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import type { UserRole } from '@/lib/contract/enums'
import { InviteForm } from './invite-form'

/** What is to be done about a contact's sign-in. */
export type InvitationTask = 'invite' | 'disable'

type ContactInvitationDialogProps = {
  /** Undefined while nothing is to be done. */
  task: InvitationTask | undefined
  customerId: string
  contactId: string
  emailAddress: string
  /** The role so far. */
  role: UserRole | undefined
  onClose: () => void
  onDone: (task: InvitationTask) => void
}

/** Invites a contact, or takes its sign-in away. */
export function ContactInvitationDialog({ task, onClose, onDone, ...contact }: ContactInvitationDialogProps) {
  const t = useTranslations('invitation')
  const tCommon = useTranslations('common')
  return (
    <Dialog
      open={task !== undefined}
      onClose={onClose}
      closeLabel={tCommon('close')}
      title={task ? t(`titles.${task}`) : ''}
      size="small"
    >
      {task === 'invite' ? <InviteForm {...contact} onInvited={() => onDone('invite')} /> : null}
      {task === 'disable' ? <DisableForm {...contact} onClose={onClose} onDisabled={() => onDone('disable')} /> : null}
    </Dialog>
  )
}

type DisableFormProps = { customerId: string; contactId: string; onClose: () => void; onDisabled: () => void }

function DisableForm({ customerId, contactId, onClose, onDisabled }: DisableFormProps) {
  const t = useTranslations('invitation')
  const tRefusal = useTranslations('refusals')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()

  async function disable() {
    setBusy(true)
    setFailure(undefined)
    try {
      await disableInvited(customerId, contactId)
      onDisabled()
    } catch (refused) {
      setFailure(refused)
      setBusy(false)
    }
  }

  return (
    <>
      {failure ? (
        <Alert tone="danger" title={t('disableFailed')} className="mb-3">
          {tRefusal(refusalMessageKey(failure))}
        </Alert>
      ) : null}
      <p className="mb-4">{t('disableText')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button variant="danger" busy={busy} onClick={disable}>
          {t('disable')}
        </Button>
      </div>
    </>
  )
}
