'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { FieldGrid } from '@/components/form/field-grid'
import { useProblemText } from '@/components/form/problem-text'
import { SelectField } from '@/components/form/select-field'
import { useWireForm } from '@/components/form/use-wire-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { sendInvitation } from '@/lib/client/invitation-queries'
import { RefusalError } from '@/lib/client/refusal-error'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { type UserRole, userRoles } from '@/lib/contract/enums'
import { type Invitation, parseInvitation } from '@/lib/contract/security'

type InviteFormProps = {
  customerId: string
  contactId: string
  emailAddress: string
  /** The role so far; the least of them where there is none. */
  role: UserRole | undefined
  onInvited: () => void
}

/** Asks for the role and sends the invitation. */
export function InviteForm({
  customerId,
  contactId,
  emailAddress,
  role = 'ROLE_READ_ONLY',
  onInvited,
}: InviteFormProps) {
  const t = useTranslations('invitation')
  const tRole = useTranslations('shell.roles')
  const tRefusal = useTranslations('refusals')
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()

  async function send(invitation: Invitation) {
    setBusy(true)
    setFailure(undefined)
    try {
      await sendInvitation(customerId, invitation)
      onInvited()
      return { locked: true }
    } catch (refused) {
      setBusy(false)
      setFailure(refused)
      return { locked: false, problems: refused instanceof RefusalError ? refused.errors : [] }
    }
  }

  const { form, report, submit } = useWireForm({
    initial: { role: role as string },
    toWire: useCallback((draft: { role: string }) => ({ contactId, ...draft }), [contactId]),
    parse: parseInvitation,
    send,
  })

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    submit()
  }

  const rest = report?.rest ?? []
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={handleSubmit}>
        {failure ? (
          <Alert tone="danger" title={t('inviteFailed')} className="mb-4">
            {rest.length > 0 ? rest.map(problemText).join(' ') : tRefusal(refusalMessageKey(failure))}
          </Alert>
        ) : null}
        <p className="mb-4 break-words text-ink-muted">{t('inviteText', { email: emailAddress })}</p>
        <FieldGrid>
          <SelectField
            name="role"
            values={userRoles}
            textOf={(value) => tRole(value as UserRole)}
            hint={t('roleHint')}
            required
            className="sm:col-span-2"
          />
        </FieldGrid>
        <Button type="submit" variant="primary" size="large" busy={busy} className="w-full">
          {t('send')}
        </Button>
      </form>
    </FormProvider>
  )
}
